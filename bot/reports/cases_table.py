"""All cases as one Excel table, to sort, filter and file."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import fields
from datetime import date
from itertools import chain, islice
from operator import attrgetter
from typing import Final

from bot.reports.book import book_bytes, new_book
from bot.reports.data.cases import CaseLine
from bot.reports.sheet import Column, Kind, Sheet, wrapped_lines
from bot.reports.wording import CENTRE, long_date

SHEET_ROWS: Final = 1_000_000
"""Excel ends at 1,048,576; what is more goes to a second sheet."""

COLUMNS: Final = (
    Column("办件编号", 15.5, Kind.CODE),
    Column("事项", 17),
    Column("机构名称", 22, centred=False),
    Column("统一社会信用代码", 19.5, Kind.CODE),
    Column("机构类型", 17),
    Column("状态", 9),
    Column("经办人", 9),
    Column("提交时间", 15.5, Kind.SHORT_MOMENT),
    Column("受理时间", 15.5, Kind.SHORT_MOMENT),
    Column("办结时间", 15.5, Kind.SHORT_MOMENT),
    Column("工作日", 7.5, Kind.NUMBER),
    Column("报备季度", 9.5),
    Column("结果或说明", 26, centred=False),
)
"""As wide as A4 across can show in letters that can still be read."""


_WRAPPED: Final = tuple(
    (name, COLUMNS[place].width)
    for place, name in enumerate(field.name for field in fields(CaseLine))
    if name in ("procedure", "institution", "kind", "reported_in", "note")
)
"""What may need a second line: field and width of its column."""
_values = attrgetter(*(field.name for field in fields(CaseLine)))


def cases_table(cases: Iterable[CaseLine], prepared_on: date) -> bytes:
    """The Excel file; `cases` may be a generator, nothing is kept but what is being written."""
    book = new_book("办件一览")
    remaining = iter(cases)
    number = 0
    while True:
        first = list(islice(remaining, 1))
        if number and not first:
            break
        number += 1
        sheet = Sheet(book, "办件" if number == 1 else f"办件（{number}）", COLUMNS)
        _fill(sheet, chain(first, islice(remaining, SHEET_ROWS - 1)), prepared_on)
    return book_bytes(book, prepared_on)


def _fill(sheet: Sheet, cases: Iterable[CaseLine], prepared_on: date) -> None:
    sheet.print_setup(landscape=True)
    sheet.top(f"办件一览　{CENTRE}　{long_date(prepared_on)}导出　内有个人信息，请妥善保管")
    sheet.raw.freeze_panes = "B2"
    sheet.head()
    for case in cases:
        sheet.record(_values(case), _height(case))
    sheet.raw.auto_filter.ref = f"A1:{sheet.last}{sheet.row}"


def _height(case: CaseLine) -> float:
    lines = max(wrapped_lines(getattr(case, name), width) for name, width in _WRAPPED)
    return min(409.0, 8 + 13.5 * lines)
