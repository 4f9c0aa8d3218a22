"""A run as a card: the data from which a handler makes one message with its buttons."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from bot.interview.answers import words_of
from bot.interview.journey import KNOWN, Step, Walk, walk
from bot.interview.question import NOT_SURE, NOT_SURE_WORDS, Kind, Question
from bot.interview.review import ReviewLine, review
from bot.interview.run import Run
from bot.interview.steps import CONCLUDE, CONTINUE, OFFER, Stage, current, marked, stage
from bot.rules import PROCEDURES


@dataclass(frozen=True)
class Button:
    """A possible answer on the card; `chosen` marks the earlier one."""

    id: str
    words: str
    hint: str = ""
    chosen: bool = False


@dataclass(frozen=True)
class CardLine:
    """A line of a checklist; `state` is the id shown now, empty where nothing was touched."""

    id: str
    words: str
    hint: str
    states: tuple[Button, ...]
    state: str

    @property
    def state_words(self) -> str:
        """The words of the state shown; empty where nothing was touched."""
        return next((s.words for s in self.states if s.id == self.state), "")


@dataclass(frozen=True)
class Card:
    """What is to be shown now. `question_id` and `revision` go into every button of it."""

    stage: Stage
    question_id: str
    revision: int
    kind: Kind
    paragraphs: tuple[Markup, ...]
    buttons: tuple[Button, ...] = ()
    lines: tuple[CardLine, ...] = ()
    finish: str = ""
    """The words of the button that ends a checklist."""
    review: tuple[ReviewLine, ...] = ()
    step: int = 0
    total: int = 0
    progress: str = ""
    can_go_back: bool = False
    citation: str = ""
    """第二十四条第（一）项, for the button 为什么问; empty where there is nothing to explain."""


_BOLD = Markup("<b>{}</b>")


def _notices(run: Run) -> tuple[Markup, ...]:
    return tuple(Markup("⚠️ {}").format(notice) for notice in run.notices)


def _choice_buttons(step: Step) -> tuple[Button, ...]:
    now = (step.answer or {}).get("choice")
    return tuple(
        Button(choice.id, choice.words, choice.hint, choice.id == now)
        for choice in step.question.choices
    )


def _value_buttons(question: Question) -> tuple[Button, ...]:
    unit = question.fact.unit if question.fact else ""
    counts = tuple(Button(str(n), f"{n}{unit}") for n in question.suggestions)
    return (*counts, Button(NOT_SURE, NOT_SURE_WORDS))


def _lines(run: Run, step: Step) -> tuple[CardLine, ...]:
    shown = marked(run, step)
    return tuple(
        CardLine(
            line.id,
            line.words,
            line.hint,
            tuple(
                Button(state.id, state.words, state.hint, state.id == shown.get(line.id))
                for state in line.states
            ),
            str(shown.get(line.id, "")),
        )
        for line in step.question.lines
    )


_TYPED = {
    Kind.NUMBER: "可以点下面的数，也可以直接输入，例如：5、五个。",
    Kind.DATE: "请直接输入日期，例如：2025年3月2日。",
    Kind.TEXT: "请直接输入。",
    Kind.CHECKLIST: "有不符或拿不准的，点那一行来改；其余的，点最后一个按钮一次答完。",
}


def _earlier(step: Step) -> tuple[Markup, ...]:
    if step.answer is None or not step.done or step.question.kind is Kind.CHECKLIST:
        return ()
    return (Markup("您上次的回答：{}").format(words_of(step.question, step.answer)),)


def _asking(run: Run, way: Walk, step: Step) -> Card:
    question = step.question
    total = len(way.steps)
    place = 1 + [s.question.id for s in way.steps].index(question.id)
    progress = f"第{place}步，共约{total}步"
    hint = question.hint or _TYPED.get(question.kind)
    return Card(
        Stage.ASKING,
        question.id,
        run.revision,
        question.kind,
        (
            *_notices(run),
            Markup("{} · {}").format(PROCEDURES[run.procedure].name + "自查", progress),
            _BOLD.format(question.words),
            *((Markup("<i>{}</i>").format(hint),) if hint else ()),
            *_earlier(step),
        ),
        buttons=(
            _choice_buttons(step)
            if question.kind is Kind.CHOICE
            else ()
            if question.kind is Kind.CHECKLIST
            else _value_buttons(question)
        ),
        lines=_lines(run, step),
        finish=question.finish if question.kind is Kind.CHECKLIST else "",
        step=place,
        total=total,
        progress=progress,
        can_go_back=place > 1,
        citation="" if question.id == KNOWN else question.citation.label,
    )


def _offer(run: Run, way: Walk) -> Card:
    failing = set(way.certain_failures)
    places = dict.fromkeys(
        finding.clause.citation.label
        for finding in way.verdict.findings
        if finding.clause.code in failing
    )
    label = PROCEDURES[run.procedure].words[way.verdict.word]
    return Card(
        Stage.OFFER,
        OFFER,
        run.revision,
        Kind.CHOICE,
        (
            *_notices(run),
            _BOLD.format(f"已有一处{label}：{'、'.join(places)}。"),
            Markup("继续查完其余，还是现在看结论？"),
        ),
        buttons=(
            Button(CONTINUE, f"继续查完（还有约{len(way.open_steps)}步）"),
            Button(CONCLUDE, "现在看结论"),
        ),
        can_go_back=True,
    )


def view(run: Run) -> Card:
    """The card for where the run stands: question, offer, review, or DONE (see `conclude`)."""
    way = walk(run)
    now = stage(run)
    if now is Stage.OFFER:
        return _offer(run, way)
    step = current(run)
    if step is not None:
        return _asking(run, way, step)
    lines = review(run)
    return Card(
        now,
        "review",
        run.revision,
        Kind.CHOICE,
        (
            *_notices(run),
            _BOLD.format("请核对您的回答，要改哪一条就点哪一条。"),
            *(Markup("{}. {}：{}").format(n, x.name, x.words) for n, x in enumerate(lines, 1)),
        ),
        review=lines,
        step=len(way.steps),
        total=len(way.steps),
        progress="已答完",
        can_go_back=True,
    )
