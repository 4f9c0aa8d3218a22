"""Updates that no deed of the simulator makes: written as Telegram writes them."""

from __future__ import annotations

from typing import Any

from bot.simulator import Person
from bot.simulator.group import Group
from bot.simulator.state.world import Draft
from tests.chaos.deeds import Deed
from tests.chaos.media import OTHER, POLL, SERVICE
from tests.chaos.scene import ChaosStage
from tests.chaos.words import COMMANDS, question

Json = dict[str, Any]
_CHANNEL: Json = {"id": -1002000000001, "type": "channel", "title": "频道"}
_ANONYMOUS: Json = {
    "id": 1087968824,
    "is_bot": True,
    "first_name": "Group",
    "username": "GroupAnonymousBot",
}
_LINKED: Json = {"id": 777000, "is_bot": False, "first_name": "Telegram"}
_ROBOT: Json = {"id": 123456, "is_bot": True, "first_name": "别的机器人", "username": "other_bot"}


def _other(stage: ChaosStage, person: Person, group: Group | None) -> str:
    name = stage.chance.choice(list(OTHER))
    content = dict(OTHER[name])
    if "document" in content:  # one that can be fetched
        files = stage.telegram.world.files
        content["document"] = files.add_document("a.gif.mp4", b"GIF89a", "video/mp4").document()
    person.post(group, Draft(service=content))
    return name


def _service(stage: ChaosStage, person: Person, group: Group | None) -> str:
    name = stage.chance.choice(list(SERVICE))
    person.post(group, Draft(service=dict(SERVICE[name])))
    return name


def _channel(stage: ChaosStage, person: Person, group: Group | None) -> str:
    kind = stage.chance.choice(["channel_post", "edited_channel_post"])
    said = stage.chance.choice([question(stage.chance), "/start", "/queue"])
    payload = {
        "message_id": 5,
        "chat": _CHANNEL,
        "sender_chat": _CHANNEL,
        "date": stage.telegram.world.now(),
        "text": said,
    }
    stage.telegram.bot.updates.put(kind, payload)
    return said


def _nobody(stage: ChaosStage, person: Person, group: Group | None) -> str:
    """In a group, but not by a person: an anonymous admin, a linked channel, a robot, no one."""
    place = group or stage.group
    by = stage.chance.choice([_ANONYMOUS, _LINKED, _ROBOT, None])
    said = f"/{stage.chance.choice(COMMANDS)}"
    payload: Json = {
        "message_id": 100000 + stage.received,
        "chat": place.chat.json(),
        "date": stage.telegram.world.now(),
        "text": said,
        "entities": [{"type": "bot_command", "offset": 0, "length": len(said)}],
    }
    if by is not None:
        payload |= {"from": by, "sender_chat": place.chat.json()}
    stage.telegram.bot.updates.put("message", payload)
    return f"{by and by['first_name']}：{said}"


def _kinds(person: Person, stage: ChaosStage) -> dict[str, Json]:
    now, user, chat = stage.telegram.world.now(), person.user.json(), stage.others.chat.json()
    reaction = {"type": "emoji", "emoji": "👍"}
    link = {
        "invite_link": "https://t.me/+x",
        "creator": user,
        "creates_join_request": True,
        "is_primary": False,
        "is_revoked": False,
    }
    return {
        "poll": POLL,
        "poll_answer": {"poll_id": "5", "user": user, "option_ids": [0]},
        "message_reaction": {
            "chat": person.chat.json(),
            "message_id": 1,
            "user": user,
            "date": now,
            "old_reaction": [],
            "new_reaction": [reaction],
        },
        "message_reaction_count": {
            "chat": chat,
            "message_id": 1,
            "date": now,
            "reactions": [{"type": reaction, "total_count": 2}],
        },
        "chat_join_request": {
            "chat": chat,
            "from": user,
            "user_chat_id": person.id,
            "date": now,
            "invite_link": link,
        },
        "pre_checkout_query": {
            "id": "1",
            "from": user,
            "currency": "XTR",
            "total_amount": 1,
            "invoice_payload": "x",
        },
        "chat_boost": {
            "chat": chat,
            "boost": {
                "boost_id": "b",
                "add_date": now,
                "expiration_date": now + 99,
                "source": {"source": "premium", "user": user},
            },
        },
        "deleted_business_messages": {
            "business_connection_id": "x",
            "chat": person.chat.json(),
            "message_ids": [1, 2],
        },
        "hologram_call": {"from": user, "colour": "red"},
    }


def _kind(stage: ChaosStage, person: Person, group: Group | None) -> str:
    kinds = _kinds(person, stage)
    name = stage.chance.choice(list(kinds))
    stage.telegram.bot.updates.put(name, kinds[name])
    return name


def _unreadable(stage: ChaosStage, person: Person, group: Group | None) -> str:
    """A form of next year, or of an older server: a field that the library needs is not there."""
    poll = {key: value for key, value in POLL.items() if key != "members_only"}
    name, content = stage.chance.choice(
        [("贴纸", {"sticker": {"file_id": "x"}}), ("投票", {"poll": poll})]
    )
    person.post(group, Draft(service=content))
    return f"缺字段的{name}"


RAW = (
    Deed("别的消息", 8, _other),
    Deed("系统消息", 2, _service),
    Deed("频道消息", 2, _channel),
    Deed("无名氏", 2, _nobody),
    Deed("别的来件", 3, _kind),
    Deed("读不懂的来件", 1, _unreadable),
)
