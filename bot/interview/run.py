"""The whole state of one self-check, and its JSON."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, replace

from bot.rules import RULES_VERSION

Answer = Mapping[str, object]
"""`{"choice": id}`, `{"value": number, day or text}`, or `{line id: state id, …}`."""

FORMAT = 1
"""Of the stored JSON; a later format reads the earlier ones."""


@dataclass(frozen=True)
class Known:
    """A fact that need not be asked: from the registry, a record of the staff, a free question."""

    key: str
    value: object
    source: str = "登记信息"
    as_of: str = ""
    """The day of the record as it is shown, 2025年3月2日; empty where there is none."""


@dataclass(frozen=True)
class Aside:
    """An answer that a later change has made pointless: kept to be named, never used."""

    question: str
    name: str
    words: str
    because: str


@dataclass(frozen=True)
class Run:
    """Immutable; every step makes a new one with the next `revision`."""

    procedure: str
    version: str = RULES_VERSION
    revision: int = 0
    known: tuple[Known, ...] = ()
    answers: Mapping[str, Answer] = field(default_factory=dict)
    marks: Mapping[str, Answer] = field(default_factory=dict)
    """Lines of a checklist that were touched, before the card is finished."""
    prints: Mapping[str, str] = field(default_factory=dict)
    """What each answered question meant when it was answered."""
    aside: tuple[Aside, ...] = ()
    at: str | None = None
    """The question the person went to; None: the first one without answer."""
    early: str = ""
    """Answer to the offer of an early conclusion: continue, conclude or none yet."""
    concluded: bool = False
    notices: tuple[str, ...] = ()
    """What the next card says first."""

    def next(self, **changes: object) -> Run:
        """The run after a step."""
        return replace(self, revision=self.revision + 1, **changes)  # type: ignore[arg-type]


def to_json(run: Run) -> str:
    """The run as one line of JSON."""
    return json.dumps({"format": FORMAT, **asdict(run)}, ensure_ascii=False)


def from_json(text: str) -> Run:
    """Reads what `to_json` wrote. Raises ValueError for anything else."""
    try:
        data = json.loads(text)
        if data.pop("format") != FORMAT:
            raise ValueError("自查记录的格式版本不认识")
        data["known"] = tuple(Known(**known) for known in data["known"])
        data["aside"] = tuple(Aside(**aside) for aside in data["aside"])
        data["notices"] = tuple(data["notices"])
        return Run(**data)
    except (AttributeError, KeyError, TypeError) as error:
        raise ValueError("自查记录读不出来") from error
