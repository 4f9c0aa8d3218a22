"""What handlers may use besides their transaction."""

from __future__ import annotations

from dataclasses import dataclass

from telegram import Bot as TelegramBot

from bot.clock import Clock
from bot.delivery.post import Gate
from bot.live import LiveAnswers
from bot.settings import Settings
from bot.storage.database import Database
from bot.storage.files import FileStore


@dataclass
class Services:
    """Made once at the start. `staff_chat` follows the group when it becomes a supergroup."""

    settings: Settings
    clock: Clock
    db: Database
    files: FileStore
    gate: Gate
    answers: LiveAnswers
    staff_chat: int
    bot_name: str = ""
    telegram: TelegramBot | None = None
    """For fetching files; set when the bot is made."""
