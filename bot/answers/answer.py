"""An answer as data: what is shown, what it rests on, what can be done next."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from markupsafe import Markup

from bot.answers.words import shown
from bot.measures import Citation


class Kind(StrEnum):
    """What sort of reply this is: the `kind` of the `ask` contract."""

    ANSWER = "answer"
    CLARIFY = "clarify"
    NOT_STATED = "not_stated"
    OFF_TOPIC = "off_topic"
    SMALLTALK = "smalltalk"
    HELP = "help"
    HANDOFF = "handoff"
    REFUSED = "refused"


class Layer(StrEnum):
    """Which layer answered."""

    STRUCTURE = "structure"
    PHRASE = "phrase"
    REFERENCE = "reference"
    NUMBERS = "numbers"
    CARD = "card"
    SENTENCE = "sentence"
    REFUSAL = "refusal"


@dataclass(frozen=True)
class Check:
    """The self-check that fits, with the facts that the question already told."""

    procedure: str
    facts: Mapping[str, str | int] = field(default_factory=dict)


@dataclass(frozen=True)
class Option:
    """A button under a question back: what it says and the card that it opens."""

    label: str
    card: str


@dataclass(frozen=True)
class Answer:
    """One reply. `related` are card ids; `confidence` is the calibrated chance of being right."""

    kind: Kind
    paragraphs: tuple[Markup, ...]
    citations: tuple[Citation, ...] = ()
    card: str | None = None
    related: tuple[str, ...] = ()
    options: tuple[Option, ...] = ()
    check: Check | None = None
    layer: Layer = Layer.CARD
    confidence: float = 1.0
    doubtful: bool = False
    """It says first how the question was understood: another card may have been meant."""

    @property
    def html(self) -> Markup:
        """The message, in HTML mode."""
        return Markup("\n\n").join(self.paragraphs)

    @property
    def text(self) -> str:
        """Exactly what a person sees."""
        return shown(self.html)

    @property
    def sources(self) -> list[str]:
        """`article:24`, `notice` …, each once, in the order shown."""
        return list(dict.fromkeys(citation.key for citation in self.citations))

    def json(self) -> dict[str, object]:
        """The contract of `python -m bot ask --json`."""
        return {"kind": self.kind.value, "citations": self.sources, "text": self.text}
