"""The HTML mode of messages, read as strictly as the real server reads it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.simulator.wire.errors import ApiError, cannot_parse
from bot.simulator.wire.jsontypes import JsonDict, JsonList
from bot.simulator.wire.links import checked_link
from bot.simulator.wire.utf16 import utf16_len

SIMPLE_TAGS = {
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "u": "underline",
    "ins": "underline",
    "s": "strikethrough",
    "strike": "strikethrough",
    "del": "strikethrough",
    "tg-spoiler": "spoiler",
    "span": "spoiler",
}
TAGS = {*SIMPLE_TAGS, "a", "code", "pre", "blockquote", "tg-emoji", "tg-time"}

# Only these names are decoded; the semicolon may be missing; anything else stays as it is.
_ENTITY = re.compile(r"&(?:#x([0-9a-fA-F]{1,8})|#([0-9]{1,8})|(lt|gt|amp|quot)(?![A-Za-z]));?")
_NAMED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}
_SPACE = " \t\r\n\v\0"


@dataclass
class _Open:
    tag: str
    argument: str
    offset: int
    begin: int


def parse_html(source: str) -> tuple[str, JsonList]:
    """Plain text and entities; a 400 for anything that is not proper."""
    return _Parser(source).run()


class _Parser:
    def __init__(self, source: str) -> None:
        self._source = source
        self._out: list[str] = []
        self._length = 0
        self._open: list[_Open] = []
        self._entities: JsonList = []

    def run(self) -> tuple[str, JsonList]:
        source, position = self._source, 0
        while position < len(source):
            character = source[position]
            if character == "<":
                position = self._tag(position)
                continue
            if character == "&" and (found := _ENTITY.match(source, position)):
                self._put(_decoded(found))
                position = found.end()
                continue
            self._put(character)
            position += 1
        if self._open:
            raise cannot_parse(
                f'Can\'t find end tag corresponding to start tag "{self._open[-1].tag}"'
            )
        self._entities.sort(key=lambda e: (e["offset"], -e["length"]))
        return "".join(self._out), self._entities

    def _put(self, character: str) -> None:
        self._out.append(character)
        self._length += 2 if ord(character) > 0xFFFF else 1

    def _bytes(self, position: int) -> str:
        """Positions are told in bytes of UTF-8, as the real server does."""
        return f"at byte offset {len(self._source[:position].encode())}"

    def _tag(self, begin: int) -> int:
        if self._source.startswith("</", begin):
            return self._end_tag(begin)
        return self._start_tag(begin)

    def _until(self, position: int, stops: str) -> int:
        while position < len(self._source) and self._source[position] not in stops:
            position += 1
        return position

    def _past_space(self, position: int) -> int:
        while position < len(self._source) and self._source[position] in _SPACE:
            position += 1
        return position

    def _start_tag(self, begin: int) -> int:
        position = self._until(begin + 1, _SPACE + ">")
        if position >= len(self._source):
            raise self._unclosed(begin)
        tag = self._source[begin + 1 : position].lower()
        if tag not in TAGS:
            raise cannot_parse(f'Unsupported start tag "{tag}" {self._bytes(begin)}')
        attributes, position = self._attributes(begin, tag, position)
        argument = _argument(tag, attributes)
        if tag == "span" and argument != "spoiler":
            raise cannot_parse(f'Tag "span" must have class "tg-spoiler" {self._bytes(begin)}')
        self._open.append(_Open(tag, argument, self._length, len(self._out)))
        return position

    def _unclosed(self, begin: int) -> ApiError:
        return cannot_parse(f"Unclosed start tag {self._bytes(begin)}")

    def _attributes(self, begin: int, tag: str, position: int) -> tuple[dict[str, str], int]:
        """The attributes, and the position after the closing bracket."""
        attributes: dict[str, str] = {}
        while True:
            position = self._past_space(position)
            if position >= len(self._source):
                raise self._unclosed(begin)
            if self._source[position] == ">":
                return attributes, position + 1
            end = self._until(position, _SPACE + "=>/\"'")
            name = self._source[position:end]
            if not name:
                raise cannot_parse(f'Empty attribute name in the tag "{tag}" {self._bytes(begin)}')
            position = self._past_space(end)
            if self._source[position : position + 1] != "=":
                attributes[name] = ""
                continue
            attributes[name], position = self._value(begin, self._past_space(position + 1))

    def _value(self, begin: int, position: int) -> tuple[str, int]:
        quote = self._source[position : position + 1]
        if quote and quote in "\"'":
            end = self._source.find(quote, position + 1)
            if end < 0:
                raise self._unclosed(begin)
            return _ENTITY.sub(_decoded, self._source[position + 1 : end]), end + 1
        found = re.compile(r"[A-Za-z0-9.\-]*").match(self._source, position)
        end = found.end() if found else position
        if end >= len(self._source):
            raise self._unclosed(begin)
        if self._source[end] not in _SPACE + ">":
            raise cannot_parse(f"Unexpected end of name token {self._bytes(position)}")
        return self._source[position:end].lower(), end

    def _end_tag(self, begin: int) -> int:
        if not self._open:
            raise cannot_parse(f"Unexpected end tag {self._bytes(begin)}")
        name_end = self._until(begin + 2, _SPACE + ">")
        name = self._source[begin + 2 : name_end].lower()
        close = self._past_space(name_end)
        if self._source[close : close + 1] != ">":
            raise cannot_parse(f"Unclosed end tag {self._bytes(begin)}")
        opened = self._open.pop()
        if name and name != opened.tag:
            raise cannot_parse(
                f"Unmatched end tag {self._bytes(begin)}, "
                f'expected "</{opened.tag}>", found "</{name}>"'
            )
        if self._length > opened.offset:
            self._add(opened)
        return close + 1

    def _add(self, opened: _Open) -> None:
        here = {"offset": opened.offset, "length": self._length - opened.offset}
        tag, argument = opened.tag, opened.argument
        if tag in SIMPLE_TAGS:
            self._entities.append({"type": SIMPLE_TAGS[tag], **here})
        elif tag == "blockquote":
            kind = "expandable_blockquote" if argument else "blockquote"
            self._entities.append({"type": kind, **here})
        elif tag in {"pre", "code"}:
            self._add_code(tag, argument, here)
        elif tag == "a":
            shown = "".join(self._out[opened.begin :])
            self._entities.extend(_link(argument or shown, here))
        else:
            self._entities.append(_special(tag, argument, here))

    def _add_code(self, tag: str, language: str, here: JsonDict) -> None:
        """``<pre><code class="language-…">`` is one block with a language."""
        last = self._entities[-1] if self._entities else {}
        same = (last.get("offset"), last.get("length")) == (here["offset"], here["length"])
        if tag == "pre" and same and last.get("type") == "code":
            last["type"] = "pre"
            return
        entity = {"type": tag, **here}
        if tag == "code" and language:
            entity["language"] = language
        self._entities.append(entity)


def _decoded(found: re.Match[str]) -> str:
    hexadecimal, decimal, name = found.groups()
    if name:
        return _NAMED[name]
    code = int(hexadecimal, 16) if hexadecimal else int(decimal)
    if code == 0 or code >= 0x10FFFF:
        return found.group()
    if 0xD800 <= code <= 0xDFFF:
        raise cannot_parse(
            "Text contains invalid Unicode characters after decoding HTML entities, "
            "check for unmatched surrogate code units"
        )
    return chr(code)


def _argument(tag: str, attributes: dict[str, str]) -> str:
    match tag:
        case "a":
            return attributes.get("href", "")
        case "code":
            return attributes.get("class", "").removeprefix("language-")
        case "span":
            return attributes.get("class", "").removeprefix("tg-")
        case "tg-emoji":
            return attributes.get("emoji-id", "")
        case "tg-time":
            return attributes.get("unix", "")
        case "blockquote":
            return "1" if "expandable" in attributes else ""
        case _:
            return ""


def _link(address: str, here: JsonDict) -> JsonList:
    """An address that leads nowhere is dropped without a word; the text stays."""
    mention = re.fullmatch(r"tg://user\?id=(\d+)", address)
    if mention:
        return [{"type": "text_mention", **here, "user": {"id": int(mention.group(1))}}]
    url = checked_link(address)
    return [{"type": "text_link", **here, "url": url}] if url else []


def _special(tag: str, argument: str, here: JsonDict) -> JsonDict:
    if not argument.isdecimal() or int(argument) == 0:
        what = "custom emoji identifier" if tag == "tg-emoji" else "unix time"
        raise cannot_parse(f"Invalid {what} specified")
    if tag == "tg-emoji":
        return {"type": "custom_emoji", **here, "custom_emoji_id": argument}
    return {"type": "date_time", **here, "unix_time": int(argument)}


def html_length(source: str) -> int:
    """The length that counts against a limit: of the text after parsing."""
    return utf16_len(parse_html(source)[0])
