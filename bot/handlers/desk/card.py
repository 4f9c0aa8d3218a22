"""The staff's card of a case: one message in the staff's chat, edited as the case moves."""

from __future__ import annotations

from datetime import datetime

from markupsafe import Markup

from bot.cases.case import Case, LineState
from bot.cases.kinds import Kind
from bot.cases.transitions import Action
from bot.cases.workdays import workdays_between
from bot.handlers.cases import copies, describe
from bot.handlers.cases.parts import bold, field, lines, theirs
from bot.handlers.desk import determined
from bot.handlers.desk.buttons import buttons
from bot.handlers.desk.record import deed as deed_words
from bot.replies import Edit, Replies, Say, Text
from bot.reports.wording import moment
from bot.services import Services
from bot.storage import events, outbox, staff
from bot.storage.database import Transaction

NOTES_SHOWN = 3


def topic(case: Case) -> str:
    """The lasting name of the card."""
    return f"case:{case.id}:card"


async def show(
    tx: Transaction, services: Services, case: Case, now: datetime, *, sure: Action | None = None
) -> list[Edit]:
    """The card as it is now; it is made where there is none yet. `sure` asks before a deed."""
    text = await words(tx, case, now)
    if sure is Action.FINISH:
        text = Text((*text.paragraphs, _before_finishing(case)))
    return [Edit(text, buttons(case, sure), to=services.staff_chat, topic=topic(case))]


def _before_finishing(case: Case) -> Markup:
    """What a clerk may have overlooked; the decision is theirs."""
    open_ = [x.name for x in case.needed if not x.optional and x.state is not LineState.GIVEN]
    return lines(
        bold("要办结吗？"),
        f"还没有交：{'、'.join(open_)}。" if open_ else None,
        f"还有{len(case.marks)}处待核实，见上。" if case.marks else None,
        "办结以后不能再改，机构会收到通知。",
    )


async def words(tx: Transaction, case: Case, now: datetime) -> Text:
    """Everything a clerk needs to know before a button is pressed."""
    delivery = await delivery_words(tx, case)
    return Text.of(
        lines(
            bold(f"{case.reference}　{case.subject}　{case.state.label}"),
            await _clerk(tx, case, now),
            _age(case, now),
        ),
        describe.institution(case),
        describe.request(case),
        describe.self_check(case),
        await determined.about(tx, case),
        lines(bold("材料"), *describe.materials(case)),
        Markup("对照第二十二条：{}").format(case.verdict) if case.kind is Kind.CHANGE else None,
        *copies.listed("待核实", case.marks),
        _asks(case),
        field(f"{case.state.label}的原因", case.result) if not case.open else None,
        await _notes(tx, case),
        lines(await _last(tx, case), f"通知机构：{delivery}" if delivery else None),
    )


async def notify(tx: Transaction, services: Services, case: Case, what: str | Markup) -> Replies:
    """A short message below, because nobody hears an edit; it names who handles the case."""
    card = await outbox.message_of(tx, services.staff_chat, topic(case))
    clerk = await staff.get(tx, case.assignee)
    who = Markup("　{}").format(mention(clerk.user_id, clerk.name)) if clerk else Markup()
    text = Text.of(Markup("{}　{}{}").format(bold(case.reference), what, who))
    return [Say(text, to=services.staff_chat, reply_to=card)]


def mention(user_id: int, name: str) -> Markup:
    """A name that Telegram rings at."""
    return Markup('<a href="tg://user?id={}">{}</a>').format(user_id, theirs(name))


async def delivery_words(tx: Transaction, case: Case) -> str:
    """How the last message to the institution fared."""
    row = await outbox.delivery_of(tx, f"case:{case.id}")
    if row is None:
        return ""
    if row["state"] == "sent":
        return "已送达"
    if row["state"] in ("waiting", "sending"):
        return "正在重试" if row["attempts"] else "正在发送"
    if row["state"] == "uncertain":
        return "不确定是否送达"
    return str(row["problem"] or "没有送达")


async def _clerk(tx: Transaction, case: Case, now: datetime) -> Markup | str:
    clerk = await staff.get(tx, case.assignee)
    if clerk is None:
        return "经办人：还没有人领取" if case.open else "经办人：—"
    until = clerk.away_until
    away = f"（离岗至{until.month}月{until.day}日）" if until and clerk.away(now.date()) else ""
    return Markup("经办人：{}{}").format(theirs(clerk.name), away)


def _age(case: Case, now: datetime) -> str:
    assert case.submitted_at is not None
    found = workdays_between(case.submitted_at, case.closed_at or now)
    guess = "" if found.known else "，节假日安排未公布，按周末估算"
    return f"提交：{moment(case.submitted_at)}（{found.days}个工作日{guess}）"


def _asks(case: Case) -> Markup | None:
    if not case.asks:
        return None
    rows = [Markup("{} {}").format("✅" if a.done else "☐", theirs(a.words)) for a in case.asks]
    return lines(bold("补正要求"), *rows)


async def _notes(tx: Transaction, case: Case) -> Markup | None:
    found = [e for e in await events.of(tx, f"case:{case.id}") if e["what"] == Action.NOTE]
    rows = [
        Markup("{}：{}").format(theirs(e["actor_name"]), theirs(e["why"]))
        for e in found[-NOTES_SHOWN:]
    ]
    return lines(bold("备注（机构看不到）"), *rows) if rows else None


async def _last(tx: Transaction, case: Case) -> Markup | None:
    event = await events.last_of(tx, f"case:{case.id}")
    if event is None:
        return None
    at = moment(datetime.fromisoformat(event["at"]))
    who = Markup("{} {}").format(theirs(event["actor_name"]), deed_words(event))
    return Markup("最近：{}　{}").format(who, at)


__all__ = ["delivery_words", "field", "mention", "notify", "show", "topic", "words"]
