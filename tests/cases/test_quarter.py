"""第二十一条: each completed change stands in exactly one reported list."""

from datetime import datetime, timedelta

from bot.cases import reporting
from bot.cases.case import Case
from bot.cases.kinds import Kind
from bot.cases.states import State
from bot.clock import BEIJING
from bot.reports.data import Quarter, is_late
from bot.storage import cases
from tests.cases.samples import submitted
from tests.support import Stage

Q3, Q4, Q1 = Quarter(2026, 3), Quarter(2026, 4), Quarter(2027, 1)


async def finished(stage: Stage, at: datetime, kind: Kind = Kind.CHANGE) -> Case:
    async with stage.bot.services.db.transaction() as tx:
        case = await submitted(tx, stage, kind)
        await cases.update(tx, case.id, at, state=State.FINISHED, accepted_at=at, closed_at=at)
        return await cases.get(tx, case.id)


async def listed(stage: Stage, quarter: Quarter) -> list[str]:
    async with stage.bot.services.db.transaction() as tx:
        content = await reporting.content(tx, quarter, stage.clock.now().date())
    return [change.reference for change in content.changes]


async def mark(stage: Stage, quarter: Quarter) -> None:
    stage.clerk.says("/quarter@xinping_demo_bot", in_chat=stage.group)
    await stage.pump()
    shown = stage.group.chat.last
    data = f"qt:mark:{reporting.key(quarter)}:yes"
    stage.clerk.presses_button(shown, {"callback_data": data})
    await stage.pump()


async def test_each_change_stands_in_one_list_by_the_day_it_was_completed(stage: Stage) -> None:
    last_second = datetime(2026, 12, 31, 23, 59, 59, tzinfo=BEIJING)
    old = await finished(stage, datetime(2026, 9, 30, 12, tzinfo=BEIJING))
    here = await finished(stage, last_second)
    later = await finished(stage, last_second + timedelta(seconds=1))
    await finished(stage, last_second, Kind.NEW_LEVEL)  # additions are not reported
    stage.hand.advance(timedelta(days=60).total_seconds())
    assert await listed(stage, Q3) == [old.reference]
    assert await listed(stage, Q4) == [old.reference, here.reference]
    await mark(stage, Q4)
    assert await listed(stage, Q1) == [later.reference]
    async with stage.bot.services.db.transaction() as tx:
        again = await reporting.content(tx, Q4, stage.clock.now().date())
        assert [c.reference for c in again.changes] == [old.reference, here.reference]
        assert again.reprinted_on == stage.clock.now().date()
        assert [is_late(c, Q4) for c in again.changes] == [True, False]
        assert (await cases.get(tx, old.id)).state is State.REPORTED
        assert (await cases.get(tx, later.id)).state is State.FINISHED


async def test_a_quarter_is_reported_once_and_not_before_it_ends(stage: Stage) -> None:
    await finished(stage, stage.clock.now())
    await mark(stage, Q4)
    assert "还没有结束" in stage.clerk.toasts[-1].text
    stage.hand.advance(timedelta(days=60).total_seconds())
    await mark(stage, Q4)
    await finished(stage, datetime(2026, 12, 30, tzinfo=BEIJING))  # found out too late
    await mark(stage, Q4)
    assert "不能重复" in stage.clerk.toasts[-1].text
    await mark(stage, Q3)
    assert "后面的季度已经报备" in stage.clerk.toasts[-1].text
    assert len(await listed(stage, Q4)) == 1
    assert len(await listed(stage, Q1)) == 1, "补报"


async def test_wrong_quarters_are_answered(stage: Stage) -> None:
    stage.clerk.says("/quarter@xinping_demo_bot", in_chat=stage.group)
    await stage.pump()
    shown = stage.group.chat.last
    for data in ("qt:mark:2026Q5:yes", "qt:list:１", "qt:mark:9999Q1:yes", "qt"):
        said = len(stage.clerk.toasts)
        stage.clerk.presses_button(shown, {"callback_data": data})
        await stage.pump()
        assert len(stage.clerk.toasts) == said + 1
