"""Knowledge ready for use, built once and kept in a cache that is provably current."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from pathlib import Path

from bot.answers import cache as files
from bot.answers.cards import Card
from bot.answers.codec import back, plainly
from bot.answers.compose import Composer
from bot.answers.gate import check
from bot.answers.knowledge import Knowledge, examine
from bot.answers.matcher import CARD, Label, Matcher, labelled
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


def compiled(
    folder: Path,
    cache: Path | None,
    extra_cards: Sequence[Card],
    extra_phrasings: Mapping[str, Sequence[str]],
    strict: bool = True,
) -> Compiled:
    """From the cache if that was made from the same files, program and extras, else built anew.

    Not `strict`: what is unsound is left out and named in the log, and nothing is cached then.
    """
    phrasings = sorted((name, tuple(texts)) for name, texts in extra_phrasings.items())
    extras = repr((tuple(extra_cards), phrasings))
    key = files.fingerprint(_inputs(folder), extras) if cache else ""
    stored = files.fetch(cache, key) if cache else None
    if stored is not None:
        return _unpacked(stored, folder)
    knowledge, problems = examine(folder)
    knowledge, faults = checked(_with(knowledge, extra_cards))
    problems += faults
    if problems and strict:
        raise KnowledgeError(problems)
    for problem in problems:
        _log.warning("知识有误，先不用这一处：%s", problem)
    result = compile_knowledge(knowledge, extra_phrasings)
    if cache and not problems:
        files.store(cache, key, _packed(result))
    return result


def compile_knowledge(
    knowledge: Knowledge, extra_phrasings: Mapping[str, Sequence[str]] | None = None
) -> Compiled:
    """The indexes of knowledge that is already read and checked."""
    samples = [*labelled(knowledge), *_extra(knowledge, extra_phrasings or {})]
    matcher = Matcher.of(knowledge, samples)
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


def _extra(
    knowledge: Knowledge, phrasings: Mapping[str, Sequence[str]]
) -> Iterable[tuple[str, Label]]:
    """Phrasings for cards that exist; a card may have been renamed since they were stored."""
    for card_id, texts in phrasings.items():
        if card_id in knowledge.cards:
            yield from ((text, Label(CARD, card_id)) for text in texts)


def _packed(parts: Compiled) -> object:
    names = [field.name for field in fields(Knowledge) if field.name != "measures"]
    knowledge = [plainly(getattr(parts.knowledge, name)) for name in names]
    return (knowledge, plainly(parts.matcher), plainly(parts.sentences))


def _unpacked(stored: object, folder: Path) -> Compiled:
    assert isinstance(stored, tuple)
    knowledge, matcher, sentences = stored
    measures = load(folder / "measures.yaml")
    return Compiled(Knowledge(measures, *map(back, knowledge)), back(matcher), back(sentences))
