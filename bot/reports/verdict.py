"""The result of a self-check on paper: every clause, every answer, what would change it."""

from __future__ import annotations

from collections import Counter

from bot.reports import fonts
from bot.reports.data.self_check import ClauseRow, SelfCheck
from bot.reports.paper import RECORD, Align, Look, Paper, say, shape
from bot.reports.paper_table import Cell, Row, table
from bot.reports.wording import BASIS, DATE_BLANK, SELF_CHECK_FOOTER, long_date

_TITLE = Look(fonts.TITLE, 20, 30)
_SECTION = Look(fonts.HEADING, 13, 22)
_OVERALL = Look(fonts.HEADING, 15, 24)
_TEXT = Look(fonts.BODY, 12, 20)
_CELL = Look(fonts.BODY, 10.5, 15)
_HEAD = Look(fonts.HEADING, 10.5, 16)
_FOOTER = Look(fonts.NOTE, 10.5, 16)


def verdict(content: SelfCheck) -> bytes:
    """The Word file."""
    title = f"{content.subject}自查结果"
    paper = Paper(f"{content.institution}{title}", RECORD, content.checked_on)
    paper.header(f"忻评助手　{title}　{long_date(content.checked_on)}")
    paper.page_numbers(of_total=True)
    paper.write(title, _TITLE, Align.CENTRE, after=10)
    _about(paper, content)
    _overall(paper, content)
    _section(paper, "一、逐条结果")
    head = ("条款", "原文", "您的回答", "结果", "说明／怎样可以改变")
    rows = [_clause(row) for row in content.clauses]
    table(paper, (34, 42, 27, 23, 39), rows, head=head, look=_CELL, head_look=_HEAD)
    _section(paper, "二、填写的全部回答")
    answers = [
        (Cell(str(number), Align.CENTRE), question, answer or "（未回答）")
        for number, (question, answer) in enumerate(content.answers, start=1)
    ]
    table(paper, (12, 60, 93), answers, head=("序号", "问题", "回答"), look=_CELL, head_look=_HEAD)
    paper.write(SELF_CHECK_FOOTER, _FOOTER, before=12, keep=True)
    _signature(paper)
    return paper.save()


def _about(paper: Paper, content: SelfCheck) -> None:
    def label(words: str) -> Cell:
        return Cell(words, Align.CENTRE, head=True)

    rows: list[Row] = [
        (label("机构名称"), content.institution or "（未填写）"),
        (label("统一社会信用代码"), Cell(content.credit_code or "（未填写）", verbatim=True)),
        (label("机构类型"), content.kind or "（未填写）"),
        (label("自查日期"), long_date(content.checked_on)),
        (label("依据"), BASIS),
        (label("规则版本"), Cell(content.rules_version, verbatim=True)),
    ]
    if content.reference:
        rows.append((label("自查编号"), Cell(content.reference, verbatim=True)))
    table(paper, (36, 129), rows, look=_CELL, head_look=_HEAD)


def _overall(paper: Paper, content: SelfCheck) -> None:
    paper.write(f"总体结果：{content.overall}", _OVERALL, Align.LEFT, before=12, keep=True)
    counted = Counter(row.word for row in content.clauses)
    words = "，".join(f"{word}{count}项" for word, count in counted.items())
    paper.write(f"{content.overall_reason}共{len(content.clauses)}项：{words}。", _TEXT, indent=2)


def _section(paper: Paper, words: str) -> None:
    paper.write(words, _SECTION, Align.LEFT, before=10, after=3, keep=True)


def _clause(row: ClauseRow) -> Row:
    remedy = f"怎样可以改变：{row.remedy}" if row.remedy else ""
    return (
        Cell(row.clause, Align.CENTRE),
        f"“{row.quotation}”" if row.quotation else "—",
        row.answer or "（未回答）",
        Cell(row.word, Align.CENTRE, symbol=row.outcome.value),
        "\n".join(part for part in (row.explanation, remedy) if part) or "—",
    )


def _signature(paper: Paper) -> None:
    look = Look(fonts.BODY, 12, 26)
    paper.write("以上回答由机构自行填写。", look, before=8, keep=True)
    paragraph = paper.write("填表人（签字）：", look, Align.LEFT, keep=True)
    say(paragraph, "　" * 9, look, keep_spaces=True)
    say(paragraph, "机构（盖章）：", look)
    paragraph = paper.document.add_paragraph()
    shape(paragraph, look, Align.RIGHT)
    say(paragraph, f"日期：{DATE_BLANK}", look)
