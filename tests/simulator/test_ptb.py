"""python-telegram-bot against the server in the same process."""

from __future__ import annotations

import asyncio

import pytest
from telegram import Bot, InputMediaDocument, InputMediaPhoto, ReplyParameters, Update
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Conflict,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TimedOut,
)

from bot.simulator import Fault, Person, TelegramServer
from bot.simulator.request import SimulatorRequest
from bot.simulator.state.images import placeholder
from tests.simulator.harness import in_process
from tests.simulator.sample import KEYS, add_handlers, set_up


@pytest.fixture
async def bot(server: TelegramServer) -> Bot:
    made = Bot(
        server.bot.token,
        request=SimulatorRequest(server),
        get_updates_request=SimulatorRequest(server),
    )
    await made.initialize()
    return made


async def test_a_bot_sends_edits_answers_and_deletes(
    bot: Bot, server: TelegramServer, alice: Person
) -> None:
    sent = await bot.send_message(alice.id, "<b>一</b>", parse_mode="HTML", reply_markup=KEYS)
    assert sent.text_html == "<b>一</b>"
    query = Update.de_json(alice.presses("原文").update, bot).callback_query
    assert query is not None
    await query.answer("好")
    await query.edit_message_text("二")
    assert alice.chat.last.text == "二"
    await bot.delete_message(alice.id, sent.message_id)
    assert sent.message_id not in [m.id for m in alice.chat.messages]
    assert not server.violations


async def test_a_bot_fetches_updates_and_confirms_them(bot: Bot, alice: Person) -> None:
    alice.says("第一句")
    alice.says("第二句")
    first = await bot.get_updates(limit=1, timeout=10)
    assert first[0].effective_message is not None
    assert first[0].effective_message.text == "第一句"
    rest = await bot.get_updates(offset=first[0].update_id + 1, timeout=10)
    assert [u.effective_message.text for u in rest if u.effective_message] == ["第二句"]


async def test_a_bot_downloads_and_uploads_files(bot: Bot, alice: Person) -> None:
    update = Update.de_json(alice.sends_document("许可证.pdf", b"%PDF-1.7").update, bot)
    assert update.message is not None and update.message.document is not None
    file = await bot.get_file(update.message.document.file_id)
    assert bytes(await file.download_as_bytearray()) == b"%PDF-1.7"
    sent = await bot.send_document(alice.id, b"PK", filename="申请书.docx", caption="请核对")
    assert sent.document is not None
    assert sent.document.file_name == "申请书.docx"
    stored = alice.chat.last.content.document
    assert stored is not None
    assert stored.content == b"PK"


async def test_a_bot_sends_albums_of_uploads_and_known_files(bot: Bot, alice: Person) -> None:
    first = await bot.send_document(alice.id, b"1", filename="一.pdf")
    assert first.document is not None
    documents = [
        InputMediaDocument(first.document.file_id, caption="旧"),
        InputMediaDocument(b"2", filename="二.pdf"),
    ]
    sent = await bot.send_media_group(alice.id, documents)
    assert [m.document.file_name for m in sent if m.document] == ["一.pdf", "二.pdf"]
    photos = [InputMediaPhoto(placeholder(30, 30)), InputMediaPhoto(placeholder(40, 40))]
    assert len(await bot.send_media_group(alice.id, photos)) == 2


async def test_errors_arrive_as_the_exceptions_of_the_library(
    bot: Bot, server: TelegramServer, alice: Person
) -> None:
    faults = server.faults
    for fault, expected in (
        (Fault.flood(7), RetryAfter),
        (Fault.timeout(), TimedOut),
        (Fault.timeout(after_effect=True), TimedOut),
        (Fault.unreachable(), NetworkError),
        (Fault.server_error(), NetworkError),
        (Fault.blocked(alice), Forbidden),
        (Fault.upgraded(-1001), ChatMigrated),
        (Fault.conflict(), Conflict),
    ):
        faults.next("sendMessage", fault)
        with pytest.raises(expected) as caught:
            await bot.send_message(alice.id, "x")
        assert type(caught.value) is expected
    assert len(alice.chat.from_bot()) == 1
    with pytest.raises(BadRequest, match="Can't parse entities"):
        await bot.send_message(alice.id, "1 < 2", parse_mode="HTML")
    assert [v.method for v in server.violations] == ["sendMessage"]


async def test_a_wrong_token_is_invalid(server: TelegramServer) -> None:
    wrong = Bot("7000000001:wrong-token", request=SimulatorRequest(server))
    with pytest.raises(InvalidToken):
        await wrong.get_me()


async def test_a_slip_of_the_simulator_is_loud_and_not_a_network_error(
    bot: Bot, server: TelegramServer, alice: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*args: object) -> None:
        raise ZeroDivisionError("slip")

    monkeypatch.setattr(server.world, "post", broken)
    with pytest.raises(NetworkError):
        await bot.send_message(alice.id, "x")
    assert "ZeroDivisionError" in server.violations[0].description


async def test_replies_reactions_profile_and_members_are_understood_by_the_library(
    bot: Bot, server: TelegramServer, alice: Person
) -> None:
    group = server.group("工作群", [alice], bot_admin=True)
    said = alice.says("请看", in_chat=group).message
    reply = ReplyParameters(said.id, allow_sending_without_reply=True)
    sent = await bot.send_message(group.id, "收到", reply_parameters=reply)
    assert sent.reply_to_message is not None
    await bot.set_message_reaction(group.id, said.id, "👍")
    await bot.pin_chat_message(group.id, sent.message_id)
    await bot.set_my_commands([("desk", "待办")])
    assert (await bot.get_my_commands())[0].command == "desk"
    chat = await bot.get_chat(group.id)
    assert chat.pinned_message is not None
    assert (await bot.get_chat_member(group.id, alice.id)).status == "creator"
    me = await bot.get_chat_member(group.id, bot.id)
    assert me.status == "administrator"
    assert not server.violations


async def test_an_application_is_driven_update_by_update(
    server: TelegramServer, alice: Person
) -> None:
    async with in_process(server, add_handlers) as run:
        await set_up(run.application)
        await run.handle(alice.start("inv_1"))
        assert "邀请 inv_1" in alice.chat.last.text
        await run.handle(alice.presses("有用"))
        assert [toast.text for toast in alice.toasts] == ["谢谢您的反馈"]
        said = alice.says("第五调")
        await run.handle(said)
        await run.handle(alice.edits(said.message, "第五条"))
        assert alice.chat.last.text == "您改成了：第五条"
        await run.handle(alice.sends_document("证.pdf", b"%PDF"))
        assert "［文件 回执-证.pdf］已收到" in alice.chat.transcript()
        assert len(server.bot.updates) == 0
    assert not server.violations


async def test_an_application_is_driven_through_its_queue(
    server: TelegramServer, alice: Person
) -> None:
    async with in_process(server, add_handlers, started=True) as run:
        alice.says("一")
        alice.says("二")
        await run.through_queue()
        assert [m.text for m in alice.chat.from_bot()] == ["您说：一", "您说：二"]
        alice.says("三")
        assert await run.drain() == 1
    assert not server.violations


async def test_real_polling_in_process_waits_without_spinning(
    server: TelegramServer, alice: Person
) -> None:
    async with in_process(server, add_handlers, started=True) as run:
        updater = run.application.updater
        assert updater is not None
        await updater.start_polling()
        for n in range(3):
            alice.says(f"第{n}句")
            await server.until(lambda n=n: alice.chat.last.text == f"您说：第{n}句")  # type: ignore[misc]
        await asyncio.sleep(0)
        await updater.stop()
        assert len(server.calls_of("getUpdates")) < 10
        assert len(server.bot.updates) == 0
    assert not server.violations
