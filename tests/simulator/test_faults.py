"""What goes wrong on demand, and by the real limits."""

from __future__ import annotations

import random

import pytest

from bot.simulator import AnswerLost, Fault, ManualClock, Person, TelegramServer, Unreachable
from tests.simulator.api import Api, Refused


async def test_a_scripted_flood_is_429_once_and_no_violation(api: Api, alice: Person) -> None:
    api.server.faults.next("sendMessage", Fault.flood(3))
    with pytest.raises(Refused, match="429 Too Many Requests: retry after 3") as caught:
        await api("sendMessage", chat_id=alice.id, text="x")
    assert caught.value.parameters == {"retry_after": 3}
    await api("sendMessage", chat_id=alice.id, text="x")
    assert not api.server.violations
    assert len(api.server.refusals) == 1


async def test_a_lasting_flood_counts_impatience_as_a_violation(
    api: Api, clock: ManualClock, alice: Person
) -> None:
    api.server.faults.next("sendMessage", Fault.flood(3, lasting=True))
    for _ in range(2):
        with pytest.raises(Refused, match="429"):
            await api("sendMessage", chat_id=alice.id, text="x")
    assert len(api.server.violations) == 1
    clock.advance(3)
    await api("sendMessage", chat_id=alice.id, text="x")


async def test_a_timeout_before_effect_sends_nothing_and_after_effect_has_sent(
    api: Api, alice: Person
) -> None:
    faults = api.server.faults
    faults.next("sendMessage", Fault.timeout())
    faults.next("sendMessage", Fault.timeout(after_effect=True))
    with pytest.raises(AnswerLost):
        await api("sendMessage", chat_id=alice.id, text="没有发出")
    with pytest.raises(AnswerLost):
        await api("sendMessage", chat_id=alice.id, text="发出了")
    assert [m.text for m in alice.chat.from_bot()] == ["发出了"]
    assert faults.pending == 0


async def test_faults_can_be_for_one_chat_only(
    api: Api, server: TelegramServer, alice: Person
) -> None:
    bob = server.person("李四")
    bob.start()
    server.faults.next("*", Fault.blocked(bob))
    await api("sendMessage", chat_id=alice.id, text="x")
    with pytest.raises(Refused, match="bot was blocked by the user"):
        await api("sendMessage", chat_id=bob.id, text="x")


@pytest.mark.parametrize(
    ("fault", "words"),
    [
        (Fault.server_error(), "502 Bad Gateway"),
        (Fault.server_error(500), "500 Internal Server Error"),
        (Fault.deactivated(), "403 Forbidden: user is deactivated"),
        (Fault.kicked(), "403 Forbidden: bot was kicked"),
        (Fault.upgraded(-1001), "upgraded to a supergroup"),
        (Fault.conflict(), "409 Conflict"),
        (Fault.refused(400, "Bad Request: strange"), "strange"),
    ],
)
async def test_every_refusal_can_be_scripted(
    api: Api, alice: Person, fault: Fault, words: str
) -> None:
    api.server.faults.always("sendMessage", fault)
    for _ in range(2):
        with pytest.raises(Refused, match=words):
            await api("sendMessage", chat_id=alice.id, text="x")
    api.server.faults.clear()
    await api("sendMessage", chat_id=alice.id, text="x")
    assert not api.server.violations


async def test_unreachable_means_certainly_nothing_was_done(api: Api, alice: Person) -> None:
    api.server.faults.next("*", Fault.unreachable())
    with pytest.raises(Unreachable):
        await api("sendMessage", chat_id=alice.id, text="x")
    assert alice.chat.from_bot() == []


async def test_chaos_can_be_seeded(api: Api, alice: Person) -> None:
    dice = random.Random(7)
    api.server.faults.rule(
        lambda method, params: Fault.server_error() if dice.random() < 0.3 else None
    )
    good = 0
    for _ in range(100):
        try:
            await api("sendMessage", chat_id=alice.id, text="x")
            good += 1
        except Refused:
            continue
    assert good == 100 - len(api.server.faults.happened)
    assert 50 < good < 90


async def test_real_limits_one_a_second_to_a_chat_with_a_small_burst(clock: ManualClock) -> None:
    server = TelegramServer(clock=clock, enforce_limits=True)
    api, alice = Api(server), server.person("张三")
    alice.start()
    for _ in range(3):
        await api("sendMessage", chat_id=alice.id, text="x")
    with pytest.raises(Refused, match="retry after 1"):
        await api("sendMessage", chat_id=alice.id, text="x")
    for _ in range(10):
        clock.advance(1.01)
        await api("sendMessage", chat_id=alice.id, text="x")


async def test_real_limits_twenty_a_minute_to_a_group_and_edits_count(clock: ManualClock) -> None:
    server = TelegramServer(clock=clock, enforce_limits=True)
    api, alice = Api(server), server.person("张三")
    group = server.group("工作群", [alice])
    sent = await api("sendMessage", chat_id=group.id, text="0")
    for n in range(19):
        clock.advance(1)
        await api("editMessageText", chat_id=group.id, message_id=sent["message_id"], text=f"第{n}")
    with pytest.raises(Refused, match="429"):
        await api("sendMessage", chat_id=group.id, text="x")
    clock.advance(60)
    await api("sendMessage", chat_id=group.id, text="x")


async def test_real_limits_thirty_a_second_over_all(clock: ManualClock) -> None:
    server = TelegramServer(clock=clock, enforce_limits=True)
    api = Api(server)
    people = [server.person(f"第{n}人") for n in range(31)]
    for person in people:
        person.start()
    for person in people[:30]:
        await api("sendMessage", chat_id=person.id, text="x")
    with pytest.raises(Refused, match="retry after 1"):
        await api("sendMessage", chat_id=people[30].id, text="x")
