"""One row of a registry book, read cell by cell."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Final, TypeVar

from bot.reports.clean import has_identity_number, printable
from bot.reports.data import registry as r
from bot.reports.data.registry import CellProblem

MAX_TEXT: Final = 500

T = TypeVar("T")


@dataclass
class Notes:
    """What has been found so far."""

    errors: list[CellProblem] = field(default_factory=list)
    warnings: list[CellProblem] = field(default_factory=list)


@dataclass(frozen=True)
class Line:
    """One row of a sheet; problems are noted with its cells."""

    sheet: str
    number: int
    cells: dict[str, tuple[str, Any]]
    """header → (column letter, cell)"""
    notes: Notes

    def problem(self, header: str, message: str) -> CellProblem:
        """A problem at a cell of this row."""
        letter = self.cells[header][0] if header in self.cells else ""
        return CellProblem(message, self.sheet, self.number, letter, header)

    def refuse(self, header: str, message: str) -> None:
        """Notes an error."""
        self.notes.errors.append(self.problem(header, message))

    def value(self, header: str) -> Any:
        """The value of a cell: None when empty or refused."""
        if header not in self.cells:
            return None
        cell = self.cells[header][1]
        kind = getattr(cell, "data_type", "n")
        value = getattr(cell, "value", None)
        if kind == "f":
            self.refuse(header, "不能用公式，请粘贴为数值")
            return None
        if kind == "e":
            self.refuse(header, f"是错误值{value}")
            return None
        if isinstance(value, str):
            return self._checked(header, printable(value))
        return value

    def _checked(self, header: str, text: str) -> str | None:
        if len(text) > MAX_TEXT:
            self.refuse(header, f"超过{MAX_TEXT}字")
            return None
        if header != r.CODE and has_identity_number(text):
            self.refuse(header, "请不要填写身份证号码")
            return None
        return text or None

    def text(self, header: str) -> str:
        """The value as text; empty when the cell is empty or refused."""
        value = self.value(header)
        if value is None:
            return ""
        if isinstance(value, float) and value.is_integer():
            value = int(value)
        return str(value)

    def required(self, header: str) -> str:
        """`text`, and an error when the cell is empty."""
        before = len(self.notes.errors)
        text = self.text(header)
        if not text and len(self.notes.errors) == before:
            self.refuse(header, "没有填写")
        return text

    def parsed(self, header: str, value: Any, parse: Callable[[Any], T]) -> T | None:
        """The parsed value; None, and a problem noted, when it cannot be parsed."""
        try:
            return parse(value)
        except ValueError as error:
            self.refuse(header, str(error))
            return None
