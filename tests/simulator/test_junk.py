"""Whatever nonsense a bot sends, the server refuses it in words and never stumbles."""

from __future__ import annotations

import random
from typing import Any

from bot.simulator import TelegramServer
from bot.simulator.wire.jsontypes import words
from bot.simulator.wire.table import METHODS, UNSIMULATED, Parameter

SCALARS: list[Any] = [None, True, 0, -1, 5, 2.5, "", "x", "<b>", "😀", "a" * 5000, "attach://x"]
KEYS = words(
    "inline_keyboard keyboard text callback_data url copy_text type media command description "
    "message_id chat_id emoji id title input_message_content message_text parse_mode offset length "
    "force_reply remove_keyboard style caption start_parameter switch_inline_query"
)


def nonsense(dice: random.Random, depth: int = 0) -> Any:
    """Something that JSON can hold, often with the right names in the wrong places."""
    kind = dice.random()
    if depth > 4 or kind < 0.4:
        return dice.choice(SCALARS)
    if kind < 0.7:
        return [nonsense(dice, depth + 1) for _ in range(dice.randint(0, 3))]
    return {dice.choice(KEYS): nonsense(dice, depth + 1) for _ in range(dice.randint(0, 4))}


def value_for(dice: random.Random, parameter: Parameter, known: dict[str, Any]) -> Any:
    """Mostly something of the right outer kind, so that the call gets past the first check."""
    if parameter.name in known and dice.random() < 0.9:
        return known[parameter.name]
    if dice.random() < 0.1:
        return nonsense(dice)
    match parameter.kind:
        case "i" | "c":
            return dice.choice([0, -1, 1, 2, 3, 10**12])
        case "b":
            return dice.choice([True, False])
        case "a":
            return [nonsense(dice, 1) for _ in range(dice.randint(0, 4))]
        case "o":
            return {dice.choice(KEYS): nonsense(dice, 1) for _ in range(dice.randint(0, 3))}
        case _:
            return dice.choice(["", "x", "字" * 300, "<b>x</b>", "HTML", "attach://f"])


async def test_nonsense_is_refused_and_never_breaks_the_server(server: TelegramServer) -> None:
    dice = random.Random(20_24)
    alice = server.person("张三")
    alice.start()
    group = server.group("工作群", [alice], bot_admin=True)
    methods = [spec for name, spec in METHODS.items() if name not in {"getUpdates", "leaveChat"}]
    for _ in range(20_000):
        spec = dice.choice(methods)
        known: dict[str, Any] = {
            "chat_id": dice.choice([alice.id, group.id]),
            "from_chat_id": alice.id,
        }
        known |= {"message_id": dice.randint(1, 5), "parse_mode": "HTML", "action": "typing"}
        params = {
            p.name: value_for(dice, p, known)
            for p in spec.parameters.values()
            if (p.required or dice.random() < 0.4) and p.name not in UNSIMULATED
        }
        status, body = await server.call(server.bot.token, spec.name, params)
        assert status in {200, 400, 501}, (spec.name, params, body)
        assert body["ok"] == (status == 200)
    assert len(server.calls_of("sendMessage")) > 100
