"""Addresses: which ones Telegram makes into links, and which lead into Telegram itself."""

from __future__ import annotations

import re
from urllib.parse import parse_qs, urlsplit

_HOST = re.compile(r"[^\s/?#@:]+\.[^\s/?#@:]{2,}(?::\d+)?\Z|localhost(?::\d+)?\Z")
_BARE = re.compile(r"[\w-]+(?:\.[\w-]+)+(?:[/?#:]|\Z)")
_TELEGRAM_HOSTS = {"t.me", "telegram.me", "telegram.dog", "www.t.me"}


def checked_link(address: str) -> str:
    """The address as Telegram keeps it, or nothing when it is none."""
    text = address.strip()
    if not text or any(c.isspace() for c in text):
        return ""
    if text.lower().startswith(("tg:", "mailto:", "tel:")):
        return text
    if "://" not in text:
        if not _BARE.match(text):
            return ""
        text = f"http://{text}"
    parts = urlsplit(text)
    if parts.scheme.lower() not in {"http", "https"} or not _HOST.match(parts.netloc):
        return ""
    return text if parts.path or parts.query else f"{text}/"


def start_link(address: str) -> tuple[str, str] | None:
    """(username, payload) of a link such as ``https://t.me/some_bot?start=abc``."""
    text = address if "://" in address else f"https://{address}"
    parts = urlsplit(text)
    if parts.scheme == "tg" and parts.netloc == "resolve":
        query = parse_qs(parts.query)
        name = query.get("domain", [""])[0]
        return (name, query.get("start", [""])[0]) if name else None
    if parts.netloc.lower() not in _TELEGRAM_HOSTS:
        return None
    name = parts.path.strip("/")
    if not re.fullmatch(r"[A-Za-z]\w{3,31}", name):
        return None
    query = parse_qs(parts.query)
    return name, query.get("start", [""])[0]
