"""What an import would do to the registry: a pure comparison, to be shown before it is done."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from bot.reports.data import registry as r
from bot.reports.data.registry import FiledOccupation, RegisteredInstitution
from bot.reports.wording import long_date

_FIELDS = (
    (r.NAME, "name"),
    (r.KIND, "kind"),
    (r.FORM, "form"),
    (r.LEGAL_PERSON, "legal_person"),
    (r.ADDRESS, "address"),
    (r.CONTACT, "contact"),
    (r.PHONE, "phone"),
    (r.FILED_ON, "filed_on"),
    (r.NOTE, "note"),
)


@dataclass(frozen=True)
class FieldChange:
    """`what` is a column name, or 职业 with the occupation's name."""

    what: str
    before: str
    after: str


@dataclass(frozen=True)
class ChangedInstitution:
    """The same credit code with something else in it."""

    before: RegisteredInstitution
    after: RegisteredInstitution
    fields: tuple[FieldChange, ...]


@dataclass(frozen=True)
class RegistryDiff:
    """`removed` stand in the registry and not in the book; the importer decides what to do."""

    added: tuple[RegisteredInstitution, ...]
    changed: tuple[ChangedInstitution, ...]
    removed: tuple[RegisteredInstitution, ...]
    unchanged: tuple[RegisteredInstitution, ...]


def registry_diff(
    existing: Iterable[RegisteredInstitution], imported: Iterable[RegisteredInstitution]
) -> RegistryDiff:
    """Institutions are the same when their credit codes are; order does not count."""
    old = {row.code: row for row in existing}
    new = {row.code: row for row in imported}
    changed, unchanged = [], []
    for code, row in new.items():
        if code not in old:
            continue
        fields = tuple(_changes(old[code], row))
        if fields:
            changed.append(ChangedInstitution(old[code], row, fields))
        else:
            unchanged.append(row)
    return RegistryDiff(
        added=tuple(row for code, row in new.items() if code not in old),
        changed=tuple(changed),
        removed=tuple(row for code, row in old.items() if code not in new),
        unchanged=tuple(unchanged),
    )


def _changes(old: RegisteredInstitution, new: RegisteredInstitution) -> Iterator[FieldChange]:
    for header, name in _FIELDS:
        before, after = getattr(old, name), getattr(new, name)
        if before != after:
            yield FieldChange(header, _words(before), _words(after))
    had = {filed.name: filed for filed in old.occupations}
    has = {filed.name: filed for filed in new.occupations}
    for name in dict.fromkeys((*had, *has)):
        if had.get(name) != has.get(name):
            yield FieldChange(f"职业 {name}", _filed(had.get(name)), _filed(has.get(name)))


def _words(value: str | date | None) -> str:
    return long_date(value) if isinstance(value, date) else value or ""


def _filed(occupation: FiledOccupation | None) -> str:
    if occupation is None:
        return ""
    filed_on = f"{long_date(occupation.filed_on)}备案" if occupation.filed_on else ""
    parts = ("、".join(occupation.levels), occupation.code, filed_on, occupation.note)
    return "；".join(part for part in parts if part)
