"""Knowledge ready for use, built once and kept in a cache that is provably current."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields, replace
from pathlib import Path

from bot.answers import cache as files
from bot.answers.cards import Card
from bot.answers.codec import back, plainly
from bot.answers.compose import Composer
from bot.answers.gate import check
from bot.answers.knowledge import Knowledge, examine
from bot.answers.matcher import Label, Matcher, labelled
from bot.answers.places import KnowledgeError, Problem
from bot.answers.sentences import Sentences
from bot.measures import load

_log = logging.getLogger(__name__)
_CODE = Path(__file__).parent


@dataclass(frozen=True)
class Compiled:
    """Knowledge with the indexes made from it."""

    knowledge: Knowledge
    matcher: Matcher
    sentences: Sentences


def made_from(folder: Path) -> str:
    """One hash of all that the indexes are made from: the knowledge and the program."""
    return files.fingerprint(_inputs(folder))


def current(folder: Path, cache: Path) -> bool:
    """Whether the cache was made from these very files by this very program."""
    return files.holds(cache, made_from(folder))


def compiled(
    folder: Path, cache: Path | None, extra_cards: Sequence[Card] = (), strict: bool = True
) -> Compiled:
    """From the cache if that was made from the same files and program, else built anew.

    Not `strict`: what is unsound is left out and named in the log, and nothing is cached then. With
    extra cards nothing is cached either: the cache holds what is in the files.
    """
    keep = cache if not extra_cards else None
    key = made_from(folder) if keep else ""
    stored = files.fetch(keep, key) if keep else None
    if stored is not None:
        return _unpacked(stored, folder)
    knowledge, problems = examine(folder)
    knowledge, faults = checked(_with(knowledge, extra_cards))
    problems += faults
    if problems and strict:
        raise KnowledgeError(problems)
    for problem in problems:
        _log.warning("知识有误，先不用这一处：%s", problem)
    result = compile_knowledge(knowledge)
    if keep and not problems:
        files.store(keep, key, _packed(result))
    return result


def compile_knowledge(
    knowledge: Knowledge, samples: Iterable[tuple[str, Label]] | None = None
) -> Compiled:
    """The indexes of knowledge that is already read and checked; of all phrasings or of some."""
    matcher = Matcher.of(knowledge, labelled(knowledge) if samples is None else samples)
    return Compiled(knowledge, matcher, Sentences.of(knowledge.measures, matcher.terms))


def checked(knowledge: Knowledge) -> tuple[Knowledge, list[Problem]]:
    """Has the gate judge every card and reply as composed: the sound ones, and the faults."""
    composer = Composer(knowledge.measures, knowledge.subjects)
    problems = []
    for card in knowledge.cards.values():
        for fault in check(composer.card(card).html, knowledge.measures):
            what = f"卡片“{card.id}”说出来的话通不过核对：{fault}"
            remedy = "请核对“回答”“说明”里的条款号和「」里的引文"
            problems.append(Problem(card.file, card.line, what, remedy))
    bad = {(problem.file, problem.line) for problem in problems}
    sound = {
        name: card for name, card in knowledge.cards.items() if (card.file, card.line) not in bad
    }
    for chat in knowledge.chat.values():
        for fault in check(chat.reply, knowledge.measures):
            what = f"“{chat.name}”的回答通不过核对：{fault}"
            problems.append(Problem("chat.yaml", 1, what, "请核对条款号和「」里的引文"))
    return replace(knowledge, cards=sound), problems


def _inputs(folder: Path) -> Iterable[Path]:
    yield from folder.rglob("*.yaml")
    yield from _CODE.rglob("*.py")
    yield from _CODE.rglob("*.txt")


def _with(knowledge: Knowledge, extra_cards: Sequence[Card]) -> Knowledge:
    more = {card.id: card for card in extra_cards}
    return replace(knowledge, cards={**knowledge.cards, **more})


def _packed(parts: Compiled) -> object:
    names = [field.name for field in fields(Knowledge) if field.name != "measures"]
    knowledge = [plainly(getattr(parts.knowledge, name)) for name in names]
    return (knowledge, plainly(parts.matcher), plainly(parts.sentences))


def _unpacked(stored: object, folder: Path) -> Compiled:
    assert isinstance(stored, tuple)
    knowledge, matcher, sentences = stored
    measures = load(folder / "measures.yaml")
    return Compiled(Knowledge(measures, *map(back, knowledge)), back(matcher), back(sentences))
