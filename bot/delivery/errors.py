"""What can go wrong with a call, and one policy for each."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from enum import Enum, auto

import httpx
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Conflict,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
    TimedOut,
)


class Failure(Enum):
    """Classes of failure; `POLICY` says what each means for the message."""

    FLOOD = auto()
    NOT_SENT = auto()
    UNKNOWN = auto()
    UNREACHABLE = auto()
    MIGRATED = auto()
    UNCHANGED = auto()
    EDIT_LOST = auto()
    REFUSED = auto()
    FILE_GONE = auto()


class Then(Enum):
    """What is done with the message."""

    RETRY = auto()
    FIND_OUT = auto()
    GIVE_UP = auto()
    COUNT_AS_SENT = auto()
    SEND_ANEW = auto()


@dataclass(frozen=True)
class Policy:
    """What follows, and the words that staff see on the case."""

    then: Then
    words: str


POLICY = {
    Failure.FLOOD: Policy(Then.RETRY, "Telegram 要求稍候，正在重试"),
    Failure.NOT_SENT: Policy(Then.RETRY, "网络不通，正在重试"),
    Failure.UNKNOWN: Policy(Then.FIND_OUT, "网络中断，不确定是否送达"),
    Failure.UNREACHABLE: Policy(Then.GIVE_UP, "对方已停用机器人"),
    Failure.MIGRATED: Policy(Then.RETRY, "群已升级，改发新群"),
    Failure.UNCHANGED: Policy(Then.COUNT_AS_SENT, "内容未变"),
    Failure.EDIT_LOST: Policy(Then.SEND_ANEW, "原消息已不在，另发一条"),
    Failure.REFUSED: Policy(Then.GIVE_UP, "Telegram 拒收，请看运行日志"),
    Failure.FILE_GONE: Policy(Then.GIVE_UP, "文件已不在服务器上"),
}

_BAD_REQUESTS = {
    "message is not modified": Failure.UNCHANGED,
    "message to edit not found": Failure.EDIT_LOST,
    "message can't be edited": Failure.EDIT_LOST,
    "message_id_invalid": Failure.EDIT_LOST,
    "there is no text in the message to edit": Failure.EDIT_LOST,
    "chat not found": Failure.UNREACHABLE,
    "user not found": Failure.UNREACHABLE,
}


def classify(error: Exception) -> Failure:
    """The class of what a call raised; anything unforeseen counts as refused."""
    if isinstance(error, OSError):
        return Failure.FILE_GONE
    if isinstance(error, RetryAfter):
        return Failure.FLOOD
    if isinstance(error, ChatMigrated):
        return Failure.MIGRATED
    if isinstance(error, Forbidden):
        return Failure.UNREACHABLE
    if isinstance(error, BadRequest):
        words = error.message.lower()
        return next((f for part, f in _BAD_REQUESTS.items() if part in words), Failure.REFUSED)
    if isinstance(error, (TimedOut, NetworkError)):
        return Failure.NOT_SENT if _never_left(error) else Failure.UNKNOWN
    if isinstance(error, (InvalidToken, Conflict)):
        return Failure.NOT_SENT
    return Failure.REFUSED


def seconds_asked(error: RetryAfter) -> float:
    """Seconds that 429 asks for."""
    after = error.retry_after
    assert isinstance(after, timedelta)  # PTB_TIMEDELTA, see bot/__init__.py
    return after.total_seconds()


def _never_left(error: TelegramError) -> bool:
    """Whether the request cannot have reached the server, or the server says it failed."""
    if isinstance(error.__cause__, (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout)):
        return True
    return not isinstance(error, TimedOut) and error.__cause__ is None  # an answer: 5xx
