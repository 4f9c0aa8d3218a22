"""The verdict as data: for the screen, for the printed record, for the request that follows."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from bot.interview.journey import Walk, walk
from bot.interview.own_words import own_words
from bot.interview.review import ReviewLine, review
from bot.interview.run import Run
from bot.measures import Citation, load
from bot.rules import PROCEDURES, Finding, Note, Status, Word
from bot.rules.clause import Clause
from bot.rules.given import Gap, Given
from bot.rules.materials import materials_for

FOOTER = (
    "本结果只按忻人社办发〔2024〕2号的文字和您填写的情况自查，不是受理或批准。"
    "待核实事项请向忻州市职业技能服务中心或市人社局职业能力建设科核实。"
    "文件没有写明的时限、费用、表格，本工具不作答复。"
)
SELF_DECLARED = "自述具备"
MARKS = {Status.MET: "✓", Status.FAILED: "✗", Status.OPEN: "？", Status.WRONG_PROCEDURE: "—"}

_MEANINGS = {
    Word.ELIGIBLE: "所问各项您都答“是”，没有留下待核实的；不等于批准。",
    Word.INELIGIBLE: "至少有一项按文件文字不符合；不等于不予办理，补上后可以再查。",
    Word.NEEDS_REVIEW: "没有确定不符合的，但有的事项还不清楚，或要由主管部门答复。",
    Word.NOT_APPLICABLE: "这项自查不适用于贵单位现在的情况，请看下面的说明。",
}
_CHANGE_MEANINGS = {
    Word.ELIGIBLE: "第二十二条写到的材料，您手头都有；不等于受理。",
    Word.INELIGIBLE: "第二十二条写到的材料还缺，补上后可以再查。",
}
_DUTY_MEANINGS = {
    Word.ELIGIBLE: "所问各项您都答“已做到”；不代替检查。",
    Word.INELIGIBLE: "至少有一项职责还没有做到，请看怎样补上。",
}


@dataclass(frozen=True)
class VerdictLine:
    """One clause with its mark, the person's own answer, the reason and what would change it."""

    mark: str
    status: Status
    code: str
    place: str
    citation: Citation
    title: str
    quotation: str
    answers: tuple[str, ...]
    """By facts: 备案职业（工种）数：3个."""
    said: str
    """The same in the words that were tapped or typed."""
    reason: str
    remedy: str = ""
    note: str = ""
    """自述具备（“广泛”由主管部门判断）; empty where the answer itself settles it."""


@dataclass(frozen=True)
class MaterialLine:
    """A line of 第二十二条 and whether it is at hand: 有, 没有, 不清楚."""

    name: str
    place: str
    at_hand: str


@dataclass(frozen=True)
class VerdictCard:
    """Deciding lines first. Everything on it comes from the run and the rules."""

    title: str
    word: Word
    label: str
    meaning: str
    lines: tuple[VerdictLine, ...]
    remedies: tuple[str, ...]
    """What would change the word: one line for each thing to do or to ask."""
    materials: tuple[MaterialLine, ...]
    notes: tuple[Note, ...]
    answers: tuple[ReviewLine, ...]
    footer: str
    document: str
    version: str
    day: date

    @property
    def counts(self) -> str:
        """✓ 18 ✗ 1 ？ 2."""
        marks = [line.mark for line in self.lines]
        return " ".join(f"{mark} {marks.count(mark)}" for mark in MARKS.values() if mark in marks)


def _meaning(procedure: str, word: Word) -> str:
    special = {"change": _CHANGE_MEANINGS, "duties": _DUTY_MEANINGS}.get(procedure, {})
    return (_MEANINGS | special)[word]


def _answered(clause: Clause, given: Given) -> bool:
    return any(given.value(fact) is not Gap.ABSENT for fact in clause.test.reads)


def _line(finding: Finding, given: Given, way: Walk) -> VerdictLine:
    clause, result = finding.clause, finding.result
    missing = finding.status is Status.OPEN and not _answered(clause, given)
    judged = f"{SELF_DECLARED}（“{clause.judged}”由主管部门判断）"
    return VerdictLine(
        MARKS[finding.status],
        finding.status,
        clause.code,
        clause.citation.label,
        clause.citation,
        clause.title,
        clause.quotation,
        finding.answers,
        own_words(clause, way),
        UNANSWERED if missing else result.reason,
        result.remedy,
        judged if finding.self_declared else "",
    )


_ORDER = (Status.WRONG_PROCEDURE, Status.FAILED, Status.OPEN, Status.MET)


def _lines(way: Walk, given: Given) -> tuple[VerdictLine, ...]:
    shown = [finding for finding in way.verdict.findings if finding.status in _ORDER]
    shown.sort(key=lambda finding: _ORDER.index(finding.status))
    return tuple(_line(finding, given, way) for finding in shown)


UNANSWERED = "还没有回答"


def _remedies(lines: tuple[VerdictLine, ...]) -> tuple[str, ...]:
    todo = [f"{line.place}：{line.remedy}" for line in lines if line.remedy]
    asked = [x for x in lines if x.status is Status.OPEN and x.reason != UNANSWERED]
    ask = [f"{line.place}：待核实，{line.reason}" for line in asked]
    missing = sum(1 for line in lines if line.reason == UNANSWERED)
    rest = [f"还有{missing}处没有回答，接着查完才知道"] if missing else []
    return tuple(dict.fromkeys((*todo, *ask, *rest)))


def _materials(given: Given) -> tuple[MaterialLine, ...]:
    return tuple(
        MaterialLine(material.name, material.citation.label, material.at_hand(given))
        for material in materials_for(given)
    )


def conclude(run: Run, day: date) -> VerdictCard:
    """The verdict on the answers given so far, dated `day`; unanswered clauses are 待核实."""
    way = walk(run)
    verdict, given = way.verdict, Given(way.facts)
    procedure = PROCEDURES[run.procedure]
    measures = load()
    lines = _lines(way, given)
    return VerdictCard(
        title=f"{procedure.name}自查结论（{procedure.span}）",
        word=verdict.word,
        label=verdict.label,
        meaning=_meaning(run.procedure, verdict.word),
        lines=lines,
        remedies=_remedies(lines),
        materials=_materials(given) if verdict.materials else (),
        notes=verdict.notes,
        answers=review(run),
        footer=FOOTER,
        document=f"{measures.document_number}，{measures.date.replace(' ', '')}",
        version=verdict.version,
        day=day,
    )
