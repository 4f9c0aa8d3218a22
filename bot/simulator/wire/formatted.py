"""Text as it is stored: parsed, trimmed, with the entities that Telegram finds by itself."""

from __future__ import annotations

import re

from bot.simulator.wire.arguments import Arguments
from bot.simulator.wire.errors import bad_request, not_simulated
from bot.simulator.wire.html_mode import parse_html
from bot.simulator.wire.jsontypes import JsonList, words
from bot.simulator.wire.utf16 import utf16_len

TEXT_LIMIT = 4096
CAPTION_LIMIT = 1024
ENTITY_LIMIT = 100

_PLAIN_TYPES = frozenset(
    words(
        "mention hashtag cashtag bot_command url email phone_number bold italic underline "
        "strikethrough spoiler blockquote expandable_blockquote code pre text_link text_mention "
        "custom_emoji date_time"
    )
)
_FOUND = re.compile(
    r"(?P<url>(?:https?://|(?<![\w.@/])(?:www\.|t\.me/))[^\s<>\"，。；：、！？（）《》“”]+)"
    r"|(?P<email>(?<![\w.])[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+)"
    r"|(?P<bot_command>(?<![\w/<@.])/[A-Za-z0-9_]{1,64}(?:@[A-Za-z0-9_]{3,32})?(?![\w/]))"
    r"|(?P<mention>(?<![\w@])@[A-Za-z0-9_]{4,32}(?!\w))"
    r"|(?P<hashtag>(?<![\w#])#\w*[^\W\d]\w*)"
)
_OPAQUE = {"code", "pre", "text_link", "text_mention", "custom_emoji"}

Formatted = tuple[str, JsonList]


def formatted(
    source: str, mode: str, given: JsonList | None, *, what: str, limit: int
) -> Formatted:
    """Parsed and measured text of a bot. `what` names it in refusals: message, caption."""
    if mode and mode.lower() != "html":
        if mode.lower() in {"markdown", "markdownv2"}:
            raise not_simulated(f"parse mode {mode}: this project speaks HTML")
        raise bad_request("unsupported parse_mode")
    if mode:
        text, entities = parse_html(source)
    else:
        text, entities = source, _given_entities(source, given or [])
    text, entities = trimmed(text, entities)
    if utf16_len(text) > limit:
        raise bad_request(
            "message is too long" if what == "message" else "message caption is too long"
        )
    # The rest is dropped without a word, even on the real server.
    return text, with_found(text, entities)[:ENTITY_LIMIT]


def formatted_argument(arguments: Arguments, name: str, entities: str, limit: int) -> Formatted:
    """The formatted text of one argument of a call."""
    given = arguments.array(entities) if arguments.has(entities) else None
    return formatted(
        arguments.text(name),
        arguments.text("parse_mode"),
        given,
        what="message" if name == "text" else "caption",
        limit=limit,
    )


def message_text(arguments: Arguments) -> Formatted:
    """The `text` of a call, which must not be empty."""
    text, entities = formatted_argument(arguments, "text", "entities", TEXT_LIMIT)
    if not text:
        raise bad_request("message text is empty")
    return text, entities


def _given_entities(text: str, given: JsonList) -> JsonList:
    total = utf16_len(text)
    if not isinstance(given, list):
        raise bad_request("can't parse entities JSON list")
    for entity in given:
        known = isinstance(entity, dict) and str(entity.get("type")) in _PLAIN_TYPES
        offset = entity.get("offset") if known else None
        length = entity.get("length") if known else None
        if not isinstance(offset, int) or not isinstance(length, int):
            raise bad_request("can't parse MessageEntity: wrong fields")
        if offset < 0 or length <= 0 or offset + length > total:
            raise bad_request(f"entity beyond the text: offset {offset}, length {length}")
    return [dict(entity) for entity in given]


def trimmed(text: str, entities: JsonList) -> Formatted:
    """Without white space around it; entities move along, and those left empty vanish."""
    text = text.replace("\r", "")
    kept = text.strip(" \t\n\v")
    lead = utf16_len(text[: len(text) - len(text.lstrip(" \t\n\v"))])
    end = utf16_len(kept)
    moved = []
    for entity in entities:
        begin = min(max(entity["offset"] - lead, 0), end)
        stop = min(max(entity["offset"] + entity["length"] - lead, 0), end)
        if stop > begin:
            moved.append({**entity, "offset": begin, "length": stop - begin})
    return kept, moved


def with_found(text: str, entities: JsonList) -> JsonList:
    """Links, commands, mentions, tags that Telegram marks without being asked."""
    taken = [(e["offset"], e["offset"] + e["length"]) for e in entities if e["type"] in _OPAQUE]
    result = list(entities)
    for found in _FOUND.finditer(text):
        shown = found.group().rstrip(".,;:!?)'")
        begin = utf16_len(text[: found.start()])
        stop = begin + utf16_len(shown)
        if all(stop <= first or begin >= last for first, last in taken):
            result.append({"type": str(found.lastgroup), "offset": begin, "length": stop - begin})
    return sorted(result, key=lambda e: (e["offset"], -e["length"]))
