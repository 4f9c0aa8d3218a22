"""The way of a message: in order, once, and never lost. Does not prove anything about the words."""

import asyncio
from pathlib import Path
from typing import Any

import pytest
from markupsafe import Markup

from bot.delivery.length import messages, units
from bot.delivery.queue import arrival
from bot.handlers import routes
from bot.replies import Edit, Replies, Say, SendFile, Text, WhenUnsure
from bot.simulator import Fault
from bot.storage import inbox, outbox
from bot.turn import Turn
from tests.support import Stage, on_stage


async def echo(turn: Turn) -> Replies:
    return [Say(Text.of(f"收到：{turn.incoming.argument}"), unsure=WhenUnsure.RESEND)]


async def echo_or_drop(turn: Turn) -> Replies:
    return [Say(Text.of(f"收到：{turn.incoming.argument}"))]


@pytest.fixture(autouse=True)
def commands(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(routes.COMMANDS, "echo", echo)
    monkeypatch.setitem(routes.COMMANDS, "soft", echo_or_drop)


def heard(stage: Stage) -> list[str]:
    """What the bot has said to the contact, in order."""
    return [
        m.content.text for m in stage.contact.chat.messages if m.sender is not stage.contact.user
    ]


async def test_answers_come_in_the_order_of_the_questions(stage: Stage) -> None:
    stage.contact.start()
    for number in range(20):
        stage.contact.says(f"/echo {number}")
    await stage.pump()
    assert heard(stage)[1:] == [f"收到：{n}" for n in range(20)]


async def test_who_is_kept_waiting_sees_that_more_is_coming(stage: Stage) -> None:
    stage.contact.start()
    await stage.pump()
    stage.later(minutes=1)
    assert not [c for c in stage.telegram.calls if c.method == "sendChatAction"]
    for number in range(5):
        stage.contact.says(f"/echo {number}")
    await stage.pump()
    shown = [c for c in stage.telegram.calls if c.method == "sendChatAction"]
    assert {c.params["action"] for c in shown} == {"typing"}
    assert len(shown) <= 2


async def test_a_slow_chat_does_not_hold_up_another(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    gate = asyncio.Event()
    arrived = asyncio.Event()
    order: list[str] = []
    read = routes.route

    async def slow(turn: Turn) -> Replies:
        order.append(turn.incoming.user_name)
        arrived.set()
        return await read(turn)

    await stage.pump()
    monkeypatch.setattr("bot.app.route", slow)
    lock = stage.bot.application.update_processor

    async def held() -> None:
        await gate.wait()

    stage.contact.start()
    first = (await stage.fetch())[0]
    blocked = asyncio.ensure_future(lock.do_process_update(first, held()))
    await asyncio.sleep(0)
    stage.contact.says("/echo 慢")
    stage.other.start()
    for update in await stage.fetch():
        await stage.bot.queue.put(update)
    await arrived.wait()
    before_the_gate = list(order)
    gate.set()
    await blocked
    await stage.bot.settle()
    assert before_the_gate == ["李敏"]
    assert order == ["李敏", "张文"]


async def test_an_update_that_telegram_repeats_is_answered_once(stage: Stage) -> None:
    stage.contact.start()
    stage.contact.says("/echo 一")
    updates = await stage.fetch()
    for update in [*updates, *updates]:
        await stage.bot.queue.put(update)
    await stage.bot.settle()
    assert heard(stage).count("收到：一") == 1


async def test_what_was_received_before_a_crash_is_answered_after_it(tmp_path: Path) -> None:
    stage = Stage(tmp_path)
    async with stage.bot_running():
        stage.contact.start()
        await stage.pump()
        stage.contact.says("/echo 崩溃之前")
        for update in await stage.fetch():  # stored and confirmed, but not processed
            async with stage.bot.services.db.transaction() as tx:
                await inbox.receive(tx, arrival(update), stage.clock.now())
    async with stage.bot_running():
        await stage.pump()
    assert heard(stage)[-1] == "收到：崩溃之前"


@pytest.mark.parametrize("command", ["echo", "soft"])
@pytest.mark.parametrize("arrived", [True, False])
async def test_when_the_process_died_while_sending_the_message_is_there_exactly_once(
    tmp_path: Path, command: str, arrived: bool
) -> None:
    stage = Stage(tmp_path)
    async with stage.bot_running():
        stage.contact.start()
        await stage.pump()
        stage.contact.says(f"/{command} 甲")
        await stage.pump()
        async with stage.bot.services.db.transaction() as tx:  # as if killed after the request
            row = await tx.one("SELECT max(id) AS id FROM outbox")
            assert row is not None
            await tx.execute(
                "UPDATE outbox SET state = 'sending', message_id = NULL, payload = ? WHERE id = ?",
                ('{"text": "收到：甲"}', row["id"]),
            )
    if not arrived:
        stage.contact.deletes(stage.contact.chat.messages[-1])
    async with stage.bot_running():
        await stage.pump()
        assert heard(stage).count("收到：甲") == 1
        async with stage.bot.services.db.transaction() as tx:
            row = await tx.one("SELECT state, message_id FROM outbox WHERE id = ?", (row["id"],))
    assert row is not None
    assert row["state"] == "sent"
    assert row["message_id"]


async def test_an_update_half_processed_leaves_no_trace_and_is_done_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Killed inside the transaction: neither the reply nor the mark of completion survives."""
    stage = Stage(tmp_path)

    async def dies(tx: Any, *args: Any) -> set[int]:
        for call_text in ("半句",):
            call = outbox.Outgoing(stage.contact.id, "say", f'{{"text": "{call_text}"}}', "resend")
            await outbox.add(tx, call, stage.clock.now())
        raise asyncio.CancelledError

    async with stage.bot_running():
        stage.contact.start()
        await stage.pump()
        stage.contact.says("/echo 乙")
        with monkeypatch.context() as patch:
            patch.setattr("bot.app.post", dies)
            for update in await stage.fetch():
                await stage.bot.queue.put(update)
            await asyncio.wait_for(stage.bot.queue.join(), 5)
    async with stage.bot_running():
        await stage.pump()
    assert heard(stage)[1:] == ["收到：乙"]


@pytest.mark.parametrize(
    "fault",
    [Fault.flood(7), Fault.server_error(502), Fault.unreachable(), Fault.timeout()],
    ids=["429", "5xx", "no connection", "timeout"],
)
async def test_a_passing_fault_delays_and_loses_nothing(stage: Stage, fault: Fault) -> None:
    stage.expects_probes = True
    stage.contact.start()
    await stage.pump()
    stage.telegram.faults.next("sendMessage", fault, times=2)
    stage.contact.says("/echo 一")
    stage.contact.says("/echo 二")
    await stage.pump()
    assert heard(stage)[1:] == ["收到：一", "收到：二"]


async def test_after_429_the_chat_is_left_alone_for_the_time_it_says(stage: Stage) -> None:
    stage.contact.start()
    await stage.pump()
    stage.telegram.faults.next("sendMessage", Fault.flood(30, lasting=True))
    before = stage.hand()
    stage.contact.says("/echo 一")
    await stage.pump()
    assert stage.hand() - before >= 30
    assert heard(stage)[-1] == "收到：一"


@pytest.mark.parametrize("command", ["echo", "soft"])
async def test_after_a_timeout_that_had_its_effect_nothing_is_repeated(
    stage: Stage, command: str
) -> None:
    stage.expects_probes = True
    stage.contact.start()
    await stage.pump()
    stage.telegram.faults.next("sendMessage", Fault.timeout(after_effect=True))
    stage.contact.says(f"/{command} 一")
    await stage.pump()
    assert heard(stage).count("收到：一") == 1


async def test_a_person_who_stopped_the_bot_is_marked_and_does_not_block_the_line(
    stage: Stage,
) -> None:
    stage.contact.start()
    await stage.pump()
    stage.contact.blocks()
    await stage.pump()
    async with stage.bot.services.db.transaction() as tx:
        row = await tx.one(
            "SELECT unreachable_since FROM people WHERE user_id = ?", (stage.contact.id,)
        )
    assert row is not None
    assert row["unreachable_since"]
    stage.contact.unblocks()
    stage.contact.says("/echo 回来了")
    await stage.pump()
    assert heard(stage)[-1] == "收到：回来了"


async def test_a_group_that_became_a_supergroup_is_followed(stage: Stage) -> None:
    async def to_staff(turn: Turn) -> Replies:
        return [Say(Text.of("给工作群"), to=turn.services.settings.staff_chat_id)]

    routes.COMMANDS["tell"] = to_staff
    try:
        stage.group.upgrades()
        stage.contact.start()
        stage.contact.says("/tell")
        await stage.pump()
    finally:
        del routes.COMMANDS["tell"]
    assert "给工作群" in stage.group.transcript()


async def test_edits_that_pile_up_are_sent_as_the_last_one(stage: Stage) -> None:
    async def board(turn: Turn) -> Replies:
        first = Say(Text.of("第0版"), topic="板")
        return [first, *(Edit(Text.of(f"第{n}版"), topic="板") for n in range(1, 9))]

    routes.COMMANDS["board"] = board
    try:
        stage.contact.start()
        stage.contact.says("/board")
        await stage.pump()
    finally:
        del routes.COMMANDS["board"]
    assert heard(stage)[1:] == ["第8版"]
    assert len(stage.telegram.calls_of("editMessageText")) == 1


async def test_an_edit_of_a_message_that_was_deleted_becomes_a_new_message(stage: Stage) -> None:
    async def board(turn: Turn) -> Replies:
        if turn.incoming.argument == "新":
            return [Say(Text.of("旧内容"), topic="板")]
        return [Edit(Text.of("新内容"), topic="板")]

    routes.COMMANDS["board"] = board
    try:
        stage.contact.start()
        stage.contact.says("/board 新")
        await stage.pump()
        stage.contact.deletes(stage.contact.chat.messages[-1])
        stage.contact.says("/board 改")
        await stage.pump()
    finally:
        del routes.COMMANDS["board"]
    assert heard(stage)[-1] == "新内容"
    stage.expects_probes = True


async def test_an_error_of_ours_gives_a_number_and_the_next_question_is_answered(
    stage: Stage,
) -> None:
    async def broken(turn: Turn) -> Replies:
        raise ZeroDivisionError

    routes.COMMANDS["broken"] = broken
    try:
        stage.contact.start()
        stage.contact.says("/broken")
        stage.contact.says("/echo 还在")
        await stage.pump()
    finally:
        del routes.COMMANDS["broken"]
    assert "事件编号" in heard(stage)[1]
    assert heard(stage)[2] == "收到：还在"


async def test_a_message_that_fails_the_check_of_citations_does_not_leave(tmp_path: Path) -> None:
    async with on_stage(tmp_path) as stage:
        stage.bot.services.gate = lambda text: ["没有这一条"] if "第四十条" in text else []
        stage.contact.start()
        stage.contact.says("/echo 第四十条")
        await stage.pump()
        assert "没有通过核对" in heard(stage)[1]

        def cannot_run(text: Markup) -> list[str]:
            raise LookupError(text)

        stage.bot.services.gate = cannot_run
        stage.contact.says("/echo 随便")
        await stage.pump()
        assert "没有通过核对" in heard(stage)[2]


async def test_a_file_of_ours_that_is_gone_does_not_block_the_line(stage: Stage) -> None:
    async def paper(turn: Turn) -> Replies:
        return [SendFile("申请.docx", path="00"), Say(Text.of("之后"))]

    routes.COMMANDS["paper"] = paper
    try:
        stage.contact.start()
        stage.contact.says("/paper")
        await stage.pump()
    finally:
        del routes.COMMANDS["paper"]
    assert heard(stage)[-1] == "之后"


def test_a_long_text_is_cut_between_paragraphs_and_no_tag_is_torn() -> None:
    paragraphs = [Markup("<b>{}</b>").format("第" * 700) for _ in range(12)]
    parts = messages(Text(tuple(paragraphs)))
    assert len(parts) == 3
    assert all(units(part) <= 4096 and part.count("<b>") == part.count("</b>") for part in parts)
    assert sum(part.count("第") for part in parts) == 12 * 700


def test_a_paragraph_that_is_too_long_by_itself_is_cut_at_a_sentence() -> None:
    text = Text.of("甲<乙>" + "一句话结束了。" * 1000)
    parts = messages(text)
    assert all(units(part) <= 4096 for part in parts)
    assert all(part.endswith("。") for part in parts)
    assert Markup("".join(parts)).unescape() == text.html().unescape()


def test_length_is_counted_as_telegram_counts_it() -> None:
    assert units(Markup("<b>条</b>&lt;😀")) == 4


async def test_an_update_that_cannot_be_read_stops_nobody_and_is_answered(stage: Stage) -> None:
    stage.contact.start()
    await stage.pump()
    good = stage.contact.says("随便").update["message"]
    stage.telegram.bot.updates.take_all()
    stage.telegram.bot.updates.put("message", good | {"sticker": {"file_id": "x"}})
    stage.contact.says("/echo 后面的")
    await stage.pump()
    assert heard(stage)[-1] == "收到：后面的"
    assert len(heard(stage)) == 3
