"""`python -m bot demo`: the bot against our own Telegram, on a page in the browser."""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import logging
import signal
import tempfile
import webbrowser
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from pydantic import SecretStr

from bot import logs
from bot.assemble import running
from bot.cli.reasons import reason
from bot.cli.run import listen
from bot.settings import Settings
from bot.simulator import DEFAULT_TOKEN, TelegramServer
from bot.simulator.story import cast
from bot.simulator.web import serve


def add_parser(commands: Any) -> None:
    """Where to listen, and whether to open the browser."""
    parser = commands.add_parser("demo", help="演示")
    parser.add_argument("--port", type=int, default=8765, metavar="端口", help="默认 8765")
    parser.add_argument("--no-browser", action="store_true", help="不自动打开浏览器")


def main(arguments: argparse.Namespace) -> int:
    """Runs until Ctrl-C."""
    logs.set_up(DEFAULT_TOKEN)
    logging.getLogger().setLevel(logging.WARNING)
    return asyncio.run(_main(arguments.port, not arguments.no_browser))


async def _main(port: int, open_browser: bool) -> int:
    stop = asyncio.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(number, stop.set)
    with tempfile.TemporaryDirectory(prefix="xinping-demo-") as folder:
        try:
            async with demo(Path(folder), port) as (url, _):
                print(f"演示已就绪，请用浏览器打开：{url}")
                print(
                    "机构、人员均为虚构，没有连接 Telegram；关闭后不留数据。按 Ctrl-C 结束。",
                    flush=True,
                )
                if open_browser:
                    await asyncio.to_thread(_open, url)
                await stop.wait()
        except OSError as error:
            print(f"端口 {port} 用不了（{reason(error)}），请换一个：make demo PORT=8766")
            return 1
    return 0


def _open(url: str) -> None:
    """A machine without a browser still shows the address."""
    with contextlib.suppress(webbrowser.Error, OSError):
        webbrowser.open(url)


@asynccontextmanager
async def demo(folder: Path, port: int = 0) -> AsyncIterator[tuple[str, TelegramServer]]:
    """The page's address and our Telegram; real HTTP and real long polling in between."""
    server = TelegramServer()
    people = cast(server)
    serving = await serve(server, port=port, cast=people)
    try:
        settings = Settings(
            _env_file=None,  # type: ignore[call-arg]
            bot_token=SecretStr(DEFAULT_TOKEN),
            api_base_url=serving.url,
            data_dir=folder,
            staff_chat_id=people.right.groups[0].id,
            staff_user_ids=frozenset(seat.person.id for seat in people.right.seats),
        )
        async with running(settings) as bot:
            await listen(bot)
            bot.introduce()
            yield serving.url, server
    finally:
        await serving.stop()
