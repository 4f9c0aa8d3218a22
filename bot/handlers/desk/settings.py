"""/limits: the centre's own reminders. Routes: lim:<key>:<days>."""

from __future__ import annotations

from datetime import datetime, timedelta

from bot.cases.limits import LIMITS, Limit
from bot.cases.workdays import is_workday
from bot.handlers.cases.parts import bold, whole
from bot.handlers.desk import guard
from bot.replies import Button, Edit, Replies, Say, Text, Toast, keyboard
from bot.storage import desk
from bot.storage.database import Transaction
from bot.turn import Turn

TOPIC = "desk:limits"


async def days(tx: Transaction, limit: Limit) -> int:
    """The number of working days that holds now; 0 means never."""
    found = await desk.setting(tx, limit.key)
    return limit.default if found is None else found


async def cutoff(tx: Transaction, limit: Limit, now: datetime) -> datetime | None:
    """What came before this moment is over the limit; None where the limit is switched off."""
    count = await days(tx, limit)
    if count == 0:
        return None
    day = now
    while count:
        count -= is_workday(day)
        day -= timedelta(days=1)
    return day.replace(hour=23, minute=59, second=59)


@guard.command
async def command(turn: Turn) -> Replies:
    """/limits."""
    text, rows = await _screen(turn)
    return [Say(text, keyboard(*rows), topic=TOPIC)]


@guard.pressed
async def pressed(turn: Turn) -> Replies:
    """More or fewer days."""
    match turn.incoming.data.split(":"):
        case ["lim", key, value] if key in LIMITS:
            number = whole(value)
            if number is None or number > LIMITS[key].most:
                return [Toast("不能再多了。")]
            await desk.set_setting(turn.tx, key, number, turn.incoming.user_name, turn.now)
            text, rows = await _screen(turn)
            return [Edit(text, keyboard(*rows), topic=TOPIC)]
    return [Toast("这个按钮已经失效。")]


async def _screen(turn: Turn) -> tuple[Text, list[list[Button]]]:
    said, rows = [], []
    for number, limit in enumerate(LIMITS.values(), start=1):
        now = await days(turn.tx, limit)
        said.append(f"{number}. {limit.words}：{f'{now}个工作日' if now else '不提醒'}")
        rows.append(
            [
                Button(f"{number}　少一天", data=f"lim:{limit.key}:{max(0, now - 1)}"),
                Button(f"{number}　多一天", data=f"lim:{limit.key}:{now + 1}"),
            ]
        )
    text = Text.of(
        bold("提醒设置"),
        "\n".join(said),
        "以上是本中心设定，用于提醒工作人员，办法没有规定这些天数，也不告诉机构。",
    )
    return text, rows
