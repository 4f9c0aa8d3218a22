from datetime import date

import pytest

from bot.interview import CONCLUDE, OFFER, Kind, VerdictCard, answer, conclude, start, view
from bot.interview.questions import JOURNEYS
from bot.interview.verdict_card import FOOTER
from bot.measures import load
from tests.interview.driving import first, travel
from tests.interview.paths import FURTHER, TODAY, TYPICAL, WORST


def card(procedure: str, **said: object) -> VerdictCard:
    run = travel(procedure, {**TYPICAL[procedure], **said}, otherwise=first).run
    return conclude(run, TODAY)


def test_the_deciding_clause_comes_first_with_the_own_answer_and_the_smallest_change() -> None:
    verdict = card("new_level", evaluated="1", people={"question_bank": "unknown"})
    assert verdict.label == "不符合"
    first_line, second = verdict.lines[:2]
    assert (first_line.mark, first_line.place) == ("✗", "第二十四条第（一）项")
    assert first_line.answers[:2] == ("备案职业（工种）数：3个", "自备案以来开展过评价的数：1个")
    assert first_line.remedy == "还需再开展至少1个职业（工种）"
    assert (second.mark, second.place) == ("？", "第二十四条第（二）项")
    assert [line.mark for line in verdict.lines[2:]] == ["✓"] * (len(verdict.lines) - 2)
    assert verdict.remedies == (
        "第二十四条第（一）项：还需再开展至少1个职业（工种）",
        "第二十四条第（二）项：待核实，题库资源储备：不清楚",
    )
    assert verdict.counts == "✓ 20 ✗ 1 ？ 1"


def test_what_only_the_authority_judges_is_shown_as_said_by_oneself() -> None:
    notes = {line.title: line.note for line in card("first_filing").lines}
    assert notes["在拟评价的职业领域有广泛的影响力"] == "自述具备（“广泛”由主管部门判断）"
    assert notes["独立法人机构"] == ""


def test_the_footer_number_date_and_version_are_on_every_card() -> None:
    verdict = card("duties")
    assert verdict.footer == FOOTER
    assert verdict.document == "忻人社办发〔2024〕2号，2024年3月21日"
    assert verdict.day == date(2025, 6, 1)
    assert verdict.version
    assert verdict.title == "履职自查结论（第十七条至第二十条）"


@pytest.mark.parametrize(
    ("procedure", "said", "label"),
    [
        ("first_filing", {"employer_kind": "employer_enterprise"}, "符合"),
        ("change", {}, "所列材料齐"),
        ("change", {"papers": {"has_new_legal_rep_id_copy": "no"}}, "缺所列材料"),
        ("duties", {}, "已做到"),
        ("duties", {"rules": {"fee_rules": "not_published"}}, "未做到"),
        ("new_occupation", {}, "待核实"),
        ("new_occupation", {"target": "yes"}, "不适用"),
    ],
)
def test_the_word_is_the_one_of_the_check(
    procedure: str, said: dict[str, object], label: str
) -> None:
    verdict = card(procedure, **said)
    assert verdict.label == label
    assert verdict.meaning


def test_a_check_that_does_not_apply_says_where_to_go() -> None:
    verdict = card("new_occupation", target="yes")
    assert [line.mark for line in verdict.lines] == ["—"]
    assert "新增等级" in verdict.lines[0].reason


def test_the_materials_of_a_change_are_listed_with_what_is_at_hand() -> None:
    verdict = card("change", papers={"has_written_application": "no_reason"})
    assert [(m.name, m.at_hand) for m in verdict.materials] == [
        ("书面申请材料（写明变更原因）", "申请中写明了变更原因：没有写明"),
        ("变更后法人身份证复印件", "有"),
        ("任职文件", "有"),
    ]
    assert verdict.materials[0].place == "第二十二条第二款"
    assert card("duties").materials == ()


def test_an_early_conclusion_names_what_was_not_answered() -> None:
    run = start("new_level")
    for choice in ("filed", "yes", "access_type"):
        run = answer(run, view(run).question_id, {"choice": choice})
    assert view(run).question_id == OFFER
    verdict = conclude(answer(run, OFFER, {"choice": CONCLUDE}), TODAY)
    assert verdict.label == "不符合"
    assert verdict.lines[0].place == "第五条"
    unanswered = [line for line in verdict.lines if line.reason == "还没有回答"]
    assert len(unanswered) > 10
    assert all(line.mark == "？" for line in unanswered)
    assert verdict.remedies == (
        "第五条：改报水平评价类技能职业（工种）",
        f"还有{len(unanswered)}处没有回答，接着查完才知道",
    )


@pytest.mark.parametrize("procedure", JOURNEYS)
@pytest.mark.parametrize("said", [TYPICAL, FURTHER, WORST], ids=["typical", "further", "worst"])
def test_every_line_of_a_card_cites_and_quotes(
    procedure: str, said: dict[str, dict[str, object]]
) -> None:
    verdict = conclude(travel(procedure, said[procedure], otherwise=first).run, TODAY)
    for line in verdict.lines:
        assert load().quotes(line.citation, line.quotation)
        assert line.place == line.citation.label
        assert line.reason
    for note in verdict.notes:
        assert load().exists(note.citation)


def test_every_answer_given_is_on_the_card() -> None:
    run = travel("first_filing", TYPICAL["first_filing"], otherwise=first).run
    names = {line.name for line in conclude(run, TODAY).answers}
    assert names == {step.name for step in JOURNEYS["first_filing"] if step.id in run.answers}


def test_a_checklist_card_shows_its_lines_and_how_to_finish() -> None:
    run = start("duties")
    run = answer(run, "filing", {"choice": "filed"})
    shown = view(run)
    assert shown.kind is Kind.CHECKLIST
    assert shown.finish == "其余都做到，下一步"
    assert [line.state for line in shown.lines] == ["", "", ""]
    assert shown.citation == "第十七条"
    assert shown.buttons == ()
