"""The log: no token, no words of users, no personal data."""

from __future__ import annotations

import logging


class Redact(logging.Filter):
    """Replaces the bot's token wherever it would appear, also inside tracebacks."""

    def __init__(self, secret: str) -> None:
        super().__init__()
        self._secret = secret

    def filter(self, record: logging.LogRecord) -> bool:
        """Rewrites the record; always lets it through."""
        message = record.getMessage()
        if record.exc_info and not record.exc_text:
            record.exc_text = logging.Formatter().formatException(record.exc_info)
        if record.exc_text:
            record.exc_text = record.exc_text.replace(self._secret, "***")
        record.msg, record.args = message.replace(self._secret, "***"), None
        return True


def set_up(secret: str) -> None:
    """Times, levels, messages on standard error; libraries only when something is wrong."""
    handler = logging.StreamHandler()
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s %(message)s"))
    handler.addFilter(Redact(secret))
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(logging.INFO)
    # At INFO httpx logs URLs, which hold the token; PTB at DEBUG logs whole updates.
    for name in ("httpx", "httpcore", "telegram", "aiosqlite", "tornado.access", "asyncio"):
        logging.getLogger(name).setLevel(logging.WARNING)
