"""A stored run meets newer rules: which answers matter anew is said, nothing is used silently."""

from __future__ import annotations

from bot.interview.answers import words_of
from bot.interview.fingerprint import fingerprint
from bot.interview.journey import KNOWN
from bot.interview.questions import question
from bot.interview.run import Aside, Run
from bot.rules import PROCEDURES, RULES_VERSION


def _stale(run: Run) -> list[str]:
    return [
        name
        for name in run.answers
        if name != KNOWN and run.prints.get(name) != fingerprint(run.procedure, name)
    ]


def _aside(run: Run, name: str) -> Aside:
    asked = question(run.procedure, name)
    words = ""
    if asked is not None:
        try:
            words = words_of(asked, run.answers[name])
        except (KeyError, ValueError):
            words = ""
    return Aside(name, asked.name if asked else name, words, "规则更新")


def refresh(run: Run) -> tuple[Run, tuple[str, ...]]:
    """The run under the rules of today and the names of the questions to answer again.

    Nothing changes where the run is up to date. Raises KeyError for a check that is gone.
    """
    if run.procedure not in PROCEDURES:
        raise KeyError(run.procedure)
    stale = _stale(run)
    if not stale and run.version == RULES_VERSION:
        return run, ()
    aside = tuple(_aside(run, name) for name in stale)
    names = tuple(item.name for item in aside)
    notice = f"规则已更新（原为{run.version}版，现为{RULES_VERSION}版）"
    notice += f"，请重新回答：{'、'.join(names)}。" if names else "，您的回答仍然有效。"
    fresh = run.next(
        version=RULES_VERSION,
        answers={name: given for name, given in run.answers.items() if name not in stale},
        marks={},
        prints={name: value for name, value in run.prints.items() if name not in stale},
        aside=(*run.aside, *aside),
        at=None,
        concluded=run.concluded and not stale,
        notices=(notice,),
    )
    return fresh, names
