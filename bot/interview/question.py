"""A question as data: its words, what each answer means in facts, and when it is asked."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from bot.measures import Citation
from bot.rules.fact import UNKNOWN, Fact, Option
from bot.rules.given import Given

Facts = Mapping[str, object]
"""Keys and values of the rules' contract."""


class Kind(StrEnum):
    """How a question is answered."""

    CHOICE = "choice"
    """One tap on one of several answers."""
    CHECKLIST = "checklist"
    """Several lines on one card, each with its states; finishing gives the rest the first state."""
    NUMBER = "number"
    """A whole number, typed or tapped."""
    DATE = "date"
    TEXT = "text"


class Situation(Given):
    """What is known so far, and which side roads (`Choice.route`) the answers have opened."""

    def __init__(self, facts: Facts, routes: frozenset[str] = frozenset()) -> None:
        super().__init__(facts)
        self.routes = routes


@dataclass(frozen=True)
class Choice:
    """One possible answer: `id` is short ASCII for a button, `sets` what it means in facts."""

    id: str
    words: str
    sets: Facts
    hint: str = ""
    route: str = ""
    """Names further questions that this answer opens; no fact of the rules."""


NOT_SURE = "unknown"
NOT_SURE_WORDS = "不清楚"


@dataclass(frozen=True)
class When:
    """A condition on what is known so far, with its words for the flow map."""

    holds: Callable[[Situation], bool]
    words: str = ""


ALWAYS = When(lambda situation: True)


def opened(route: str, words: str) -> When:
    """Asked only where an earlier answer opened this side road."""
    return When(lambda situation: route in situation.routes, words)


@dataclass(frozen=True)
class Line:
    """A line of a checklist card."""

    id: str
    words: str
    states: tuple[Choice, ...]
    hint: str = ""
    when: When = ALWAYS

    def state(self, chosen: object) -> Choice | None:
        """The state with this id."""
        return next((state for state in self.states if state.id == chosen), None)


@dataclass(frozen=True)
class Question:
    """`id` is lasting: stored drafts name it. `name` is the short name on the review card."""

    id: str
    name: str
    kind: Kind
    words: str
    citation: Citation
    quotation: str
    choices: tuple[Choice, ...] = ()
    lines: tuple[Line, ...] = ()
    fact: Fact | None = None
    suggestions: tuple[int, ...] = ()
    rest: str = "都具备"
    """What finishing a checklist says about the lines that were not touched."""
    help: str = ""
    hint: str = ""
    """How to answer, where the usual words for this kind do not fit."""
    when: When = ALWAYS
    settles: tuple[Fact, ...] = ()
    """Facts that the answer may lead to without setting them itself."""
    covered_by: tuple[Fact, ...] | None = None
    """The facts that make the question superfluous if they are known; all it sets, if None."""
    objection: Callable[[int, Situation], str] = field(default=lambda value, situation: "")
    """For numbers: why this one cannot be, given the earlier answers; empty if it can."""
    refusal: Callable[[Facts], str] = field(default=lambda facts: "")
    """For checklists: why these facts cannot be an answer; empty if they can."""

    def choice(self, chosen: object) -> Choice | None:
        """The answer with this id."""
        return next((choice for choice in self.choices if choice.id == chosen), None)

    @property
    def finish(self) -> str:
        """The words of the button that ends a checklist."""
        return f"其余{self.rest}，下一步"

    @property
    def covers(self) -> tuple[str, ...]:
        """Keys of the facts that make the question superfluous if all are known."""
        if self.covered_by is None:
            return self.sets
        return tuple(fact.key for fact in self.covered_by)

    @property
    def sets(self) -> tuple[str, ...]:
        """Keys of all facts that an answer may set."""
        if self.fact is not None:
            return (self.fact.key,)
        options = (*self.choices, *(s for line in self.lines for s in line.states))
        return tuple(dict.fromkeys(key for option in options for key in option.sets))


def not_sure(*facts: Fact) -> Choice:
    """The answer 不清楚 to these facts."""
    return Choice(NOT_SURE, NOT_SURE_WORDS, {fact.key: UNKNOWN for fact in facts})


def option_choice(fact: Fact, value: str, words: str = "", hint: str = "") -> Choice:
    """An answer that gives one fact one declared value."""
    option: Option = fact.option(value)
    return Choice(value, words or option.words, {fact.key: value}, hint or option.hint)


def choices_of(fact: Fact, *values: str) -> tuple[Choice, ...]:
    """The named values of a fact (all, if none is named) and 不清楚."""
    chosen = values or tuple(option.value for option in fact.options)
    return (*(option_choice(fact, value) for value in chosen), not_sure(fact))


def line(fact: Fact, *values: str, words: str = "", hint: str = "", when: When = ALWAYS) -> Line:
    """A line on one fact: the named values in this order (yes and no, if none), then 不清楚."""
    states = choices_of(fact, *(values or ("yes", "no")))
    own_hint = hint or fact.option((values or ("yes",))[0]).hint
    return Line(fact.key, words or fact.label, states, own_hint, when)
