"""The digest on working days, reminders to institutions, and the end of old attachments."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta
from typing import Any

from markupsafe import Markup

from bot.cases import limits
from bot.cases.states import State
from bot.cases.transitions import Role
from bot.cases.workdays import is_known, is_workday
from bot.delivery.worker import Finish, Work
from bot.handlers.cases import access
from bot.handlers.cases.parts import HOME, MINE, bold, lines, theirs
from bot.handlers.desk import card, purge
from bot.handlers.desk.settings import cutoff, days
from bot.replies import Button, Reply, Say, Text, WhenUnsure, keyboard
from bot.services import Services
from bot.storage import cases, events, jobs, queue, staff
from bot.storage.case_rows import Brief
from bot.storage.database import Transaction

JOB = "desk_daily"
_SHOWN = 8
_WEEK = "一二三四五六日"


async def schedule(tx: Transaction, now: datetime) -> None:
    """Orders the next digest; ordering it twice does no harm."""
    hour, minute = limits.DAILY_AT
    at = now.replace(hour=hour, minute=minute, second=0, microsecond=0)
    if at <= now:
        at += timedelta(days=1)
    while not is_workday(at):
        at += timedelta(days=1)
    await jobs.add(tx, JOB, {"day": at.date().isoformat()}, now, not_before=at)


def work(services: Services) -> Work:
    """Work for jobs {"day"}; one that comes late, after a standstill, counts for today."""

    async def do(_: Mapping[str, Any]) -> Finish:
        expired = await purge.delete_expired(services)

        async def finish(tx: Transaction) -> Iterable[Reply]:
            now = services.clock.now()
            await purge.record(tx, expired, now)
            await schedule(tx, now)
            if not is_workday(now):
                return ()
            return [*await digest(tx, services, now), *await reminders(tx, now)]

        return finish

    return do


async def digest(tx: Transaction, services: Services, now: datetime) -> list[Reply]:
    """What is open, what waits too long, who is away. Nothing where nothing is open."""
    counts = {s: await queue.count_open(tx, s) for s in State if s not in _CLOSED}
    if not sum(counts.values()):
        return []
    today = now.date()
    head = f"{today.month}月{today.day}日（周{_WEEK[today.weekday()]}）办件情况"
    total = "，".join(f"{s.label}{n}" for s, n in counts.items() if n)
    away = [c for c in await staff.everybody(tx) if c.away(today)]
    text = Text.of(
        bold(head),
        f"在办：{total}",
        await _unclaimed(tx, now),
        await _late(tx, now),
        _away(away),
        None if is_known(today.year) else "今年的节假日安排没有收录，工作日按周末估算。",
    )
    rows = [
        Button("办件列表", data="q:from:all"),
        Button("未领取", data="q:from:new"),
        Button("超期", data="q:from:late"),
    ]
    return [Say(text, keyboard(rows), to=services.staff_chat)]


_CLOSED = frozenset({State.DRAFT, State.FINISHED, State.REFUSED, State.WITHDRAWN, State.REPORTED})


async def _unclaimed(tx: Transaction, now: datetime) -> Markup | None:
    before = await cutoff(tx, limits.UNCLAIMED, now)
    if before is None:
        return None
    found = await queue.open_cases(tx, _SHOWN + 1, unclaimed=True, before=before)
    if not found:
        return None
    count = await days(tx, limits.UNCLAIMED)
    rows = [_line(b, None) for b in found[:_SHOWN]]
    return lines(f"满{count}个工作日没人领取（本中心设定）：", *rows, _more(found))


async def _late(tx: Transaction, now: datetime) -> Markup | None:
    before = await cutoff(tx, limits.OPEN, now)
    if before is None:
        return None
    found = await queue.open_cases(tx, _SHOWN + 1, before=before)
    if not found:
        return None
    count = await days(tx, limits.OPEN)
    rows = [_line(b, await staff.get(tx, b.assignee)) for b in found[:_SHOWN]]
    return lines(f"在办满{count}个工作日（本中心设定）：", *rows, _more(found))


def _line(found: Brief, clerk: staff.Clerk | None) -> Markup:
    who = Markup("　{}").format(card.mention(clerk.user_id, clerk.name)) if clerk else Markup()
    return Markup("· {}　{}　{}{}").format(found.reference, found.title, theirs(found.name), who)


def _more(found: Iterable[Brief]) -> str | None:
    return "……还有更多，见列表" if len(list(found)) > _SHOWN else None


def _away(found: list[staff.Clerk]) -> Markup | None:
    if not found:
        return None
    each = [
        Markup("{}（至{}月{}日）").format(theirs(c.name), c.away_until.month, c.away_until.day)
        for c in found
        if c.away_until
    ]
    return Markup("离岗：{}。他们经办的件，同事可以接着办。").format(Markup("、").join(each))


async def reminders(tx: Transaction, now: datetime) -> list[Reply]:
    """Institutions that have not answered a request for correction, once for each request."""
    before = await cutoff(tx, limits.CORRECTION, now)
    if before is None:
        return []
    said: list[Reply] = []
    for row in await queue.waiting_for_correction(tx, before, 200):
        last = await events.last_of_kind(tx, f"case:{row['id']}", "remind")
        if last is not None and last["at"] >= row["asked_at"]:
            continue
        case = await cases.get(tx, row["id"])
        await events.append(
            tx,
            f"case:{case.id}",
            now,
            actor=0,
            actor_name="系统",
            role=Role.SYSTEM,
            what="remind",
        )
        text = Text.of(
            bold(f"{case.reference}　还等着您补正"),
            "工作人员要求补正的内容还没有收到。补好以后请按“重新提交”。",
        )
        rows = keyboard([Button("去补正", data=f"case:s:{case.id}")], [MINE, HOME])
        said += [
            Say(text, rows, to=person, unsure=WhenUnsure.DROP, about=f"case:{case.id}")
            for person in await access.addressees(tx, case)
        ]
    return said
