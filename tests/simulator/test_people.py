"""People and groups: what they do and what the bot is told."""

from __future__ import annotations

import pytest

from bot.simulator import Person, TelegramServer
from tests.simulator.api import Api


def kinds(server: TelegramServer) -> list[str]:
    return [next(k for k in u if k != "update_id") for u in server.bot.updates.take_all()]


def test_start_carries_its_payload_and_is_marked_as_a_command(server: TelegramServer) -> None:
    message = server.person("张三").start("inv_42").update["message"]
    assert message["text"] == "/start inv_42"
    assert message["entities"] == [{"type": "bot_command", "offset": 0, "length": 6}]
    assert message["chat"] == {"id": message["from"]["id"], "first_name": "张三", "type": "private"}


def test_an_edit_is_an_edited_message(alice: Person) -> None:
    said = alice.says("第五调").message
    update = alice.edits(said, "第五条").update
    assert update["edited_message"]["text"] == "第五条"
    assert update["edited_message"]["message_id"] == said.id
    assert alice.chat.last.text == "第五条"


def test_a_reply_carries_what_it_answers(alice: Person) -> None:
    first = alice.says("甲").message
    second = alice.replies(first, "乙").message
    update = alice.replies(second, "丙").update
    assert update["message"]["reply_to_message"]["text"] == "乙"
    assert "reply_to_message" not in update["message"]["reply_to_message"]


def test_blocking_and_unblocking_are_told(server: TelegramServer, alice: Person) -> None:
    change = alice.blocks().update["my_chat_member"]
    assert change["new_chat_member"]["status"] == "kicked"
    assert change["chat"]["id"] == alice.id
    with pytest.raises(ValueError, match="停用了机器人"):
        alice.says("还在吗")
    act = alice.start()
    assert [next(k for k in u if k != "update_id") for u in act] == ["my_chat_member", "message"]


def test_a_new_group_tells_the_bot_that_it_was_added(server: TelegramServer, alice: Person) -> None:
    server.group("工作群", [alice])
    assert kinds(server) == ["my_chat_member", "message"]


def test_in_a_group_the_bot_hears_only_what_is_meant_for_it(
    server: TelegramServer, alice: Person
) -> None:
    group = server.group("工作群", [alice])
    assert alice.says("大家好", in_chat=group).updates == []
    assert alice.says("@xinping_demo_bot 在吗", in_chat=group).updates == []
    assert len(alice.says("/desk", in_chat=group).updates) == 1
    assert len(alice.says("/desk@xinping_demo_bot", in_chat=group).updates) == 1
    assert alice.says("/desk@other_bot", in_chat=group).updates == []
    group.promotes(server.bot)
    assert len(alice.says("大家好", in_chat=group).updates) == 1


async def test_replies_to_the_bot_are_heard_in_a_group(
    api: Api, server: TelegramServer, alice: Person
) -> None:
    group = server.group("工作群", [alice])
    await api("sendMessage", chat_id=group.id, text="请写原因", reply_markup={"force_reply": True})
    assert len(alice.replies(group.chat.last, "材料不全").updates) == 1


def test_with_privacy_mode_off_the_bot_hears_all() -> None:
    server = TelegramServer(privacy_mode=False)
    alice = server.person("张三")
    group = server.group("工作群", [alice])
    assert len(alice.says("大家好", in_chat=group).updates) == 1


def test_only_members_speak_in_a_group(server: TelegramServer, alice: Person) -> None:
    group = server.group("工作群", [server.person("王五")])
    with pytest.raises(ValueError, match="不在“工作群”里"):
        alice.says("x", in_chat=group)
    group.adds(alice)
    alice.says("x", in_chat=group)


def test_apps_do_not_send_empty_or_endless_messages(alice: Person) -> None:
    with pytest.raises(ValueError, match="空消息"):
        alice.says("  ")
    with pytest.raises(ValueError, match="4096"):
        alice.says("字" * 4097)


def test_forwarding_keeps_the_origin(server: TelegramServer, alice: Person) -> None:
    bob = server.person("李四")
    group = server.group("工作群", [alice, bob])
    said = bob.says("原话", in_chat=group).message
    update = alice.forwards(said).update
    assert update["message"]["forward_origin"]["sender_user"]["first_name"] == "李四"


async def test_a_transcript_reads_like_a_conversation(
    api: Api, server: TelegramServer, alice: Person
) -> None:
    asked = alice.says("第五条说什么？").message
    await api(
        "sendMessage",
        chat_id=alice.id,
        text="第五条规定……\n共三款",
        reply_parameters={"message_id": asked.id},
        reply_markup={
            "inline_keyboard": [
                [{"text": "原文", "callback_data": "a"}, {"text": "网站", "url": "https://a.cn"}]
            ]
        },
    )
    alice.sends_document("许可证.pdf", b"x", "请收")
    assert alice.chat.transcript() == (
        "【机构】张三：/start\n"
        "【机构】张三：第五条说什么？\n"
        "【机器人】（回复“第五条说什么？”）第五条规定……\n"
        "　　共三款\n"
        "　　［原文 | 网站↗］\n"
        "【机构】张三：［文件 许可证.pdf］请收"
    )
    assert alice.chat.find("共三款").sender.is_bot


async def test_waiting_ends_with_the_change_it_waits_for(
    server: TelegramServer, api: Api, alice: Person
) -> None:
    import asyncio

    waiting = asyncio.create_task(server.until(lambda: alice.chat.last.text == "到了"))
    await asyncio.sleep(0)
    await api("sendMessage", chat_id=alice.id, text="到了")
    await waiting
    with pytest.raises(TimeoutError):
        await server.until(lambda: False, within=0.01)
