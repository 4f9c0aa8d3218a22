"""Ruled tables in a Word document: thin lines, repeated head, rows that do not break."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from docx.enum.table import WD_CELL_VERTICAL_ALIGNMENT, WD_TABLE_ALIGNMENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm

from bot.reports import fonts
from bot.reports.clean import lines
from bot.reports.paper import CELL, CELL_HEAD, Align, Look, Paper, say, shape


@dataclass(frozen=True)
class Cell:
    """Words in a cell; line breaks make paragraphs. `verbatim` for codes."""

    text: str
    align: Align = Align.LEFT
    head: bool = False
    verbatim: bool = False
    symbol: str = ""
    """A sign before the words (✓ ✗ ？), set in a font that has it."""


Row = Sequence[Cell | str]


def table(
    paper: Paper,
    widths: Sequence[float],
    rows: Sequence[Row],
    *,
    head: Row | None = None,
    look: Look = CELL,
    head_look: Look = CELL_HEAD,
    breakable: bool = False,
) -> None:
    """A table as wide as the text; `widths` are shares. `breakable`: long rows may be cut."""
    total = sum(widths)
    columns = [paper.width * width / total for width in widths]
    grid = paper.document.add_table(rows=0, cols=len(columns))
    grid.alignment = WD_TABLE_ALIGNMENT.CENTER
    grid.autofit = False
    _rule(grid._tbl)
    for column, width in zip(grid.columns, columns, strict=True):
        column.width = Mm(width)
    if head is not None:
        _row(grid, columns, [_as_head(c) for c in head], look, head_look, repeat=True)
    for row in rows:
        _row(grid, columns, row, look, head_look, breakable=breakable)


def _as_head(cell: Cell | str) -> Cell:
    return Cell(cell if isinstance(cell, str) else cell.text, Align.CENTRE, head=True)


def _row(
    grid: Any,
    columns: Sequence[float],
    cells: Row,
    look: Look,
    head_look: Look,
    *,
    repeat: bool = False,
    breakable: bool = False,
) -> None:
    row = grid.add_row()
    properties = row._tr.get_or_add_trPr()
    if not breakable or repeat:
        properties.append(OxmlElement("w:cantSplit"))
    if repeat:
        properties.append(OxmlElement("w:tblHeader"))
    for target, width, given in zip(row.cells, columns, cells, strict=True):
        cell = Cell(given) if isinstance(given, str) else given
        target.width = Mm(width)
        if cell.head:
            _shade(target)
        target.vertical_alignment = WD_CELL_VERTICAL_ALIGNMENT.CENTER
        _fill(target, cell, head_look if cell.head else look)


def _fill(target: Any, cell: Cell, look: Look) -> None:
    for number, line in enumerate(lines(cell.text)):
        paragraph = target.paragraphs[0] if number == 0 else target.add_paragraph()
        shape(paragraph, look, cell.align)
        if number == 0 and cell.symbol:
            sign = Look(fonts.SYMBOL, look.size, look.line)
            say(paragraph, f"{cell.symbol} ", sign, keep_spaces=True)
        say(paragraph, line, look, verbatim=cell.verbatim)


def _shade(target: Any) -> None:
    shading = OxmlElement("w:shd")
    for name, value in (("val", "clear"), ("color", "auto"), ("fill", "F2F2F2")):
        shading.set(qn(f"w:{name}"), value)
    target._tc.get_or_add_tcPr().append(shading)


def _rule(element: Any) -> None:
    """Half-point lines, room inside the cells, widths as given."""
    properties = element.tblPr
    borders = OxmlElement("w:tblBorders")
    for side in ("top", "left", "bottom", "right", "insideH", "insideV"):
        line = OxmlElement(f"w:{side}")
        for name, value in (("val", "single"), ("sz", "4"), ("space", "0"), ("color", "000000")):
            line.set(qn(f"w:{name}"), value)
        borders.append(line)
    room = OxmlElement("w:tblCellMar")
    for side, width in (("top", 40), ("left", 85), ("bottom", 40), ("right", 85)):
        margin = OxmlElement(f"w:{side}")
        margin.set(qn("w:w"), str(width))
        margin.set(qn("w:type"), "dxa")
        room.append(margin)
    look = properties.find(qn("w:tblLook"))
    for new in (borders, properties.find(qn("w:tblLayout")), room):
        if new is not None:
            look.addprevious(new)
