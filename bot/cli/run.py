"""`python -m bot run`: the bot, by long polling or webhook, until it is told to stop."""

from __future__ import annotations

import argparse
import asyncio
import logging
import signal
import sys
from typing import Any

from telegram.error import Conflict, InvalidToken, NetworkError, TelegramError

from bot import logs
from bot.app import ALLOWED_UPDATES, Bot
from bot.assemble import running
from bot.cli.reasons import reason
from bot.settings import Settings, load_settings
from bot.storage.migrate import NewerDatabase

log = logging.getLogger("bot.run")
_FIRST_WAIT, _LONGEST_WAIT = 2.0, 60.0


def add_parser(commands: Any) -> None:
    """No arguments: everything is in the settings."""
    commands.add_parser("run", help="运行机器人")


def main(arguments: argparse.Namespace) -> int:
    """Runs until SIGTERM or Ctrl-C; 2 where settings or data do not allow it."""
    settings = load_settings()
    logs.set_up(settings.bot_token.get_secret_value())
    try:
        return asyncio.run(_run(settings))
    except InvalidToken:
        return _say("设置 XINPING_BOT_TOKEN 不对：Telegram 不认这个令牌，请向 BotFather 核对。")
    except NewerDatabase as error:
        return _say(str(error))
    except OSError as error:
        return _say(f"设置 XINPING_DATA_DIR 指的目录不能写（{reason(error)}）：{settings.data_dir}")


def _say(words: str) -> int:
    print(words, file=sys.stderr)
    return 2


async def _run(settings: Settings) -> int:
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(number, stop.set)
    wait = _FIRST_WAIT
    while not stop.is_set():
        try:
            async with running(settings) as bot:
                await listen(bot)
                bot.introduce()
                log.info("已启动：@%s", bot.services.bot_name)
                timer = asyncio.create_task(bot.keep_time(), name="timer")
                await stop.wait()
                timer.cancel()
        except NetworkError as error:
            log.warning(
                "连不上 %s（%s），%.0f 秒后再试。如网络不能直达，请设置 XINPING_PROXY_URL。",
                settings.api_base_url,
                error,
                wait,
            )
            await _pause(stop, wait)
            wait = min(_LONGEST_WAIT, wait * 2)
    return 0


async def _pause(stop: asyncio.Event, seconds: float) -> None:
    try:
        await asyncio.wait_for(stop.wait(), seconds)
    except TimeoutError:
        return


async def listen(bot: Bot) -> None:
    """Starts to receive updates, the way the settings say."""
    updater = bot.application.updater
    assert updater is not None
    settings = bot.services.settings
    if settings.webhook_url is None:
        await updater.start_polling(
            allowed_updates=ALLOWED_UPDATES,
            timeout=30,
            bootstrap_retries=-1,
            error_callback=polling_error,
        )
        return
    host, _, port = settings.webhook_listen.rpartition(":")
    secret = settings.webhook_secret
    await updater.start_webhook(
        listen=host,
        port=int(port),
        url_path="telegram",
        webhook_url=f"{settings.webhook_url.rstrip('/')}/telegram",
        secret_token=secret.get_secret_value() if secret else None,
        allowed_updates=ALLOWED_UPDATES,
        bootstrap_retries=-1,
    )


def polling_error(error: TelegramError) -> None:
    """One line, not a traceback, for what the network does every day."""
    if isinstance(error, Conflict):
        log.error("另有一个程序在用同一个令牌收消息，请只保留一个。")
    else:
        log.warning("收消息时出错，会自动再试：%s", error)
