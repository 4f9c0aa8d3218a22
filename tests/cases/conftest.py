"""The stage for cases."""

import random
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.answers.answer import Answer
from bot.replies import Replies, Say, Text
from bot.turn import Turn
from tests.support import Stage, on_stage


async def _answer(turn: Turn, words: str, answer: Answer) -> Replies:
    """What the question answering says is no subject of these tests."""
    return [Say(Text.of("（问答的回答）"))]


def connect(patch: pytest.MonkeyPatch) -> None:
    """Numbers that are the same in every run, and no question answering."""
    patch.setattr("bot.handlers.ask.respond", _answer)
    numbers = random.Random(20261123)
    patch.setattr("secrets.randbelow", numbers.randrange)


@pytest.fixture(autouse=True)
def connected(monkeypatch: pytest.MonkeyPatch) -> None:
    connect(monkeypatch)


@pytest.fixture
async def stage(tmp_path: Path, connected: None) -> AsyncIterator[Stage]:
    async with on_stage(tmp_path) as ready:
        yield ready
