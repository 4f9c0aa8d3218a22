"""/away and /back: who is absent, so that others may take over. Routes: away:<days>."""

from __future__ import annotations

import re
import unicodedata
from datetime import date, timedelta

from bot.cases.workdays import is_workday
from bot.handlers.cases.parts import lines, whole
from bot.handlers.desk import guard, lists
from bot.replies import Button, Replies, Say, Text, Toast, keyboard
from bot.reports.wording import long_date
from bot.storage import queue, staff
from bot.turn import Turn

LONGEST = 180
_DAY = re.compile(r"^(?:(\d{4})[-年./])?(\d{1,2})[-月./](\d{1,2})日?$")
_COUNT = re.compile(r"^(\d{1,3})(?:天|日)?$")


@guard.command
async def away(turn: Turn) -> Replies:
    """/away, /away 3, /away 11-30."""
    words = unicodedata.normalize("NFKC", turn.incoming.argument).strip()
    if not words:
        rows = [
            [Button("今天", data="away:1"), Button("今明两天", data="away:2")],
            [Button("三天", data="away:3"), Button("一周", data="away:7")],
        ]
        how = "也可以写明：/away 3（三天）、/away 11-30（到11月30日）。"
        return [Say(Text.of("离岗到哪一天？", how), keyboard(*rows))]
    until = last_day(words, turn.now.date())
    if until is None:
        return [Say(Text.of("没有看懂日期。请写天数或日期，例如：/away 3、/away 11-30。"))]
    return await _away(turn, until)


@guard.pressed
async def pressed(turn: Turn) -> Replies:
    """The buttons under /away."""
    match turn.incoming.data.split(":"):
        case ["away", days]:
            count = whole(days) or 0
            if 1 <= count <= LONGEST:
                return await _away(turn, turn.now.date() + timedelta(days=count - 1))
    return [Toast("这个按钮已经失效。")]


@guard.command
async def back(turn: Turn) -> Replies:
    """/back."""
    await staff.set_away(turn.tx, turn.user_id, None)
    return [Say(Text.of("已记下，您回来了。"), keyboard(_own()))]


def last_day(words: str, today: date) -> date | None:
    """The last day of an absence: a number of calendar days from today, or a day."""
    if count := _COUNT.match(words):
        days = int(count[1])
        return today + timedelta(days=days - 1) if 1 <= days <= LONGEST else None
    match = _DAY.match(words)
    if match is None:
        return None
    try:
        day = date(int(match[1] or today.year), int(match[2]), int(match[3]))
        if day < today and match[1] is None:
            day = day.replace(year=day.year + 1)
    except ValueError:
        return None
    return day if today <= day <= today + timedelta(days=LONGEST) else None


async def _away(turn: Turn, until: date) -> Replies:
    await staff.set_away(turn.tx, turn.user_id, until)
    mine = await queue.open_cases(turn.tx, lists.PAGE, assignee=turn.user_id)
    first = until + timedelta(days=1)
    while not is_workday(first):
        first += timedelta(days=1)
    text = Text.of(
        lines(
            f"已记下：离岗至{long_date(until)}，{long_date(first)}回来上班。",
            "这期间您经办的件，同事都可以接着办；提前回来请发 /back。",
        ),
        "您手上在办的件（点数字看卡片，可以转交）：" if mine else None,
        await lists.rows(turn, mine) if mine else None,
    )
    return [Say(text, keyboard(*lists.openers(mine), _own()))]


def _own() -> list[Button]:
    return [Button("我的在办件", data="q:from:mine")]
