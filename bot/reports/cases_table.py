"""All cases as one Excel table, to sort, filter and file."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import fields
from datetime import date
from itertools import islice
from operator import attrgetter
from typing import Final

from bot.reports.book import book_bytes, new_book
from bot.reports.data.cases import CaseLine
from bot.reports.sheet import Column, Kind, Sheet

SHEET_ROWS: Final = 1_000_000
"""Excel ends at 1,048,576; what is more goes to a second sheet."""

COLUMNS: Final = (
    Column("办件编号", 16, Kind.CODE),
    Column("事项", 22),
    Column("机构名称", 32, centred=False),
    Column("统一社会信用代码", 21, Kind.CODE),
    Column("机构类型", 18),
    Column("状态", 10),
    Column("经办人", 12),
    Column("提交时间", 21, Kind.MOMENT),
    Column("受理时间", 21, Kind.MOMENT),
    Column("办结时间", 21, Kind.MOMENT),
    Column("工作日", 8, Kind.NUMBER),
    Column("报备季度", 15),
    Column("结果或说明", 40, centred=False),
)


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
        _fill(sheet, first, islice(remaining, SHEET_ROWS - 1))
    return book_bytes(book, prepared_on)


def _fill(sheet: Sheet, first: list[CaseLine], rest: Iterable[CaseLine]) -> None:
    sheet.print_setup(landscape=True)
    sheet.raw.freeze_panes = "B2"
    sheet.head()
    for part in (first, rest):
        sheet.records(map(_values, part))
    sheet.raw.auto_filter.ref = f"A1:{sheet.last}{sheet.row}"
