"""The verdict card: the overall word, each clause, what would change it, the fixed footer."""

from __future__ import annotations

import json
from datetime import datetime

from markupsafe import Markup

from bot.handlers.checks.screen import topic
from bot.handlers.checks.wording import compared, paragraphs
from bot.handlers.screens import HOME
from bot.interview import Run, VerdictLine, conclude, what_changed
from bot.interview.verdict_card import UNANSWERED
from bot.measures import Citation
from bot.replies import Button, Edit, Keyboard, Replies, Say, Text, WhenUnsure, keyboard
from bot.reports.wording import long_date
from bot.rules import RULES_VERSION, Status
from bot.storage import focus, runs
from bot.storage.database import Row
from bot.turn import Turn

_ADDITIONS = ("new_occupation", "new_level")


async def reached(turn: Turn, number: int, run: Run) -> Replies:
    """The run is over: its verdict is shown, and kept as it was shown."""
    await focus.clear(turn.tx, turn.chat_id, turn.user_id)
    row = await runs.get(turn.tx, number, turn.user_id)
    assert row is not None
    card = conclude(run, turn.now.date())
    changes = await _since_last_time(turn, row, run)
    said = list(paragraphs(run.procedure, card, changes))
    await runs.finish(turn.tx, number, card.label, [str(p) for p in said], turn.now)
    over = Edit(Text.of("自查已答完，结论见下一条。"), topic=topic(number))
    return [
        over,
        Say(Text.of(*said), ways(number, run.procedure, card.lines), unsure=WhenUnsure.RESEND),
    ]


async def again(turn: Turn, row: Row) -> Replies:
    """An earlier verdict, word for word as it was shown."""
    run = runs.run_of(row)
    head = f"这是{_day(row)}的自查结论："
    changed = None
    if run.version != RULES_VERSION:
        changed = "从那以后规则更新过，结论可能不同，请按“改答案再查”。"
    text = Text.of(head, changed, *(Markup(p) for p in json.loads(row["shown"])))
    lines = conclude(run, turn.now.date()).lines if changed is None else ()
    return [Say(text, ways(row["id"], run.procedure, lines))]


def _day(row: Row) -> str:
    return long_date(datetime.fromisoformat(row["finished_at"]))


def ways(number: int, procedure: str, lines: tuple[VerdictLine, ...]) -> Keyboard:
    """The articles behind it, the paper, the request that follows, and the ways on."""
    articles = list(
        dict.fromkeys(
            x.citation.article
            for x in lines
            if x.status in (Status.FAILED, Status.OPEN)
            and x.reason != UNANSWERED
            and x.citation.article
        )
    )[:3]
    reading = [Button(f"看{Citation(n).label}", data=f"text:a:{n}") for n in articles]
    early = any(line.reason == UNANSWERED for line in lines)
    request = []
    if any(line.status is Status.WRONG_PROCEDURE for line in lines):
        request = [Button("做别的自查", data="check:menu")]
    elif procedure in _ADDITIONS:
        request = [Button("据此提交新增申请", data=f"case:from:{number}")]
    elif procedure == "change":
        request = [Button("去报变更", data="case:new:change")]
    return keyboard(
        reading,
        request,
        [
            Button("要自查表（Word）", data=f"check:paper:{number}"),
            Button("问工作人员", data="person:ask"),
        ],
        [
            Button("接着查完" if early else "改答案再查", data=f"check:redo:{number}"),
            Button("历史自查", data="check:past:0"),
            HOME,
        ],
    )


async def _since_last_time(turn: Turn, row: Row, run: Run) -> Markup | None:
    earlier = await runs.before(turn.tx, row)
    if earlier is None:
        return None
    day = datetime.fromisoformat(earlier["finished_at"]).date()
    return compared(day, earlier["label"], what_changed(runs.run_of(earlier), run))
