"""Keeps an answer of the form, and what follows from it: registry data, the list of materials."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from bot.cases import institution, materials
from bot.cases.case import Case
from bot.cases.kinds import Item, Kind
from bot.storage import cases, institutions
from bot.storage.database import Row
from bot.storage.institutions import Member
from bot.turn import Turn

IDENTITY = (
    *("inst", "choose", "code", "known", "name", "kind", "form", "filed", "bound"),
    *("reg.name", "reg.kind", "reg.form"),
)


async def store(
    turn: Turn,
    case: Case,
    answers: Mapping[str, str],
    *,
    remove: Iterable[str] = (),
    step: str = "",
) -> Case:
    """The form with these answers; then it stands at `step`, or at the next open one."""
    gone = set(remove)
    facts = {key: value for key, value in case.facts.items() if key not in gone}
    facts |= answers
    facts.pop("word", None)  # an application that was sent says something else now
    if answers.get("code", "") != case.facts.get("code", "") and "code" in answers:
        facts = await _with_code(turn, facts)
    if answers.get("known") == "yes":
        facts |= _as_registered(facts)
    await cases.update(
        turn.tx, case.id, turn.now, bump=("form",), facts=facts, step=step, pending=""
    )
    if "what.done" in facts or "levels.done" in facts:
        await cases.set_lines(turn.tx, case.id, materials.wanted(case.kind, facts))
    return await cases.get(turn.tx, case.id)


async def go(turn: Turn, case: Case, step: str) -> Case:
    """The form at another step."""
    await cases.update(turn.tx, case.id, turn.now, bump=("form",), step=step, pending="")
    return await cases.get(turn.tx, case.id)


async def first_facts(turn: Turn, kind: Kind) -> dict[str, str]:
    """What is known of somebody who starts a form."""
    known = await institutions.of_user(turn.tx, turn.user_id)
    if len(known) == 1:
        return await facts_of(turn, known[0])
    return {"choose": "1"} if known else {}


async def facts_of(turn: Turn, member: Member) -> dict[str, str]:
    """The institution as remembered; of one that the person is bound to, as registered."""
    facts = {**member.facts, "inst": str(member.institution_id)}
    row = await institutions.by_id(turn.tx, member.institution_id)
    if member.bound and row is not None:
        own = {key: member.facts[key] for key in ("contact", "phone") if key in member.facts}
        facts |= _registered(row) | own
    return facts


async def _with_code(turn: Turn, facts: dict[str, str]) -> dict[str, str]:
    """A code that is known: who is bound to it need not go on, others confirm the name."""
    kept = {key: v for key, v in facts.items() if key in ("code", "form") or key not in IDENTITY}
    row = await institutions.by_code(turn.tx, facts["code"])
    if row is None or not row["filed"]:
        return kept
    for member in await institutions.of_user(turn.tx, turn.user_id):
        if member.bound and member.institution_id == row["id"]:
            return kept | await facts_of(turn, member)
    form = institution.REGISTRY_FORMS.get(row["form"], facts["form"])
    return kept | {
        "reg.name": row["name"],
        "reg.kind": institution.kind_of(row["kind"], form),
        "reg.form": form,
    }


def _as_registered(facts: Mapping[str, str]) -> dict[str, str]:
    return {
        "name": facts["reg.name"],
        "kind": facts["reg.kind"],
        "form": facts["reg.form"],
        "filed": "xinzhou",
    }


def _registered(row: Row) -> dict[str, str]:
    """Everything that a bound contact need not type."""
    form = institution.REGISTRY_FORMS.get(row["form"]) or institution.form_of(row["code"])
    facts = {
        "code": row["code"],
        "name": row["name"],
        "kind": institution.kind_of(row["kind"], form),
        "form": form,
        "filed": "xinzhou",
        "bound": "1",
        f"before.{Item.LEGAL_REP}": row["legal_person"],
        f"before.{Item.ADDRESS}": row["address"],
        f"before.{Item.NAME}": row["name"],
        "contact": row["contact"],
        "phone": row["phone"],
    }
    return {key: value for key, value in facts.items() if value}
