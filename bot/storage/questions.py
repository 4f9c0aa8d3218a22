"""Questions and the answers they got; inquiries: questions for a person, alike ones together."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from bot.storage.database import Row, Transaction

KEEP = timedelta(days=30)
PERSON = "person"
"""The kind of a question that its asker has handed to the staff."""
COMPARED = 500
"""A question is compared with so many open inquiries at most."""
_OPEN = "('open', 'claimed')"
_TALK = "('smalltalk', 'help', 'handoff', 'refused')"


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


async def hand_over(tx: Transaction, number: int) -> None:
    """The asker wants a person to answer this question."""
    await tx.execute("UPDATE questions SET kind = ? WHERE id = ?", (PERSON, number))


async def waiting(tx: Transaction, user_id: int, handed: bool = False) -> int:
    """How many questions of a person the staff have not answered; only those `handed` over."""
    row = await tx.one(
        "SELECT count(*) AS n FROM questions WHERE user_id = ? AND inquiry_id IN"
        f" (SELECT id FROM inquiries WHERE state IN {_OPEN}) AND (kind = ? OR NOT ?)",
        (user_id, PERSON, handed),
    )
    return 0 if row is None else int(row["n"])


async def before(tx: Transaction, question: Row, since: datetime, limit: int) -> Sequence[Row]:
    """What the same person asked shortly before, the oldest first."""
    rows = await tx.all(
        "SELECT words, card, shown FROM questions WHERE user_id = ? AND id < ? AND asked_at >= ?"
        f" AND kind NOT IN {_TALK} ORDER BY id DESC LIMIT ?",
        (question["user_id"], question["id"], since.isoformat(), limit),
    )
    return rows[::-1]


async def open_inquiries(tx: Transaction, limit: int, skip: int = 0) -> Sequence[Row]:
    """What waits for the staff: what somebody asked a person for first, then by age."""
    return await tx.all(
        "SELECT i.*, (SELECT count(DISTINCT user_id) FROM questions q WHERE q.inquiry_id = i.id)"
        f" AS askers FROM inquiries i WHERE i.state IN {_OPEN}"
        " ORDER BY i.wanted DESC, i.id LIMIT ? OFFSET ?",
        (limit, skip),
    )


async def count_open(tx: Transaction) -> tuple[int, int]:
    """How many inquiries wait, and how many of them somebody asked a person for."""
    row = await tx.one(
        "SELECT count(*) AS n, coalesce(sum(wanted), 0) AS wanted FROM inquiries"
        f" WHERE state IN {_OPEN}"
    )
    return (0, 0) if row is None else (int(row["n"]), int(row["wanted"]))


async def open_traces(tx: Transaction) -> Sequence[Row]:
    """The latest open inquiries by what is compared."""
    return await tx.all(
        f"SELECT id, likeness FROM inquiries WHERE state IN {_OPEN} ORDER BY id DESC LIMIT ?",
        (COMPARED,),
    )


async def is_open(tx: Transaction, number: int) -> bool:
    """Whether an inquiry still waits for an answer."""
    row = await tx.one(f"SELECT 1 FROM inquiries WHERE id = ? AND state IN {_OPEN}", (number,))
    return row is not None


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


async def release(tx: Transaction, number: int) -> bool:
    """Puts a claimed inquiry back for anybody to take."""
    return bool(
        await tx.execute(
            "UPDATE inquiries SET state = 'open', clerk_id = NULL, clerk_name = NULL"
            " WHERE id = ? AND state = 'claimed'",
            (number,),
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


async def add_to_answer(tx: Transaction, number: int, words: str) -> None:
    """A clerk says something more to an inquiry that is answered."""
    await tx.execute(
        "UPDATE inquiries SET answer = coalesce(answer || char(10), '') || '补充：' || ?"
        " WHERE id = ? AND state = 'answered'",
        (words, number),
    )


async def askers(tx: Transaction, inquiry_id: int) -> Sequence[Row]:
    """The last question of each person who asked; `handed`: whether a person was asked for."""
    return await tx.all(
        "SELECT max(id) AS id, chat_id, user_id, words, sum(kind = ?) > 0 AS handed"
        " FROM questions WHERE inquiry_id = ? GROUP BY user_id ORDER BY 1",
        (PERSON, inquiry_id),
    )


async def asked(tx: Transaction, inquiry_id: int) -> Sequence[Row]:
    """All questions of an inquiry, the oldest first."""
    return await tx.all("SELECT * FROM questions WHERE inquiry_id = ? ORDER BY id", (inquiry_id,))


async def teach(
    tx: Transaction, card: str, wordings: Sequence[str], clerk: str, now: datetime
) -> None:
    """From now on these words lead to this card, and to no other."""
    await unteach(tx, wordings)
    for words in wordings:
        await tx.execute(
            "INSERT INTO phrasings (card, words, clerk, added_at) VALUES (?, ?, ?, ?)",
            (card, words, clerk, now.isoformat()),
        )


async def unteach(tx: Transaction, wordings: Sequence[str]) -> int:
    """These words lead nowhere any more; how many did."""
    marks = ", ".join("?" * len(wordings))
    return await tx.execute(f"DELETE FROM phrasings WHERE words IN ({marks})", wordings)


async def taught(tx: Transaction, words: str) -> str | None:
    """The card to which staff have led these words."""
    row = await tx.one("SELECT card FROM phrasings WHERE words = ? ORDER BY id DESC", (words,))
    return None if row is None else str(row["card"])


async def shown_in(tx: Transaction, topics: Sequence[str]) -> Sequence[tuple[int, str]]:
    """The chats in which messages of these names stand, with the names."""
    marks = ", ".join("?" * len(topics))
    rows = await tx.all(
        f"SELECT chat_id, topic FROM topics WHERE topic IN ({marks}) ORDER BY chat_id", topics
    )
    return [(row["chat_id"], row["topic"]) for row in rows]


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
    """Drops questions that are old and for which nobody waits; how many.

    With the last question of an inquiry that nobody asked a person for goes the inquiry.
    """
    dropped = await tx.execute(
        "DELETE FROM questions WHERE asked_at < ? AND (inquiry_id IS NULL OR inquiry_id NOT IN"
        f" (SELECT id FROM inquiries WHERE state IN {_OPEN} AND (wanted OR state = 'claimed')))",
        ((now - KEEP).isoformat(),),
    )
    await tx.execute(
        "DELETE FROM inquiries WHERE state = 'open' AND NOT wanted"
        " AND id NOT IN (SELECT inquiry_id FROM questions WHERE inquiry_id IS NOT NULL)"
    )
    return dropped
