"""The whole bot on our own Telegram, in one process, with time under control."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

from pydantic import SecretStr
from telegram import Update

from bot.app import Bot
from bot.assemble import running
from bot.clock import BEIJING
from bot.settings import Settings
from bot.simulator import DEFAULT_TOKEN, ManualClock, TelegramServer
from bot.simulator.request import SimulatorRequest

MONDAY = datetime(2026, 11, 23, 9, 0, tzinfo=BEIJING)


class TurnedClock:
    """Shows the simulator's time; sleeping turns it forward at once."""

    def __init__(self, hand: ManualClock) -> None:
        self.hand = hand

    def now(self) -> datetime:
        return datetime.fromtimestamp(self.hand(), UTC).astimezone(BEIJING)

    async def sleep(self, seconds: float) -> None:
        self.hand.advance(seconds)


class Stage:
    """Telegram with a staff group of two, an institution's contact, and the bot."""

    def __init__(self, folder: Path) -> None:
        self.hand = ManualClock(MONDAY.timestamp())
        self.clock = TurnedClock(self.hand)
        self.telegram = TelegramServer(clock=self.hand)
        self.contact = self.telegram.person("张文", role="机构")
        self.other = self.telegram.person("李敏", role="机构")
        self.clerk = self.telegram.person("王芳", role="工作人员")
        self.colleague = self.telegram.person("赵强", role="工作人员")
        self.stranger = self.telegram.person("路人")
        self.group = self.telegram.group(
            "评价机构办件群", [self.clerk, self.colleague, self.stranger]
        )
        self.settings = Settings(
            _env_file=None,  # type: ignore[call-arg]
            bot_token=SecretStr(DEFAULT_TOKEN),
            data_dir=folder,
            staff_chat_id=self.group.id,
            staff_user_ids=frozenset({self.clerk.id, self.colleague.id}),
        )
        self.bot: Bot
        self.expects_probes = False
        """Set where a sending is cut off: the bot then looks for the message by edits."""
        self._offset = 0

    @asynccontextmanager
    async def bot_running(self) -> AsyncIterator[Bot]:
        """The bot; may be entered again for another start on the same data."""
        requests = (SimulatorRequest(self.telegram), SimulatorRequest(self.telegram))
        async with running(self.settings, requests, self.clock) as self.bot:
            yield self.bot

    async def fetch(self) -> list[Update]:
        """What Telegram has for the bot, confirmed as the poller would."""
        updates = await self.bot.application.bot.get_updates(offset=self._offset, timeout=0)
        if updates:
            self._offset = updates[-1].update_id + 1
        return list(updates)

    async def pump(self) -> None:
        """Lets the bot receive, process and send until all is quiet."""
        while updates := await self.fetch():
            for update in updates:
                await self.bot.queue.put(update)
            await self.bot.settle()
        self.bot.worker.wake()
        await self.bot.settle()

    def refused(self) -> list[str]:
        """Calls that a correct bot never makes."""
        probes = {"editMessageText", "editMessageCaption"} if self.expects_probes else set()
        return [str(call) for call in self.telegram.violations if call.method not in probes]

    def later(self, **span: float) -> None:
        """Time goes on."""
        self.hand.advance(timedelta(**span).total_seconds())


@asynccontextmanager
async def on_stage(folder: Path) -> AsyncIterator[Stage]:
    """A stage with the bot running; afterwards no call may have been one that Telegram refuses."""
    stage = Stage(folder)
    async with stage.bot_running():
        yield stage
    refused = stage.refused()
    assert not refused, "Telegram 拒绝了：\n" + "\n".join(refused)
