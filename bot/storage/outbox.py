"""The durable outbox: what is said is a row here in the transaction that decided to say it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.storage.database import Row, Transaction

KEEP = timedelta(days=7)


@dataclass(frozen=True)
class Outgoing:
    """One call to be made. `payload` is JSON as `delivery.encode` writes it."""

    chat_id: int
    method: str
    payload: str
    unsure: str
    topic: str | None = None
    about: str | None = None


async def add(tx: Transaction, call: Outgoing, now: datetime) -> int:
    """Puts a call at the end of its chat's line; the row's id."""
    return await tx.insert(
        "INSERT INTO outbox (chat_id, method, payload, topic, about, unsure, state, created_at)"
        " VALUES (?, ?, ?, ?, ?, ?, 'waiting', ?)",
        (
            call.chat_id,
            call.method,
            call.payload,
            call.topic,
            call.about,
            call.unsure,
            now.isoformat(),
        ),
    )


async def waits(tx: Transaction, chat_id: int) -> bool:
    """Whether anything is still to be said there."""
    row = await tx.one(
        "SELECT 1 FROM outbox WHERE chat_id = ? AND state = 'waiting' LIMIT 1", (chat_id,)
    )
    return row is not None


async def claim(tx: Transaction, chat_id: int, now: datetime) -> Row | None:
    """Takes the first waiting call of a chat into hand (`sending`)."""
    return await tx.one(
        "UPDATE outbox SET state = 'sending', claimed_at = ? WHERE id ="
        " (SELECT min(id) FROM outbox WHERE chat_id = ? AND state = 'waiting') RETURNING *",
        (now.isoformat(), chat_id),
    )


async def superseded(tx: Transaction, row: Row) -> bool:
    """Whether a later edit of the same message waits already, so that this one may be skipped."""
    if row["method"] != "edit" or row["topic"] is None:
        return False
    later = await tx.one(
        "SELECT 1 FROM outbox WHERE chat_id = ? AND state = 'waiting' AND method = 'edit'"
        " AND topic = ? AND id > ?",
        (row["chat_id"], row["topic"], row["id"]),
    )
    return later is not None


async def settle(
    tx: Transaction,
    row_id: int,
    state: str,
    now: datetime,
    message_id: int | None = None,
    problem: str | None = None,
) -> None:
    """Records how a call ended; words that need not be said again are forgotten."""
    await tx.execute(
        "UPDATE outbox SET state = ?, message_id = ?, problem = ?, attempts = attempts + 1,"
        " sent_at = CASE ? WHEN 'sent' THEN ? END,"
        " payload = CASE ? WHEN 'waiting' THEN payload END WHERE id = ?",
        (state, message_id, problem, state, now.isoformat(), state, row_id),
    )


async def unfinished(tx: Transaction) -> Sequence[int]:
    """Chats that have work, calls cut off by a crash included."""
    rows = await tx.all("SELECT DISTINCT chat_id FROM outbox WHERE state IN ('waiting', 'sending')")
    return [row["chat_id"] for row in rows]


async def sent_since(tx: Transaction, then: datetime) -> Sequence[tuple[int, datetime]]:
    """Chat and time of what was sent lately, oldest first."""
    rows = await tx.all(
        "SELECT chat_id, sent_at FROM outbox WHERE sent_at >= ? ORDER BY sent_at",
        (then.isoformat(),),
    )
    return [(row["chat_id"], datetime.fromisoformat(row["sent_at"])) for row in rows]


async def cut_off(tx: Transaction, chat_id: int) -> Sequence[Row]:
    """Calls that were under way when the process died: nobody knows whether they went out."""
    return await tx.all(
        "SELECT * FROM outbox WHERE chat_id = ? AND state = 'sending' ORDER BY id", (chat_id,)
    )


async def remember_topic(tx: Transaction, chat_id: int, topic: str, message_id: int) -> None:
    """Under this name the message will be edited from now on."""
    await tx.execute(
        "INSERT INTO topics (chat_id, topic, message_id) VALUES (?, ?, ?)"
        " ON CONFLICT DO UPDATE SET message_id = excluded.message_id",
        (chat_id, topic, message_id),
    )


async def message_of(tx: Transaction, chat_id: int, topic: str) -> int | None:
    """The message that bears this name in this chat."""
    row = await tx.one(
        "SELECT message_id FROM topics WHERE chat_id = ? AND topic = ?", (chat_id, topic)
    )
    return None if row is None else int(row["message_id"])


async def topic_of(tx: Transaction, chat_id: int, message_id: int) -> str | None:
    """The name of a message, e.g. of one that somebody replied to."""
    row = await tx.one(
        "SELECT topic FROM topics WHERE chat_id = ? AND message_id = ?", (chat_id, message_id)
    )
    return None if row is None else str(row["topic"])


async def delivery_of(tx: Transaction, about: str) -> Row | None:
    """How the last message about something fared: state, attempts, problem, sent_at."""
    return await tx.one(
        "SELECT state, attempts, problem, sent_at FROM outbox WHERE about = ?"
        " ORDER BY id DESC LIMIT 1",
        (about,),
    )


async def forget(tx: Transaction, now: datetime) -> int:
    """Drops what was settled long ago, save the last word about each case."""
    return await tx.execute(
        "DELETE FROM outbox WHERE state NOT IN ('waiting', 'sending') AND created_at < ?"
        " AND (about IS NULL"
        " OR id < (SELECT max(o.id) FROM outbox o WHERE o.about = outbox.about))",
        ((now - KEEP).isoformat(),),
    )


async def resend_as_new(tx: Transaction, row_id: int, chat_id: int, topic: str | None) -> None:
    """The message to be edited is gone: forget it, so that the words go out as a new one."""
    if topic is not None:
        await tx.execute("DELETE FROM topics WHERE chat_id = ? AND topic = ?", (chat_id, topic))
    await tx.execute("UPDATE outbox SET method = 'say' WHERE id = ?", (row_id,))
