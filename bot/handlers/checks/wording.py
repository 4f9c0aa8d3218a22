"""The verdict as paragraphs for a phone: what decides first, what is met in short."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from markupsafe import Markup

from bot.answers.gate import check
from bot.answers.words import theirs
from bot.interview import VerdictCard, VerdictLine
from bot.interview.verdict_card import UNANSWERED
from bot.measures import load
from bot.reports.wording import long_date
from bot.rules import Note, Status, Word

_SIGNS = {Word.ELIGIBLE: "✅", Word.INELIGIBLE: "❌", Word.NEEDS_REVIEW: "❓"}
_USUAL = {Status.FAILED: "不符合", Status.OPEN: "待核实", Status.MET: "符合"}
_SPECIAL = {
    "change": {Status.FAILED: "还缺", Status.MET: "已具备"},
    "duties": {Status.FAILED: "未做到", Status.MET: "已做到"},
}
_PLAIN = {
    *("是", "有", "符合", "都是", "在做", "在报", "愿意", "同意", "负责", "写明了"),
    *("已制定并公布", "没有销毁过", "不变"),
}


def words_for(procedure: str) -> dict[Status, str]:
    """What a clause's result is called in this check."""
    return _USUAL | _SPECIAL.get(procedure, {}) | {Status.WRONG_PROCEDURE: "不适用"}


def paragraphs(procedure: str, card: VerdictCard, changes: Markup | None) -> Iterator[Markup]:
    """The whole card; `changes` is the comparison with the time before."""
    names = words_for(procedure)
    found = {status: [x for x in card.lines if x.status is status] for status in names}
    counts = _counts(found, names)
    yield Markup("<b>{}</b>\n{} <b>{}</b>{}").format(
        card.title, _SIGNS.get(card.word, "▫️"), card.label, counts and f"　{counts}"
    )
    yield Markup("{}").format(card.meaning)
    if changes:
        yield changes
    for line in found[Status.WRONG_PROCEDURE]:
        yield from _line(line)
    for status in (Status.FAILED, Status.OPEN):
        asked = [line for line in found[status] if line.reason != UNANSWERED]
        said = [part for line in asked for part in _line(line)]
        yield from _section(f"{names[status]}的", said)
    yield from _unanswered([x for x in found[Status.OPEN] if x.reason == UNANSWERED])
    if card.materials:
        rows = [Markup("· {}　{}：{}").format(m.place, m.name, m.at_hand) for m in card.materials]
        yield from _section("第二十二条写到的材料", rows, together=True)
    met = found[Status.MET]
    yield from _folded(f"{names[Status.MET]}的{len(met)}项", _met(met))
    yield from _folded(f"提醒{len(card.notes)}条", map(_note, card.notes))
    yield Markup("<i>{}</i>").format(card.footer)
    yield Markup("依据：{}；规则版本：{}；自查日期：{}").format(
        card.document, card.version, long_date(card.day)
    )


def compared(day: date, label: str, changes: Iterable[str]) -> Markup:
    """What changed since the time before."""
    head = Markup("<b>和{}那次（{}）相比</b>\n").format(long_date(day), label)
    lines = [theirs(change) for change in changes] or [Markup("回答没有变化。")]
    return head + Markup("\n").join(lines)


def _counts(found: dict[Status, list[VerdictLine]], names: dict[Status, str]) -> str:
    order = (Status.FAILED, Status.OPEN, Status.MET)
    return "、".join(f"{names[status]}{len(found[status])}项" for status in order if found[status])


def _section(head: str, lines: Iterable[Markup], together: bool = False) -> Iterator[Markup]:
    """A heading and its lines: one paragraph each, or all of them in one."""
    rows = list(lines)
    if not rows:
        return
    title = Markup("<b>{}</b>").format(head)
    if together:
        yield Markup("\n").join([title, *rows])
        return
    yield title + Markup("\n") + rows[0]
    yield from rows[1:]


def _folded(head: str, lines: Iterable[Markup]) -> Iterator[Markup]:
    """What need not be read at once: Telegram shows three lines of it and opens it at a tap."""
    rows = list(lines)
    if rows:
        title = Markup("<b>{}</b>").format(head)
        body = Markup("\n").join([title, *rows])
        yield Markup("<blockquote expandable>{}</blockquote>").format(body)


def own_reason(line: VerdictLine) -> str:
    """The reason where it says more than the answer does."""
    first, stop, rest = line.reason.partition("。")
    if set(line.reason.split("；")) <= set(line.answers):
        return ""
    return rest if stop and rest and first in line.answers else line.reason


def _line(line: VerdictLine) -> Iterator[Markup]:
    """The clause, the person's own answer, the reason where it says more, the way out.

    A reason that quotes another place without naming it stands in a paragraph of its own.
    """
    said, reason = line.said, own_reason(line)
    body = [Markup("{} <b>{}</b>　{}").format(line.mark, line.place, line.title)]
    if said:
        body.append(Markup("您的回答：{}").format(theirs(said)))
    rest = [Markup("{}").format(reason)] if reason else []
    if line.remedy:
        rest.append(Markup("怎样改变：{}").format(line.remedy))
    if "「" in reason and check(Markup("\n").join([*body, *rest]), load()):
        yield Markup("\n").join(body)
        yield Markup("\n").join(rest)
        return
    yield Markup("\n").join([*body, *rest])


def _unanswered(lines: list[VerdictLine]) -> Iterator[Markup]:
    if lines:
        places = "、".join(dict.fromkeys(line.place for line in lines))
        words = f"提前看结论，还有{len(lines)}项没有问到，列待核实：{places}。"
        yield Markup("？ {}").format(words)


def _met(lines: list[VerdictLine]) -> list[Markup]:
    """One line for each place; what is only declared bears a star."""
    places: dict[str, list[Markup]] = {}
    said: dict[str, str] = {}
    for line in lines:
        again = said.get(line.place) == line.said
        places.setdefault(line.place, []).append(_short(line, again))
        said[line.place] = line.said
    rows = [
        Markup("✓ {}　{}").format(place, Markup("；").join(words))
        for place, words in places.items()
    ]
    if any(line.note for line in lines):
        rows.append(Markup("＊为自述具备，由主管部门判断。"))
    return rows


def _short(line: VerdictLine, again: bool) -> Markup:
    """Title and answer; one answer that meets several clauses in a row is told once."""
    said, reason = _shortened(line), own_reason(line)
    star = "＊" if line.note else ""
    if reason:
        return Markup("{}{}：{}").format(line.title, star, reason)
    if again or said in _PLAIN:
        return Markup("{}{}").format(line.title, star)
    return Markup("{}{}：{}").format(line.title, star, theirs(said))


def _shortened(line: VerdictLine) -> str:
    """Several answers without the names of their questions."""
    words = [part.rpartition("：")[2] for part in line.said.split("；")]
    return "，".join(dict.fromkeys(words))


def _note(note: Note) -> Markup:
    """The place goes first: every quotation that follows stands there."""
    quoted = f"原文：「{note.quotation}」" if note.quotation else ""
    return Markup("· {}：{}。{}").format(note.citation.label, note.text, quoted)
