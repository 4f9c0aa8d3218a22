"""The last check before a message leaves: what it says of the Measures stands there.

Judged are the words outside `theirs(…)`: every 条, 款, 项, 章 named must exist; every 「…」 must be
verbatim in the place named before it in the same paragraph or, if none is named, somewhere in the
document. What cannot be judged is a fault.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from bot.answers.words import CLOSE, OPEN, shown
from bot.measures import NOTICE, Citation, Measures
from bot.measures.numerals import from_chinese

_CN = "[零〇一二三四五六七八九十廿卅百两]+"
_PLACE = re.compile(
    rf"第(?P<article>{_CN})条"
    rf"(?:第(?P<paragraph>{_CN})款)?(?:第[（(]?(?P<item>{_CN})[）)]?项)?"
    r"|(?P<notice>印发通知)"
)
_CHAPTER = re.compile(rf"第({_CN})章")
_FIGURES = re.compile(r"第\s*[0-9０-９]+\s*[条章款项]")
_QUOTATION = re.compile(r"「([^「」]*)」")
_FOREIGN = re.compile(re.escape(OPEN) + f"[^{OPEN}{CLOSE}]*" + re.escape(CLOSE))
_AFTER = re.compile(r"[（(]?(?:《[^《》]*》)?")


@dataclass(frozen=True)
class Fault:
    """Why a message must not leave."""

    what: str
    words: str

    def __str__(self) -> str:
        return f"{self.what}：{self.words}"


def check(text: str, measures: Measures) -> list[Fault]:
    """Faults of an outgoing message (HTML or plain); an empty list lets it pass."""
    try:
        return list(_faults(text, measures))
    except Exception as error:  # whatever it is: unchecked must not leave
        return [Fault("核对没有做成", f"{type(error).__name__} {error}")]


def _faults(text: str, measures: Measures) -> Iterator[Fault]:
    ours = _FOREIGN.sub("□", text)
    if OPEN in ours or CLOSE in ours:
        yield Fault("他人的话的标记不成对", shown(ours)[:40])
    for paragraph in shown(ours).split("\n\n"):
        yield from _paragraph(paragraph, measures)


def _paragraph(text: str, measures: Measures) -> Iterator[Fault]:
    outside = _QUOTATION.sub(lambda match: "□" * len(match[0]), text)
    if "「" in outside or "」" in outside:
        yield Fault("引号「」不成对", text[:40])
    yield from _chapters(outside, measures)
    places: dict[int, tuple[int, Citation]] = {}
    for match in _PLACE.finditer(outside):
        try:
            citation = _citation(match)
        except ValueError:
            yield Fault("条款号写法不对", match[0])
            continue
        places[match.start()] = (match.end(), citation)
        if not measures.exists(citation):
            yield Fault("没有这一条款", match[0])
    for match in _QUOTATION.finditer(text):
        if not _stands(match, places, measures):
            yield Fault("引文与原文不一致", match[1][:40])


def _chapters(outside: str, measures: Measures) -> Iterator[Fault]:
    for match in _FIGURES.finditer(outside):
        yield Fault("条款号写法不对", match[0])
    for match in _CHAPTER.finditer(outside):
        if match[0] not in {chapter.label for chapter in measures.chapters}:
            yield Fault("没有这一章", match[0])


def _citation(match: re.Match[str]) -> Citation:
    if match["notice"]:
        return NOTICE
    article, paragraph, item = (
        from_chinese(match[part]) if match[part] else None
        for part in ("article", "paragraph", "item")
    )
    return Citation(article, paragraph, item)


def _stands(
    quotation: re.Match[str], places: dict[int, tuple[int, Citation]], measures: Measures
) -> bool:
    """In the place that follows in brackets, else in the one named before, else anywhere."""
    words = quotation[1]
    lead = _AFTER.match(quotation.string, quotation.end())
    after = places.get(lead.end()) if lead and lead[0] else None
    if after:
        return measures.quotes(after[1], words)
    before = [citation for end, citation in places.values() if end <= quotation.start()]
    if before:
        return measures.quotes(before[-1], words)
    everywhere = [NOTICE, *(Citation(number) for number in measures.articles)]
    return any(measures.quotes(place, words) for place in everywhere)
