"""An Excel file as a whole."""

from __future__ import annotations

from datetime import date
from io import BytesIO

from openpyxl.workbook import Workbook

from bot.reports.clean import free_text
from bot.reports.sealed import sealed


def new_book(title: str, description: str = "") -> Workbook:
    """A book for streaming, without sheets."""
    book = Workbook(write_only=True)
    book.properties.creator = "忻评助手"
    book.properties.title = free_text(title)
    book.properties.description = description
    return book


def book_bytes(book: Workbook, prepared: date) -> bytes:
    """The file; the same input gives the same bytes."""
    out = BytesIO()
    book.save(out)
    return sealed(out.getvalue(), f"{prepared:%Y-%m-%dT00:00:00Z}")
