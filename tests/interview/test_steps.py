"""Answering, changing, going back, setting aside, concluding early."""

import pytest

from bot.interview import (
    CONCLUDE,
    CONTINUE,
    KNOWN,
    NOT_SURE,
    OFFER,
    Known,
    NotAnswer,
    Run,
    Stage,
    answer,
    back,
    confirm,
    finish,
    from_json,
    from_question,
    goto,
    mark,
    review,
    stage,
    start,
    to_json,
    view,
    what_changed,
)
from bot.interview.journey import walk
from tests.interview.driving import first, travel
from tests.interview.paths import TYPICAL


def at(run: Run) -> str:
    return view(run).question_id


def choose(run: Run, *choices: str) -> Run:
    for choice in choices:
        run = answer(run, at(run), {"choice": choice})
    return run


SOCIAL = choose(start("first_filing"), "not_filed", "level_evaluation", "level_type", "social_org")
COUNTS = choose(start("new_occupation"), "filed", "no", "level_type", "social_org")


def test_answers_lead_from_question_to_question() -> None:
    run = start("first_filing")
    assert at(run) == "filing"
    run = choose(run, "not_filed")
    assert at(run) == "activity"
    assert view(run).progress == "第2步，共约11步"


def test_an_employer_is_asked_whether_it_is_an_enterprise() -> None:
    run = choose(start("first_filing"), "not_filed", "level_evaluation", "level_type", "employer")
    assert at(run) == "employer_kind"
    run = choose(run, "employer_enterprise")
    assert at(run) == "standing"
    assert walk(run).facts["institution_type"] == "employer_enterprise"


def test_a_school_is_not_asked_how_many_occupations_it_declares() -> None:
    run = choose(
        start("first_filing"), "not_filed", "level_evaluation", "level_type", "vocational_school"
    )
    assert at(run) == "standing"
    assert at(SOCIAL) == "count"


def test_a_number_is_typed_in_any_writing_and_a_wrong_one_changes_nothing() -> None:
    run = answer(COUNTS, "filed", {"value": "５个"})
    assert walk(run).facts["filed_occupation_count"] == 5
    for typed, words in [
        ("三四个", "请填一个数"),
        ("6", "备案的是5个，开展过的不会有6个"),
        ("", "请填一个数"),
    ]:
        with pytest.raises(NotAnswer, match=words):
            answer(run, "evaluated", {"value": typed})
    with pytest.raises(NotAnswer, match="至少有1个"):
        answer(COUNTS, "filed", {"value": 0})
    for wrong in (True, -1, 2.0, None):
        with pytest.raises(NotAnswer):
            answer(COUNTS, "filed", {"value": wrong})
    with pytest.raises(NotAnswer, match="先回答"):
        answer(COUNTS, "filed", {})


def test_not_knowing_a_number_is_an_answer() -> None:
    for words in (NOT_SURE, "不清楚", " 不清楚 "):
        run = answer(COUNTS, "filed", {"value": words})
        assert walk(run).facts["filed_occupation_count"] == "unknown"


def test_an_answer_to_a_question_that_is_not_asked_is_refused() -> None:
    with pytest.raises(NotAnswer, match="不需要"):
        answer(start("change"), "legal_form", {"choice": "company"})
    with pytest.raises(NotAnswer, match="列出的回答"):
        answer(start("change"), "filing", {"choice": "perhaps"})
    with pytest.raises(NotAnswer, match="列出的回答"):
        answer(start("change"), "filing", {"value": "已备案"})


def test_lines_are_touched_and_the_rest_gets_the_first_state() -> None:
    run = answer(SOCIAL, "count", {"value": "5"})
    touched = mark(run, "standing", "credit_good")
    assert [x.state for x in view(touched).lines if x.id == "credit_good"] == ["no"]
    assert at(touched) == "standing"
    again = mark(touched, "standing", "credit_good")
    assert [x.state_words for x in view(again).lines if x.id == "credit_good"] == ["不清楚"]
    round_trip = mark(again, "standing", "credit_good")
    assert [x.state for x in view(round_trip).lines if x.id == "credit_good"] == ["yes"]
    done = finish(again, "standing")
    facts = walk(done).facts
    assert facts["credit_good"] == "unknown"
    assert facts["bad_record"] == "none"
    assert done.marks == {}
    assert at(done) == "experience"


def test_a_line_or_state_that_is_not_there_is_refused() -> None:
    run = answer(SOCIAL, "count", {"value": "5"})
    with pytest.raises(NotAnswer, match="这一行"):
        mark(run, "standing", "video_monitoring")
    with pytest.raises(NotAnswer, match="列出的回答"):
        mark(run, "standing", "credit_good", "maybe")
    with pytest.raises(NotAnswer, match="列出的回答"):
        finish(run, "count")
    with pytest.raises(NotAnswer, match="列出的回答"):
        answer(run, "standing", {"credit_good": "yes"})


def test_nothing_to_change_is_refused_at_once() -> None:
    run = choose(start("change"), "filed")
    with pytest.raises(NotAnswer, match="至少选一样"):
        finish(run, "what")
    assert at(finish(mark(run, "what", "change_name"), "what")) == "papers"


def test_back_goes_along_the_way_that_was_taken() -> None:
    run = choose(
        start("first_filing"),
        *("not_filed", "level_evaluation", "level_type", "vocational_school"),
    )
    assert at(run) == "standing"
    assert at(back(run)) == "type"
    assert at(back(back(run))) == "class"
    one = start("change")
    assert at(back(one)) == "filing"
    assert not view(one).can_go_back
    assert view(run).can_go_back


def test_an_answer_seen_again_shows_what_was_said() -> None:
    run = back(choose(start("first_filing"), "not_filed"))
    card = view(run)
    assert [b.id for b in card.buttons if b.chosen] == ["not_filed"]
    assert any("您上次的回答：没有备案过" in str(p) for p in card.paragraphs)


def test_back_from_the_review_shows_the_last_question() -> None:
    run = travel("change", TYPICAL["change"], otherwise=first).run
    assert stage(run) is Stage.DONE
    assert at(back(run)) == "recipient"
    assert stage(back(run)) is Stage.ASKING


def test_changing_an_answer_from_the_review_returns_to_the_review() -> None:
    run = goto(travel("change", TYPICAL["change"], otherwise=first).run, "recipient")
    assert at(run) == "recipient"
    run = answer(run, "recipient", {"choice": "county_bureau"})
    assert stage(run) is Stage.REVIEW
    assert stage(confirm(run)) is Stage.DONE
    with pytest.raises(NotAnswer, match="不需要"):
        goto(run, "legal_form")


def test_the_verdict_waits_for_the_last_answer() -> None:
    with pytest.raises(NotAnswer, match="还有没回答的问题"):
        confirm(start("change"))


def test_answers_made_pointless_are_named_and_set_aside_and_never_used_again() -> None:
    run = travel("first_filing", {"type": "social_org", "count": "6"}, otherwise=first).run
    assert "declared_occupation_count" in walk(run).facts
    changed = answer(goto(run, "type"), "type", {"choice": "vocational_school"})
    assert "declared_occupation_count" not in walk(changed).facts
    assert [(a.name, a.words, a.because) for a in changed.aside] == [
        ("拟申报个数", "6个", "机构类别")
    ]
    assert "“机构类别”改了，以下回答用不上，已搁置：拟申报个数。" in str(
        view(changed).paragraphs[0]
    )
    again = answer(goto(changed, "type"), "type", {"choice": "social_org"})
    assert at(again) == "count"
    assert "declared_occupation_count" not in walk(again).facts


def test_a_single_line_made_pointless_is_named_too() -> None:
    said = {"type": "employer", "purpose": {"train_use_mechanism": "no"}}
    run = travel("first_filing", said, otherwise=first).run
    changed = answer(goto(run, "type"), "type", {"choice": "vocational_school"})
    assert [(a.name, a.words) for a in changed.aside] == [
        ("是不是企业", "是企业"),
        ("培养与使用相结合的长效机制", "没有"),
        ("评价与待遇相挂钩的长效机制", "有"),
    ]
    assert "train_use_mechanism" not in walk(changed).facts
    assert stage(changed) is Stage.REVIEW
    back_again = choose(goto(changed, "type"), "employer", "employer_enterprise")
    assert at(back_again) == "purpose"


def test_a_check_that_turns_out_not_to_be_the_right_one_ends_at_once() -> None:
    run = travel("new_level", TYPICAL["new_level"], otherwise=first).run
    changed = answer(goto(run, "filing"), "filing", {"choice": "not_filed"})
    assert stage(changed) is Stage.REVIEW
    assert len(changed.answers) == 1
    assert len(changed.aside) == len(run.answers) - 1
    assert walk(changed).verdict.label == "不适用"


def test_an_early_conclusion_is_offered_once_a_clause_fails_for_certain() -> None:
    run = answer(COUNTS, "filed", {"value": "5"})
    run = answer(run, "evaluated", {"value": "3"})
    assert stage(run) is Stage.ASKING, "两种数法还没有问，不能算确定"
    run = choose(run, "same")
    card = view(run)
    assert card.stage is Stage.OFFER
    assert "已有一处不符合：第二十四条第（一）项。" in str(card.paragraphs[0])
    assert at(answer(run, OFFER, {"choice": CONTINUE})) == "new"
    ended = answer(run, OFFER, {"choice": CONCLUDE})
    assert stage(ended) is Stage.DONE
    with pytest.raises(NotAnswer, match="继续"):
        answer(run, OFFER, {"choice": "later"})


def test_the_offer_is_made_once_only() -> None:
    run = answer(COUNTS, "filed", {"value": "5"})
    run = choose(answer(run, "evaluated", {"value": "3"}), "same", CONTINUE)
    run = answer(run, "new", {"value": "1"})
    run = answer(run, "swap", {"value": "0"})
    assert at(choose(run, "no")) == "standing"


def test_back_from_the_offer_shows_the_last_answer() -> None:
    run = answer(COUNTS, "filed", {"value": "5"})
    run = choose(answer(run, "evaluated", {"value": "3"}), "same")
    assert at(back(run)) == "count_unit"


REGISTRY = (
    Known("institution_type", "social_org", as_of="2025年3月2日"),
    Known("filing_status", "filed"),
    Known("filed_occupation_count", 5),
    Known("colour", "red"),
    Known("evaluated_occupation_count", "unknown"),
    Known("has_appointment_document", "yes"),
)


def test_known_facts_are_confirmed_on_one_card_and_not_asked() -> None:
    run = start("new_occupation", REGISTRY)
    card = view(run)
    assert card.question_id == KNOWN
    assert [line.words for line in card.lines] == [
        "机构类别：社会培训评价组织",
        "备案情况：已经备案",
        "备案职业（工种）数：5个",
    ]
    run = finish(run, KNOWN)
    said = {"target": "no", "evaluated": "4", "swap": "1", "new": "1"}
    asked = travel("new_occupation", said, REGISTRY, otherwise=first).asked
    assert not {"filing", "type", "filed"} & set(asked)
    assert asked[0] == KNOWN


def test_a_known_fact_that_is_wrong_is_asked() -> None:
    run = mark(start("new_occupation", REGISTRY), KNOWN, "filed_occupation_count")
    run = choose(finish(run, KNOWN), "no", "level_type")
    assert at(run) == "filed"
    assert "filed_occupation_count" not in walk(run).facts


def test_numbers_of_a_free_question_are_confirmed_like_the_registry() -> None:
    known = from_question({"filed_occupation_count": 6, "evaluated_occupation_count": 3})
    run = start("new_occupation", known)
    assert [line.hint for line in view(run).lines] == ["您刚才的问话"] * 2
    run = choose(finish(run, KNOWN), "filed", "no", "level_type", "vocational_school", "same")
    assert stage(run) is Stage.OFFER


def test_two_sources_that_differ_are_named() -> None:
    known = (*REGISTRY, *from_question({"filed_occupation_count": 6}))
    run = start("new_occupation", known)
    assert run.notices == (
        "“备案职业（工种）数”两处说法不同（登记信息：5个；您刚才的问话：6个），请核对。",
    )
    assert [k.value for k in run.known if k.key == "filed_occupation_count"] == [5]


def test_a_recorded_determination_is_used_with_its_date() -> None:
    record = (
        Known("city_coverage_reached", "no", "服务中心登记"),
        Known("city_coverage_source", "staff_record", "服务中心登记"),
        Known("city_coverage_by", "综合科", "服务中心登记"),
        Known("city_coverage_on", "2025-03-02", "服务中心登记"),
    )
    travelled = travel("new_occupation", TYPICAL["new_occupation"], record, otherwise=first)
    assert "coverage" not in travelled.asked
    verdict = walk(travelled.run).verdict
    assert verdict.label == "符合"
    reasons = [f.result.reason for f in verdict.findings if f.clause.code == "25"]
    assert reasons == ["根据服务中心登记的认定（综合科，2025年3月2日）：未达到三分之二覆盖面"]


def test_a_tick_is_given_to_what_was_confirmed_and_its_source_is_shown() -> None:
    run = finish(start("new_occupation", REGISTRY), KNOWN)
    assert next((x.name, x.words, x.source) for x in review(run)) == (
        "机构类别",
        "社会培训评价组织",
        "登记信息，2025年3月2日",
    )


def test_every_step_raises_the_revision_and_survives_json() -> None:
    run = start("new_occupation", REGISTRY)
    for after in (
        finish(run, KNOWN),
        mark(run, KNOWN, "filing_status"),
        back(run),
        goto(run, KNOWN),
    ):
        assert after.revision == run.revision + 1
        assert from_json(to_json(after)) == after


@pytest.mark.parametrize(
    "text", ["", "[]", "{}", '{"format": 2}', '{"format": 1}', '{"format": 1, "procedure": 1}']
)
def test_what_is_no_stored_run_is_refused(text: str) -> None:
    with pytest.raises(ValueError):
        from_json(text)


def test_what_changed_between_two_runs_is_listed() -> None:
    earlier = travel("new_level", TYPICAL["new_level"], otherwise=first).run
    later = answer(goto(earlier, "evaluated"), "evaluated", {"value": "3"})
    assert what_changed(earlier, later) == ("开展过的职业数：2个 → 3个",)
    assert what_changed(earlier, earlier) == ()
    assert what_changed(start("change"), choose(start("change"), "filed")) == (
        "备案情况：（没有问） → 已在忻州市备案",
    )


def test_a_check_that_does_not_exist_is_an_error_of_the_programmer() -> None:
    with pytest.raises(KeyError):
        start("renewal")


def test_who_answered_and_when_is_asked_where_there_was_an_answer() -> None:
    said = {**TYPICAL["new_occupation"], "coverage": "no"}
    said |= {"coverage_by": "  服务中心 综合科 ", "coverage_on": "2025.3.2"}
    travelled = travel("new_occupation", said, otherwise=first)
    assert travelled.asked[-2:] == ("coverage_by", "coverage_on")
    assert walk(travelled.run).facts["city_coverage_on"] == "2025-03-02"
    run = goto(travelled.run, "coverage_by")
    with pytest.raises(NotAnswer, match="几个字"):
        answer(run, "coverage_by", {"value": "  "})
    with pytest.raises(NotAnswer, match="100个字以内"):
        answer(run, "coverage_by", {"value": "字" * 101})
    with pytest.raises(NotAnswer, match="请填一个日期"):
        answer(goto(run, "coverage_on"), "coverage_on", {"value": "昨天"})
    unsure = answer(goto(run, "coverage_on"), "coverage_on", {"value": NOT_SURE})
    assert walk(unsure).facts["city_coverage_on"] == "unknown"
