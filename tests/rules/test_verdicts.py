"""What is said about each scenario, word for word, and how findings become one verdict."""

import pytest

from bot.measures import Citation
from bot.rules import ORDER, PROCEDURES, RULES_VERSION, Status, Word, evaluate
from bot.rules.given import Given
from bot.rules.materials import MATERIALS, materials_for
from bot.rules.sheets.scenarios import load_all, load_all_single
from tests.rules.cases import MET
from tests.rules.everything_said import FOLDER as SAID
from tests.rules.everything_said import files as said_files
from tests.rules.verdicts import FOLDER, files


@pytest.mark.parametrize("name", files())
def test_the_words_about_every_scenario_are_the_same(name: str) -> None:
    """If the change is wanted: `python -m tests.rules.verdicts`, and read the difference."""
    assert (FOLDER / name).read_text(encoding="utf-8") == files()[name]


def notes(procedure: str, **facts: object) -> list[str]:
    base = next(iter(MET[procedure].values()))
    return [note.text for note in evaluate(procedure, base | facts).notes]


def test_a_code_is_told_once_and_failing_goes_before_open() -> None:
    verdict = evaluate(
        "first_filing",
        MET["first_filing"]["school"]
        | {"video_monitoring": "no", "expert_team": "unknown", "credit_good": "unknown"},
    )
    assert verdict.word is Word.INELIGIBLE
    assert (verdict.failed, verdict.unknown) == (("11(3)",), ("11(1)",))
    assert verdict.version == RULES_VERSION


def test_not_applicable_goes_before_everything_and_tells_only_why() -> None:
    facts = {"filing_status": "filed", "colour": "red", "credit_good": "no"}
    verdict = evaluate("first_filing", MET["first_filing"]["school"] | facts)
    assert verdict.word is Word.NOT_APPLICABLE
    assert (verdict.failed, verdict.unknown, verdict.materials) == ((), (), ())
    assert [f.status for f in verdict.findings] == [Status.WRONG_PROCEDURE]
    assert [note.text for note in verdict.notes] == ["以下内容本工具不认识，没有用来判断：colour"]


def test_findings_carry_the_own_answers() -> None:
    verdict = evaluate("change", MET["change"]["all"] | {"planned_recipient": "county_bureau"})
    [finding] = [f for f in verdict.findings if f.status is Status.OPEN]
    assert finding.answers == ("打算交到哪里：县（市、区）人社局",)
    assert finding.clause.citation == Citation(21)
    assert not finding.self_declared


def test_unanswered_facts_are_no_own_answers() -> None:
    [finding] = [f for f in evaluate("change", {}).findings if f.clause.title == "受理单位"]
    assert finding.answers == ()


def test_the_extra_step_of_social_organisations_is_told_to_them_only() -> None:
    public = "社会培训评价组织的遴选还要由主管部门公示；公示几天，文件没有写"
    assert public not in notes("first_filing")
    assert public in notes("first_filing", institution_type="social_org")
    assert public in notes("first_filing", institution_type="unknown")


def test_reminders_appear_when_they_concern() -> None:
    charging = [n for n in notes("first_filing", charges_fee="yes") if "收费不等于" in n]
    assert charging and not [n for n in notes("first_filing") if "收费不等于" in n]
    swap = [n for n in notes("new_occupation", swap_out_count=1) if n.startswith("换出的")]
    assert swap and not [n for n in notes("new_occupation", swap_out_count="unknown") if n in swap]
    asked = [n for n in notes("new_occupation") if n.startswith("这一条按您填写的答复")]
    assert asked
    assert not [n for n in notes("new_occupation", city_coverage_source="none") if n in asked]
    season = [n for n in notes("change", submission_timing="quarter_end") if "不必等到季末" in n]
    assert season
    assert not [n for n in notes("change", submission_timing="unknown") if n in season]
    moved = [n for n in notes("change") if n.startswith("本款没有要求书面申请")]
    assert moved
    assert not [n for n in notes("change", change_address="no", change_name="no") if n in moved]


def test_the_materials_stand_in_the_order_of_the_text() -> None:
    names = [material.name for material in materials_for(Given(MET["change"]["all"]))]
    assert names == [material.name for material in MATERIALS]


@pytest.mark.parametrize(
    ("facts", "at_hand"),
    [
        ({}, "有"),
        ({"has_written_application": "no"}, "没有"),
        ({"has_written_application": "unknown"}, "不清楚"),
        ({"application_states_reason": "no"}, "申请中写明了变更原因：没有写明"),
        ({"application_states_reason": "unknown"}, "申请中写明了变更原因：不清楚"),
    ],
)
def test_a_paper_is_at_hand_with_what_must_be_in_it(facts: dict[str, object], at_hand: str) -> None:
    given = Given(MET["change"]["all"] | facts)
    assert MATERIALS[0].at_hand(given) == at_hand


TYPES = ("employer", "employer_enterprise", "employer_non_enterprise", "employer_unsure")
FORMS = (
    *("company", "private_non_enterprise", "social_group", "institution", "government"),
    *("school", "branch", "internal_department", "individual_business", "other_form"),
)


def test_who_has_to_bring_the_appointment_document() -> None:
    """By category and by registered form alike: required; not alike or not known: open."""
    told: dict[str, set[str]] = {}
    for kind in (*TYPES, "vocational_school", "social_org", "several", "other", "unknown"):
        for form in (*FORMS, "unknown"):
            facts = {"institution_type": kind, "legal_form": form, "change_address": "no"}
            facts |= {"change_name": "no", "has_appointment_document": "no"}
            verdict = evaluate("change", MET["change"]["all"] | facts)
            told.setdefault(kind, set()).add(f"{form}:{verdict.word.value}")
            assert ("任职文件" in verdict.materials) == (verdict.word is Word.INELIGIBLE)
    neither = {"private_non_enterprise", "social_group", "institution", "government"}
    every = {*FORMS, "unknown"}

    def words(word: str, forms: set[str]) -> set[str]:
        return {f"{form}:{word}" for form in forms}

    for kind in ("employer", "employer_non_enterprise", "employer_unsure", "several", "other"):
        assert told[kind] == words("needs_review", every)
    assert told["unknown"] == words("needs_review", every)
    assert told["vocational_school"] == words("ineligible", every)
    assert told["employer_enterprise"] == (
        words("ineligible", every - neither) | words("needs_review", neither)
    )
    assert told["social_org"] == (
        words("needs_review", every - neither) | words("eligible", neither)
    )


@pytest.mark.parametrize(
    ("is_school", "word"),
    [("yes", "needs_review"), ("unknown", "needs_review"), ("no", "eligible")],
)
def test_a_social_organisation_that_is_a_school(is_school: str, word: str) -> None:
    facts = MET["change"]["social"] | {"change_legal_rep": "yes", "is_school": is_school}
    facts |= dict.fromkeys(
        ("has_written_application", "application_states_reason", "has_new_legal_rep_id_copy"), "yes"
    )
    assert evaluate("change", facts).word == word


def test_every_check_names_its_words_and_articles() -> None:
    assert {key: tuple(p.words.values()) for key, p in PROCEDURES.items()} == {
        "first_filing": ("符合", "不符合", "待核实", "不适用"),
        "new_occupation": ("符合", "不符合", "待核实", "不适用"),
        "new_level": ("符合", "不符合", "待核实", "不适用"),
        "change": ("所列材料齐", "缺所列材料", "待核实", "不适用"),
        "duties": ("已做到", "未做到", "待核实", "不适用"),
    }
    for procedure in PROCEDURES.values():
        assert {clause.code for clause in procedure.clauses} <= set(ORDER)
        assert procedure.facts
        assert len(set(procedure.facts)) == len(procedure.facts)


def test_whatever_fails_says_what_would_pass_it_and_nothing_else_does() -> None:
    for scenario in (*load_all(), *load_all_single()):
        for finding in evaluate(scenario.procedure, scenario.facts).findings:
            failing = finding.status is Status.FAILED
            assert bool(finding.result.remedy) == failing, (scenario.name, finding.clause.title)
            assert finding.result.reason


@pytest.mark.parametrize("name", [f"{procedure}.txt" for procedure in PROCEDURES])
def test_all_that_a_clause_can_say_is_the_same(name: str) -> None:
    """If the change is wanted: `python -m tests.rules.everything_said`, and read the difference."""
    assert (SAID / name).read_text(encoding="utf-8") == said_files()[name]
