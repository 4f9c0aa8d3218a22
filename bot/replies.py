"""What is to be said, as data: handlers return these, the outbox stores and sends them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from markupsafe import Markup, escape


class WhenUnsure(StrEnum):
    """What to do when nobody knows whether Telegram took the message (crash or time-out)."""

    RESEND = "resend"
    """Sending twice harms less than not at all: a decision, a reference number."""
    DROP = "drop"
    """A second copy would confuse more than a gap: a repeated question, a progress line."""


@dataclass(frozen=True)
class Button:
    """One inline button: exactly one of `data` (≤ 64 bytes), `url`, `inline_query`."""

    text: str
    data: str | None = None
    url: str | None = None
    inline_query: str | None = None

    def __post_init__(self) -> None:
        given = [v for v in (self.data, self.url, self.inline_query) if v is not None]
        if len(given) != 1:
            raise ValueError(f"按钮“{self.text}”要且只要一种去处")
        if self.data is not None and not 1 <= len(self.data.encode()) <= 64:
            raise ValueError(f"按钮“{self.text}”的数据须为1至64字节：{self.data!r}")


Keyboard = tuple[tuple[Button, ...], ...]


def keyboard(*rows: Sequence[Button]) -> Keyboard:
    """Rows of buttons, empty rows left out."""
    return tuple(tuple(row) for row in rows if row)


@dataclass(frozen=True)
class Text:
    """Paragraphs of HTML; a long text is cut between paragraphs, never inside one."""

    paragraphs: tuple[Markup, ...]

    @classmethod
    def of(cls, *paragraphs: str | Markup | None) -> Text:
        """Plain strings are escaped, Markup is kept, None and empty ones are dropped."""
        return cls(tuple(escape(p) for p in paragraphs if p))

    def html(self) -> Markup:
        """The paragraphs with an empty line between them."""
        return Markup("\n\n").join(self.paragraphs)


@dataclass(frozen=True)
class Say:
    """A new message. `to` is another chat than the one that is being answered."""

    text: Text
    buttons: Keyboard = ()
    to: int | None = None
    topic: str | None = None
    """A lasting name, e.g. ``case:12:card``: the message can be edited under this name later."""
    unsure: WhenUnsure = WhenUnsure.DROP
    reply_to: int | None = None
    force_reply: bool = False
    about: str | None = None
    """What it reports on, e.g. ``case:12``: whoever looks at that sees whether it has arrived."""


@dataclass(frozen=True)
class Edit:
    """New words for a message, named by `topic` or by the Telegram id that a button press told."""

    text: Text
    buttons: Keyboard = ()
    to: int | None = None
    topic: str | None = None
    message_id: int | None = None


@dataclass(frozen=True)
class SendFile:
    """A file made by us (`path`, under the data folder) or known to Telegram (`file_id`)."""

    filename: str
    caption: Text = field(default_factory=Text.of)
    path: str | None = None
    file_id: str | None = None
    photo: bool = False
    buttons: Keyboard = ()
    to: int | None = None
    unsure: WhenUnsure = WhenUnsure.RESEND
    about: str | None = None


@dataclass(frozen=True)
class Album:
    """2 to 10 files that Telegram already has, in the order in which they came."""

    files: tuple[SendFile, ...]
    to: int | None = None
    unsure: WhenUnsure = WhenUnsure.RESEND


@dataclass(frozen=True)
class Toast:
    """The words that answer a button press (≤ 200 characters); not stored, shown at once."""

    words: str
    alert: bool = False


@dataclass(frozen=True)
class InlineResult:
    """One line of the list under `@bot …`; choosing it writes `text` into that chat."""

    id: str
    title: str
    summary: str
    text: Text


@dataclass(frozen=True)
class InlineResults:
    """The answer to an inline question; not stored: it is worth nothing a second later."""

    results: tuple[InlineResult, ...]


Reply = Say | Edit | SendFile | Album | Toast | InlineResults
Replies = Sequence[Reply]
