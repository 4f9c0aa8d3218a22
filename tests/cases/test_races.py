"""Two clerks, or a clerk and the contact, at the same moment: one wins, the other is told who."""

import itertools
import random
from collections import Counter
from collections.abc import Callable
from functools import partial

from bot.cases.case import Case
from bot.cases.states import State
from bot.simulator import Person
from bot.storage import events
from tests.cases.samples import at_the_review, reload, submitted, with_card
from tests.support import Stage

RACES = 200
CROSSED = 40
"""Races between the institution and a clerk, in two chats."""


def press(who: Person, stage: Stage, case: Case, deed: str) -> None:
    """On the last message of the bot in the group: the data alone says which case is meant."""
    shown = stage.group.chat.from_bot()[-1]
    data = f"desk:{deed}:{case.id}:{case.version}"
    who.presses_button(shown, {"callback_data": data})


async def test_of_two_hundred_races_each_has_one_winner(stage: Stage) -> None:
    numbers = random.Random(1)
    pairs = list(itertools.product(("claim", "accept"), repeat=2))
    first = await with_card(stage)
    async with stage.bot.services.db.transaction() as tx:
        found = [first, *[await submitted(tx, stage) for _ in range(RACES - 1)]]
    winners = {stage.clerk.name: 0, stage.colleague.name: 0}
    for race, case in enumerate(found):
        runners = [stage.clerk, stage.colleague]
        numbers.shuffle(runners)
        said = [len(r.toasts) for r in runners]
        for runner, deed in zip(runners, pairs[race % len(pairs)], strict=True):
            press(runner, stage, case, deed)
        await stage.pump()
        async with stage.bot.services.db.transaction() as tx:
            after = await events.of(tx, f"case:{case.id}")
        assert len(after) == 2, "提交，以及赢的那一次"
        winner, loser = runners
        assert after[1]["actor_name"] == winner.name
        assert (await reload(stage, case)).assignee == winner.id
        assert winner.name in loser.toasts[said[1]].text
        assert len(winner.toasts) == said[0] + 1
        winners[winner.name] += 1
        stage.later(minutes=2)
    assert sum(winners.values()) == RACES
    assert min(winners.values()) > RACES / 4


async def test_processing_side_by_side_does_not_change_that(stage: Stage) -> None:
    """Both presses are handed to the bot at once, before either is processed."""
    case = await with_card(stage)
    for _ in range(5):
        press(stage.clerk, stage, case, "accept")
        press(stage.colleague, stage, case, "accept")
    for update in await stage.fetch():
        await stage.bot.queue.put(update)
    await stage.bot.settle()
    async with stage.bot.services.db.transaction() as tx:
        found = await events.of(tx, f"case:{case.id}")
    assert [e["what"] for e in found] == ["submit", "accept"]


async def test_a_withdrawal_and_an_acceptance_at_once(stage: Stage) -> None:
    """Different chats are processed side by side; still only one of the two happens."""
    numbers = random.Random(2)
    first = await with_card(stage)
    async with stage.bot.services.db.transaction() as tx:
        found = [first, *[await submitted(tx, stage) for _ in range(CROSSED - 1)]]
    shown = stage.contact.chat.from_bot()[-1]
    ends = Counter[State]()
    for case in found:
        data = f"my:wd:{case.id}:{case.version}:yes"
        deeds: list[Callable[[], object]] = [
            partial(stage.contact.presses_button, shown, {"callback_data": data}),
            partial(press, stage.clerk, stage, case, "accept"),
        ]
        numbers.shuffle(deeds)
        for deed in deeds:
            deed()
        for update in await stage.fetch():
            await stage.bot.queue.put(update)
        await stage.bot.settle()
        await stage.pump()
        after = await reload(stage, case)
        ends[after.state] += 1
        async with stage.bot.services.db.transaction() as tx:
            assert len(await events.of(tx, f"case:{case.id}")) == 2
        stage.later(minutes=2)
    assert set(ends) == {State.WITHDRAWN, State.ACCEPTED}, "两边都赢过"
    assert stage.contact.toasts
    assert stage.clerk.toasts


async def test_a_double_tap_on_submit_makes_one_case(stage: Stage) -> None:
    """See also the transcripts; here ten taps."""
    number = await at_the_review(stage)
    shown = stage.contact.chat.last
    for _ in range(10):
        stage.contact.presses("提交", shown)
    await stage.pump()
    async with stage.bot.services.db.transaction() as tx:
        row = await tx.one("SELECT count(*) AS n FROM cases WHERE state = 'submitted'")
        assert row is not None
        assert row["n"] == 1
        assert len(await events.of(tx, f"case:{number}")) == 1
    assert stage.group.transcript().count("已提交") == 1


async def test_a_withdrawal_while_the_clerk_writes_the_refusal(stage: Stage) -> None:
    case = await with_card(stage)
    shown = stage.contact.chat.from_bot()[-1]
    press(stage.clerk, stage, case, "accept")
    await stage.pump()
    case = await reload(stage, case)
    press(stage.clerk, stage, case, "refuse")
    await stage.pump()
    stage.clerk.replies(stage.group.chat.from_bot()[-1], "不属于备案信息，不用变更。")
    await stage.pump()
    preview = stage.group.chat.from_bot()[-1]
    data = f"my:wd:{case.id}:{case.version}:yes"
    stage.contact.presses_button(shown, {"callback_data": data})
    await stage.pump()
    assert (await reload(stage, case)).state is State.WITHDRAWN
    for words in ("重写", "确定不予办理"):
        stage.clerk.presses(words, preview)
        await stage.pump()
    assert "现在是“已撤回”" in stage.clerk.toasts[-2].text
    assert stage.clerk.toasts[-1].text == "这一步已经做过了。"
    assert (await reload(stage, case)).state is State.WITHDRAWN
