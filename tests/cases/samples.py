"""Cases as tests need them, made without pressing through the form."""

from __future__ import annotations

from typing import Any

from bot.cases import lifecycle, materials
from bot.cases.case import Case, LineState
from bot.cases.kinds import Kind
from bot.cases.lifecycle import Actor
from bot.cases.transitions import Role
from bot.handlers.desk import card
from bot.storage import cases
from bot.storage.database import Transaction
from tests.support import Stage

FACTS = {
    "code": "91140900MA0K00001G",
    "name": "忻州虚构机械有限公司",
    "kind": "employer_enterprise",
    "form": "company",
    "filed": "xinzhou",
    "contact": "张文",
    "phone": "13800000000",
    "items": "name",
    "what.done": "1",
    "entity": "no",
    "before.name": "忻州虚构机械有限公司",
    "after.name": "忻州虚构智能装备有限公司",
    "reason": "业务扩大",
}
ADDITION = {
    **{k: FACTS[k] for k in ("code", "name", "kind", "form", "filed", "contact", "phone")},
    "occupation": "虚构工",
    "levels": "初级工（五级） 中级工（四级）",
    "levels.done": "1",
    "reason": "业务需要",
}


async def submitted(tx: Transaction, stage: Stage, kind: Kind = Kind.CHANGE, **facts: str) -> Case:
    """A case of the contact, just submitted."""
    now = stage.clock.now()
    base = FACTS if kind is Kind.CHANGE else ADDITION
    number = await cases.create(tx, kind, stage.contact.id, {**base, **facts}, now)
    case = await cases.get(tx, number)
    await cases.set_lines(tx, number, materials.wanted(kind, case.facts))
    case = await cases.get(tx, number)
    for line in case.needed:
        await cases.set_line(tx, line.id, LineState.LATER)
    actor = Actor(stage.contact.id, stage.contact.name, Role.CONTACT)
    return await lifecycle.submit(tx, await cases.get(tx, number), actor, now)


async def with_card(stage: Stage, kind: Kind = Kind.CHANGE, **columns: Any) -> Case:
    """A submitted case whose card stands in the staff's chat; then columns are changed."""
    stage.contact.start()
    await stage.pump()
    async with stage.bot.services.db.transaction() as tx:
        case = await submitted(tx, stage, kind)
        shown = await card.show(tx, stage.bot.services, case, stage.clock.now())
        from bot.delivery.post import post

        chats = await post(tx, shown, 0, stage.clock.now(), stage.bot.services.gate)
        if columns:
            await cases.update(tx, case.id, stage.clock.now(), **columns)
        case = await cases.get(tx, case.id)
    stage.bot.sender.wake(chats)
    await stage.pump()
    return case


async def reload(stage: Stage, case: Case) -> Case:
    """The case as it is stored now."""
    async with stage.bot.services.db.transaction() as tx:
        return await cases.get(tx, case.id)


async def at_the_review(stage: Stage) -> int:
    """A draft with nothing left but 提交."""
    stage.contact.start()
    await stage.pump()
    async with stage.bot.services.db.transaction() as tx:
        facts = {**FACTS, "items": "other", "detail.other": "开户银行"}
        facts |= {"before.other": "甲", "after.other": "乙"}
        number = await cases.create(tx, Kind.CHANGE, stage.contact.id, facts, stage.clock.now())
    stage.contact.says("/my")
    await stage.pump()
    stage.contact.presses("草稿")
    await stage.pump()
    return number
