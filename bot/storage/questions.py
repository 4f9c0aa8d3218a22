"""Questions and the answers they got; inquiries: questions for a person, alike ones together."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from bot.storage.database import Row, Transaction

KEEP = timedelta(days=30)


async def ask(
    tx: Transaction,
    chat_id: int,
    user_id: int,
    words: str,
    kind: str,
    card: str | None,
    shown: str,
    now: datetime,
) -> int:
    """Records a question and what was shown; its number."""
    return await tx.insert(
        "INSERT INTO questions (chat_id, user_id, words, kind, card, shown, asked_at)"
        " VALUES (?, ?, ?, ?, ?, ?, ?)",
        (chat_id, user_id, words, kind, card, shown, now.isoformat()),
    )


async def question(tx: Transaction, number: int, user_id: int) -> Row | None:
    """A question of this person; nobody sees another's."""
    return await tx.one("SELECT * FROM questions WHERE id = ? AND user_id = ?", (number, user_id))


async def judge(tx: Transaction, number: int, useful: bool, reason: str | None) -> None:
    """有用 or 没用, with the reason."""
    await tx.execute(
        "UPDATE questions SET useful = ?, reason = ? WHERE id = ?", (int(useful), reason, number)
    )


async def rate(tx: Transaction, number: int, user_id: int, rating: int) -> bool:
    """How a person's answer was found; False where there is nothing to rate."""
    return bool(
        await tx.execute(
            "UPDATE questions SET rating = ? WHERE id = ? AND user_id = ? AND rating IS NULL",
            (rating, number, user_id),
        )
    )


async def open_inquiries(tx: Transaction) -> Sequence[Row]:
    """All that wait for a person: those asked for first, then by age."""
    return await tx.all(
        "SELECT i.*, count(q.id) AS askers FROM inquiries i LEFT JOIN questions q"
        " ON q.inquiry_id = i.id WHERE i.state IN ('open', 'claimed')"
        " GROUP BY i.id ORDER BY i.wanted DESC, i.id"
    )


async def inquiry(tx: Transaction, number: int) -> Row | None:
    """One inquiry with the number of people who asked it."""
    return await tx.one(
        "SELECT i.*, (SELECT count(DISTINCT user_id) FROM questions q WHERE q.inquiry_id = i.id)"
        " AS askers FROM inquiries i WHERE i.id = ?",
        (number,),
    )


async def open_inquiry(
    tx: Transaction, words: str, likeness: str, card: str | None, now: datetime
) -> int:
    """A new inquiry; its number."""
    return await tx.insert(
        "INSERT INTO inquiries (words, likeness, card, state, created_at)"
        " VALUES (?, ?, ?, 'open', ?)",
        (words, likeness, card, now.isoformat()),
    )


async def join(tx: Transaction, inquiry_id: int, question_id: int, wanted: bool) -> None:
    """One more question of the kind; `wanted` where the person asked for a person."""
    await tx.execute("UPDATE questions SET inquiry_id = ? WHERE id = ?", (inquiry_id, question_id))
    if wanted:
        await tx.execute("UPDATE inquiries SET wanted = 1 WHERE id = ?", (inquiry_id,))


async def claim(tx: Transaction, number: int, clerk_id: int, clerk_name: str) -> bool:
    """Takes an open inquiry in hand; False where somebody else was quicker."""
    return bool(
        await tx.execute(
            "UPDATE inquiries SET state = 'claimed', clerk_id = ?, clerk_name = ?"
            " WHERE id = ? AND (state = 'open' OR (state = 'claimed' AND clerk_id = ?))",
            (clerk_id, clerk_name, number, clerk_id),
        )
    )


async def settle(
    tx: Transaction, number: int, state: str, answer: str | None, settled_as: str, now: datetime
) -> bool:
    """Answers or closes an inquiry; False where it was settled before."""
    return bool(
        await tx.execute(
            "UPDATE inquiries SET state = ?, answer = ?, settled_as = ?, answered_at = ?"
            " WHERE id = ? AND state IN ('open', 'claimed')",
            (state, answer, settled_as, now.isoformat(), number),
        )
    )


async def askers(tx: Transaction, inquiry_id: int) -> Sequence[Row]:
    """The last question of each person who asked."""
    return await tx.all(
        "SELECT max(id) AS id, chat_id, user_id, words FROM questions"
        " WHERE inquiry_id = ? GROUP BY user_id ORDER BY 1",
        (inquiry_id,),
    )


async def add_phrasing(tx: Transaction, card: str, words: str, clerk: str, now: datetime) -> None:
    """From now on these words lead to this card."""
    await tx.execute(
        "INSERT OR IGNORE INTO phrasings (card, words, clerk, added_at) VALUES (?, ?, ?, ?)",
        (card, words, clerk, now.isoformat()),
    )


async def phrasings(tx: Transaction) -> Sequence[Row]:
    """All phrasings that staff have added."""
    return await tx.all("SELECT card, words, clerk, added_at FROM phrasings ORDER BY id")


async def phrasings_by_card(tx: Transaction) -> dict[str, list[str]]:
    """The added phrasings as the question answering takes them."""
    found: dict[str, list[str]] = {}
    for row in await phrasings(tx):
        found.setdefault(row["card"], []).append(row["words"])
    return found


async def forget(tx: Transaction, now: datetime) -> int:
    """Drops questions that are old and wait for nobody."""
    return await tx.execute(
        "DELETE FROM questions WHERE asked_at < ? AND (inquiry_id IS NULL OR inquiry_id NOT IN"
        " (SELECT id FROM inquiries WHERE state IN ('open', 'claimed')))",
        ((now - KEEP).isoformat(),),
    )
