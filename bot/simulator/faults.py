"""A small language for what goes wrong: ``faults.next("sendMessage", Fault.flood(3))``."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any, Protocol

from bot.simulator.wire.errors import (
    AnswerLost,
    ApiError,
    Unreachable,
    conflict,
    forbidden,
    migrated,
    too_many_requests,
)
from bot.simulator.wire.jsontypes import JsonDict

ANY = "*"


class HasId(Protocol):
    """A person or a group, as far as a fault is concerned."""

    @property
    def id(self) -> int:
        """The chat id."""
        ...


@dataclass(frozen=True)
class Fault:
    """One thing that goes wrong with one call; with `chat` only for calls to that chat."""

    error: Exception
    after_effect: bool = False
    """The call was carried out, and only then the answer was lost."""
    chat: int | None = None
    flood_seconds: int = 0
    lasting: bool = False

    @classmethod
    def flood(cls, seconds: int, *, lasting: bool = False) -> Fault:
        """429 with `retry_after`. Lasting: that chat is refused until the time is over, and
        a call before then is recorded as a violation."""
        return cls(too_many_requests(seconds), flood_seconds=seconds, lasting=lasting)

    @classmethod
    def server_error(cls, status: int = 502) -> Fault:
        """5xx: nothing was done, as far as one can know."""
        words = {500: "Internal Server Error", 502: "Bad Gateway", 504: "Gateway Timeout"}
        return cls(ApiError(status, words.get(status, "Server Error"), avoidable=False))

    @classmethod
    def timeout(cls, *, after_effect: bool = False) -> Fault:
        """No answer. The call may have been carried out: that is what `after_effect` says."""
        return cls(AnswerLost("no answer"), after_effect=after_effect)

    @classmethod
    def unreachable(cls) -> Fault:
        """No connection at all: certainly nothing was done."""
        return cls(Unreachable("no connection"))

    @classmethod
    def blocked(cls, who: HasId | None = None) -> Fault:
        """403, the person has blocked the bot."""
        return cls(forbidden("bot was blocked by the user")).to(who)

    @classmethod
    def deactivated(cls, who: HasId | None = None) -> Fault:
        """403, the account is gone."""
        return cls(forbidden("user is deactivated")).to(who)

    @classmethod
    def kicked(cls, group: HasId | None = None) -> Fault:
        """403, the bot was removed from the group."""
        return cls(forbidden("bot was kicked from the group chat")).to(group)

    @classmethod
    def upgraded(cls, new_id: int, group: HasId | None = None) -> Fault:
        """400 with the group's new id."""
        return cls(migrated(new_id)).to(group)

    @classmethod
    def conflict(cls) -> Fault:
        """409, a second poller."""
        return cls(
            conflict(
                "terminated by other getUpdates request; "
                "make sure that only one bot instance is running"
            )
        )

    @classmethod
    def refused(cls, status: int, description: str) -> Fault:
        """Any other refusal, with its full description."""
        return cls(ApiError(status, description, avoidable=False))

    def to(self, who: HasId | None) -> Fault:
        """The same fault, only for calls to this chat."""
        return self if who is None else replace(self, chat=who.id)


Rule = Callable[[str, JsonDict], Fault | None]
"""A look at method and parameters that may make a fault, for chaos with a seed."""


@dataclass
class _Scripted:
    method: str
    fault: Fault
    left: int | None

    def fits(self, method: str, params: JsonDict) -> bool:
        if self.left == 0 or self.method not in (ANY, method):
            return False
        return self.fault.chat is None or str(params.get("chat_id")) == str(self.fault.chat)


class Faults:
    """The script: what is said first happens first."""

    def __init__(self) -> None:
        self._script: list[_Scripted] = []
        self._rules: list[Rule] = []
        self.happened: list[tuple[str, Fault]] = []

    def next(self, method: str, fault: Fault, *, times: int = 1) -> None:
        """The next call (or calls) of this method, ``*`` for any, goes wrong."""
        self._script.append(_Scripted(method, fault, times))

    def always(self, method: str, fault: Fault) -> None:
        """Every call of this method goes wrong until `clear`."""
        self._script.append(_Scripted(method, fault, None))

    def rule(self, rule: Rule) -> None:
        """Ask this function before every call that the script leaves alone."""
        self._rules.append(rule)

    def clear(self) -> None:
        """Nothing goes wrong any more."""
        self._script.clear()
        self._rules.clear()

    @property
    def pending(self) -> int:
        """How many scripted faults have not happened yet."""
        return sum(item.left or 0 for item in self._script)

    def take(self, method: str, params: dict[str, Any]) -> Fault | None:
        """The fault of this call, if there is one."""
        for item in self._script:
            if item.fits(method, params):
                if item.left is not None:
                    item.left -= 1
                self._script = [i for i in self._script if i.left != 0]
                self.happened.append((method, item.fault))
                return item.fault
        for rule in self._rules:
            fault = rule(method, params)
            if fault is not None:
                self.happened.append((method, fault))
                return fault
        return None
