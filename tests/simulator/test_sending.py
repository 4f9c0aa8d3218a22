"""Sending: limits, keyboards, files, and to whom a bot may write."""

from __future__ import annotations

import json

import pytest

from bot.simulator import Person, TelegramServer, Upload
from bot.simulator.state.images import placeholder
from tests.simulator.api import Api, Refused

PICTURE = placeholder(200, 100)


def keyboard(**button: object) -> dict[str, object]:
    return {"inline_keyboard": [[{"text": "按钮", **button}]]}


async def test_a_message_appears_in_the_chat_and_no_violation_is_noted(
    api: Api, alice: Person
) -> None:
    sent = await api(
        "sendMessage", chat_id=alice.id, text="你好", reply_markup=keyboard(callback_data="x")
    )
    assert alice.chat.last.text == "你好"
    assert sent["chat"]["id"] == alice.id
    assert sent["reply_markup"]["inline_keyboard"][0][0]["callback_data"] == "x"
    assert not api.server.violations


async def test_strings_and_json_are_understood_as_from_a_form(api: Api, alice: Person) -> None:
    markup = json.dumps(keyboard(callback_data="x"))
    await api(
        "SENDMESSAGE", chat_id=str(alice.id), text="5", reply_markup=markup, protect_content="true"
    )
    assert alice.chat.last.buttons == [["按钮"]]


async def test_unknown_parameters_are_refused_and_noted(api: Api, alice: Person) -> None:
    with pytest.raises(Refused, match='unknown parameter "disable_web_page_preview"'):
        await api("sendMessage", chat_id=alice.id, text="x", disable_web_page_preview=True)
    assert [v.method for v in api.server.violations] == ["sendMessage"]


async def test_missing_and_ill_typed_parameters_are_refused(api: Api, alice: Person) -> None:
    with pytest.raises(Refused, match="chat_id is empty"):
        await api("sendMessage", text="x")
    with pytest.raises(Refused, match='"chat_id" must be a whole number'):
        await api("sendMessage", chat_id="张三", text="x")
    with pytest.raises(Refused, match="message text is empty"):
        await api("sendMessage", chat_id=alice.id)
    with pytest.raises(Refused, match='"callback_query_id" is required'):
        await api("answerCallbackQuery")
    with pytest.raises(Refused, match="can't parse reply_markup JSON object"):
        await api("sendMessage", chat_id=alice.id, text="x", reply_markup="{")


async def test_unknown_methods_are_not_found_and_noted(api: Api) -> None:
    with pytest.raises(Refused, match="404 Not Found"):
        await api("sendCheese")
    assert api.server.violations


async def test_parameters_that_are_not_simulated_say_so(api: Api, alice: Person) -> None:
    with pytest.raises(Refused, match="501"):
        await api("sendMessage", chat_id=alice.id, text="x", message_thread_id=3)


async def test_wrong_tokens_are_401_and_malformed_ones_404(server: TelegramServer) -> None:
    assert (await server.call("7000000001:wrong", "getMe"))[0] == 401
    assert (await server.call("nonsense", "getMe"))[0] == 404


async def test_callback_data_has_1_to_64_bytes(api: Api, alice: Person) -> None:
    for good in ("x", "x" * 64, "字" * 21):
        await api(
            "sendMessage", chat_id=alice.id, text="x", reply_markup=keyboard(callback_data=good)
        )
    with pytest.raises(Refused, match="BUTTON_DATA_INVALID"):
        await api(
            "sendMessage",
            chat_id=alice.id,
            text="x",
            reply_markup=keyboard(callback_data="字" * 22),
        )
    with pytest.raises(Refused, match="Text buttons are unallowed"):
        await api(
            "sendMessage", chat_id=alice.id, text="x", reply_markup=keyboard(callback_data="")
        )


@pytest.mark.parametrize(
    ("markup", "words"),
    [
        (keyboard(), "Text buttons are unallowed in the inline keyboard"),
        (keyboard(callback_data="x", url="https://a.cn"), "exactly one action"),
        (keyboard(url="javascript:alert(1)"), "Wrong HTTP URL"),
        (keyboard(callback_data="x", colour="red"), "unknown fields"),
        (keyboard(callback_data="x", style="purple"), "BUTTON_STYLE_INVALID"),
        (keyboard(pay=True), "501"),
        ({"inline_keyboard": [{"text": "x"}]}, "Array of Arrays"),
        ({"inline_keyboard": [[{"text": "x", "callback_data": "y"}] * 9]}, "too long"),
        ({"inline_keyboard": [[{"text": " ", "callback_data": "y"}]]}, "non-empty"),
        ({"keyboard": [["甲"]], "resize": True}, "unknown fields"),
        ({"keyboard": [[]]}, "reply keyboard is empty"),
        ({}, "object expected as reply markup"),
    ],
)
async def test_bad_keyboards_are_refused(
    api: Api, alice: Person, markup: dict[str, object], words: str
) -> None:
    with pytest.raises(Refused, match=words):
        await api("sendMessage", chat_id=alice.id, text="x", reply_markup=markup)
    assert api.server.violations


async def test_other_keyboards_are_accepted(api: Api, alice: Person) -> None:
    markups: list[dict[str, object]] = [
        {"keyboard": [["甲", {"text": "乙"}]], "resize_keyboard": True},
        {"remove_keyboard": True},
        {"force_reply": True, "input_field_placeholder": "请写原因"},
        {"inline_keyboard": []},
        keyboard(copy_text={"text": "XP-2024"}),
        keyboard(switch_inline_query_current_chat=""),
    ]
    for markup in markups:
        await api("sendMessage", chat_id=alice.id, text="x", reply_markup=markup)


async def test_a_bot_cannot_write_first(api: Api, server: TelegramServer) -> None:
    bob = server.person("李四")
    with pytest.raises(Refused, match="400 Bad Request: chat not found"):
        await api("sendMessage", chat_id=bob.id, text="您好")
    server.group("工作群", [bob])
    with pytest.raises(Refused, match="403 Forbidden: bot can't initiate conversation with a user"):
        await api("sendMessage", chat_id=bob.id, text="您好")
    assert not server.violations
    bob.says("先说一句")
    await api("sendMessage", chat_id=bob.id, text="您好")


async def test_an_invented_chat_id_is_the_bots_own_mistake(api: Api) -> None:
    for chat_id in (1, -5, "@nobody"):
        with pytest.raises(Refused, match="chat not found"):
            await api("sendMessage", chat_id=chat_id, text="x")
    assert len(api.server.violations) == 3


async def test_blocked_deactivated_and_kicked_are_403_and_nobodys_mistake(
    api: Api, server: TelegramServer, alice: Person
) -> None:
    alice.blocks()
    with pytest.raises(Refused, match="403 Forbidden: bot was blocked by the user"):
        await api("sendMessage", chat_id=alice.id, text="x")
    alice.unblocks()
    await api("sendMessage", chat_id=alice.id, text="x")
    group = server.group("工作群", [alice])
    group.kicks_bot(server.bot)
    with pytest.raises(Refused, match="403 Forbidden: bot was kicked from the group chat"):
        await api("sendMessage", chat_id=group.id, text="x")
    alice.deactivates()
    with pytest.raises(Refused, match="403 Forbidden: user is deactivated"):
        await api("sendMessage", chat_id=alice.id, text="x")
    assert not server.violations


async def test_an_upgraded_group_answers_with_its_new_id(
    api: Api, server: TelegramServer, alice: Person
) -> None:
    group = server.group("工作群", [alice])
    old = group.id
    group.upgrades()
    with pytest.raises(Refused, match="group chat was upgraded to a supergroup chat") as caught:
        await api("sendMessage", chat_id=old, text="x")
    assert caught.value.parameters == {"migrate_to_chat_id": group.id}
    sent = await api("sendMessage", chat_id=group.id, text="x")
    assert sent["chat"]["type"] == "supergroup"
    assert not server.violations


async def test_a_reply_needs_its_target_unless_it_may_go_without(api: Api, alice: Person) -> None:
    asked = alice.says("问题").message
    sent = await api(
        "sendMessage", chat_id=alice.id, text="答", reply_parameters={"message_id": asked.id}
    )
    assert sent["reply_to_message"]["text"] == "问题"
    alice.deletes(asked)
    with pytest.raises(Refused, match="message to be replied not found"):
        await api(
            "sendMessage", chat_id=alice.id, text="答", reply_parameters={"message_id": asked.id}
        )
    assert not api.server.violations
    lenient = {"message_id": asked.id, "allow_sending_without_reply": True}
    sent = await api("sendMessage", chat_id=alice.id, text="答", reply_parameters=lenient)
    assert "reply_to_message" not in sent


async def test_documents_are_uploaded_or_named_by_id(api: Api, alice: Person) -> None:
    upload = {"document": Upload("申请书.docx", b"PK...", "application/msword")}
    sent = await api(
        "sendDocument", chat_id=alice.id, caption="<b>申请书</b>", parse_mode="HTML", upload=upload
    )
    assert sent["document"]["file_name"] == "申请书.docx"
    assert sent["caption_entities"] == [{"type": "bold", "offset": 0, "length": 3}]
    again = await api("sendDocument", chat_id=alice.id, document=sent["document"]["file_id"])
    assert again["document"]["file_unique_id"] == sent["document"]["file_unique_id"]


async def test_captions_have_at_most_1024_units(api: Api, alice: Person) -> None:
    upload = {"document": Upload("a.txt", b"x")}
    await api("sendDocument", chat_id=alice.id, caption="字" * 1024, upload=upload)
    with pytest.raises(Refused, match="message caption is too long"):
        await api("sendDocument", chat_id=alice.id, caption="字" * 1025, upload=upload)


async def test_bad_files_are_refused(api: Api, alice: Person) -> None:
    with pytest.raises(Refused, match="wrong file identifier"):
        await api("sendDocument", chat_id=alice.id, document="nonsense")
    with pytest.raises(Refused, match="501"):
        await api("sendDocument", chat_id=alice.id, document="https://a.cn/x.pdf")
    with pytest.raises(Refused, match="file must be non-empty"):
        await api("sendDocument", chat_id=alice.id, upload={"document": Upload("a.txt", b"")})
    with pytest.raises(Refused, match="IMAGE_PROCESS_FAILED"):
        await api("sendPhoto", chat_id=alice.id, upload={"photo": Upload("a.jpg", b"no picture")})
    with pytest.raises(Refused, match="PHOTO_INVALID_DIMENSIONS"):
        thin = Upload("a.png", placeholder(1, 300))
        await api("sendPhoto", chat_id=alice.id, upload={"photo": thin})
    with pytest.raises(Refused, match="there is no file for attach://x"):
        await api("sendDocument", chat_id=alice.id, document="attach://x")
    with pytest.raises(Refused, match='file "stray" is not used'):
        await api("sendMessage", chat_id=alice.id, text="x", upload={"stray": Upload("a", b"x")})
    assert len(api.server.violations) == 7


async def test_a_photo_comes_in_several_sizes_and_the_last_is_the_picture(
    api: Api, alice: Person
) -> None:
    sent = await api("sendPhoto", chat_id=alice.id, upload={"photo": Upload("a.png", PICTURE)})
    sizes = sent["photo"]
    assert (sizes[-1]["width"], sizes[-1]["height"]) == (200, 100)
    assert sizes[0]["width"] < 200
    with pytest.raises(Refused, match="can't use file of type Photo as Document"):
        await api("sendDocument", chat_id=alice.id, document=sizes[-1]["file_id"])


async def test_an_album_has_2_to_10_parts_of_one_kind(api: Api, alice: Person) -> None:
    upload = {f"f{n}": Upload(f"{n}.txt", b"x") for n in range(3)}
    media = [{"type": "document", "media": f"attach://f{n}"} for n in range(3)]
    sent = await api("sendMediaGroup", chat_id=alice.id, media=media, upload=upload)
    assert len({part["media_group_id"] for part in sent}) == 1
    assert len({part["message_id"] for part in sent}) == 3
    for wrong in (media[:1], media * 4):
        with pytest.raises(Refused, match="2-10 items"):
            await api("sendMediaGroup", chat_id=alice.id, media=wrong)
    mixed = [media[0], {"type": "photo", "media": "attach://p"}]
    with pytest.raises(Refused, match="can't be mixed"):
        both = {**upload, "p": Upload("p.png", PICTURE)}
        both = {name: both[name] for name in ("f0", "p")}
        await api("sendMediaGroup", chat_id=alice.id, media=mixed, upload=both)


async def test_forwarding_shows_the_origin_and_copying_does_not(
    api: Api, server: TelegramServer, alice: Person
) -> None:
    group = server.group("工作群", [alice])
    asked = alice.says("请看材料").message
    sent = await api("forwardMessage", chat_id=group.id, from_chat_id=alice.id, message_id=asked.id)
    assert sent["forward_origin"]["sender_user"]["first_name"] == "张三"
    await api("copyMessage", chat_id=group.id, from_chat_id=alice.id, message_id=asked.id)
    assert group.chat.last.origin is None
    assert group.chat.last.text == "请看材料"
    with pytest.raises(Refused, match="message to forward not found"):
        await api("forwardMessage", chat_id=group.id, from_chat_id=alice.id, message_id=999)


async def test_supergroups_count_their_messages_for_themselves(
    api: Api, server: TelegramServer, alice: Person
) -> None:
    group = server.group("工作群", [alice], supergroup=True)
    first = await api("sendMessage", chat_id=group.id, text="x")
    for _ in range(3):
        private = await api("sendMessage", chat_id=alice.id, text="x")
    assert first["message_id"] == 2
    assert private["message_id"] > first["message_id"]


async def test_typing_is_checked_like_sending(api: Api, alice: Person) -> None:
    assert await api("sendChatAction", chat_id=alice.id, action="typing") is True
    with pytest.raises(Refused, match="wrong parameter action"):
        await api("sendChatAction", chat_id=alice.id, action="dancing")
