"""Which inquiry a question joins, and how many may wait."""

from datetime import datetime, timedelta

from bot.clock import BEIJING
from bot.inquiries.gather import MOST, gather, gather_silently
from bot.storage import questions
from bot.storage.database import Database, Transaction

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=BEIJING)
WEN, MIN = 1001, 1002


async def asked(tx: Transaction, user: int, words: str, now: datetime = NOW) -> int:
    return await questions.ask(tx, user, user, words, "not_stated", None, "没有写", now)


async def put(tx: Transaction, user: int, words: str, wanted: bool = False) -> int:
    question = await questions.question(tx, await asked(tx, user, words), user)
    assert question is not None
    return await gather(tx, question, wanted, NOW)


async def test_alike_questions_share_an_inquiry_and_others_do_not(db: Database) -> None:
    async with db.transaction() as tx:
        first = await put(tx, WEN, "承诺书什么时候签")
        assert await put(tx, MIN, "请问承诺书是什么时候签的？") == first
        assert await put(tx, MIN, "承诺书签3份还是2份") != first
        row = await questions.inquiry(tx, first)
        assert row is not None
        assert (row["askers"], row["wanted"], row["words"]) == (2, 0, "承诺书什么时候签")


async def test_the_same_question_is_not_gathered_twice(db: Database) -> None:
    async with db.transaction() as tx:
        number = await asked(tx, WEN, "承诺书什么时候签")
        for wanted in (False, True, False):
            question = await questions.question(tx, number, WEN)
            assert question is not None
            assert await gather(tx, question, wanted, NOW) == 1
        row = await questions.inquiry(tx, 1)
        assert row is not None
        assert (row["askers"], row["wanted"]) == (1, 1), "once wanted it stays wanted"


async def test_one_that_is_settled_takes_no_more(db: Database) -> None:
    async with db.transaction() as tx:
        first = await put(tx, WEN, "承诺书什么时候签")
        assert await questions.claim(tx, first, 7, "王芳")
        assert await questions.settle(tx, first, "answered", "公布时", "", NOW)
        assert not await questions.settle(tx, first, "answered", "再答", "", NOW)
        assert await put(tx, MIN, "承诺书什么时候签") != first
        question = await questions.question(tx, 1, WEN)
        assert question is not None
        assert question["inquiry_id"] == first
        assert await gather(tx, question, True, NOW) != first, "asked again after the answer"


async def test_nobody_fills_the_list_alone(db: Database) -> None:
    async with db.transaction() as tx:
        for n in range(MOST + 5):
            number = await asked(tx, WEN, f"{'甲乙丙丁戊己庚辛壬癸子丑寅卯辰'[n] * 6}怎样办")
            await gather_silently(tx, number, WEN, NOW)
        assert await questions.waiting(tx, WEN) == MOST
        assert await questions.waiting(tx, WEN, handed=True) == 0
        assert (await questions.count_open(tx))[0] == MOST


async def test_only_one_clerk_has_it(db: Database) -> None:
    async with db.transaction() as tx:
        number = await put(tx, WEN, "承诺书什么时候签")
        assert await questions.claim(tx, number, 7, "王芳")
        assert not await questions.claim(tx, number, 8, "赵强")
        assert await questions.claim(tx, number, 7, "王芳")
        assert await questions.release(tx, number)
        assert not await questions.release(tx, number)
        assert await questions.claim(tx, number, 8, "赵强")


async def test_what_waits_is_listed_by_who_waits(db: Database) -> None:
    async with db.transaction() as tx:
        silent = await put(tx, WEN, "承诺书什么时候签")
        wanted = await put(tx, MIN, "资料交到哪里", wanted=True)
        rows = await questions.open_inquiries(tx, 10)
        assert [row["id"] for row in rows] == [wanted, silent]
        assert await questions.count_open(tx) == (2, 1)


async def test_words_lead_to_one_card_only(db: Database) -> None:
    async with db.transaction() as tx:
        await questions.teach(tx, "one", ["招牌改字", "牌子改字"], "王芳", NOW)
        await questions.teach(tx, "two", ["招牌改字"], "赵强", NOW)
        assert await questions.phrasings_by_card(tx) == {"one": ["牌子改字"], "two": ["招牌改字"]}
        assert await questions.taught(tx, "招牌改字") == "two"
        assert await questions.unteach(tx, ["招牌改字", "牌子改字", "没有教过"]) == 2
        assert await questions.taught(tx, "招牌改字") is None


async def test_after_thirty_days_questions_are_forgotten(db: Database) -> None:
    old, new = NOW - timedelta(days=31), NOW - timedelta(days=29)
    async with db.transaction() as tx:
        await asked(tx, WEN, "旧的", old)
        await asked(tx, WEN, "新的", new)
        assert await questions.forget(tx, NOW) == 1
        rows = await tx.all("SELECT words FROM questions")
        assert [row["words"] for row in rows] == ["新的"]


async def test_what_somebody_waits_for_is_kept(db: Database) -> None:
    old = NOW - timedelta(days=200)
    async with db.transaction() as tx:
        waits = await questions.question(tx, await asked(tx, WEN, "等答复的", old), WEN)
        assert waits is not None
        number = await gather(tx, waits, True, old)
        silent = await asked(tx, MIN, "没人等的一件事", old)
        await gather_silently(tx, silent, MIN, old)
        assert await questions.forget(tx, NOW) == 1
        assert [r["id"] for r in await questions.open_inquiries(tx, 10)] == [number]
        await questions.settle(tx, number, "answered", "答", "", NOW)
        assert await questions.forget(tx, NOW) == 1, "answered: nothing more to wait for"
        assert await tx.all("SELECT * FROM questions") == []
        assert await questions.inquiry(tx, number) is not None, "the staff's answer is a record"
