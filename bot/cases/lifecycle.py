"""What is done with a case: the transition, its event and nothing else, in one transaction."""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from bot.cases import materials, reference, versions
from bot.cases.case import Case, Change, Facts
from bot.cases.kinds import Item, Kind, subject
from bot.cases.states import State
from bot.cases.transitions import Action, NotAllowed, Role, check
from bot.storage import cases, events, institutions
from bot.storage.database import Row, Transaction

_REMEMBERED = ("code", "name", "kind", "form", "filed", "contact", "phone")


@dataclass(frozen=True)
class Actor:
    """Who does something, under the name that is recorded."""

    id: int
    name: str
    role: Role


async def perform(
    tx: Transaction,
    case: Case,
    action: Action,
    actor: Actor,
    now: datetime,
    *,
    reason: str = "",
    detail: Mapping[str, Any] | None = None,
    **columns: Any,
) -> Case:
    """Makes one transition and records it; the case as it is then. Raises NotAllowed."""
    transition = check(action, actor.role, case.state, case.kind, reason)
    target = transition.target or case.state
    await cases.update(tx, case.id, now, bump=("version", "form"), state=target, **columns)
    await events.append(
        tx,
        f"case:{case.id}",
        now,
        actor=actor.id,
        actor_name=actor.name,
        role=actor.role,
        what=action,
        before=case.state,
        after=target,
        why=reason,
        detail=detail,
    )
    return await cases.get(tx, case.id)


def changes_of(facts: Facts) -> tuple[Change, ...]:
    """Old and new as filled in."""
    return tuple(
        Change(
            item,
            facts.get(f"before.{item}", ""),
            facts.get(f"after.{item}", ""),
            facts.get("detail.other", "") if item is Item.OTHER else "",
        )
        for item in materials.items(facts)
    )


async def submit(tx: Transaction, case: Case, actor: Actor, now: datetime) -> Case:
    """Gives the number, keeps what was filled in as it is now, and remembers the institution."""
    check(Action.SUBMIT, actor.role, case.state, case.kind)
    facts = case.facts
    institution = await institutions.named(tx, facts["code"], facts["name"], facts["kind"], now)
    if not facts.get("bound"):
        kept = {key: facts[key] for key in _REMEMBERED if facts.get(key)}
        await institutions.declare(tx, actor.id, institution, kept, now)
    number = await _new_number(tx, case.kind, now.year)
    judged = await judgement(tx, case, institution)
    changes = changes_of(facts) if case.kind is Kind.CHANGE else ()
    await cases.set_changes(tx, case.id, changes)
    return await perform(
        tx,
        case,
        Action.SUBMIT,
        actor,
        now,
        detail={
            "reference": number,
            "facts": dict(facts),
            "materials": {line.name: line.state.value for line in case.needed},
            "files": [[f.name, f.sha256] for f in case.files],
        },
        reference=number,
        short=reference.short(number),
        institution_id=institution,
        subject=subject(case.kind, materials.items(facts)),
        **judged,
        rules=versions.RULES,
        knowledge=versions.knowledge(),
        submitted_at=now,
        step="",
        pending="",
    )


async def _new_number(tx: Transaction, kind: Kind, year: int) -> str:
    """Four characters while they last; longer where too many of them are taken."""
    length = reference.SHORTEST
    while True:
        for _ in range(6):
            number = reference.make(kind, year, secrets.randbelow, length)
            if not await cases.reference_taken(tx, number):
                return number
        length += 1


async def judgement(tx: Transaction, case: Case, institution: int | None) -> dict[str, Any]:
    """What staff have to look into, and the word of the rules on the papers, as columns."""
    found: list[str] = []
    facts = case.facts
    if not facts.get("bound"):
        found.append("联系人没有经邀请绑定，身份待核实")
    row = await institutions.by_id(tx, institution or 0)
    if row is not None and not row["filed"]:
        found.append("登记库里没有这个统一社会信用代码，是否已备案待核实")
    elif row is not None and not facts.get("bound") and row["name"] != facts["name"]:
        found.append(f"所填机构名称与登记的“{row['name']}”不一致")
    if row is not None and row["filed"]:
        found += _not_as_registered(facts, row)
    if case.kind is not Kind.CHANGE:
        return {"marks": tuple(found), "verdict": ""}
    verdict = materials.verdict(facts, case.needed)
    return {"marks": (*materials.marks(verdict), *found), "verdict": verdict.label}


def _not_as_registered(facts: Facts, row: Row) -> list[str]:
    """Old values that the registry has otherwise; a part of an address is the same address."""
    columns = {Item.LEGAL_REP: "legal_person", Item.ADDRESS: "address", Item.NAME: "name"}
    found = []
    for item in materials.items(facts):
        kept = "".join((row[columns[item]] or "").split()) if item in columns else ""
        told = "".join(facts.get(f"before.{item}", "").split())
        if kept and told and kept not in told and told not in kept:
            found.append(f"填写的原{item.label}与登记库里的不一致")
    return found


__all__ = ["Actor", "NotAllowed", "State", "changes_of", "perform", "submit"]
