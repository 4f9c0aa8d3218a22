"""The table of transitions: what it allows works, everything else is refused politely."""

import itertools
import re
from typing import Any

import pytest

from bot.cases import drawing, table
from bot.cases.kinds import Kind
from bot.cases.lifecycle import Actor, perform
from bot.cases.states import OPEN, State
from bot.cases.transitions import BY_ACTION, Action, NotAllowed, Role
from bot.handlers.desk.buttons import DEEDS
from bot.storage import cases, events
from tests.cases.samples import reload, submitted, with_card
from tests.support import Stage

EVERYTHING = list(itertools.product(Action, Role, State, Kind))


def test_the_document_is_current() -> None:
    assert table.DOCUMENT.read_text(encoding="utf-8") == table.document(), (
        "请运行 python -m bot.cases.table"
    )
    assert drawing.PICTURE.read_text(encoding="utf-8") == drawing.picture()


def test_the_picture_shows_every_state_and_every_way() -> None:
    drawn = drawing.picture()
    for state in State:
        assert f">{state.label}</text>" in drawn
    for t in BY_ACTION.values():
        ways = 0 if t.target is None else 1 if t.sources == OPEN else len(t.sources)
        assert drawn.count(f">{t.words}</text>") >= ways, t.words
    assert drawn.count("marker-end") == sum(
        1 if t.sources == OPEN else len(t.sources) for t in BY_ACTION.values() if t.target
    )


def test_every_state_but_the_draft_can_be_reached_and_every_open_one_can_be_left() -> None:
    reached = {t.target for t in BY_ACTION.values()} - {None}
    assert reached == set(State) - {State.DRAFT}
    for state in State:
        leads_on = [t for t in BY_ACTION.values() if state in t.sources and t.target is not None]
        ended = state in (State.REFUSED, State.WITHDRAWN, State.REPORTED)
        assert bool(leads_on) is not ended


async def test_each_transition_of_the_table_works_and_each_other_is_refused(stage: Stage) -> None:
    """All actions, sides, states and kinds: 13 × 3 × 9 × 3."""
    now = stage.clock.now()
    done = refused = 0
    async with stage.bot.services.db.transaction() as tx:
        for kind in Kind:
            case = await submitted(tx, stage, kind)
            for action, role, state in itertools.product(Action, Role, State):
                if state is State.DRAFT:
                    columns: dict[str, Any] = {"state": state, "reference": None}
                else:
                    columns = {"state": state, "reference": case.reference}
                await cases.update(tx, case.id, now, **columns)
                before = await cases.get(tx, case.id)
                transition = BY_ACTION[action]
                fits = transition.by is role and transition.applies(state, kind)
                number: dict[str, Any] = {}
                if action is Action.SUBMIT:
                    number["reference"] = case.reference
                try:
                    after = await perform(
                        tx, before, action, Actor(1, "某人", role), now, reason="原因", **number
                    )
                except NotAllowed as error:
                    assert not fits, (action, role, state, kind)
                    assert re.fullmatch(r"[^A-Za-z]+。", str(error))
                    assert (await cases.get(tx, case.id)).state is state
                    refused += 1
                else:
                    assert fits, (action, role, state, kind)
                    assert after.state is (transition.target or state)
                    assert after.version == before.version + 1
                    event = await events.last_of(tx, f"case:{case.id}")
                    assert event is not None
                    assert (event["what"], event["before"]) == (action, state)
                    done += 1
        assert await events.first_break(tx) is None
    assert done + refused == len(EVERYTHING)
    assert done > 100


async def test_a_reason_that_is_required_cannot_be_left_out(stage: Stage) -> None:
    clerk = Actor(1, "王芳", Role.STAFF)
    async with stage.bot.services.db.transaction() as tx:
        case = await submitted(tx, stage)
        for action in Action:
            if BY_ACTION[action].reason:
                with pytest.raises(NotAllowed, match="写明"):
                    await perform(tx, case, action, clerk, stage.clock.now(), reason="  ")


async def test_a_button_does_only_what_the_table_allows(stage: Stage) -> None:
    """Also buttons that are not on the card: somebody may send what was never offered."""
    await with_card(stage)
    shown = stage.group.chat.from_bot()[-1]
    states = [state for state in State if state is not State.DRAFT]
    for state, (action, deed) in itertools.product(states, DEEDS.items()):
        async with stage.bot.services.db.transaction() as tx:
            case = await submitted(tx, stage)
            await cases.update(tx, case.id, stage.clock.now(), state=state)
        said = len(stage.clerk.toasts)
        data = f"desk:{deed}:{case.id}:{case.version}:yes"
        stage.clerk.presses_button(shown, {"callback_data": data})
        await stage.pump()
        after = await reload(stage, case)
        transition = BY_ACTION[action]
        if not transition.applies(state, case.kind):
            assert after.state is state
            assert len(stage.clerk.toasts) > said or action in (Action.HAND_OVER, Action.NOTE)
        elif transition.target is not None and not transition.reason:
            assert after.state is transition.target
        stage.later(minutes=5)
