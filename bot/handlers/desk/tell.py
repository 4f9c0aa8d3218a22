"""What the institution hears of each step: what happened, why, and what to do next."""

from __future__ import annotations

from markupsafe import Markup

from bot.cases.case import Case
from bot.cases.kinds import Kind
from bot.cases.transitions import Action
from bot.handlers.cases import access
from bot.handlers.cases.parts import HOME, MINE, bold, lines, theirs
from bot.replies import Button, Say, Text, WhenUnsure, keyboard
from bot.storage.database import Transaction

_CENTRE = "忻州市职业技能服务中心"


async def tell(tx: Transaction, case: Case, action: Action, reason: str = "") -> list[Say]:
    """The message to whoever speaks for the institution."""
    text = _TEXTS[action](case, reason)
    rows = [_ways(case, action), [MINE, HOME]]
    return [
        Say(text, keyboard(*rows), to=person, unsure=WhenUnsure.RESEND, about=f"case:{case.id}")
        for person in await access.addressees(tx, case)
    ]


def _ways(case: Case, action: Action) -> list[Button]:
    details = Button("办件详情", data=f"my:c:{case.id}")
    if action is Action.ASK_BACK:
        return [Button("去补正", data=f"case:s:{case.id}"), details]
    if action is Action.REFUSE:
        return [details, Button("问工作人员", data="person:ask")]
    return [details]


def _accepted(case: Case, _: str) -> Text:
    return Text.of(
        bold(f"{case.reference}　已受理"),
        f"{_CENTRE}已受理“{case.subject}”，正在办理，暂时不用做什么。有结果会在这里通知您。",
    )


def _asked(case: Case, reason: str) -> Text:
    rows = [
        Markup("{}. {}").format(number, theirs(ask.words))
        for number, ask in enumerate(case.asks, start=1)
    ]
    return Text.of(
        bold(f"{case.reference}　需要补正"),
        lines(*rows),
        Markup("工作人员的话：{}").format(theirs(reason)) if reason else None,
        "请按“去补正”，逐项补好后重新提交。没有列出的不用重发。",
    )


def _recalled(case: Case, _: str) -> Text:
    return Text.of(
        bold(f"{case.reference}　不用补正了"),
        "工作人员已收回补正要求，接着办理，暂时不用做什么。",
    )


def _finished(case: Case, reason: str) -> Text:
    next_step = (
        "变更情况由服务中心「按季度向人社厅、省鉴定中心报备」（第二十一条），不用您另外办。"
        if case.kind is Kind.CHANGE
        else "办理结果以服务中心的通知为准。"
    )
    return Text.of(
        bold(f"{case.reference}　已办结"),
        f"“{case.subject}”已办结。",
        Markup("说明：{}").format(theirs(reason)) if reason else None,
        next_step,
        "办件记录可在“办件详情”里下载 Word。",
    )


def _refused(case: Case, reason: str) -> Text:
    return Text.of(
        bold(f"{case.reference}　不予办理"),
        Markup("原因：{}").format(theirs(reason)),
        "情况有变化时，可以重新提交一件。对结果有疑问，请按“问工作人员”，或联系服务中心。",
    )


_TEXTS = {
    Action.ACCEPT: _accepted,
    Action.ASK_BACK: _asked,
    Action.RECALL: _recalled,
    Action.FINISH: _finished,
    Action.REFUSE: _refused,
}
