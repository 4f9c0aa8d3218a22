"""The handlers of cases in the routes, and numbers that are the same in every run."""

import random
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest

from bot.answers.answer import Answer
from bot.app import Bot
from bot.handlers import cases, desk, routes
from bot.replies import Replies, Say, Text
from bot.turn import Turn
from tests.support import Stage, on_stage


async def _answer(turn: Turn, words: str, answer: Answer) -> Replies:
    """What the question answering says is no subject of these tests."""
    return [Say(Text.of("（问答的回答）"))]


def connect(patch: pytest.MonkeyPatch) -> None:
    """What the routes will hold; harmless once they do."""
    for package in (cases, desk):
        for name in ("COMMANDS", "BUTTONS", "FLOWS", "JOBS"):
            for key, value in getattr(package, name).items():
                patch.setitem(getattr(routes, name), key, value)
    make = Bot.__init__

    def with_telegram(self: Bot, *arguments: Any) -> None:
        make(self, *arguments)
        vars(self.services)["telegram"] = self.application.bot

    patch.setattr(Bot, "__init__", with_telegram)
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
