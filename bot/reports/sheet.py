"""Tables in Excel files: safe cells, thin lines, print setup. Rows are streamed."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum, auto
from math import ceil
from typing import Any

from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.workbook import Workbook

from bot.reports.clean import free_text, printable
from bot.reports.wording import local

CELL_LIMIT = 32_767
"""Characters that Excel takes in a cell."""
_DANGEROUS = frozenset("=+-@＝＋－＠﹦﹢﹣﹫|%")
"""First characters that some program reads as the start of a formula or a command."""

_LINE = Side(style="thin", color="000000")
_BOX = Border(left=_LINE, right=_LINE, top=_LINE, bottom=_LINE)
_GREY = PatternFill("solid", start_color="F2F2F2")


class Kind(Enum):
    """What a column holds."""

    TEXT = auto()
    CODE = auto()
    """Text in which nothing is hidden: credit codes, reference numbers."""
    DATE = auto()
    MOMENT = auto()
    SHORT_MOMENT = auto()
    """2026-11-23 14:05, where room is scarce."""
    NUMBER = auto()


Value = str | int | float | date | datetime | None

_FORMATS = {
    Kind.TEXT: "@",
    Kind.CODE: "@",
    Kind.DATE: 'yyyy"年"m"月"d"日"',
    Kind.MOMENT: 'yyyy"年"m"月"d"日" hh:mm',
    Kind.SHORT_MOMENT: "yyyy-mm-dd hh:mm",
    Kind.NUMBER: "General",
}


@dataclass(frozen=True)
class Column:
    """`width` in half-width characters."""

    header: str
    width: float
    kind: Kind = Kind.TEXT
    centred: bool = True


def is_dangerous(text: str) -> bool:
    """Whether a program might run this text instead of showing it."""
    return text.lstrip()[:1] in _DANGEROUS


def text_for_cell(text: str, kind: Kind = Kind.TEXT) -> str:
    """The text as it is stored: cleaned, and cut where Excel would refuse the file."""
    text = printable(text) if kind is Kind.CODE else free_text(text)
    return text if len(text) <= CELL_LIMIT else text[: CELL_LIMIT - 1] + "…"


def put(cell: Any, value: Value, kind: Kind) -> None:
    """Stores a value so that it can never be a formula."""
    if isinstance(value, str):
        text = text_for_cell(value, kind)
        cell.value = text or None
        if text:
            cell.data_type = "s"
    elif isinstance(value, datetime):
        cell.value = local(value).replace(tzinfo=None)
    else:
        cell.value = value


class _Style:
    """One cell per look, used again and again: the writer streams and keeps none."""

    def __init__(self, sheet: Any, column: Column, font: Font, alignment: Alignment) -> None:
        self._kind = column.kind
        self._plain = self._make(sheet, column, font, alignment)
        self._quoted = self._make(sheet, column, font, alignment)
        self._quoted.quotePrefix = True

    @staticmethod
    def _make(sheet: Any, column: Column, font: Font, alignment: Alignment) -> Any:
        cell = WriteOnlyCell(sheet)
        cell.font, cell.alignment, cell.border = font, alignment, _BOX
        cell.number_format = _FORMATS[column.kind]
        return cell

    def of(self, value: Value) -> Any:
        risky = isinstance(value, str) and is_dangerous(printable(value))
        cell = self._quoted if risky else self._plain
        put(cell, value, self._kind)
        return cell


class Sheet:
    """One sheet, written from top to bottom."""

    def __init__(
        self,
        book: Workbook,
        name: str,
        columns: Sequence[Column],
        *,
        font: str = "宋体",
        size: float = 10,
    ) -> None:
        self.raw: Any = book.create_sheet(name)
        self.columns = columns
        self.row = 0
        self.last = get_column_letter(len(columns))
        self._size = size
        for number, column in enumerate(columns, start=1):
            dimension = self.raw.column_dimensions[get_column_letter(number)]
            dimension.width = column.width
            dimension.number_format = _FORMATS[column.kind]
        self._styles = self._looks(Font(name=font, size=size))
        self._muted = self._looks(Font(name=font, size=size, italic=True, color="808080"))

    def _looks(self, font: Font) -> list[_Style]:
        looks = []
        for column in self.columns:
            side = "center" if column.centred else "left"
            alignment = Alignment(horizontal=side, vertical="center", wrap_text=True)
            looks.append(_Style(self.raw, column, font, alignment))
        return looks

    def banner(
        self,
        text: str,
        *,
        font: str = "宋体",
        size: float = 10.5,
        align: str = "center",
        height: float | None = None,
        lines: int = 1,
    ) -> None:
        """A line across all columns."""
        cell = WriteOnlyCell(self.raw)
        put(cell, text, Kind.TEXT)
        cell.quotePrefix = is_dangerous(text)
        cell.font = Font(name=font, size=size)
        cell.alignment = Alignment(horizontal=align, vertical="center", wrap_text=True)
        self._append([cell], height or size * 1.6 * lines)
        if len(self.columns) > 1:
            self.raw.merged_cells.add(f"A{self.row}:{self.last}{self.row}")

    def head(self, height: float = 30) -> None:
        """The names of the columns; repeated on each printed page."""
        cells = []
        for column in self.columns:
            cell = WriteOnlyCell(self.raw, column.header)
            cell.font = Font(name="黑体", size=self._size)
            cell.fill, cell.border = _GREY, _BOX
            cell.alignment = Alignment(horizontal="center", vertical="center", wrap_text=True)
            cells.append(cell)
        self._append(cells, height)
        self.raw.print_title_rows = f"{self.row}:{self.row}"

    def record(
        self, values: Sequence[Value], height: float | None = None, *, muted: bool = False
    ) -> None:
        """One row under the head; None leaves an empty ruled cell; `muted`: an example."""
        styles = self._muted if muted else self._styles
        cells = [style.of(value) for style, value in zip(styles, values, strict=True)]
        self._append(cells, height)

    def height_for(self, values: Sequence[Value]) -> float:
        """Points that the fullest cell of a row needs; Excel allows 409."""
        lines = max(
            wrapped_lines(str(value), column.width)
            for value, column in zip(values, self.columns, strict=True)
        )
        return min(409.0, max(24.0, lines * self._size * 1.35 + 8))

    def print_setup(self, *, landscape: bool, centre_footer: str = "第 &P 页　共 &N 页") -> None:
        """A4, one page wide, page numbers. Must come before the first row."""
        self.raw.page_setup.orientation = "landscape" if landscape else "portrait"
        self.raw.page_setup.paperSize = 9
        self.raw.page_setup.fitToWidth = 1
        self.raw.page_setup.fitToHeight = 0
        self.raw.sheet_properties.pageSetUpPr.fitToPage = True
        self.raw.print_options.horizontalCentered = True
        margins = self.raw.page_margins
        margins.left = margins.right = 0.5
        margins.top, margins.bottom = 0.7, 0.7
        margins.header = margins.footer = 0.35
        self.raw.oddFooter.center.text = centre_footer
        self.raw.oddFooter.center.size = 9

    def top(self, text: str) -> None:
        """Words at the top right of every printed page."""
        self.raw.oddHeader.right.text = text.replace("&", "&&")
        self.raw.oddHeader.right.size = 9

    def page_mark(self, text: str) -> None:
        """Words at the top right of every printed page but the first, which has its own."""
        self.raw.HeaderFooter.differentFirst = True
        self.raw.oddHeader.right.text = text
        self.raw.firstFooter.center.text = self.raw.oddFooter.center.text
        self.raw.firstFooter.center.size = 9

    def _append(self, cells: list[Any], height: float | None) -> None:
        self.row += 1
        if height is not None:
            self.raw.row_dimensions[self.row].height = height
        self.raw.append(cells)


def wrapped_lines(text: str, width: float) -> int:
    """Lines that a text takes in a column, Chinese characters counting double."""
    room = max(width - 1.5, 2)
    return sum(max(1, ceil(display_width(line) / room)) for line in text.split("\n"))


def display_width(text: str) -> int:
    """Half-width columns."""
    return sum(2 if unicodedata.east_asian_width(c) in "WFA" else 1 for c in text)
