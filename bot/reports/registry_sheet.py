"""A sheet of a registry book: its columns by name, its filled rows one by one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, Final

from openpyxl.utils import get_column_letter

from bot.reports.data import registry as r
from bot.reports.data.registry import CellProblem
from bot.reports.registry_line import Line, Notes
from bot.reports.untrusted import RefusedFileError

MAX_ROWS: Final = {r.INSTITUTIONS: 5_000, r.OCCUPATIONS: 50_000}
MAX_COLUMNS: Final = 50

_REQUIRED: Final = {
    r.INSTITUTIONS: (r.NAME, r.KIND, r.CODE),
    r.OCCUPATIONS: (r.CODE, r.OCCUPATION, r.LEVELS),
}
_KNOWN: Final = {
    r.INSTITUTIONS: (
        *_REQUIRED[r.INSTITUTIONS],
        *(r.FORM, r.LEGAL_PERSON, r.ADDRESS, r.CONTACT, r.PHONE, r.FILED_ON, r.NOTE),
    ),
    r.OCCUPATIONS: (
        *_REQUIRED[r.OCCUPATIONS],
        *(r.NAME, r.OCCUPATION_CODE, r.FILED_ON, r.NOTE),
    ),
}
_HEADER_NOISE = re.compile(r"[\s*＊]|（必填）|\(必填\)|（选填）|（对照用）")


def lines(book: Any, name: str, notes: Notes) -> Iterator[Line]:
    """The filled rows of a sheet, examples passed over."""
    if name not in book.sheetnames:
        notes.errors.append(CellProblem(f"缺少“{name}”表"))
        return
    sheet = book[name]
    # Some programs store a wrong size of the sheet; without it every stored row is read.
    sheet.reset_dimensions()
    rows = sheet.iter_rows(max_col=MAX_COLUMNS)
    headers = _headers(name, _next_row(rows), notes)
    if headers is None:
        return
    filled = 0
    for number, cells in enumerate(_rows(rows), start=2):
        line = Line(name, number, _by_header(headers, cells), notes)
        if _is_empty(cells) or _is_example(line, cells):
            continue
        filled += 1
        if filled > MAX_ROWS[name]:
            notes.errors.append(CellProblem(f"超过{MAX_ROWS[name]}行", name))
            return
        yield line


def _rows(rows: Iterator[Any]) -> Iterator[Any]:
    while True:
        row = _next_row(rows)
        if row is None:
            return
        yield row


def _next_row(rows: Iterator[Any]) -> Any:
    try:
        return next(rows, None)
    except Exception as error:  # A damaged sheet is found out only while it is read.
        raise RefusedFileError("这个Excel文件已损坏，读不下去；请在Excel或WPS里另存一次") from error


def _headers(name: str, cells: Any, notes: Notes) -> dict[int, str] | None:
    """Place → header. None, and errors noted, when a column that is needed is missing."""
    texts = [_header(getattr(cell, "value", None)) for cell in cells or ()]
    known = {_header(header): header for header in _KNOWN[name]}
    places: dict[int, str] = {}
    for place, text in enumerate(texts):
        if text in known and known[text] not in places.values():
            places[place] = known[text]
        elif text:
            letter = get_column_letter(place + 1)
            odd = CellProblem(f"不认识这一列“{text[:20]}”，没有读", name, 1, letter)
            notes.warnings.append(odd)
    missing = [header for header in _REQUIRED[name] if header not in places.values()]
    notes.errors.extend(CellProblem(f"缺少“{header}”一列", name, 1) for header in missing)
    return None if missing else places


def _header(value: object) -> str:
    return _HEADER_NOISE.sub("", str(value or ""))


def _by_header(headers: dict[int, str], cells: Any) -> dict[str, tuple[str, Any]]:
    return {
        header: (get_column_letter(place + 1), cells[place] if place < len(cells) else None)
        for place, header in headers.items()
    }


def _is_empty(cells: Any) -> bool:
    return all(not str(getattr(cell, "value", None) or "").strip() for cell in cells)


def _is_example(line: Line, cells: Any) -> bool:
    first = str(getattr(cells[0], "value", None) or "") if cells else ""
    return first.strip().replace(":", "：").startswith(r.EXAMPLE)
