"""One case on paper: what was asked, with which files, what happened when, and the result."""

from __future__ import annotations

from bot.reports import fonts
from bot.reports.data.application import Change
from bot.reports.data.case import CaseSummary, Event, Material, StoredFile
from bot.reports.paper import RECORD, Align, Look, Paper
from bot.reports.paper_table import Cell, Row, table
from bot.reports.wording import BASIS, moment

_TITLE = Look(fonts.TITLE, 20, 30)
_SECTION = Look(fonts.HEADING, 13, 22)
_TEXT = Look(fonts.BODY, 12, 20)
_CELL = Look(fonts.BODY, 10.5, 15)
_HEAD = Look(fonts.HEADING, 10.5, 16)
_NOTE = Look(fonts.NOTE, 9, 13)


def case_summary(content: CaseSummary) -> bytes:
    """The Word file."""
    paper = Paper(f"办件记录 {content.reference}", RECORD, content.printed_at)
    paper.header(f"忻评助手　办件记录　{content.reference}")
    paper.page_numbers(of_total=True)
    paper.write("办件记录", _TITLE, Align.CENTRE, after=10)
    _about(paper, content)
    _section(paper, "一、申请事项")
    if content.changes:
        _changes(paper, content.changes)
    paper.write(f"原因：{content.reason or '（未填写）'}", _TEXT, before=4)
    _section(paper, "二、材料和文件")
    _materials(paper, content.materials)
    _section(paper, "三、办理经过")
    _events(paper, content.events)
    _section(paper, "四、结果")
    paper.write(content.result or "尚未办结。", _TEXT, indent=2)
    _foot(paper, content)
    return paper.save()


def _section(paper: Paper, words: str) -> None:
    paper.write(words, _SECTION, Align.LEFT, before=10, after=3, keep=True)


def _about(paper: Paper, content: CaseSummary) -> None:
    def pair(words: str, value: str, *, code: bool = False) -> tuple[Cell, Cell]:
        head = Cell(words, Align.CENTRE, head=True)
        return head, Cell(value or "—", verbatim=code)

    submitted = content.events[0].at if content.events else None
    rows: list[Row] = [
        (
            *pair("办件编号", content.reference, code=True),
            *pair("办件事项", content.procedure),
        ),
        (*pair("机构名称", content.institution), *pair("机构类型", content.kind)),
        (
            *pair("统一社会\n信用代码", content.credit_code, code=True),
            *pair("当前状态", content.state),
        ),
        (
            *pair("开始时间", moment(submitted) if submitted else ""),
            *pair("联系人", content.contact),
        ),
    ]
    table(paper, (24, 62, 24, 55), rows, look=_CELL, head_look=_HEAD)


def _changes(paper: Paper, changes: tuple[Change, ...]) -> None:
    rows = [
        (
            Cell(f"{c.item}（{c.detail}）" if c.detail else c.item, Align.CENTRE),
            c.before or "—",
            c.after or "—",
        )
        for c in changes
    ]
    head = ("变更事项", "变更前", "变更后")
    table(paper, (32, 66, 67), rows, head=head, look=_CELL, head_look=_HEAD)


def _materials(paper: Paper, materials: tuple[Material, ...]) -> None:
    rows: list[Row] = []
    for number, material in enumerate(materials, start=1):
        state = "\n".join(part for part in (material.state, material.note) if part)
        files = "\n".join(_file(file) for file in material.files) or "—"
        rows.append((Cell(str(number), Align.CENTRE), material.line, state, files))
    if not rows:
        rows.append((Cell("—", Align.CENTRE), "（无）", "—", "—"))
    head = ("序号", "材料", "情况", "文件")
    table(paper, (12, 46, 30, 77), rows, head=head, look=_CELL, head_look=_HEAD)


def _file(file: StoredFile) -> str:
    return f"{file.name}（{_size(file.size)}，{moment(file.received_at)}，{file.digest[:12]}）"


def _size(count: int) -> str:
    if count < 1024:
        return f"{count} B"
    if count < 1024 * 1024:
        return f"{count / 1024:.0f} KB"
    return f"{count / 1024 / 1024:.1f} MB"


def _events(paper: Paper, events: tuple[Event, ...]) -> None:
    rows: list[Row] = [
        (Cell(moment(event.at), Align.CENTRE), event.what, event.who, event.why or "—")
        for event in events
    ]
    if not rows:
        rows.append((Cell("—", Align.CENTRE), "—", "—", "—"))
    head = ("时间", "办理环节", "办理人", "说明")
    widths = (47, 26, 40, 52)
    table(paper, widths, rows, head=head, look=_CELL, head_look=_HEAD, breakable=True)


def _foot(paper: Paper, content: CaseSummary) -> None:
    lines = [
        f"依据：{BASIS}。规则版本：{content.rules_version}。",
        f"本记录由“忻评助手”按办件数据排版，打印时间：{moment(content.printed_at)}；"
        "括号内依次为文件大小、收到时间、校验值（SHA-256）前12位，原件另存，可据以核对。",
    ]
    for number, line in enumerate(lines):
        paper.write(line, _NOTE, Align.LEFT, before=10 if number == 0 else 0)
    if content.chain:
        line = f"最后一条记录的链式校验值：{content.chain}"
        paper.write(line, _NOTE, Align.LEFT, verbatim=True)
