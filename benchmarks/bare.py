"""A bare PTB bot that echoes by long polling: what the whole bot is compared with."""

from __future__ import annotations

import os
from typing import Any

from telegram import Update
from telegram.ext import ApplicationBuilder, MessageHandler, filters


async def echo(update: Update, _: Any) -> None:
    """Says what was said."""
    if update.message is not None:
        await update.message.reply_text(update.message.text or "-")


def main() -> None:
    """Runs until SIGTERM, as PTB's own examples do."""
    application = (
        ApplicationBuilder()
        .token(os.environ["XINPING_BOT_TOKEN"])
        .base_url(f"{os.environ['XINPING_API_BASE_URL']}/bot")
        .concurrent_updates(True)
        .build()
    )
    application.add_handler(MessageHandler(filters.ALL, echo))
    application.run_polling(timeout=30)


if __name__ == "__main__":
    main()
