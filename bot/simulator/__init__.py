"""Our own Telegram: as strict as the real one, in memory or on the loopback interface."""

from bot.simulator.clock import ManualClock
from bot.simulator.deeds.acts import Act
from bot.simulator.faults import Fault, Faults
from bot.simulator.group import Group
from bot.simulator.people import Person
from bot.simulator.server import DEFAULT_TOKEN, Call, TelegramServer
from bot.simulator.state.accounts import BotAccount
from bot.simulator.state.chat import Chat
from bot.simulator.state.message import Message
from bot.simulator.state.world import Patience, Toast
from bot.simulator.wire.arguments import Upload
from bot.simulator.wire.errors import AnswerLost, Unreachable

__all__ = [
    "DEFAULT_TOKEN",
    "Act",
    "AnswerLost",
    "BotAccount",
    "Call",
    "Chat",
    "Fault",
    "Faults",
    "Group",
    "ManualClock",
    "Message",
    "Patience",
    "Person",
    "TelegramServer",
    "Toast",
    "Unreachable",
    "Upload",
]
