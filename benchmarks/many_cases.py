"""A database with any number of cases, written directly by SQL: as after years of use."""

from __future__ import annotations

import json
import random
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import datetime, timedelta
from pathlib import Path

from bot.cases import reference
from bot.cases.kinds import Kind
from bot.clock import BEIJING
from bot.storage.database import Database

INSTITUTIONS, CONTACTS, OPEN = 1000, 2000, 300
"""The same for every number of cases: a city has so many, and so much is in hand at a time."""
CLERKS = (510000001, 510000002)
FIRST_CONTACT = 600_000_000
NOW = datetime(2026, 11, 23, 9, 0, tzinfo=BEIJING)
_BODY = 5  # random characters of a reference number: enough for a million
_OPEN_STATES = ("submitted", "accepted", "correcting", "resubmitted")
_CLOSED_STATES = ("finished", "reported", "reported", "refused", "withdrawn")
_CASE = (
    "INSERT INTO cases (id, kind, state, contact_id, institution_id, reference, short, subject,"
    " facts, assignee, created_at, touched_at, submitted_at, accepted_at, closed_at, reported_in)"
    " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
)
_LINES = (
    "INSERT INTO case_lines (case_id, position, name, item, article, quotation, optional, needed,"
    " state) SELECT id, n, '材料' || n, '', '22', '需提供书面申请材料，写明变更原因', 0, 1, 'given'"
    " FROM cases, (SELECT 0 AS n UNION SELECT 1) ORDER BY id"
)
_CHANGES = (
    "INSERT INTO case_changes (case_id, item, before, after)"
    " SELECT id, 'legal_rep', '赵一', '钱二' FROM cases ORDER BY id"
)
_EVENTS = (
    "INSERT INTO events (subject, at, actor, actor_name, role, what, rules, knowledge, hash)"
    " SELECT 'case:' || id, submitted_at, contact_id, '张文', n, what, '1', '1',"
    " hex(randomblob(32))"
    " FROM cases, (SELECT 'contact' AS n, 'submit' AS what UNION SELECT 'staff', 'claim'"
    " UNION SELECT 'staff', 'accept') ORDER BY id"
)


async def made(path: Path, count: int) -> Path:
    """The file, with the schema of the program and `count` cases."""
    await (await Database.open(path)).close()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA synchronous = OFF")
        with connection:
            _people(connection)
            connection.executemany(_CASE, _cases(count))
            for statement in (_LINES, _CHANGES, _EVENTS):
                connection.execute(statement)
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    return path


def active(count: int) -> int:
    """How many contacts have cases: as many as have a full page of them also in a small file."""
    return min(CONTACTS, count // 20)


def institution_name(number: int) -> str:
    """Every institution has a name of its own."""
    return f"忻州市第{number}职业培训学校"


def _people(connection: sqlite3.Connection) -> None:
    at = NOW.isoformat()
    connection.executemany(
        "INSERT INTO institutions (id, code, name, kind, filed, updated_at)"
        " VALUES (?, ?, ?, 'social_org', 1, ?)",
        ((n, f"CODE{n:014d}", institution_name(n), at) for n in range(1, INSTITUTIONS + 1)),
    )
    connection.executemany(
        "INSERT INTO members (user_id, institution_id, state, facts, since)"
        " VALUES (?, ?, 'bound', ?, ?)",
        ((FIRST_CONTACT + n, 1 + n % INSTITUTIONS, _contact(n), at) for n in range(CONTACTS)),
    )
    connection.executemany(
        "INSERT INTO staff (user_id, name, seen_at) VALUES (?, ?, ?)",
        ((number, name, at) for number, name in zip(CLERKS, ("王芳", "赵强"), strict=True)),
    )


def _contact(number: int) -> str:
    facts = {"contact": f"联系人{number}", "phone": f"138{number:08d}"}
    return json.dumps(facts, ensure_ascii=False)


def _cases(count: int) -> Iterator[tuple[object, ...]]:
    chance = random.Random(1)
    numbers = _references(chance)
    step = timedelta(days=3650) / count
    for case_id in range(1, count + 1):
        is_open = case_id > count - OPEN
        states = _OPEN_STATES if is_open else _CLOSED_STATES
        state, at = chance.choice(states), (NOW - step * (count - case_id)).isoformat()
        number, contact = next(numbers), chance.randrange(active(count))
        place = 1 + contact % INSTITUTIONS
        facts = {
            "code": f"CODE{place:014d}",
            "name": institution_name(place),
            "kind": "social_org",
            "filed": "xinzhou",
            "contact": f"联系人{contact}",
            "phone": f"138{contact:08d}",
            "what": "legal_rep",
            "before.legal_rep": "赵一",
            "after.legal_rep": "钱二",
            "reason": "理事会换届，原法定代表人退休。",
        }
        yield (
            case_id,
            Kind.CHANGE.value,
            state,
            FIRST_CONTACT + contact,
            place,
            number,
            reference.short(number),
            "法人变更",
            json.dumps(facts, ensure_ascii=False),
            chance.choice([None, *CLERKS]),
            at,
            at,
            at,
            at,
            None if is_open else at,
            "2026-3" if state == "reported" else None,
        )


def _references(chance: random.Random) -> Iterator[str]:
    seen = set[str]()
    while True:
        number = reference.make(Kind.CHANGE, 2026, chance.randrange, _BODY)
        if number not in seen:
            seen.add(number)
            yield number
