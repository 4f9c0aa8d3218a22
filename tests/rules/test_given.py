"""Nothing unclear counts as yes or as no."""

from datetime import date

import pytest

from bot.rules import PROCEDURES, Word, evaluate
from bot.rules.fact import Kind
from bot.rules.facts import BY_KEY, addition, conduct, target
from bot.rules.facts.addition import city_coverage_by, city_coverage_on
from bot.rules.given import Gap, Given, read
from tests.rules.cases import MET


@pytest.mark.parametrize("fact", BY_KEY.values(), ids=lambda fact: fact.key)
@pytest.mark.parametrize("raw", [True, False, 1.5, 3.0, None, "", " ", "maybe?", {}, []], ids=repr)
def test_what_no_declaration_knows_is_no_value(fact: object, raw: object) -> None:
    from bot.rules.fact import Fact

    assert isinstance(fact, Fact)
    if fact.kind is Kind.TEXT and raw == "maybe?":
        return
    assert isinstance(read(fact, raw), Gap)


@pytest.mark.parametrize("raw", [True, 1.5, "maybe?", ["yes", "no"], None, "unknown"], ids=repr)
@pytest.mark.parametrize("procedure", PROCEDURES)
def test_facts_without_value_never_settle_a_check(procedure: str, raw: object) -> None:
    base = next(iter(MET[procedure].values()))
    verdict = evaluate(procedure, dict.fromkeys(base, raw))
    assert verdict.word is Word.NEEDS_REVIEW


@pytest.mark.parametrize("procedure", PROCEDURES)
def test_saying_nothing_never_settles_a_check(procedure: str) -> None:
    assert evaluate(procedure, {}).word is Word.NEEDS_REVIEW


@pytest.mark.parametrize(
    ("raw", "value"),
    [
        ("yes", "yes"),
        (" YES ", "yes"),
        ("有", "yes"),
        ("parttime-only", "parttime_only"),
        ("只有兼职人员", "parttime_only"),
        ("planned", "no"),
        ("unknown", Gap.UNKNOWN),
        ("not_sure", Gap.UNKNOWN),
        ("不清楚", Gap.UNKNOWN),
        ("not_asked", Gap.IRRELEVANT),
        ("not_applicable", Gap.IRRELEVANT),
        ("perhaps", Gap.UNREADABLE),
        (3, Gap.UNREADABLE),
        (["yes"], Gap.CONTRADICTORY),
        (None, Gap.UNKNOWN),
    ],
)
def test_a_choice_is_read_by_its_spellings(raw: object, value: object) -> None:
    assert read(conduct.fulltime_staff, raw) == value


@pytest.mark.parametrize(
    ("raw", "value"),
    [
        (3, 3),
        (0, 0),
        (-1, -1),
        (True, Gap.UNREADABLE),
        (3.0, Gap.UNREADABLE),
        ("3", Gap.UNREADABLE),
        ("三", Gap.UNREADABLE),
        ("unknown", Gap.UNKNOWN),
        ("not_asked", Gap.IRRELEVANT),
        ([3], Gap.CONTRADICTORY),
    ],
)
def test_only_a_whole_number_is_a_number(raw: object, value: object) -> None:
    assert read(addition.filed_occupation_count, raw) == value
    assert type(read(addition.filed_occupation_count, raw)) is type(value)


@pytest.mark.parametrize(
    ("raw", "value"),
    [
        ("高级工", ("高级工",)),
        ("三级/高级工", ("高级工",)),
        ("高级工、技师", ("高级工", "技师")),
        ("高级工和技师（二级）", ("高级工", "技师")),
        (["技师", "高级技师"], ("技师", "高级技师")),
        (["技师", 3], Gap.UNREADABLE),
        ("高级工、大师", Gap.UNREADABLE),
        ("unknown", Gap.UNKNOWN),
        ([], Gap.UNREADABLE),
        (3, Gap.UNREADABLE),
    ],
)
def test_levels_may_be_several(raw: object, value: object) -> None:
    assert read(target.target_level, raw) == value


@pytest.mark.parametrize(
    ("raw", "value"),
    [
        ("2025-03-02", date(2025, 3, 2)),
        (" 2025-03-02 ", date(2025, 3, 2)),
        ("2025-02-30", Gap.UNREADABLE),
        ("unknown", Gap.UNKNOWN),
        (20250302, Gap.UNREADABLE),
    ],
)
def test_a_day_is_a_day_that_exists(raw: object, value: object) -> None:
    assert read(city_coverage_on, raw) == value


def test_text_is_kept_as_written_and_empty_text_is_none() -> None:
    assert read(city_coverage_by, " 综合科 ") == "综合科"
    assert read(city_coverage_by, " ") is Gap.UNKNOWN


def test_an_alias_is_the_same_fact_and_a_contradiction_is_no_answer() -> None:
    agreed, key = addition.authority_agreed_to_exceed, "authority_agreed_to_exceed"
    alias = agreed.also[0]
    assert Given({alias: "yes"}).choice(agreed) == "yes"
    assert Given({alias: "yes", key: "是"}).choice(agreed) == "yes"
    assert Given({alias: "yes", key: "no"}).value(agreed) is Gap.CONTRADICTORY
    assert Given({alias: "yes", key: "no"}).choice(agreed) is None


def test_accessors_give_nothing_where_the_value_is_of_another_kind() -> None:
    given = Given({"target_level": "技师", "filed_occupation_count": 3, "city_coverage_on": "x"})
    assert given.choices(target.target_level) == ("技师",)
    assert given.choices(addition.swap_out_count) == ()
    assert given.number(addition.filed_occupation_count) == 3
    assert given.number(addition.swap_out_count) is None
    assert given.day(city_coverage_on) is None
    assert given.choice(addition.filed_occupation_count) is None


def test_answers_are_said_in_chinese() -> None:
    given = Given(
        {
            "target_level": ["高级工", "技师"],
            "filed_occupation_count": 3,
            "city_coverage_on": "2025-03-02",
            "city_coverage_by": "综合科",
            "fulltime_staff": "parttime_only",
            "assessors": "unknown",
            "equipment": 7,
        }
    )
    assert given.says(target.target_level) == "拟新增的等级：高级工（三级）、技师（二级）"
    assert given.says(addition.filed_occupation_count) == "备案职业（工种）数：3个"
    assert given.says(city_coverage_on) == "答复日期：2025年3月2日"
    assert given.says(city_coverage_by) == "答复人：综合科"
    assert given.says(conduct.fulltime_staff) == "专职工作人员：只有兼职人员"
    assert given.says(addition.assessors) == "考评人员：不清楚"
    assert given.says(addition.equipment) == "评价设施设备：填写的内容看不懂，不作数"
    assert given.says(addition.instruments) == "仪器仪表：没有回答"


def test_unknown_keys_are_named_in_a_note_and_unreadable_answers_too() -> None:
    verdict = evaluate("change", {"colour": "red", "has_written_application": "perhaps"})
    words = [note.text for note in verdict.notes]
    assert "以下内容本工具不认识，没有用来判断：colour" in words
    assert "书面申请材料：填写的内容看不懂，不作数" in words


def test_an_unknown_option_or_procedure_is_an_error_of_the_programmer() -> None:
    with pytest.raises(KeyError, match="没有取值"):
        conduct.bad_record.option("nothing")
    with pytest.raises(KeyError):
        evaluate("renewal", {})
