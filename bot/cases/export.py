"""One case as a folder, and all cases as a table; also for `bot export`."""

from __future__ import annotations

import hashlib
import io
import json
import re
import zipfile
from collections.abc import AsyncIterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from bot.cases.case import Case, FileState
from bot.cases.institution import KINDS
from bot.cases.reporting import label
from bot.cases.states import State
from bot.cases.workdays import workdays_between
from bot.reports.data import CaseLine
from bot.storage import cases, events, staff
from bot.storage.database import Database, Transaction
from bot.storage.files import FileStore

_PIECE = 500
_UNSAFE = re.compile(r'[\x00-\x1f/\\:*?"<>|]')


@dataclass(frozen=True)
class Folder:
    """Name in the folder → content; `unreadable` are papers that are damaged or gone."""

    content: Mapping[str, bytes]
    papers: int
    unreadable: tuple[str, ...]


async def folder(tx: Transaction, files: FileStore, case: Case, summary: bytes) -> Folder:
    """The Word record, the files as they came, the events, and a digest of each."""
    found: dict[str, bytes] = {f"办件记录{case.reference}.docx": summary}
    lost: list[str] = []
    for number, line in enumerate(case.lines, start=1):
        for file in line.files:
            if file.path is None or file.state is FileState.PURGED:
                continue
            counts = "" if file.state.counts and line.needed else "（未采用）"
            place = f"材料/{number:02d} {_safe(line.name)}/{file.id} {_safe(file.name)}{counts}"
            name = _with_suffix(place, file.name, counts)
            try:
                found[name] = await files.read(file.path)
            except (OSError, ValueError):  # gone, damaged, or cut short
                lost.append(name)
    papers = len(found) - 1
    rows = [dict(row) for row in await events.of(tx, f"case:{case.id}")]
    found["经过.jsonl"] = "".join(
        json.dumps(row, ensure_ascii=False) + "\n" for row in rows
    ).encode()
    digests = [f"{hashlib.sha256(c).hexdigest()}  {n}\n" for n, c in found.items()]
    found["校验值.sha256"] = "".join(digests).encode()
    return Folder(found, papers, tuple(lost))


def packed(content: Mapping[str, bytes], at: datetime) -> bytes:
    """The folder as one zip."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in content.items():
            entry = zipfile.ZipInfo(name, at.timetuple()[:6])
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, data)
    return out.getvalue()


async def lines(db: Database) -> AsyncIterator[CaseLine]:
    """All cases but drafts, piece by piece, so that others may write in between."""
    async with db.transaction() as tx:
        names = {clerk.user_id: clerk.name for clerk in await staff.everybody(tx)}
    after = 0
    while True:
        async with db.transaction() as tx:
            numbers = await tx.all(
                "SELECT id FROM cases WHERE state != 'draft' AND id > ? ORDER BY id LIMIT ?",
                (after, _PIECE),
            )
            found = [await cases.get(tx, row["id"]) for row in numbers]
        for case in found:
            yield _line(case, names.get(case.assignee or 0, ""))
        if len(found) < _PIECE:
            return
        after = found[-1].id


def _line(case: Case, clerk: str) -> CaseLine:
    facts = case.facts
    days = None
    if case.submitted_at and case.closed_at and case.state is not State.WITHDRAWN:
        days = workdays_between(case.submitted_at, case.closed_at).days
    return CaseLine(
        reference=case.reference,
        procedure=case.subject,
        institution=facts.get("name", ""),
        credit_code=facts.get("code", ""),
        kind=KINDS.get(facts.get("kind", ""), ""),
        state=case.state.label,
        assignee=clerk,
        submitted_at=case.submitted_at,
        accepted_at=case.accepted_at,
        closed_at=case.closed_at,
        workdays=days,
        reported_in=label(case.reported_in),
        note=case.result,
    )


def _safe(name: str) -> str:
    return _UNSAFE.sub("_", name).strip(" .")[:80] or "文件"


def _with_suffix(path: str, original: str, mark: str) -> str:
    """The mark stands before the suffix, so that the file still opens."""
    suffix = original[original.rfind(".") :] if "." in original[-6:] else ""
    if not mark or not suffix:
        return path
    return path.removesuffix(mark).removesuffix(_safe(suffix)) + mark + suffix
