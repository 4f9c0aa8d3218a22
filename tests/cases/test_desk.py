"""The desk: figures, limits, absence, digest, reminders, notices."""

from datetime import date, datetime, timedelta
from statistics import median

import pytest

from bot.cases import limits
from bot.cases.figures import Figures, first_month
from bot.cases.states import State
from bot.clock import BEIJING
from bot.handlers.desk.absence import last_day
from bot.handlers.desk.settings import cutoff
from bot.storage import cases, desk, queue
from bot.storage.bindings import accept, invitation, invite
from bot.storage.registry import put
from tests.cases.books import COMPANY, SCHOOL
from tests.cases.samples import reload, submitted, with_card
from tests.support import MONDAY, Stage

TODAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("1", TODAY),
        ("3天", date(2026, 11, 25)),
        ("11-30", date(2026, 11, 30)),
        ("12月1日", date(2026, 12, 1)),
        ("1.5", date(2027, 1, 5)),
        ("2026-11-24", date(2026, 11, 24)),
        *((bad, None) for bad in ("0", "999", "13-1", "2-30", "昨天", "2020-1-1", "")),
    ],
)
def test_the_last_day_of_an_absence(words: str, day: date | None) -> None:
    assert last_day(words, TODAY) == day


def test_figures_are_the_same_in_one_piece_or_in_many() -> None:
    start = datetime(2025, 12, 1, 9, tzinfo=BEIJING)
    rows = []
    for n in range(200):
        at = start + timedelta(days=n * 1.7)
        closed = at + timedelta(days=n % 11) if n % 3 else None
        state = "finished" if closed else "submitted"
        rows.append(
            {
                "submitted_at": at.isoformat(),
                "closed_at": closed.isoformat() if closed else None,
                "state": "withdrawn" if n % 10 == 1 else state,
                "subject": ("法人变更", "组合变更（法人、地址）", "新增等级")[n % 3],
            }
        )
    whole, pieces = Figures(TODAY), Figures(TODAY)
    whole.add(rows)
    for place in range(0, 200, 7):
        pieces.add(rows[place : place + 7])
    found = whole.result()
    assert found == pieces.result()
    assert found.received == 200
    assert found.open == sum(r["state"] == "submitted" for r in rows)
    assert sum(t.received for t in found.types) == 200
    assert {t.name for t in found.types} == {"法人变更", "组合变更", "新增等级"}
    assert len(found.months) == 12
    assert first_month(TODAY) == date(2025, 12, 1)


def test_the_median_is_the_median() -> None:
    for days in ([1], [1, 4], [2, 2, 9], [0, 1, 5, 7], [3] * 6 + [8]):
        figures = Figures(TODAY)
        monday = datetime(2026, 11, 2, 9, tzinfo=BEIJING)
        ends = {0: 2, 1: 3, 2: 4, 3: 5, 4: 6, 5: 9, 7: 11, 8: 12, 9: 13}
        figures.add(
            {
                "submitted_at": monday.isoformat(),
                "closed_at": monday.replace(day=ends[d]).isoformat(),
                "state": "finished",
                "subject": "法人变更",
            }
            for d in days
        )
        assert figures.result().median_workdays == median(days)


async def test_a_limit_counts_working_days_and_can_be_switched_off(stage: Stage) -> None:
    now = MONDAY  # a Monday: one working day back is Friday's end
    async with stage.bot.services.db.transaction() as tx:
        found = await cutoff(tx, limits.UNCLAIMED, now)
        assert found is not None
        assert found.date() == date(2026, 11, 22)
        saturday = await cutoff(tx, limits.UNCLAIMED, datetime(2026, 11, 28, 9, tzinfo=BEIJING))
        assert saturday is not None
        assert saturday.date() == date(2026, 11, 26)
        await desk.set_setting(tx, limits.UNCLAIMED.key, 0, "王芳", now)
        assert await cutoff(tx, limits.UNCLAIMED, now) is None


async def test_the_lists_filter_and_page(stage: Stage) -> None:
    async with stage.bot.services.db.transaction() as tx:
        made = [await submitted(tx, stage) for _ in range(25)]
        await cases.update(tx, made[3].id, MONDAY, assignee=7)
        await cases.update(tx, made[4].id, MONDAY, state=State.FINISHED)
        seen, after = list[int](), 0
        while page := await queue.open_cases(tx, 10, after=after):
            seen += [b.id for b in page]
            after = page[-1].id
        assert seen == [c.id for c in made if c.id != made[4].id]
        assert [b.id for b in await queue.open_cases(tx, 10, assignee=7)] == [made[3].id]
        assert len(await queue.open_cases(tx, 99, unclaimed=True)) == 23
        assert await queue.count_open(tx) == 24
        assert await queue.count_open(tx, State.ACCEPTED) == 0


async def test_search_takes_percent_signs_as_they_are(stage: Stage) -> None:
    async with stage.bot.services.db.transaction() as tx:
        await put(tx, SCHOOL, MONDAY)
        assert len(await queue.institutions_like(tx, "虚构", 5)) == 1
        for words in ("%", "_", "\\", "%虚构%"):
            assert await queue.institutions_like(tx, words, 5) == []


async def test_the_digest_comes_on_working_days_only_and_not_for_nothing(stage: Stage) -> None:
    await with_card(stage)
    async with stage.bot.services.db.transaction() as tx:
        from bot.handlers.desk import daily

        await daily.schedule(tx, stage.clock.now())
    heard = []
    for _ in range(7):  # Monday to the next Monday
        stage.later(days=1)
        stage.bot.worker.wake()
        await stage.pump()
        heard.append(stage.group.transcript().count("办件情况"))
    assert heard == [1, 2, 3, 4, 4, 4, 5]


async def test_an_institution_is_reminded_once_for_each_request(stage: Stage) -> None:
    case = await with_card(stage)
    async with stage.bot.services.db.transaction() as tx:
        now = stage.clock.now()
        await cases.update(tx, case.id, now, state=State.CORRECTING, asked_at=now)
        from bot.handlers.desk import daily

        await daily.schedule(tx, now)
    for _ in range(20):
        stage.later(days=1)
        stage.bot.worker.wake()
        await stage.pump()
    assert stage.contact.chat.transcript().count("还等着您补正") == 1


async def test_a_notice_reaches_each_bound_person_once_and_tells_of_failures(stage: Stage) -> None:
    for person in (stage.contact, stage.other):
        person.start()
    await stage.pump()
    async with stage.bot.services.db.transaction() as tx:
        for row, people in ((SCHOOL, [stage.contact, stage.other]), (COMPANY, [stage.contact])):
            number = await put(tx, row, MONDAY)
            for person in people:
                token = f"{row.code}{person.id}"
                await invite(tx, number, token, "王芳", stage.clock.now())
                found = await invitation(tx, token)
                assert found is not None
                assert await accept(tx, found, person.id, stage.clock.now())
    stage.other.blocks()
    await stage.pump()
    stage.clerk.says("/notice@xinping_demo_bot", in_chat=stage.group)
    await stage.pump()
    stage.clerk.replies(stage.group.chat.last, "请<b>准时</b>到会")
    await stage.pump()
    act = stage.clerk.presses("发给2位联系人", in_chat=stage.group)
    stage.clerk.presses("发给2位联系人", act.message)
    await stage.pump()
    assert stage.contact.chat.transcript().count("请<b>准时</b>到会") == 1
    shown = stage.group.chat.find("共2位").text
    assert "已送达1，没有送达1，待发0" in shown


async def test_nobody_is_in_charge_of_what_an_absent_clerk_has(stage: Stage) -> None:
    case = await with_card(stage)
    stage.clerk.presses("领取", in_chat=stage.group)
    await stage.pump()
    stage.colleague.presses("受理", in_chat=stage.group)
    await stage.pump()
    assert "由王芳经办" in stage.colleague.toasts[-1].text
    assert (await reload(stage, case)).state is State.SUBMITTED
    stage.clerk.says("/away@xinping_demo_bot 2", in_chat=stage.group)
    await stage.pump()
    stage.colleague.presses("受理", in_chat=stage.group)
    await stage.pump()
    after = await reload(stage, case)
    assert (after.state, after.assignee) == (State.ACCEPTED, stage.colleague.id)
