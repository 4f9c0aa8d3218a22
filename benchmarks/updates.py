"""Updates a second: the whole bot (durable inbox, one transaction each, outbox) and, in the same
run on the same simulator, a bare PTB bot that echoes. `python -m benchmarks.updates`"""

from __future__ import annotations

import asyncio
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from telegram import Update
from telegram.ext import ApplicationBuilder, MessageHandler, filters

from bot.simulator import TelegramServer
from bot.simulator.request import SimulatorRequest
from tests.support import Stage

CHATS, EACH = 50, 20
QUESTION = "/help"


async def ask(server: TelegramServer, name: str) -> None:
    """Everybody starts the bot and asks the same thing many times."""
    people = [server.person(f"{name}{n}") for n in range(CHATS)]
    for person in people:
        person.start()
        for _ in range(EACH):
            person.says(QUESTION)


async def whole_bot() -> float:
    """Updates a second with everything stored."""
    with tempfile.TemporaryDirectory() as folder:
        stage = Stage(Path(folder))
        async with stage.bot_running():
            await stage.pump()
            await ask(stage.telegram, "甲")
            start = time.perf_counter()
            await stage.pump()
            seconds = time.perf_counter() - start
            said = len(stage.telegram.calls_of("sendMessage"))
            assert said >= CHATS * (EACH + 1), said
    return CHATS * (EACH + 1) / seconds


async def bare_bot() -> float:
    """Updates a second of a bot that keeps nothing."""
    server = TelegramServer()
    requests = SimulatorRequest(server), SimulatorRequest(server)
    application = (
        ApplicationBuilder()
        .token(server.bot.token)
        .request(requests[0])
        .get_updates_request(requests[1])
        .concurrent_updates(True)
        .build()
    )

    async def echo(update: Update, _: Any) -> None:
        assert update.message is not None
        await update.message.reply_text(update.message.text or "-")

    application.add_handler(MessageHandler(filters.ALL, echo))
    async with application:
        await application.start()
        await ask(server, "乙")
        start = time.perf_counter()
        offset = 0
        while updates := await application.bot.get_updates(offset=offset, timeout=0):
            offset = updates[-1].update_id + 1
            for update in updates:
                await application.update_queue.put(update)
        await application.update_queue.join()
        seconds = time.perf_counter() - start
        assert len(server.calls_of("sendMessage")) == CHATS * (EACH + 1)
        await application.stop()
    return CHATS * (EACH + 1) / seconds


async def main() -> int:
    """Prints the figures; 1 where they miss the bar."""
    bare, ours = await bare_bot(), await whole_bot()
    print(f"{CHATS} 个会话各 {EACH} 问")
    print(f"只会复读的 PTB 机器人   {bare:7.0f} 件/秒")
    print(f"忻评助手（全部落盘）     {ours:7.0f} 件/秒")
    print(f"比值 {ours / bare:.2f}；是 Telegram 每秒30条限额的 {ours / 30:.1f} 倍")
    return 0 if ours >= 300 and ours / bare >= 0.5 else 1


if __name__ == "__main__":
    sys.exit(asyncio.run(main()))
