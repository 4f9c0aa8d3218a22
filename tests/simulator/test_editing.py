"""Editing, deleting, pinning, reacting."""

from __future__ import annotations

import pytest

from bot.simulator import ManualClock, Person, TelegramServer, Upload
from tests.simulator.api import Api, Refused

KEYS = {"inline_keyboard": [[{"text": "甲", "callback_data": "a"}]]}


async def test_an_edit_changes_the_message_in_place(api: Api, alice: Person) -> None:
    sent = await api("sendMessage", chat_id=alice.id, text="一", reply_markup=KEYS)
    edited = await api(
        "editMessageText",
        chat_id=alice.id,
        message_id=sent["message_id"],
        text="二",
        reply_markup=KEYS,
    )
    assert edited["edit_date"] == edited["date"]
    assert [m.text for m in alice.chat.from_bot()] == ["二"]


async def test_an_edit_without_markup_takes_the_buttons_away(api: Api, alice: Person) -> None:
    sent = await api("sendMessage", chat_id=alice.id, text="一", reply_markup=KEYS)
    await api("editMessageText", chat_id=alice.id, message_id=sent["message_id"], text="二")
    assert alice.chat.last.buttons == []


async def test_the_same_again_is_not_modified(api: Api, alice: Person) -> None:
    sent = await api(
        "sendMessage", chat_id=alice.id, text="<b>一</b>", parse_mode="HTML", reply_markup=KEYS
    )
    same = {"chat_id": alice.id, "message_id": sent["message_id"], "reply_markup": KEYS}
    with pytest.raises(Refused, match="message is not modified: specified new message content"):
        await api("editMessageText", text=" <strong>一</strong>", parse_mode="HTML", **same)
    with pytest.raises(Refused, match="message is not modified"):
        await api("editMessageReplyMarkup", **same)
    assert len(api.server.violations) == 2
    await api("editMessageText", text="一", **same)


async def test_only_own_messages_can_be_edited(api: Api, alice: Person) -> None:
    theirs = alice.says("我说的").message
    with pytest.raises(Refused, match="message can't be edited"):
        await api("editMessageText", chat_id=alice.id, message_id=theirs.id, text="改")
    with pytest.raises(Refused, match="message to edit not found"):
        await api("editMessageText", chat_id=alice.id, message_id=12345, text="改")
    with pytest.raises(Refused, match="message identifier is not specified"):
        await api("editMessageText", chat_id=alice.id, text="改")


async def test_a_message_that_a_person_deleted_is_nobodys_mistake(api: Api, alice: Person) -> None:
    sent = await api("sendMessage", chat_id=alice.id, text="一")
    alice.deletes(alice.chat.last)
    with pytest.raises(Refused, match="message to edit not found"):
        await api("editMessageText", chat_id=alice.id, message_id=sent["message_id"], text="二")
    with pytest.raises(Refused, match="message to delete not found"):
        await api("deleteMessage", chat_id=alice.id, message_id=sent["message_id"])
    assert not api.server.violations


async def test_a_message_with_a_forced_reply_stays_as_it_is(api: Api, alice: Person) -> None:
    sent = await api(
        "sendMessage", chat_id=alice.id, text="请写原因", reply_markup={"force_reply": True}
    )
    with pytest.raises(Refused, match="message can't be edited"):
        await api("editMessageText", chat_id=alice.id, message_id=sent["message_id"], text="二")


async def test_an_edit_takes_only_inline_keyboards(api: Api, alice: Person) -> None:
    sent = await api("sendMessage", chat_id=alice.id, text="一")
    with pytest.raises(Refused, match="inline keyboard expected"):
        await api(
            "editMessageText",
            chat_id=alice.id,
            message_id=sent["message_id"],
            text="二",
            reply_markup={"force_reply": True},
        )


async def test_text_and_caption_are_edited_by_their_own_methods(api: Api, alice: Person) -> None:
    upload = {"document": Upload("a.txt", b"x")}
    file = await api("sendDocument", chat_id=alice.id, caption="一", upload=upload)
    text = await api("sendMessage", chat_id=alice.id, text="一")
    await api("editMessageCaption", chat_id=alice.id, message_id=file["message_id"], caption="二")
    with pytest.raises(Refused, match="there is no text in the message to edit"):
        await api("editMessageText", chat_id=alice.id, message_id=file["message_id"], text="三")
    with pytest.raises(Refused, match="there is no caption in the message to edit"):
        await api(
            "editMessageCaption", chat_id=alice.id, message_id=text["message_id"], caption="三"
        )


async def test_deleting_is_for_48_hours_and_in_groups_for_administrators(
    api: Api, server: TelegramServer, clock: ManualClock, alice: Person
) -> None:
    group = server.group("工作群", [alice])
    theirs = alice.says("/x", in_chat=group).message
    with pytest.raises(Refused, match="message can't be deleted"):
        await api("deleteMessage", chat_id=group.id, message_id=theirs.id)
    group.promotes(server.bot)
    await api("deleteMessage", chat_id=group.id, message_id=theirs.id)
    with pytest.raises(Refused, match="message to delete not found"):
        await api("deleteMessage", chat_id=group.id, message_id=theirs.id)
    assert len(server.violations) == 2
    old = await api("sendMessage", chat_id=alice.id, text="旧")
    clock.advance(48 * 3600 + 1)
    with pytest.raises(Refused, match="can't be deleted for everyone"):
        await api("deleteMessage", chat_id=alice.id, message_id=old["message_id"])
    fresh = [
        (await api("sendMessage", chat_id=alice.id, text="新"))["message_id"] for _ in range(2)
    ]
    await api("deleteMessages", chat_id=alice.id, message_ids=[*fresh, 99999])
    assert alice.chat.last.text == "旧"


async def test_pinning_in_a_group_needs_the_right(
    api: Api, server: TelegramServer, alice: Person
) -> None:
    group = server.group("工作群", [alice])
    sent = await api("sendMessage", chat_id=group.id, text="待办")
    with pytest.raises(Refused, match="not enough rights"):
        await api("pinChatMessage", chat_id=group.id, message_id=sent["message_id"])
    group.promotes(server.bot)
    await api("pinChatMessage", chat_id=group.id, message_id=sent["message_id"])
    assert (await api("getChat", chat_id=group.id))["pinned_message"]["text"] == "待办"
    await api("unpinChatMessage", chat_id=group.id)
    assert group.chat.pinned == []
    with pytest.raises(Refused, match="message to unpin not found"):
        await api("unpinChatMessage", chat_id=group.id)


async def test_a_reaction_is_one_known_emoji(api: Api, alice: Person) -> None:
    said = alice.says("谢谢").message
    thumbs = [{"type": "emoji", "emoji": "👍"}]
    await api("setMessageReaction", chat_id=alice.id, message_id=said.id, reaction=thumbs)
    assert list(said.reactions.values()) == ["👍"]
    for wrong in (thumbs * 2, [{"type": "emoji", "emoji": "文"}]):
        with pytest.raises(Refused, match="REACTION_INVALID"):
            await api("setMessageReaction", chat_id=alice.id, message_id=said.id, reaction=wrong)
