"""What must hold after every round: all answered, no error, no refusal, nothing of others."""

from __future__ import annotations

import logging
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from markupsafe import Markup

from bot.assemble import citations_hold
from bot.live import LiveAnswers
from bot.replies import Album, Edit, Replies, Say, SendFile
from bot.simulator import Call
from bot.simulator.wire.jsontypes import JsonDict
from bot.turn import Turn
from tests.chaos.media import SERVICE
from tests.chaos.scene import ChaosStage

_SERVICE_KEYS = {key for content in SERVICE.values() for key in content}
_TOLD_ONLY = "来件 %s 读不全"  # handled: the person is told that it was not understood
_PROBES = ("editMessageText", "editMessageCaption")


@dataclass(frozen=True)
class Failure:
    """`sign` is the same for the same defect; `words` tell this occurrence."""

    sign: str
    words: str


class Log(logging.Handler):
    """Keeps what the program logs as an error."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.errors: list[logging.LogRecord] = []
        self.warnings: Counter[str] = Counter()

    def emit(self, record: logging.LogRecord) -> None:
        if str(record.msg).startswith("消息被拦下"):
            return  # told with its text
        if str(record.msg).startswith(_TOLD_ONLY):
            self.warnings[str(record.msg)] += 1
        elif record.levelno >= logging.ERROR:
            self.errors.append(record)
        else:
            self.warnings[f"{record.name}: {record.getMessage()[:120]}"] += 1


def sign_of(record: logging.LogRecord) -> str:
    """Where it happened: the message without numbers, and the innermost line of ours."""
    words = str(record.msg)[:80]
    if not record.exc_info or record.exc_info[1] is None:
        return f"{words}｜{record.getMessage()[:120]}"
    error, place = record.exc_info[1], ""
    trace = error.__traceback__
    while trace is not None:
        name = trace.tb_frame.f_code.co_filename
        if "/bot/" in name and "site-packages" not in name:
            place = f"{name.rpartition('/bot/')[2]}:{trace.tb_lineno}"
        trace = trace.tb_next
    return f"{words}｜{type(error).__name__}: {str(error)[:100]}｜bot/{place}"


@dataclass
class Watch:
    """Looks at the stage after each round; `round_failures` tells what went wrong in it."""

    stage: ChaosStage
    patch: pytest.MonkeyPatch
    log: Log = field(default_factory=Log)
    replies: dict[int, tuple[Replies, bool]] = field(default_factory=dict)
    turns: Counter[int] = field(default_factory=Counter)
    blocked: list[str] = field(default_factory=list)
    """Texts that did not pass the check of citations."""
    cut_off: bool = False
    """The bot was stopped in mid-sending in this round: it then looks for messages by edits."""
    _said: dict[int, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        logging.getLogger().addHandler(self.log)
        from bot.handlers.routes import route

        async def noting(turn: Turn) -> Replies:
            number = turn.incoming.update_id
            self.turns[number] += 1
            self.replies[number] = ((), True)  # an incident number is an answer, and an error
            replies = await route(turn)
            self.replies[number] = (replies, turn.tx.has_jobs)
            return replies

        def seeing(html: Markup) -> list[str]:
            faults = citations_hold(html)
            if faults:
                self.blocked.append(f"{faults}\n{html}")
            return faults

        self.patch.setattr("bot.app.route", noting)
        self.patch.setattr("bot.assemble.citations_hold", seeing)
        self.patch.setattr("bot.assemble.LiveAnswers", _answers_kept(LiveAnswers.load({})))

    def close(self) -> None:
        """Looks no more."""
        logging.getLogger().removeHandler(self.log)

    def round_failures(self) -> list[Failure]:
        """What went wrong since the last time."""
        found = [
            *self._errors(),
            *self._refused(),
            *self._silent(),
            *self._turning(),
            *self._leaks(),
        ]
        found += self._twice()
        telegram = self.stage.telegram
        telegram.violations.clear()
        telegram.refusals.clear()
        telegram.calls.clear()
        telegram.world.callbacks.clear()
        telegram.world.inline_queries.clear()
        telegram.limits.refused = 0
        self.log.errors.clear()
        self.blocked.clear()
        self.stage.fetched.clear()
        self.stage.poisoned.clear()
        self._said = {chat: seen.said for chat, seen in self.stage.seen.items()}
        self.replies.clear()
        self.turns.clear()
        self.stage.repeated.clear()
        self.cut_off = False
        return found

    def _errors(self) -> Iterator[Failure]:
        for record in self.log.errors:
            formatted = logging.Formatter("%(message)s").format(record)
            yield Failure(f"出错：{sign_of(record)}", formatted[-3000:])
        for text in self.blocked:
            yield Failure(f"没有通过核对：{text.partition(chr(10))[0][:60]}", text[-3000:])
        for error in self.stage.poisoned:
            yield Failure(f"一件来件让收件停住：{type(error).__name__}", repr(error))

    def _refused(self) -> Iterator[Failure]:
        for call in self.stage.telegram.violations:
            if not (self.cut_off and call.method in _PROBES):
                yield Failure(f"被拒：{call.method} {call.description}", str(call))
        for call in self.stage.telegram.refusals:
            if call.status == 429 and not self.cut_off:  # it waits and goes on looking
                yield Failure(f"超过限额：{call.method}", str(call))

    def _silent(self) -> Iterator[Failure]:
        """Private messages without an answer; of an album one answer is enough."""
        albums: dict[str, list[JsonDict]] = {}
        for update in self.stage.fetched:
            message = update.get("message") or update.get("edited_message")
            if message is None or not self._owed(message):
                continue
            album = message.get("media_group_id")
            if album and "message" in update:
                albums.setdefault(album, []).append(update)
            elif not self._answered([update], message["chat"]["id"]):
                yield Failure(f"没有回答：{_kind(message)}", str(update)[:600])
        for parts in albums.values():
            if not self._answered(parts, parts[0]["message"]["chat"]["id"]):
                yield Failure("没有回答：一组文件", str(parts)[:600])

    def _owed(self, message: JsonDict) -> bool:
        chat = message["chat"]
        if chat["type"] != "private" or _SERVICE_KEYS.intersection(message):
            return False
        person = next((p for p in self.stage.people + self.stage.staff if p.id == chat["id"]), None)
        return person is not None and self.stage.presence(person)

    def _answered(self, updates: list[JsonDict], chat: int) -> bool:
        """The handler said something to this chat, or will, and the chat has seen something."""
        found = [self.replies.get(update["update_id"], ((), False)) for update in updates]
        meant = any(
            jobs or any(_heard(reply, chat) for reply in replies) for replies, jobs in found
        )
        return meant and self.stage.seen[chat].said > self._said.get(chat, 0)

    def _turning(self) -> Iterator[Failure]:
        """Presses and typed questions that nobody answered."""
        for press in self.stage.telegram.world.callbacks.values():
            if press.answer is None:
                yield Failure(
                    f"按键没有应答：{press.data.partition(':')[0][:10]!r}", repr(press.data)
                )
        for query in self.stage.telegram.world.inline_queries.values():
            if query.results is None:
                yield Failure("内联查询没有应答", repr(query.text))

    def _leaks(self) -> Iterator[Failure]:
        """A mark that somebody put into their own data must not reach another institution."""
        private = {p.id for p in self.stage.people}
        for call in self.stage.telegram.calls:
            chat = _chat_of(call)
            if chat not in private:
                continue
            words = str({k: v for k, v in call.params.items() if k != "chat_id"})
            for owner, token in self.stage.tokens.items():
                if owner != chat and token in words:
                    yield Failure("别人的内容", f"{token} → {chat}：{words[:800]}")

    def _twice(self) -> Iterator[Failure]:
        for number, count in self.turns.items():
            if count > 1 and not self.cut_off:
                yield Failure("一件来件处理了两次", str(number))
        for number in self.stage.repeated & set(self.turns):
            if not self.cut_off and not any(u["update_id"] == number for u in self.stage.fetched):
                yield Failure("重复投递又处理了一次", str(number))


def _answers_kept(answers: LiveAnswers) -> type[LiveAnswers]:
    """Read once for all starts."""

    class Kept(LiveAnswers):
        @classmethod
        def load(
            cls, extra: Mapping[str, Sequence[str]], folder: Path = answers.folder
        ) -> LiveAnswers:
            kept = cls(answers._base, folder)
            kept._answerer = kept._base.taught(extra)
            return kept

    return Kept


def _heard(reply: Any, chat: int) -> bool:
    return isinstance(reply, Say | Edit | SendFile | Album) and reply.to in (None, chat)


def _chat_of(call: Call) -> int:
    value = str(call.params.get("chat_id", 0))
    return int(value) if value.lstrip("-").isascii() and value.lstrip("-").isdigit() else 0


def _kind(message: JsonDict) -> str:
    known = {"message_id", "from", "chat", "date", "entities", "reply_to_message", "edit_date"}
    return "、".join(sorted(set(message) - known)) or "空"
