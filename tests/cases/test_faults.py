"""Faults between any two steps: nothing half done, nothing lost, nothing twice."""

from pathlib import Path
from typing import Any

import pytest

from bot.cases.states import State
from bot.handlers.desk import card
from bot.simulator import Fault
from bot.storage import cases, events
from tests.cases.samples import at_the_review, reload, with_card
from tests.support import Stage, on_stage


async def test_an_error_in_the_middle_of_a_submission_leaves_the_draft_as_it_was(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    number = await at_the_review(stage)

    async def broken(*_: Any, **__: Any) -> None:
        raise ZeroDivisionError

    with monkeypatch.context() as patch:
        patch.setattr(card, "show", broken)
        stage.contact.presses("提交")
        await stage.pump()
    assert "事件编号" in stage.contact.chat.last.text
    async with stage.bot.services.db.transaction() as tx:
        case = await cases.get(tx, number)
        assert (case.state, case.reference, case.changes) == (State.DRAFT, "", ())
        assert await events.of(tx, f"case:{number}") == []
        assert await tx.all("SELECT * FROM institutions") == []
    stage.contact.presses("提交")
    await stage.pump()
    assert "已提交，办件编号" in stage.contact.chat.last.text


@pytest.mark.parametrize(
    "fault",
    [Fault.flood(7), Fault.server_error(502), Fault.unreachable(), Fault.timeout()],
    ids=["429", "5xx", "no connection", "timeout"],
)
async def test_a_decision_reaches_the_institution_through_a_bad_network(
    stage: Stage, fault: Fault
) -> None:
    case = await with_card(stage)
    stage.expects_probes = True
    stage.telegram.faults.next("sendMessage", fault, times=2)
    stage.clerk.presses("受理", in_chat=stage.group)
    await stage.pump()
    said = [m.text for m in stage.contact.chat.from_bot() if "已受理" in m.text]
    assert len(said) == 1
    shown = stage.group.chat.find(case.reference).text
    assert "受理" in shown
    assert "通知机构：已送达" in shown


async def test_a_process_that_dies_after_the_decision_tells_the_institution_after_the_start(
    tmp_path: Path,
) -> None:
    stage = Stage(tmp_path)
    async with stage.bot_running() as bot:
        case = await with_card(stage)
        bot.sender.wake = lambda chats: None  # type: ignore[method-assign]
        stage.clerk.presses("受理", in_chat=stage.group)
        for update in await stage.fetch():
            await bot.queue.put(update)
        await bot.queue.join()
        assert (await reload(stage, case)).state is State.ACCEPTED
        assert "已受理" not in stage.contact.chat.transcript()
    async with stage.bot_running():
        await stage.pump()
    assert stage.contact.chat.transcript().count("已受理“") == 1
    assert "经办人：王芳" in stage.group.transcript()


async def test_an_update_that_telegram_repeats_decides_once(tmp_path: Path) -> None:
    async with on_stage(tmp_path) as stage:
        case = await with_card(stage)
        stage.clerk.presses("受理", in_chat=stage.group)
        updates = await stage.fetch()
        for update in [*updates, *updates]:
            await stage.bot.queue.put(update)
        await stage.bot.settle()
        async with stage.bot.services.db.transaction() as tx:
            found = await events.of(tx, f"case:{case.id}")
        assert [e["what"] for e in found] == ["submit", "accept"]


async def test_a_card_that_somebody_deleted_comes_back(stage: Stage) -> None:
    case = await with_card(stage)
    stage.clerk.deletes(stage.group.chat.find(case.reference))
    stage.telegram.violations.clear()
    stage.contact.says("/my")
    await stage.pump()
    stage.contact.presses(case.reference)
    await stage.pump()
    stage.contact.presses("撤回")
    await stage.pump()
    stage.contact.presses("确定撤回")
    await stage.pump()
    assert "已撤回" in stage.group.transcript()
    stage.telegram.violations.clear()  # Telegram's refusal of the edit is what this is about
