from __future__ import annotations

import pytest

from bot.simulator import ManualClock, Person, TelegramServer
from tests.simulator.api import Api


@pytest.fixture
def clock() -> ManualClock:
    return ManualClock()


@pytest.fixture
def server(clock: ManualClock) -> TelegramServer:
    return TelegramServer(clock=clock)


@pytest.fixture
def api(server: TelegramServer) -> Api:
    return Api(server)


@pytest.fixture
def alice(server: TelegramServer) -> Person:
    """A person who has started the bot; the update is confirmed."""
    person = server.person("张三", role="机构")
    person.start()
    server.bot.updates.take_all()
    return person
