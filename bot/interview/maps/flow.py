"""The map of one check: its questions downwards, the ways out to the right."""

from __future__ import annotations

from dataclasses import dataclass

from bot.interview.journey import clauses_reading
from bot.interview.maps import svg
from bot.interview.question import ALWAYS, Choice, Kind, Question
from bot.interview.questions import JOURNEYS
from bot.measures import load
from bot.rules import PROCEDURES, RULES_VERSION, Status, Word
from bot.rules.given import Given

LEFT, WIDE, GAP, PAD = 40, 500, 30, 12
OUT, OUT_WIDE = LEFT + WIDE + 60, 340
_KINDS = {
    Kind.CHOICE: "选一个",
    Kind.CHECKLIST: "逐行看",
    Kind.NUMBER: "填个数",
    Kind.DATE: "填日期",
    Kind.TEXT: "填写",
}


@dataclass(frozen=True)
class Node:
    """A box of the map: words, the condition under which it is asked, the ways out."""

    lines: tuple[str, ...]
    when: str = ""
    out: tuple[str, ...] = ()

    @property
    def high(self) -> int:
        """Height of the box in pixels."""
        return 2 * PAD + svg.LEADING * len(self.lines) - 5


def _statuses(procedure: str, choice: Choice) -> set[Status]:
    given = Given(choice.sets)
    return {clause.judge(given).status for clause in clauses_reading(procedure, choice.sets)}


def _choices(question: Question) -> list[tuple[str, Choice]]:
    single = [(choice.words, choice) for choice in question.choices]
    return single + [
        (f"{line.words}：{state.words}", state) for line in question.lines for state in line.states
    ]


def ends(procedure: str, question: Question) -> list[str]:
    """The answers after which the check does not apply."""
    return [
        words
        for words, choice in _choices(question)
        if Status.WRONG_PROCEDURE in _statuses(procedure, choice)
    ]


def decided_here(procedure: str, question: Question) -> list[str]:
    """The places of the Measures that the question bears on."""
    clauses = clauses_reading(procedure, question.sets)
    own = [c for c in clauses if c.test.reads[0].key in question.sets] or clauses
    return list(dict.fromkeys(clause.citation.label for clause in own))


def node(procedure: str, number: int, question: Question) -> Node:
    """The box of one question."""
    inner = WIDE - 2 * PAD
    words = [f"{number}. {question.name}（{_KINDS[question.kind]}）"]
    if question.lines:
        words += svg.broken("、".join(line.words for line in question.lines), inner)
    places = "、".join(decided_here(procedure, question)) or question.citation.label
    words += svg.broken(places, inner)
    closing = ends(procedure, question)
    label = PROCEDURES[procedure].words[Word.NOT_APPLICABLE]
    out = [*svg.broken(" / ".join(closing), OUT_WIDE - 2 * PAD), f"→ {label}"] if closing else []
    when = "" if question.when is ALWAYS else f"只在这时问：{question.when.words}"
    return Node(tuple(words), when, tuple(out))


def nodes(procedure: str) -> list[Node]:
    """All boxes, from the first question to the four words."""
    words = PROCEDURES[procedure].words
    chain = [node(procedure, n, q) for n, q in enumerate(JOURNEYS[procedure], start=1)]
    failed = words[Word.INELIGIBLE]
    return [
        Node(("登记信息里已有的，先请您确认，不再问",), "只在这时问：登记信息、问话里已有"),
        *chain,
        Node(
            ("核对全部回答，可以改任何一条",),
            out=(f"中途一旦确定{failed}：可以继续，", "也可以提前看结论"),
        ),
        Node(
            (
                f"有一项{failed} → {words[Word.INELIGIBLE]}",
                f"没有{failed}、有待核实 → {words[Word.NEEDS_REVIEW]}",
                f"其余 → {words[Word.ELIGIBLE]}",
            )
        ),
    ]


def _drawn(item: Node, y: int) -> list[str]:
    parts = []
    if item.when:
        parts.append(svg.text(LEFT, y - 8, [item.when], fill="#8a5a00"))
    fill, line = ("#fff8e6", "#b7791f") if item.when else ("#eef4ff", "#3b6fb6")
    parts.append(svg.box(LEFT, y, WIDE, item.high, fill=fill, line=line, dashed=bool(item.when)))
    first, rest = item.lines[:1], item.lines[1:]
    parts.append(svg.text(LEFT + PAD, y + PAD + svg.SIZE, first, bold=True))
    if rest:
        parts.append(svg.text(LEFT + PAD, y + PAD + svg.SIZE + svg.LEADING, rest))
    if item.out:
        high = 2 * PAD + svg.LEADING * len(item.out) - 5
        parts.append(svg.arrow(LEFT + WIDE, y + 18, OUT, y + 18))
        parts.append(svg.box(OUT, y, OUT_WIDE, high, fill="#f5f5f5", line="#7b8794"))
        parts.append(svg.text(OUT + PAD, y + PAD + svg.SIZE, item.out))
    return parts


def picture(procedure: str) -> str:
    """The SVG of one check."""
    chosen = PROCEDURES[procedure]
    title = f"{chosen.name}自查（{chosen.span}）"
    parts = [
        svg.text(LEFT, 36, [title], bold=True),
        svg.text(
            LEFT,
            60,
            [f"{load().document_number}；规则版本 {RULES_VERSION}；虚线框只在所写情形下才问"],
            fill="#52606d",
        ),
    ]
    y, bottom, spine = 100, 0, LEFT + WIDE - 60
    for item in nodes(procedure):
        if bottom:
            parts.append(svg.arrow(spine, bottom, spine, y))
        parts += _drawn(item, y)
        bottom = y + item.high
        out_high = 2 * PAD + svg.LEADING * len(item.out) if item.out else 0
        y += max(item.high, out_high) + GAP + 8
    return svg.document(OUT + OUT_WIDE + 40, y + 10, parts, title)
