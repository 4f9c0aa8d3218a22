"""Commands, descriptions, chats and members."""

from __future__ import annotations

from typing import Any

import pytest

from bot.simulator import Person, TelegramServer
from bot.simulator.calls.profile import commands_for
from tests.simulator.api import Api, Refused

HELP = [{"command": "help", "description": "帮助"}]
DESK = [{"command": "desk", "description": "待办"}]


@pytest.mark.parametrize("name", ["Help", "帮助", "", "a" * 33, "a-b"])
async def test_command_names_are_small_letters_digits_underscores(api: Api, name: str) -> None:
    with pytest.raises(Refused, match="BOT_COMMAND_INVALID"):
        await api("setMyCommands", commands=[{"command": name, "description": "x"}])


async def test_command_descriptions_have_1_to_256_characters(api: Api) -> None:
    await api("setMyCommands", commands=[{"command": "a", "description": "字" * 256}])
    for wrong in ("", "字" * 257):
        with pytest.raises(Refused, match="BOT_COMMAND_DESCRIPTION_INVALID"):
            await api("setMyCommands", commands=[{"command": "a", "description": wrong}])


async def test_the_narrowest_scope_is_what_people_see(
    api: Api, server: TelegramServer, alice: Person
) -> None:
    group = server.group("工作群", [alice])
    await api("setMyCommands", commands=HELP)
    await api("setMyCommands", commands=DESK, scope={"type": "chat", "chat_id": group.id})
    assert commands_for(server.bot, alice.chat, alice.user) == HELP
    assert commands_for(server.bot, group.chat, alice.user) == DESK
    assert await api("getMyCommands") == HELP
    await api("deleteMyCommands", scope={"type": "chat", "chat_id": group.id})
    assert commands_for(server.bot, group.chat, alice.user) == HELP
    with pytest.raises(Refused, match="unsupported scope"):
        await api("setMyCommands", commands=HELP, scope={"type": "planet"})
    with pytest.raises(Refused, match="can't parse BotCommandScope"):
        await api("setMyCommands", commands=HELP, scope={"type": "chat"})


async def test_descriptions_have_their_limits(api: Api) -> None:
    await api("setMyDescription", description="字" * 512)
    await api("setMyShortDescription", short_description="字" * 120)
    await api("setMyName", name="忻评")
    assert (await api("getMyDescription"))["description"] == "字" * 512
    assert (await api("getMyName"))["name"] == "忻评"
    for method, name, limit in (
        ("setMyDescription", "description", 512),
        ("setMyShortDescription", "short_description", 120),
        ("setMyName", "name", 64),
    ):
        with pytest.raises(Refused, match="is too long"):
            params: dict[str, Any] = {name: "字" * (limit + 1)}
            await api(method, **params)


async def test_members_and_administrators_are_told(
    api: Api, server: TelegramServer, alice: Person
) -> None:
    bob = server.person("李四")
    group = server.group("工作群", [alice, bob])
    status = (await api("getChatMember", chat_id=group.id, user_id=alice.id))["status"]
    assert status == "creator"
    assert (await api("getChatMember", chat_id=group.id, user_id=bob.id))["status"] == "member"
    group.removes(bob)
    assert (await api("getChatMember", chat_id=group.id, user_id=bob.id))["status"] == "left"
    assert await api("getChatMemberCount", chat_id=group.id) == 2
    admins = await api("getChatAdministrators", chat_id=group.id)
    assert [a["user"]["first_name"] for a in admins] == ["张三"]
    with pytest.raises(Refused, match="there are no administrators in the private chat"):
        await api("getChatAdministrators", chat_id=alice.id)


async def test_get_me_tells_privacy_mode(api: Api, server: TelegramServer) -> None:
    me = await api("getMe")
    assert (me["is_bot"], me["can_read_all_group_messages"]) == (True, False)


async def test_the_menu_button_can_be_set(api: Api, alice: Person) -> None:
    await api("setChatMenuButton", menu_button={"type": "commands"})
    assert await api("getChatMenuButton", chat_id=alice.id) == {"type": "commands"}
    with pytest.raises(Refused, match="only menu buttons"):
        await api("setChatMenuButton", menu_button={"type": "web_app"})
