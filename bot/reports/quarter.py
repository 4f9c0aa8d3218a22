"""The list of completed changes of a quarter (第二十一条: 人社厅、省鉴定中心).

The Measures say that it is reported by the quarter and to whom, in these short names; they
print no form. What was completed in an earlier quarter is marked 补报.
"""

from __future__ import annotations

from datetime import date
from typing import Final

from bot.reports.book import book_bytes, new_book
from bot.reports.data.quarter import CompletedChange, Quarter, QuarterList, is_late
from bot.reports.sheet import Column, Kind, Sheet
from bot.reports.wording import CENTRE, DATE_BLANK, DOCUMENT_NUMBER, MEASURES, long_date

ADDRESSEES: Final = ("人社厅", "省鉴定中心")
"""Verbatim from 第二十一条; the text does not spell them out and neither does this list."""

COLUMNS: Final = (
    Column("序号", 4.5, Kind.NUMBER),
    Column("办件编号", 13.5, Kind.CODE),
    Column("机构名称", 16),
    Column("统一社会信用代码", 20, Kind.CODE),
    Column("类型", 9.5),
    Column("变更事项", 9.5),
    Column("变更前", 15),
    Column("变更后", 15),
    Column("变更原因", 17, centred=False),
    Column("受理日期", 15, Kind.DATE),
    Column("办结日期", 15, Kind.DATE),
    Column("备注", 11.5),
)


def quarter_list(content: QuarterList) -> bytes:
    """The Excel file. Raises ValueError for a case completed after the quarter or without items."""
    for change in content.changes:
        _check(change, content.quarter)
    title = "忻州市职业技能等级评价机构法人及备案信息变更报备清单"
    book = new_book(f"{content.quarter.label}{title}", f"{MEASURES}没有规定报备清单的格式。")
    sheet = Sheet(book, content.quarter.label, COLUMNS)
    sheet.print_setup(landscape=True)
    sheet.raw.freeze_panes = "A5" if content.reprinted_on is None else "A6"
    if content.reprinted_on is not None:
        mark = f"【重印】　重印日期：{long_date(content.reprinted_on)}"
        sheet.banner(mark, font="黑体", size=11, align="right")
        sheet.page_mark(f"重印　{long_date(content.reprinted_on)}")
    sheet.banner(title, font="方正小标宋简体", size=20, height=38)
    sheet.banner(_period(content), size=12, height=22)
    sheet.banner(_addressed(content), size=10.5, align="left", height=24)
    sheet.head()
    _rows(sheet, content)
    _after(sheet, content)
    return book_bytes(book, content.reprinted_on or content.prepared_on)


def _check(change: CompletedChange, quarter: Quarter) -> None:
    if not change.items:
        raise ValueError(f"{change.reference} 没有变更事项")
    if change.completed_on > quarter.end:
        raise ValueError(
            f"{change.reference} 于{long_date(change.completed_on)}办结，不属于{quarter.label}"
        )


def _period(content: QuarterList) -> str:
    quarter = content.quarter
    return f"{quarter.label}（{long_date(quarter.start)}至{long_date(quarter.end)}）"


def _addressed(content: QuarterList) -> str:
    return (
        f"报送：{'、'.join(ADDRESSEES)}　　填报单位：{CENTRE}"
        f"　　依据：{DOCUMENT_NUMBER}第二十一条　　生成日期：{long_date(content.prepared_on)}"
    )


def _rows(sheet: Sheet, content: QuarterList) -> None:
    if not content.changes:
        sheet.banner("本季度没有办结的变更", height=24)
    for number, change in enumerate(content.changes, start=1):
        _case(sheet, number, change, _remark(change, content.quarter))


def _remark(change: CompletedChange, quarter: Quarter) -> str:
    late = (
        f"补报（{Quarter.of(change.completed_on).label}办结）" if is_late(change, quarter) else ""
    )
    return "\n".join(part for part in (late, change.remark) if part)


def _case(sheet: Sheet, number: int, change: CompletedChange, remark: str) -> None:
    """One row a case: a row is never torn by the end of a page, merged cells are."""
    values = (
        number,
        change.reference,
        change.institution,
        change.credit_code,
        change.kind,
        _numbered([item.item for item in change.items]),
        _numbered([item.before for item in change.items]),
        _numbered([item.after for item in change.items]),
        change.reason,
        change.accepted_on,
        change.completed_on,
        remark,
    )
    shown = [long_date(v) if isinstance(v, date) else str(v) for v in values]
    sheet.record(values, sheet.height_for(shown))


def _numbered(words: list[str]) -> str:
    """A combined change numbers its items, the same in each column."""
    if len(words) == 1:
        return words[0]
    return "\n".join(f"{number}. {word or '—'}" for number, word in enumerate(words, start=1))


def _after(sheet: Sheet, content: QuarterList) -> None:
    late = sum(is_late(change, content.quarter) for change in content.changes)
    words = f"合计{len(content.changes)}件"
    sheet.banner(f"{words}，其中补报{late}件。" if late else f"{words}。", align="left", height=22)
    signature = (
        "填报人（签字）：　　　　　　　　　审核人（签字）：　　　　　　　　　"
        f"填报单位（盖章）：　　　　　　　　　日期：{DATE_BLANK}"
    )
    sheet.banner(signature, size=11, align="left", height=44)
