"""A condition of the Measures: where it stands, its words, whom it binds, how it is tested."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from bot.measures import Citation
from bot.rules.fact import Fact
from bot.rules.facts.institution import institution_type
from bot.rules.given import Given
from bot.rules.institutions import Category, binds
from bot.rules.result import Result, Status, outside, still_open


@dataclass(frozen=True)
class Test:
    """A three-valued test together with the facts that it may read."""

    reads: tuple[Fact, ...]
    judge: Callable[[Given], Result]
    premise: str = ""
    """In which case the test is made at all, for the review sheet: 换法定代表人."""
    own: tuple[Fact, ...] = ()
    """What is tested once the premise holds; all that is read, if empty."""


def reads(*facts: Fact) -> Callable[[Callable[[Given], Result]], Test]:
    """Turns a function into a test that declares the facts it reads."""

    def declare(judge: Callable[[Given], Result]) -> Test:
        return Test(facts, judge)

    return declare


@dataclass(frozen=True)
class Bound:
    """A number in the clause and the word that says whether the number itself is enough."""

    word: str
    figure: str

    @property
    def reading(self) -> str:
        """For the review sheet: 「达到」三分之二，含本数."""
        return f"「{self.word}」{self.figure}，含本数"


INCLUSIVE_WORDS = ("达到", "不超过", "不少于")
"""Words of the Measures that include the number they name."""


@dataclass(frozen=True, eq=False)
class Clause:
    """One line of law. Several clauses may share a code, e.g. the five facts of `24(1)`."""

    code: str
    citation: Citation
    quotation: str
    test: Test
    title: str
    only_for: frozenset[Category] | None = None
    judged: str = ""
    """The word of the quotation that only the authority can judge: a pass is 「自述具备」."""
    bound: Bound | None = None
    doubts: tuple[str, ...] = ()
    """What the text leaves open here, for the review sheet."""
    reading: str = ""
    """In plain words how several facts make the result; one fact needs no words."""

    @property
    def reads(self) -> tuple[Fact, ...]:
        """The facts that can change the result, the category included where it matters."""
        return self._with_category(self.test.reads)

    @property
    def asks(self) -> tuple[Fact, ...]:
        """The facts that the clause is about: what it reads without its premise."""
        return self._with_category(self.test.own or self.test.reads)

    def _with_category(self, facts: tuple[Fact, ...]) -> tuple[Fact, ...]:
        category = (institution_type,) if self.only_for is not None else ()
        return tuple(dict.fromkeys((*category, *facts)))

    def judge(self, given: Given) -> Result:
        """The result for one case. A clause that may not bind the institution never fails it."""
        if self.only_for is None:
            return self.test.judge(given)
        bound = binds(self.only_for, given)
        if bound is False:
            return outside("本项不适用于该类机构")
        result = self.test.judge(given)
        if bound is None and result.status in (Status.FAILED, Status.OPEN):
            return still_open(f"{result.reason}；机构类别没有确定，是否适用本项待核实")
        return result


@dataclass(frozen=True)
class Place:
    """An 条, 款 or 项 in which clauses stand: calling it makes a clause."""

    code: str
    citation: Citation

    def __call__(
        self,
        quotation: str,
        test: Test,
        *,
        title: str = "",
        only_for: frozenset[Category] | None = None,
        judged: str = "",
        bound: Bound | None = None,
        doubts: tuple[str, ...] = (),
        reading: str = "",
    ) -> Clause:
        """The clause with these words. `title` is the name of its first fact if not given."""
        name = title or test.reads[0].label
        return Clause(
            code=self.code,
            citation=self.citation,
            quotation=quotation,
            test=test,
            title=name,
            only_for=only_for,
            judged=judged,
            bound=bound,
            doubts=doubts,
            reading=reading,
        )


def article(number: int) -> Place:
    """第N条 as a whole, or its first words."""
    return Place(str(number), Citation(number))


def item(number: int, which: int) -> Place:
    """第N条第（k）项."""
    return Place(f"{number}({which})", Citation(number, None, which))


def paragraph(number: int, which: int, *, code: str = "") -> Place:
    """第N条第k款. `code` where the contract names the article only."""
    return Place(code or f"{number}p{which}", Citation(number, which))
