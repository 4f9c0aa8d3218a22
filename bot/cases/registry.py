"""The registry of institutions: imports, and what a finished case changes in it.

For `bot import-registry`: read the book with `reports.make.read_registry`, show
`preview(await current(tx), reading.rows)`, then `await apply(tx, …)`.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from datetime import datetime

from bot.cases.case import Case
from bot.cases.kinds import Item, Kind
from bot.cases.lifecycle import Actor
from bot.reports.data import FiledOccupation, RegisteredInstitution
from bot.reports.registry_diff import RegistryDiff, registry_diff
from bot.storage import events, institutions, registry
from bot.storage.database import Transaction

SUBJECT = "registry"
_COLUMNS = {Item.LEGAL_REP: "legal_person", Item.ADDRESS: "address", Item.NAME: "name"}


async def current(tx: Transaction) -> tuple[RegisteredInstitution, ...]:
    """All filed institutions."""
    return await registry.everything(tx)


def preview(
    existing: Sequence[RegisteredInstitution], imported: Sequence[RegisteredInstitution]
) -> RegistryDiff:
    """What an import would change."""
    return registry_diff(existing, imported)


def digest(diff: RegistryDiff) -> str:
    """Tells whether a preview still holds."""
    return hashlib.sha256(repr(diff).encode()).hexdigest()[:16]


async def apply(
    tx: Transaction, diff: RegistryDiff, actor: Actor, now: datetime, *, remove: bool
) -> None:
    """Writes what is new and changed; takes out what is missing only where `remove` says so."""
    for row in diff.added:
        await registry.put(tx, row, now)
    for changed in diff.changed:
        number = await registry.put(tx, changed.after, now)
        for field in changed.fields:
            await registry.keep_old(tx, number, field.what, field.before, field.after, "导入", now)
    if remove:
        for row in diff.removed:
            await registry.unfile(tx, row.code, now)
    await events.append(
        tx,
        SUBJECT,
        now,
        actor=actor.id,
        actor_name=actor.name,
        role=actor.role,
        what="import",
        detail={
            "added": [row.code for row in diff.added],
            "changed": {c.after.code: [f.what for f in c.fields] for c in diff.changed},
            "removed": [row.code for row in diff.removed] if remove else [],
        },
    )


async def take_over(tx: Transaction, case: Case, now: datetime) -> tuple[str, ...]:
    """What a finished case changes in the registry, in words; the old values are kept.

    A case whose legal entity was replaced, or that concerns only a site, changes nothing by
    itself: whoever keeps the registry decides.
    """
    row = await institutions.by_id(tx, case.institution_id or 0)
    if row is None or not row["filed"]:
        return ()
    if case.kind is not Kind.CHANGE:
        return await _added(tx, case, now)
    if case.facts.get("entity") not in (None, "no"):
        return ()
    said = []
    for change in case.changes:
        column = _COLUMNS.get(change.item)
        if column is None or (change.item is Item.ADDRESS and case.facts.get("place") == "site"):
            continue
        before = row[column] or change.before
        if before == change.after:
            continue
        await registry.set_field(tx, row["id"], column, change.after, now)
        await registry.keep_old(
            tx, row["id"], change.item.label, before, change.after, case.reference, now
        )
        said.append(f"{change.item.label}：{before or '（空）'} → {change.after}")
    return tuple(said)


async def _added(tx: Transaction, case: Case, now: datetime) -> tuple[str, ...]:
    assert case.institution_id is not None
    name, asked = case.facts["occupation"], case.facts.get("levels", "").split()
    found = {o.name: o for o in await registry.occupations(tx, case.institution_id)}
    old = found.get(name)
    levels = tuple(dict.fromkeys((*(old.levels if old else ()), *asked)))
    if old is not None and levels == old.levels:
        return ()
    new = FiledOccupation(
        name,
        levels,
        old.code if old else "",
        old.filed_on if old else now.date(),
        old.note if old else "",
    )
    await registry.put_occupation(tx, case.institution_id, new)
    before = "、".join(old.levels) if old else ""
    after = "、".join(levels)
    await registry.keep_old(
        tx, case.institution_id, f"职业 {name}", before, after, case.reference, now
    )
    return (f"职业 {name}：{before or '（新增）'} → {after}",)
