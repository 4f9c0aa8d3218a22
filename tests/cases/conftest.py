"""The stage for cases."""

import itertools
import random
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest

from bot.handlers import cases, routes
from bot.replies import Replies, Say, Text
from bot.turn import Turn
from tests.support import Stage, on_stage


async def _answer(*_: Any, **__: Any) -> Replies:
    """What the question answering says is no subject of these tests."""
    return [Say(Text.of("（问答的回答）"))]


async def _start(turn: Turn) -> Replies:
    """As the home screen does it; here so that these tests do not depend on its words."""
    kind, _, value = turn.incoming.argument.partition("_")
    return await cases.START[kind](turn, value) if kind in cases.START else [Say(Text.of("首页"))]


def connect(patch: pytest.MonkeyPatch) -> None:
    """Numbers that are the same in every run, and no question answering."""
    patch.setattr("bot.handlers.ask.respond", _answer)
    patch.setitem(routes.COMMANDS, "start", _start)
    tokens = itertools.count(1)
    patch.setattr("secrets.token_urlsafe", lambda _: f"token-{next(tokens):04d}")
    numbers = random.Random(20261123)
    patch.setattr("secrets.randbelow", numbers.randrange)


@pytest.fixture(autouse=True)
def connected(monkeypatch: pytest.MonkeyPatch) -> None:
    connect(monkeypatch)


@pytest.fixture
async def stage(tmp_path: Path, connected: None) -> AsyncIterator[Stage]:
    async with on_stage(tmp_path) as ready:
        yield ready
