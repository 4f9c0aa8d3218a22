"""The verdict card: the overall word, each clause, what would change it, the fixed footer."""

from __future__ import annotations

import json
from collections.abc import Iterator

from markupsafe import Markup

from bot.answers.words import theirs
from bot.handlers.screens import HOME
from bot.interview import Run, VerdictCard, VerdictLine, conclude, what_changed
from bot.measures import Citation
from bot.replies import Button, Edit, Keyboard, Replies, Say, Text, WhenUnsure, keyboard
from bot.rules import Status, Word
from bot.storage import focus, runs
from bot.storage.database import Row
from bot.turn import Turn

_ADDITIONS = ("new_occupation", "new_level")
_WORD_MARKS = {Word.ELIGIBLE: "✅", Word.INELIGIBLE: "❌", Word.NEEDS_REVIEW: "❓"}


async def reached(turn: Turn, number: int, run: Run) -> Replies:
    """The run is over: its verdict is shown, and kept as it was shown."""
    await focus.clear(turn.tx, turn.chat_id, turn.user_id)
    card = conclude(run, turn.now.date())
    paragraphs = list(_paragraphs(card))
    await runs.finish(turn.tx, number, card.label, [str(p) for p in paragraphs], turn.now)
    row = await runs.get(turn.tx, number, turn.user_id)
    assert row is not None
    changes = await _since_last_time(turn, row, run)
    text = Text.of(*paragraphs, changes)
    over = Edit(Text.of("自查已答完，结论见下一条。"), topic=f"check:{number}")
    return [over, Say(text, buttons(row, card.lines), unsure=WhenUnsure.RESEND)]


async def again(turn: Turn, row: Row) -> Replies:
    """An earlier verdict, word for word as it was shown."""
    day = row["finished_at"][:10]
    card = conclude(runs.run_of(row), turn.now.date())
    head = f"这是{day}的自查结论："
    text = Text.of(head, *(Markup(p) for p in json.loads(row["shown"])))
    return [Say(text, buttons(row, card.lines))]


def buttons(row: Row, lines: tuple[VerdictLine, ...]) -> Keyboard:
    """The articles behind it, the paper, the request that follows, and the ways on."""
    articles = list(
        dict.fromkeys(
            x.citation.article
            for x in lines
            if x.status in (Status.FAILED, Status.OPEN) and x.citation.article
        )
    )[:3]
    reading = [Button(f"看{Citation(n).label}", data=f"text:a:{n}") for n in articles]
    number = row["id"]
    request = []
    if any(line.status is Status.WRONG_PROCEDURE for line in lines):
        request = [Button("做别的自查", data="check:menu")]
    elif row["procedure"] in _ADDITIONS:
        request = [Button("据此提交新增申请", data=f"case:from:{number}")]
    elif row["procedure"] == "change":
        request = [Button("去报变更", data="case:new:change")]
    return keyboard(
        reading,
        [Button("要一份 Word 自查表", data=f"check:paper:{number}")],
        request,
        [
            Button("改答案再查", data=f"check:redo:{number}"),
            Button("历史自查", data="check:past:0"),
            HOME,
        ],
    )


def _paragraphs(card: VerdictCard) -> Iterator[Markup]:
    mark = _WORD_MARKS.get(card.word, "▫️")
    yield Markup("<b>{}</b>\n{} <b>{}</b>　{}").format(card.title, mark, card.label, card.counts)
    yield Markup("{}").format(card.meaning)
    if card.remedies:
        yield Markup("<b>怎样可以改变结论</b>\n") + Markup("\n").join(card.remedies)
    met = [line for line in card.lines if line.status is Status.MET]
    for line in card.lines:
        if line.status is not Status.MET:
            yield _line(line)
    if met:
        yield Markup("<b>其余各项</b>\n") + Markup("\n").join(_short(line) for line in met)
    if card.materials:
        rows = [Markup("· {}（{}）：{}").format(m.name, m.place, m.at_hand) for m in card.materials]
        yield Markup("<b>第二十二条写到的材料</b>\n") + Markup("\n").join(rows)
    for note in card.notes:
        quoted = f"「{note.quotation}」" if note.quotation else ""
        yield Markup("提醒（{}）：{}{}").format(note.citation.label, note.text, quoted)
    yield Markup("<i>{}</i>").format(card.footer)
    yield Markup("依据：{}；规则版本 {}；自查日期 {}年{}月{}日").format(
        card.document, card.version, card.day.year, card.day.month, card.day.day
    )


def _line(line: VerdictLine) -> Markup:
    answers = theirs("；".join(line.answers))
    head = Markup("{} <b>{}</b>　{}").format(line.mark, line.place, line.title)
    body = [head, Markup("您的回答：{}").format(answers) if line.answers else None, line.reason]
    if line.remedy:
        body.append(Markup("改变的办法：{}").format(line.remedy))
    return Markup("\n").join(Markup("{}").format(part) for part in body if part)


def _short(line: VerdictLine) -> Markup:
    return Markup("{} {}　{}{}").format(
        line.mark, line.place, line.title, f"（{line.note}）" if line.note else ""
    )


async def _since_last_time(turn: Turn, row: Row, run: Run) -> Markup | None:
    earlier = await runs.before(turn.tx, row)
    if earlier is None:
        return None
    changes = what_changed(runs.run_of(earlier), run)
    head = Markup("<b>和{}那次（{}）相比</b>\n").format(
        earlier["finished_at"][:10], earlier["label"]
    )
    lines = [theirs(change) for change in changes] or [Markup("回答没有变化。")]
    return head + Markup("\n").join(lines)
