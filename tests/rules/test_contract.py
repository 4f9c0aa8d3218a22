"""Keys, spellings and citations that others rely on, each pinned by itself."""

from pathlib import Path

import pytest

from bot.measures import NOTICE, load
from bot.rules import PROCEDURES, evaluate
from bot.rules.appointment import Required, Requirement, appointment_document
from bot.rules.facts import BY_KEY, addition, conduct, duty
from bot.rules.given import Given
from bot.rules.materials import MATERIALS
from bot.rules.sheets import page, scenarios
from tests.rules.cases import MET


@pytest.mark.parametrize(
    ("key", "spelled", "value"),
    [
        ("credit_good", "具备", "yes"),
        ("credit_good", "不具备", "no"),
        ("credit_good", "missing", "no"),
        ("assessors", "具备", "yes"),
        ("assessors", "under-construction", "no"),
        ("assessors", "计划中", "no"),
        ("exam_rules", "yes", "published"),
        ("exam_rules", "made-and-published", "published"),
        ("exam_rules", "unpublished", "not_published"),
        ("exam_rules", "made_only", "not_published"),
        ("exam_rules", "no", "none"),
        ("paper_destroyed", "no", "none"),
        ("paper_destroyed", "kept", "none"),
        ("paper_destroyed", "yes", "destroyed"),
        ("paper_destroyed", "some", "destroyed"),
        ("paper_destroyed", "destroyed", "destroyed"),
    ],
)
def test_a_value_may_be_spelled_in_other_ways(key: str, spelled: str, value: str) -> None:
    assert Given({key: spelled}).choice(BY_KEY[key]) == value


@pytest.mark.parametrize(
    ("alias", "key", "raw"),
    [
        ("change_type", "change_institution_type", "yes"),
        ("partner_takeover", "legal_entity_replaced", "yes"),
        ("new_level_resources", "resources_for_new_level", "yes"),
        ("roles_shared", "one_person_two_roles", "yes"),
        ("previously_swapped_out_evaluated_count", "earlier_swapped_out_evaluated_count", 2),
    ],
)
def test_a_fact_may_come_under_another_key(alias: str, key: str, raw: object) -> None:
    given = Given({alias: raw})
    assert given.value(BY_KEY[key]) == raw
    assert given.unused == []


def test_an_unknown_key_does_not_hide_what_follows() -> None:
    given = Given({"colour": "red", "credit_good": "yes", "shape": "round"})
    assert given.unused == ["colour", "shape"]
    assert given.choice(conduct.credit_good) == "yes"


@pytest.mark.parametrize(("raw", "words"), [("2025-02-30", "看不懂"), ("不知道", "不清楚")])
def test_a_day_that_is_none_says_why(raw: str, words: str) -> None:
    assert words in Given({"paper_destroyed_on": raw}).words(duty.paper_destroyed_on)


def test_the_materials_are_cited_where_their_words_stand() -> None:
    assert [(m.name, m.citation.label, [f.key for f in m.facts]) for m in MATERIALS] == [
        (
            "书面申请材料（写明变更原因）",
            "第二十二条第二款",
            ["has_written_application", "application_states_reason"],
        ),
        ("变更后法人身份证复印件", "第二十二条第二款", ["has_new_legal_rep_id_copy"]),
        ("任职文件", "第二十二条第二款", ["has_appointment_document"]),
        ("地址变更依据", "第二十二条第三款", ["has_address_change_basis"]),
        ("变更后地址相关资质", "第二十二条第三款", ["has_new_address_qualification"]),
        ("机构名称变更依据", "第二十二条第三款", ["has_name_change_basis"]),
        ("变更后机构名称相关资质", "第二十二条第三款", ["has_new_name_qualification"]),
    ]
    assert all(load().quotes(m.citation, m.quotation) for m in MATERIALS)


def test_a_verdict_names_its_check_and_only_a_change_has_materials() -> None:
    facts = MET["change"]["all"]
    assert evaluate("change", facts).procedure == "change"
    assert evaluate("change", facts).materials
    assert evaluate("new_level", facts).materials == ()


def test_what_was_not_used_is_named_also_where_the_check_does_not_apply() -> None:
    verdict = evaluate("new_level", {"filing_status": "not_filed", "colour": "red", "shape": "x"})
    [note] = verdict.notes
    assert (note.citation, note.text) == (
        NOTICE,
        "以下内容本工具不认识，没有用来判断：colour、shape",
    )


def test_what_cannot_be_read_is_named_with_its_answer() -> None:
    verdict = evaluate("duties", MET["duties"]["all"] | {"records_kept": "perhaps"})
    said = {note.text: note.citation for note in verdict.notes}
    assert said["妥善保管评价全过程资料：填写的内容看不懂，不作数"] == NOTICE


def test_errors_of_the_programmer_say_what_is_wrong(tmp_path: Path) -> None:
    with pytest.raises(KeyError, match="question_bank 没有取值 many"):
        addition.question_bank.option("many")
    told = (
        "程序: duties\n底本: {甲: {%s}}\n"
        "情形:\n- {编号: 一, 事由: 一, 底本: 甲, 结论: 已做到, 理由: 一}\n"
    )
    for number, (line, words) in enumerate(
        [("颜色: 红", "没有这样的事实：.*颜色"), ("证书管理办法: 大概", "没有“大概”这个回答")]
    ):
        path = tmp_path / f"{number}.yaml"
        path.write_text(told % line, encoding="utf-8")
        with pytest.raises(ValueError, match=words):
            scenarios.load(path)


def test_a_cell_of_a_sheet_stays_one_cell() -> None:
    assert page._cell(["甲|乙\n丙", "丁"]) == "甲\\|乙<br>丙<br>丁"


@pytest.mark.parametrize(
    ("facts", "answer", "reason"),
    [
        ({"institution_type": "vocational_school"}, Required.YES, "院校需提供任职文件"),
        (
            {"institution_type": "employer_enterprise", "legal_form": "company"},
            Required.YES,
            "企业需提供任职文件",
        ),
        (
            {"institution_type": "employer_enterprise", "legal_form": "institution"},
            Required.DOUBTFUL,
            "备案为用人单位（企业），登记形式却是事业单位；算不算企业没有写明",
        ),
        (
            {"institution_type": "employer"},
            Required.DOUBTFUL,
            "不是企业的用人单位要不要任职文件，没有写明",
        ),
        (
            {"institution_type": "several"},
            Required.DOUBTFUL,
            "机构类别没有确定，要不要任职文件待核实",
        ),
        (
            {"institution_type": "social_org", "is_school": "yes"},
            Required.DOUBTFUL,
            "本款要求「企业或院校」提供；社会培训评价组织本身是学校的算不算院校，没有写明",
        ),
        (
            {"institution_type": "social_org", "legal_form": "company"},
            Required.DOUBTFUL,
            "登记形式：公司等企业。本款要求「企业或院校」提供；"
            "按备案类别看还是按登记形式看，没有写明",
        ),
        (
            {"institution_type": "social_org", "legal_form": "social_group"},
            Required.NO,
            "本款只要求「企业或院校」提供任职文件；登记形式为社会团体，没有要求",
        ),
    ],
)
def test_who_brings_the_appointment_document_and_why(
    facts: dict[str, object], answer: Required, reason: str
) -> None:
    assert appointment_document(Given(facts)) == Requirement(answer, reason)


def test_the_cases_of_one_different_answer_are_read_and_told() -> None:
    found = scenarios.load_all_single()
    assert {name: sum(s.procedure == name for s in found) for name in PROCEDURES} == {
        "first_filing": 74,
        "new_occupation": 100,
        "new_level": 97,
        "change": 41,
        "duties": 45,
    }
    told = {s.name: s for s in found}["change 学校换法定代表人 备案情况：不清楚"]
    assert (told.situation, told.why) == ("其余同“学校换法定代表人”，只有这一处不同", "只差这一处")
    assert (told.label, told.failed, told.unknown) == ("待核实", (), ("21",))
