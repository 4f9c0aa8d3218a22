"""A stored draft of an earlier version: a renamed or removed question is noticed."""

from dataclasses import replace
from pathlib import Path

import pytest

from bot.interview import from_json, refresh, start, to_json, view
from bot.interview.fingerprint import fingerprint
from bot.interview.questions import JOURNEYS
from bot.rules import RULES_VERSION
from tests.interview.driving import first, travel
from tests.interview.paths import TYPICAL, WORST

DRAFTS = Path(__file__).parent / "drafts"


def test_a_run_of_today_stays_as_it_is() -> None:
    run = travel("change", TYPICAL["change"], otherwise=first).run
    assert refresh(run) == (run, ())


def test_a_question_that_is_gone_or_means_something_else_is_named_and_asked_again() -> None:
    run = travel("change", TYPICAL["change"], otherwise=first).run
    old = replace(
        run,
        version="2023.1",
        answers={**run.answers, "colour": {"choice": "red"}},
        prints={**run.prints, "colour": "0", "recipient": "0"},
    )
    fresh, names = refresh(old)
    assert names == ("交到哪里", "colour")
    assert "colour" not in fresh.answers
    assert view(fresh).question_id == "recipient"
    assert [(a.name, a.words, a.because) for a in fresh.aside] == [
        ("交到哪里", "忻州市职业技能服务中心", "规则更新"),
        ("colour", "", "规则更新"),
    ]
    assert fresh.notices == (
        f"规则已更新（原为2023.1版，现为{RULES_VERSION}版），请重新回答：交到哪里、colour。",
    )


def test_a_new_version_that_leaves_the_answers_alone_says_so() -> None:
    run = replace(travel("duties", TYPICAL["duties"], otherwise=first).run, version="2023.1")
    fresh, names = refresh(run)
    assert names == ()
    assert fresh.concluded
    assert "您的回答仍然有效" in fresh.notices[0]
    assert fresh.version == RULES_VERSION


def test_a_check_that_is_gone_is_an_error() -> None:
    with pytest.raises(KeyError):
        refresh(replace(start("change"), procedure="renewal"))


def test_an_unknown_question_has_no_print() -> None:
    assert fingerprint("change", "colour") == ""
    prints = [fingerprint(p, q.id) for p, questions in JOURNEYS.items() for q in questions]
    assert all(len(value) == 12 for value in prints)


@pytest.mark.parametrize("path", sorted(DRAFTS.glob("*/*.json")), ids=lambda path: path.name)
def test_stored_drafts_of_every_version_are_still_understood(path: Path) -> None:
    """Fails when a question was renamed, removed or changed in meaning without a new version."""
    run = from_json(path.read_text(encoding="utf-8"))
    fresh, names = refresh(run)
    if run.version == RULES_VERSION:
        assert names == (), "题目变了：请提高 RULES_VERSION，并存一份新的草稿"
    else:
        assert set(fresh.answers) | {a.question for a in fresh.aside} >= set(run.answers)
    assert from_json(to_json(fresh)) == fresh


def test_drafts_of_todays_version_are_stored_for_every_check() -> None:
    for procedure in JOURNEYS:
        for name in ("typical", "worst"):
            assert (DRAFTS / RULES_VERSION / f"{procedure}_{name}.json").exists()


def store() -> None:
    """`python -m tests.interview.test_drift` writes the drafts of today's version."""
    folder = DRAFTS / RULES_VERSION
    folder.mkdir(parents=True, exist_ok=True)
    for procedure in JOURNEYS:
        for name, said in (("typical", TYPICAL), ("worst", WORST)):
            run = travel(procedure, said[procedure], otherwise=first).run
            (folder / f"{procedure}_{name}.json").write_text(to_json(run) + "\n", encoding="utf-8")


if __name__ == "__main__":
    store()
