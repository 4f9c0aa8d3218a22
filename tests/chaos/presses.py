"""Fingers: buttons that are shown, that were shown, and that never were."""

from __future__ import annotations

import random

from bot.simulator import Message, Person
from bot.simulator.group import Group
from bot.simulator.state.world import CallbackQuery
from bot.simulator.wire.jsontypes import JsonDict
from bot.simulator.wire.jsontypes import words as listed
from tests.chaos.deeds import Deed
from tests.chaos.scene import ChaosStage
from tests.chaos.words import random_characters

_BACK = ("首页", "保存退出", "上一步", "不问了", "算了", "放弃", "目录", "为什么问", "看第")
_ROUTES = listed("home ask text person inq check c case my desk df reg set q notice")
_VERBS = listed(
    "new list show s e z t q c a m f b g ok why save yes send std claim reply close teach card "
    "accept finish refuse note ask give recall files log export rate toc resume redo paper from"
)
_NUMBERS = (
    "0",
    "1",
    "2",
    "-1",
    "²",
    "٣",
    "１",
    "1e9",
    "9" * 18,
    "9" * 40,
    "00",
    "+1",
    "",
    " ",
    "x",
)


def _shown(stage: ChaosStage, person: Person, group: Group | None) -> str:
    """A button of a recent message, preferably one that leads on."""
    chat = group.chat if group else person.chat
    for message in reversed(stage.recent(chat, 12)):
        buttons = [b for row in message.inline_keyboard for b in row]
        if buttons and stage.chance.random() < 0.7:
            forward = [b for b in buttons if not b["text"].startswith(_BACK)]
            chosen = forward if forward and stage.chance.random() < 0.9 else buttons
            return _press(stage, person, message, stage.chance.choice(chosen))
    return _stale(stage, person, group)


def _stale(stage: ChaosStage, person: Person, group: Group | None) -> str:
    """A button as it was some time ago, on a message that may look different by now."""
    found = stage.seen[(group.chat if group else person.chat).id].buttons
    if not found:
        return _forged(stage, person, group)
    return _press(stage, person, *stage.chance.choice(found))


def _double(stage: ChaosStage, person: Person, group: Group | None) -> str:
    """Twice at once; in the staff group by two clerks."""
    chat = group.chat if group else person.chat
    with_buttons = [m for m in stage.recent(chat, 12) if m.inline_keyboard]
    if not with_buttons:
        return _forged(stage, person, group)
    message = with_buttons[-1]
    button = stage.chance.choice([b for row in message.inline_keyboard for b in row])
    pressers = stage.staff if group is stage.group else [person, person]
    pressed = [_press(stage, presser, message, button) for presser in pressers]
    return pressed[0]


def _forged(stage: ChaosStage, person: Person, group: Group | None) -> str:
    """Data that no button of this person carries: a modified app can send anything."""
    chat = group.chat if group else person.chat
    shown = stage.recent(chat, 40)
    if not shown:
        person.says("/start", in_chat=group)
        return "/start"
    data = forged(stage.chance, _known(stage))
    return _press(stage, person, stage.chance.choice(shown), {"text": "?", "callback_data": data})


def forged(chance: random.Random, known: list[str]) -> str:
    """Another's data, data with one part changed, data made of parts, or noise."""
    kind = chance.random()
    if known and kind < 0.25:
        return chance.choice(known)
    if known and kind < 0.65:
        parts = chance.choice(known).split(":")
        parts[chance.randrange(len(parts))] = chance.choice([*_NUMBERS, *_VERBS])
        if chance.random() < 0.2:
            parts = parts[: chance.randint(1, len(parts))]
        return ":".join(parts)[:64]
    if kind < 0.9:
        parts = [chance.choice(_ROUTES), chance.choice([*_VERBS, *_NUMBERS])]
        parts += chance.choices([*_NUMBERS, *_VERBS], k=chance.randint(0, 4))
        return ":".join(parts)[:64]
    return chance.choice([random_characters(chance, 20), "A" * 64, "::::", "\x00", "第", " "])


def _known(stage: ChaosStage) -> list[str]:
    chat = stage.chance.choice(list(stage.seen))
    buttons = list(stage.seen[chat].buttons)
    return [b["callback_data"] for _, b in buttons[-40:] if "callback_data" in b]


def _unseen(stage: ChaosStage, person: Person, group: Group | None) -> str:
    """A press on a message that the bot cannot see: too old, or sent through inline mode."""
    chat = group.chat if group else person.chat
    shown = stage.recent(chat, 40)
    if not shown:
        return _forged(stage, person, group)
    message, world = stage.chance.choice(shown), stage.telegram.world
    data = forged(stage.chance, _known(stage))
    query = CallbackQuery(
        world.query_id(), stage.telegram.bot, person.user, message, data, world.clock()
    )
    world.callbacks[query.id] = query
    payload: JsonDict = {"id": query.id, "from": person.user.json(), "chat_instance": "1"}
    match stage.chance.randrange(4):
        case 0:
            old = {"chat": chat.json(), "message_id": message.id, "date": 0}
            payload |= {"data": data, "message": old}
        case 1:
            payload |= {"data": data, "inline_message_id": "inline1"}
        case 2:
            payload |= {"game_short_name": "game", "message": message.json()}
        case _:
            payload |= {"data": data}
    stage.telegram.bot.updates.put("callback_query", payload)
    return repr(data)


def _press(stage: ChaosStage, person: Person, message: Message, button: JsonDict) -> str:
    if "callback_data" not in button or not message.chat.has(person.user):
        button = {"text": button["text"], "callback_data": "home"}
    if not message.chat.has(person.user):
        return "不在群里"
    person.presses_button(message, button)
    return f"［{button['text'][:20]}］{button['callback_data']!r}"


PRESSES = (
    Deed("按键", 40, _shown),
    Deed("旧键", 6, _stale),
    Deed("连按两次", 5, _double),
    Deed("伪造键", 8, _forged),
    Deed("看不到的键", 2, _unseen),
)
