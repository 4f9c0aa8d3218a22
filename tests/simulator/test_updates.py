"""Long polling: what is confirmed, what comes again, who is in conflict."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest

from bot.simulator import ManualClock, Person, TelegramServer
from tests.simulator.api import Api, Refused


async def waiting_poll(api: Api) -> asyncio.Task[Any]:
    """A long poll that already waits at the server."""
    poll = asyncio.create_task(api("getUpdates", timeout=50))
    await asyncio.sleep(0)
    assert api.server.bot.updates.polled
    return poll


async def test_unconfirmed_updates_come_again_and_an_offset_confirms_all_below(
    api: Api, alice: Person
) -> None:
    ids = [alice.says(str(n)).update["update_id"] for n in range(3)]
    assert [u["update_id"] for u in await api("getUpdates")] == ids
    assert [u["update_id"] for u in await api("getUpdates", offset=ids[1])] == ids[1:]
    assert [u["update_id"] for u in await api("getUpdates")] == ids[1:]
    assert await api("getUpdates", offset=ids[2] + 1) == []


async def test_a_negative_offset_counts_from_the_end_and_forgets_the_rest(
    api: Api, alice: Person
) -> None:
    ids = [alice.says(str(n)).update["update_id"] for n in range(3)]
    assert [u["update_id"] for u in await api("getUpdates", offset=-1)] == ids[2:]
    assert [u["update_id"] for u in await api("getUpdates")] == ids[2:]


async def test_the_limit_is_kept_between_1_and_100(api: Api, alice: Person) -> None:
    for n in range(120):
        alice.says(str(n))
    assert len(await api("getUpdates", limit=2)) == 2
    assert len(await api("getUpdates", limit=0)) == 1
    assert len(await api("getUpdates", limit=1000)) == 100


async def test_what_nobody_fetches_for_a_day_is_gone(
    api: Api, clock: ManualClock, alice: Person
) -> None:
    alice.says("旧")
    clock.advance(24 * 3600 + 1)
    kept = alice.says("新").update
    assert await api("getUpdates") == [kept]


async def test_long_polling_waits_for_the_next_update_without_asking_again(
    api: Api, server: TelegramServer, alice: Person
) -> None:
    poll = await waiting_poll(api)
    sent = alice.says("醒醒").update
    assert await poll == [sent]
    assert server.bot.updates.completed_polls == 1


async def test_a_second_poller_ends_the_first_with_a_conflict(
    api: Api, server: TelegramServer, alice: Person
) -> None:
    first = await waiting_poll(api)
    assert await api("getUpdates") == []
    with pytest.raises(
        Refused, match="409 Conflict: terminated by other getUpdates request; make sure"
    ):
        await first
    assert not server.violations


async def test_a_poll_that_is_given_up_does_not_swallow_updates(
    api: Api, server: TelegramServer, alice: Person
) -> None:
    poll = await waiting_poll(api)
    poll.cancel()
    with pytest.raises(asyncio.CancelledError):
        await poll
    assert not server.bot.updates.polled
    sent = alice.says("还在").update
    assert await api("getUpdates") == [sent]


async def test_only_wanted_kinds_are_kept(api: Api, alice: Person) -> None:
    await api("getUpdates", allowed_updates=["callback_query"])
    assert alice.says("不要").updates == []
    await api("getUpdates", allowed_updates=[])
    assert len(alice.says("要").updates) == 1
    with pytest.raises(Refused, match="unknown kinds of updates"):
        await api("getUpdates", allowed_updates=["mesage"])


async def test_no_polling_while_a_webhook_is_set(api: Api, server: TelegramServer) -> None:
    with pytest.raises(Refused, match="An HTTPS URL must be provided"):
        await api("setWebhook", url="http://example.cn/hook")
    await api("setWebhook", url="https://example.cn/hook", secret_token="s")
    with pytest.raises(Refused, match="can't use getUpdates method while webhook is active"):
        await api("getUpdates")
    assert (await api("getWebhookInfo"))["url"] == "https://example.cn/hook"
    await api("deleteWebhook")
    assert await api("getUpdates") == []


async def test_dropping_pending_updates_really_drops_them(api: Api, alice: Person) -> None:
    alice.says("丢掉")
    await api("deleteWebhook", drop_pending_updates=True)
    assert await api("getUpdates") == []


async def test_two_bots_have_their_own_updates(server: TelegramServer, alice: Person) -> None:
    other = server.add_bot("7000000002:other-token", "other_bot", "另一个")
    alice.says("给第一个")
    assert len(server.bot.updates) == 1
    assert len(other.updates) == 0
    status, body = await server.call(other.token, "sendMessage", {"chat_id": alice.id, "text": "x"})
    assert (status, body["description"]) == (400, "Bad Request: chat not found")


async def test_a_later_run_continues_with_new_numbers(clock: ManualClock) -> None:
    def first_ids() -> tuple[int, str]:
        server = TelegramServer(clock=clock)
        person = server.person("张三")
        update = person.start().update
        document = person.sends_document("a.pdf", b"x").update["message"]["document"]
        return update["update_id"], document["file_id"]

    earlier = first_ids()
    clock.advance(60)
    later = first_ids()
    assert later[0] > earlier[0]
    assert later[1] != earlier[1]
