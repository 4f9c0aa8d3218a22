"""What each answer would do is what the rules do with it."""

import pytest

from bot.interview import KNOWN, Kind, Known, NotAnswer, Run, answer, goto, start, view, why
from bot.interview.journey import walk
from bot.interview.questions import JOURNEYS
from bot.measures import load
from tests.interview.driving import first, travel
from tests.interview.paths import TYPICAL, WORST


def lines(run: Run, question_id: str) -> list[str]:
    return list(why(run, question_id).told)


DONE = {name: travel(name, TYPICAL[name], otherwise=first).run for name in JOURNEYS}


def test_a_choice_says_what_each_answer_would_do() -> None:
    assert lines(DONE["new_level"], "sites") == [
        "选“两处都是自有”：符合",
        "选“一处自有场地，理论、实操两用”：符合",
        "选“两处都是租的”：待核实",
        "选“两处情况不同，分别回答”：还要看其他回答",
        "选“不清楚”：待核实",
    ]


def test_a_number_says_from_which_on_it_would_do() -> None:
    assert lines(DONE["new_level"], "evaluated") == [
        "选“0至1”：不符合",
        "选“2至3”：符合",
        "选“不清楚”：待核实",
    ]


def test_a_number_that_waits_for_another_says_so() -> None:
    run = start("new_level")
    for choice in ("filed", "yes", "level_type", "vocational_school", "高级工"):
        run = answer(run, view(run).question_id, {"choice": choice})
    assert lines(run, "filed")[0] == "选“1至12”：还要看其他回答"


def test_lines_that_do_the_same_are_told_together() -> None:
    told = lines(DONE["new_level"], "equipment")
    assert told[0] == (
        "评价设施设备、视频监控设备：\n"
        "　选“有”：符合；选“没有”：不符合；选“租用的”：待核实；选“不清楚”：待核实"
    )
    assert told[1].startswith("仪器仪表：\n") and "；选“该职业用不着”：符合；" in told[1]


def test_the_words_of_change_and_duties_are_their_own() -> None:
    assert (
        "变更后法人身份证复印件、任职文件（第二十二条第二款）：\n"
        "　选“有”：齐；选“没有”：缺；选“不清楚”：待核实"
    ) in lines(DONE["change"], "papers")
    assert lines(DONE["duties"], "reports") == [
        "定期报送统计表、向服务中心报送证书发放数据：\n"
        "　选“在报”：已做到；选“没有报”：未做到；选“不清楚”：待核实"
    ]


def test_a_category_says_which_clauses_it_brings() -> None:
    told = lines(DONE["new_occupation"], "type")
    assert told[1] == "选“职业院校（含技工院校）”：第二十六条：不看这一条"
    assert told[2].startswith("选“社会培训评价组织”：第二十六条：")


def test_an_answer_that_ends_the_check_says_so() -> None:
    assert "选“没有备案过”：这项自查不适用" in lines(DONE["new_level"], "filing")


def test_an_answer_after_which_nothing_differs_only_leads_on() -> None:
    assert lines(DONE["new_level"], "count_unit")[0] == (
        "选“一样，或备案名单只有一种数法”：不影响结论，只用来决定后面问什么"
    )


@pytest.mark.parametrize("procedure", JOURNEYS)
@pytest.mark.parametrize("said", [TYPICAL, WORST], ids=["typical", "worst"])
def test_every_question_on_the_way_can_be_explained(
    procedure: str, said: dict[str, dict[str, object]]
) -> None:
    travelled = travel(procedure, said[procedure], otherwise=first)
    for name in travelled.asked:
        told = why(travelled.run, name)
        step = walk(travelled.run).step(name)
        assert step is not None
        assert load().quotes(step.question.citation, told.quotation)
        assert told.citation == step.question.citation.label
        if step.question.kind in (Kind.CHOICE, Kind.CHECKLIST, Kind.NUMBER):
            assert told.effects


def test_known_facts_need_no_clause() -> None:
    run = start("change", [Known("filed_by", "xinzhou")])
    assert why(run, KNOWN).effects == ()
    assert why(run, KNOWN).citation == ""


def test_a_question_that_is_not_asked_is_not_explained() -> None:
    with pytest.raises(NotAnswer, match="不需要"):
        why(start("change"), "legal_form")


def test_the_effect_told_is_the_effect_had() -> None:
    """Every choice on the typical ways: take it, and compare the clause it was said to decide."""
    words = {"符合": "met", "不符合": "failed", "待核实": "open"}
    compared = 0
    for procedure in ("first_filing", "new_occupation", "new_level"):
        run = DONE[procedure]
        for step in walk(run).steps:
            if step.question.kind is not Kind.CHOICE:
                continue
            for choice, effect in zip(
                step.question.choices, why(run, step.question.id).effects, strict=True
            ):
                after = answer(goto(run, step.question.id), step.question.id, {"choice": choice.id})
                for result in effect.results:
                    place, _, word = result.rpartition("：")
                    if word not in words:
                        continue
                    statuses = {
                        f.status.value
                        for f in walk(after).verdict.findings
                        if f.clause.citation.label == place
                        and not set(choice.sets).isdisjoint(x.key for x in f.clause.reads)
                    }
                    assert words[word] in statuses, (procedure, step.question.id, choice.id)
                    compared += 1
    assert compared > 40
