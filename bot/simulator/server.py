"""The server: takes calls of the Bot API, and seats the people who talk to the bot."""

from __future__ import annotations

import inspect
import itertools
import logging
import re
import time
from collections import deque
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from bot.simulator.calls.handlers import HANDLERS
from bot.simulator.clock import Clock
from bot.simulator.faults import Fault, Faults
from bot.simulator.group import Group
from bot.simulator.people import Person
from bot.simulator.state.accounts import BotAccount, User
from bot.simulator.state.chat import Chat
from bot.simulator.state.events import Event
from bot.simulator.state.limits import FloodLimits
from bot.simulator.state.updates import UpdateQueue
from bot.simulator.state.world import Patience, World
from bot.simulator.wire.arguments import Upload, check_arguments
from bot.simulator.wire.errors import AnswerLost, ApiError, Unreachable
from bot.simulator.wire.jsontypes import JsonDict
from bot.simulator.wire.table import find_method

_TOKEN = re.compile(r"\d{3,}:[A-Za-z0-9_-]{3,}\Z")
DEFAULT_TOKEN = "7000000001:simulator-AAExinpingAAExinpingAAExin"
CALLS_KEPT = 50_000
_LOGGER = logging.getLogger(__name__)


@dataclass(frozen=True)
class Call:
    """A call as it came, and how it ended; status 0 means that no answer was given."""

    method: str
    params: Mapping[str, Any]
    status: int
    description: str = ""
    scripted: bool = False

    def __str__(self) -> str:
        shown = {k: str(v)[:80] for k, v in self.params.items()}
        return f"{self.method} → {self.status} {self.description}  {shown}"


class TelegramServer:
    """Telegram in memory: no network, no waiting, the clock of your choice."""

    def __init__(
        self,
        *,
        clock: Clock = time.time,
        token: str = DEFAULT_TOKEN,
        username: str = "xinping_demo_bot",
        bot_name: str = "忻评助手",
        privacy_mode: bool = True,
        enforce_limits: bool = False,
        patience: Patience | None = None,
    ) -> None:
        self.world = World(clock, patience or Patience())
        self.faults = Faults()
        self.limits = FloodLimits(clock, enabled=enforce_limits)
        self.calls: deque[Call] = deque(maxlen=CALLS_KEPT)
        self.refusals: list[Call] = []
        """Every refused call, also those that were scripted or nobody's mistake."""
        self.violations: list[Call] = []
        """Refused calls that a correct bot never makes; a test asserts that it is empty."""
        self._clock = clock
        self._group_ids = itertools.count(4_800_000_001)
        self._user_ids = itertools.count(510_000_001)
        # Numbers begin at the time, so that a bot that remembers earlier runs sees new ones.
        self._first_update = itertools.count(int(clock()), 1_000_000)
        self.bot = self.add_bot(token, username, bot_name, privacy_mode=privacy_mode)

    def assert_clean(self) -> None:
        """Fail with readable lines if the bot made calls that a correct bot never makes."""
        assert not self.violations, "\n".join(map(str, self.violations))

    # People and chats

    def add_bot(
        self, token: str, username: str, name: str, *, privacy_mode: bool = True
    ) -> BotAccount:
        """Another bot; the one made with the server is `bot`."""
        if not _TOKEN.match(token):
            raise ValueError("令牌的形式应为 数字:字母数字")
        user = User(int(token.partition(":")[0]), name, username=username, is_bot=True)
        queue = UpdateQueue(self._clock, next(self._first_update))
        bot = BotAccount(user, token, queue, privacy_mode=privacy_mode)
        queue.changed = lambda: self.world.events.tell(Event("queue"))
        self.world.users[user.id] = user
        self.world.bots.append(bot)
        return bot

    def person(
        self, name: str, *, role: str = "", username: str = "", user_id: int | None = None
    ) -> Person:
        """Somebody with an account, who has not started the bot yet."""
        user = User(user_id or next(self._user_ids), name, username=username)
        if user.id in self.world.users:
            raise ValueError(f"用户编号{user.id}已有人用")
        self.world.users[user.id] = user
        return Person(self.world, user, self.bot, role)

    def group(
        self,
        title: str,
        members: Sequence[Person],
        *,
        supergroup: bool = False,
        with_bot: bool = True,
        bot_admin: bool = False,
        chat_id: int | None = None,
    ) -> Group:
        """A group that the first member has made; the bot is told that it was added."""
        number = next(self._group_ids)
        default = -1_000_000_000_000 - number if supergroup else -number
        return Group.founded(
            self.world,
            Chat(chat_id or default, "supergroup" if supergroup else "group", title=title),
            members,
            self.bot if with_bot else None,
            bot_admin=bot_admin,
        )

    async def until(self, condition: Callable[[], bool], *, within: float = 10.0) -> None:
        """Wait until the condition holds; it is looked at after every change."""
        await self.world.events.until(condition, within=within)

    # The Bot API

    async def call(
        self,
        token: str,
        method: str,
        params: Mapping[str, Any] | None = None,
        files: Mapping[str, Upload] | None = None,
    ) -> tuple[int, JsonDict]:
        """One request: HTTP status and body. Raises AnswerLost or Unreachable when scripted."""
        params = params or {}
        bot = self._bot(token)
        if isinstance(bot, ApiError):
            return self._refuse(method, params, bot)
        spec = find_method(method)
        name = spec.name if spec else method
        fault = self.faults.take(name, dict(params))
        try:
            if fault is not None and not fault.after_effect:
                self._note_flood(fault, params)
                raise fault.error
            result = await self._carry_out(bot, name, params, files or {})
            if fault is not None:
                raise fault.error
        except ApiError as error:
            scripted = fault is not None and error is fault.error
            return self._refuse(name, params, error, scripted=scripted)
        except (AnswerLost, Unreachable) as error:
            self.calls.append(Call(name, params, 0, str(error), scripted=True))
            raise
        except Exception as error:
            # A slip of the simulator must not look like a network error to the bot's author.
            _LOGGER.exception("模拟器自身出错：%s", name)
            self._refuse(name, params, ApiError(500, f"simulator: {error!r}"))
            raise
        self.calls.append(Call(name, params, 200))
        return 200, {"ok": True, "result": result}

    async def _carry_out(
        self,
        bot: BotAccount,
        name: str,
        params: Mapping[str, Any],
        files: Mapping[str, Upload],
    ) -> Any:
        spec = find_method(name)
        if spec is None:
            raise ApiError(404, "Not Found")
        self.limits.check(name, str(params.get("chat_id", "")))
        arguments = check_arguments(spec, params, files)
        result = HANDLERS[name](self.world, bot, arguments)
        return await result if inspect.isawaitable(result) else result

    def fetch_file(self, token: str, path: str) -> tuple[int, bytes]:
        """A download under ``/file/bot<token>/<path>``."""
        bot = self._bot(token)
        if isinstance(bot, ApiError):
            return bot.status, b"Unauthorized"
        fault = self.faults.take("file", {})
        if fault is not None:
            if isinstance(fault.error, ApiError):
                return fault.error.status, fault.error.description.encode()
            raise fault.error
        content = self.world.files.fetch(path)
        return (404, b"Not Found") if content is None else (200, content)

    def calls_of(self, method: str) -> list[Call]:
        """The calls of one method, refused ones included."""
        return [call for call in self.calls if call.method == method]

    def _bot(self, token: str) -> BotAccount | ApiError:
        for bot in self.world.bots:
            if bot.token == token:
                return bot
        if _TOKEN.match(token):
            return ApiError(401, "Unauthorized", avoidable=False)
        return ApiError(404, "Not Found", avoidable=False)

    def _note_flood(self, fault: Fault, params: Mapping[str, Any]) -> None:
        if fault.lasting:
            self.limits.silence(str(params.get("chat_id", "")), fault.flood_seconds)

    def _refuse(
        self, method: str, params: Mapping[str, Any], error: ApiError, *, scripted: bool = False
    ) -> tuple[int, JsonDict]:
        call = Call(method, params, error.status, error.description, scripted)
        self.calls.append(call)
        self.refusals.append(call)
        if error.avoidable and not scripted:
            self.violations.append(call)
        return error.status, error.answer()
