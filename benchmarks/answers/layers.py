"""What each layer contributes: all of question answering on the sets, one layer off in turn."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from functools import partial
from typing import Any
from unittest.mock import patch

from benchmarks.answers import table
from benchmarks.answers.sets import head, polite, row, unseen
from bot.answers import engine, features, matcher, model, structure
from bot.answers.compiled import compile_knowledge
from bot.answers.engine import Answerer
from bot.answers.knowledge import ASKED, Knowledge

Change = tuple[object, str, Any]


def _nothing(*_: object) -> None:
    return None


def _no_places(text: str, *_: object) -> tuple[list[object], str]:
    return [], text


WHILE_ANSWERING: dict[str, list[Change]] = {
    "去掉客套话": [(matcher, "without_courtesy", str)],
    "看形式（闲谈、叫人、注入、乱码）": [
        (structure, "formed", _nothing),
        (structure, "addressed", _nothing),
        (Answerer, "_talk", _nothing),
    ],
    "条号": [(engine, "references", _no_places)],
    "数字算一算": [(engine, "computed", _nothing)],
    "逐字相同的问法": [(matcher.Matcher, "phrase", _nothing)],
    "长话逐句再看": [(engine, "LONG", 10**6)],
    "像不像没有规定的": [(matcher, "leaning", lambda *_: 0.0)],
    "把握不够就不答": [(engine, "SURE", 0.0)],
}
WHILE_BUILDING: dict[str, list[Change]] = {
    "读音": [(features, "sounds", lambda _: [])],
    "出处组": [(matcher, "build", partial(model.build, weight=0.0))],
}


@contextmanager
def _changed(changes: list[Change]) -> Iterator[None]:
    with ExitStack() as stack:
        for target, name, value in changes:
            stack.enter_context(patch.object(target, name, value))
        yield


def _made(knowledge: Knowledge) -> Answerer:
    return Answerer.of(compile_knowledge(knowledge, unseen(knowledge)))


def _fewer_terms(knowledge: Knowledge) -> Iterator[tuple[str, Knowledge]]:
    yield "用语表", replace(knowledge, terms={})
    matters = {name: ways for name, ways in knowledge.terms.items() if not name.startswith(ASKED)}
    yield "用语表里“问的是什么”", replace(knowledge, terms=matters)


def contributions(knowledge: Knowledge) -> None:
    """Prints the table: everything on, then each layer off."""
    table.titles(["关掉", *head()])
    whole = _made(knowledge)
    table.printed("（全开）", *row(whole))
    for name, changes in WHILE_ANSWERING.items():
        with _changed(changes):
            table.printed(name, *row(whole))
    table.printed("（全开，每题前后加客套话）", *row(whole, polite))
    with _changed(WHILE_ANSWERING["去掉客套话"]):
        table.printed("去掉客套话，每题前后加客套话", *row(whole, polite))
    for name, changes in WHILE_BUILDING.items():
        with _changed(changes):
            table.printed(name, *row(_made(knowledge)))
    for name, fewer in _fewer_terms(knowledge):
        table.printed(name, *row(_made(fewer)))
