"""Everything under `knowledge/` that answers are made of, read and checked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from bot.answers.answer import Kind
from bot.answers.cards import Card, read_cards
from bot.answers.places import KnowledgeError, Place, Problem, read
from bot.measures import Measures, load
from bot.measures.text import KNOWLEDGE

ASKED = "?"
CHAT_KINDS = (Kind.SMALLTALK, Kind.HELP, Kind.HANDOFF, Kind.REFUSED)


@dataclass(frozen=True)
class Chat:
    """A class of talk that is no question about the Measures, with its fixed reply."""

    name: str
    kind: Kind
    reply: str
    phrasings: tuple[str, ...]


@dataclass(frozen=True)
class Knowledge:
    """The reviewed content, in one piece."""

    measures: Measures
    cards: Mapping[str, Card]
    chat: Mapping[str, Chat]
    elsewhere: Mapping[str, tuple[str, ...]]
    """Other matters that people ask about → how they ask."""
    terms: Mapping[str, tuple[str, ...]]
    """Matter → ways of saying it; what is asked of a matter begins with `ASKED`."""
    core: frozenset[str]
    """Matters that only come up where skills are evaluated."""
    subjects: Mapping[int, str]
    """Article → what it is about."""
    see_also: Mapping[int, tuple[int, ...]]
    """Article → articles to be read beside it."""


def read_knowledge(folder: Path = KNOWLEDGE) -> Knowledge:
    """Reads and checks the folder. Raises KnowledgeError naming every fault with file and line."""
    knowledge, problems = examine(folder)
    if problems:
        raise KnowledgeError(problems)
    return knowledge


def examine(folder: Path = KNOWLEDGE) -> tuple[Knowledge, list[Problem]]:
    """What can be used of the folder and, beside it, all that is wrong."""
    problems: list[Problem] = []
    measures = load(folder / "measures.yaml")
    cards, faults = read_cards(folder / "cards", measures)
    problems += faults
    fields = {}
    for name in ("chat", "elsewhere", "terms", "articles"):
        try:
            fields[name] = read(folder / f"{name}.yaml").fields() or {}
        except KnowledgeError as error:
            problems += error.problems
            fields[name] = {}
    groups = {
        name: _lists("terms.yaml", group.fields() or {}, problems)
        for name, group in fields["terms"].items()
    }
    asked = {ASKED + name: ways for name, ways in groups.pop("问的是什么", {}).items()}
    terms = {name: ways for group in groups.values() for name, ways in group.items()} | asked
    subjects, see_also = _articles(fields["articles"], measures, problems)
    knowledge = Knowledge(
        measures,
        {card.id: card for card in cards},
        {chat.name: chat for chat in _chat(fields["chat"], problems)},
        _lists("elsewhere.yaml", fields["elsewhere"], problems),
        terms,
        frozenset(groups.get("本行的事", {})),
        subjects,
        see_also,
    )
    return knowledge, problems


def _lists(
    file: str, fields: Mapping[str, Place], problems: list[Problem]
) -> dict[str, tuple[str, ...]]:
    result = {}
    for name, place in fields.items():
        texts = place.texts()
        if texts is None:
            problems.append(
                Problem(file, place.line, f"“{name}”要写成一列", "例：[说法一, 说法二]")
            )
        result[name] = tuple(texts or ())
    return result


def _chat(fields: Mapping[str, Place], problems: list[Problem]) -> list[Chat]:
    result = []
    for name, place in fields.items():
        parts = place.fields() or {}
        kind = parts["kind"].text() if "kind" in parts else None
        reply = parts["回答"].text() if "回答" in parts else None
        phrasings = parts["问法"].texts() if "问法" in parts else None
        if kind not in CHAT_KINDS or not reply or phrasings is None:
            remedy = "每一类要有 kind（smalltalk / help / handoff / refused）、回答、问法"
            problems.append(Problem("chat.yaml", place.line, f"“{name}”没有写全", remedy))
            continue
        result.append(Chat(name, Kind(kind), reply, tuple(phrasings)))
    return result


def _articles(
    fields: Mapping[str, Place], measures: Measures, problems: list[Problem]
) -> tuple[dict[int, str], dict[int, tuple[int, ...]]]:
    subjects: dict[int, str] = {}
    see_also: dict[int, tuple[int, ...]] = {}
    for key, place in fields.items():
        parts = place.fields() or {}
        subject = parts["题"].text() if "题" in parts else None
        others = parts["互见"].texts() if "互见" in parts else []
        numbers = [int(o) for o in others or [] if o.isdecimal()]
        good = key.isdecimal() and int(key) in measures.articles and subject
        if not good or any(n not in measures.articles for n in numbers) or others is None:
            remedy = "写法：24: {题: 新增的条件, 互见: [23, 25]}，条号在1到34之间"
            problems.append(Problem("articles.yaml", place.line, f"“{key}”写得不对", remedy))
            continue
        subjects[int(key)] = str(subject)
        see_also[int(key)] = tuple(numbers)
    return subjects, see_also
