"""A filled registry book → rows and problems by cell."""

from __future__ import annotations

import re
import unicodedata
import warnings
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Any, Final

from bot.reports.data import registry as r
from bot.reports.data.registry import (
    CellProblem,
    FiledOccupation,
    RegisteredInstitution,
    RegistryReading,
)
from bot.reports.levels import parse_levels
from bot.reports.registry_line import Line, Notes
from bot.reports.registry_sheet import lines
from bot.reports.typed import credit_code, day
from bot.reports.untrusted import RefusedFileError, open_workbook

MAX_PROBLEMS: Final = 200
_KIND_SPELLINGS: Final = {
    "企业": "用人单位",
    "用人单位(企业)": "用人单位",
    "职业院校(含技工院校)": "职业院校",
    "技工院校": "职业院校",
    "院校": "职业院校",
    "社评组织": "社会培训评价组织",
    **{kind: kind for kind in r.KINDS},
}


def read_registry(data: bytes, today: date) -> RegistryReading:
    """All rows and all problems of a registry book; `today` bounds the dates in it."""
    notes = Notes()
    try:
        book = open_workbook(data)
    except RefusedFileError as error:
        return RegistryReading((), (CellProblem(str(error)),))
    try:
        with warnings.catch_warnings():
            # The library warns of odd cells; they are errors by cell here.
            warnings.simplefilter("ignore")
            rows = _read(book, notes, today)
    except RefusedFileError as error:
        notes.errors.append(CellProblem(str(error)))
        rows = ()
    finally:
        book.close()
    return RegistryReading(rows, _capped(notes.errors), _capped(notes.warnings))


def _read(book: Any, notes: Notes, today: date) -> tuple[RegisteredInstitution, ...]:
    institutions = _institutions(lines(book, r.INSTITUTIONS, notes), today)
    if not institutions and not notes.errors:
        # An empty book would read as "every institution is gone".
        notes.errors.append(CellProblem("没有一行机构", r.INSTITUTIONS))
    filed = _occupations(lines(book, r.OCCUPATIONS, notes), today, institutions)
    for code, (line, _) in institutions.items():
        if code not in filed:
            notes.warnings.append(line.problem(r.NAME, f"“{r.OCCUPATIONS}”表里没有它的职业"))
    return tuple(
        replace(institution, occupations=tuple(filed.get(code, {}).values()))
        for code, (_, institution) in institutions.items()
        if institution is not None
    )


Institutions = dict[str, tuple[Line, RegisteredInstitution | None]]
"""By credit code; None when another cell of the row is wrong."""


def _institutions(rows: Iterator[Line], today: date) -> Institutions:
    found: Institutions = {}
    names: dict[str, int] = {}
    for line in rows:
        before = len(line.notes.errors)
        code = _code(line)
        if code in found:
            line.refuse(r.CODE, f"与第{found[code][0].number}行重复")
            continue
        institution = _institution(line, code or "", today)
        if institution.name in names:
            same = names[institution.name]
            line.notes.warnings.append(line.problem(r.NAME, f"与第{same}行同名"))
        names.setdefault(institution.name, line.number)
        if code is not None:
            found[code] = (line, institution if len(line.notes.errors) == before else None)
    return found


def _institution(line: Line, code: str, today: date) -> RegisteredInstitution:
    kind = line.required(r.KIND)
    form = line.text(r.FORM)
    return RegisteredInstitution(
        name=line.required(r.NAME),
        kind=(line.parsed(r.KIND, kind, _kind) or "") if kind else "",
        code=code,
        form=(line.parsed(r.FORM, form, _form) or "") if form else "",
        legal_person=line.text(r.LEGAL_PERSON),
        address=line.text(r.ADDRESS),
        contact=line.text(r.CONTACT),
        phone=line.text(r.PHONE),
        filed_on=_filed_on(line, today),
        note=line.text(r.NOTE),
    )


def _occupations(
    filled: Iterator[Line], today: date, institutions: Institutions
) -> dict[str, dict[str, FiledOccupation]]:
    filed: dict[str, dict[str, FiledOccupation]] = {}
    rows: dict[tuple[str, str], int] = {}
    for line in filled:
        code = _code(line)
        occupation = _occupation(line, today)
        if code is None or not occupation.name:
            continue
        if code not in institutions:
            line.refuse(r.CODE, f"“{r.INSTITUTIONS}”表里没有这个代码")
            continue
        key = (code, occupation.name)
        if key in rows:
            line.refuse(r.OCCUPATION, f"与第{rows[key]}行重复")
            continue
        rows[key] = line.number
        filed.setdefault(code, {})[occupation.name] = occupation
    return filed


def _occupation(line: Line, today: date) -> FiledOccupation:
    levels = line.required(r.LEVELS)
    return FiledOccupation(
        name=line.required(r.OCCUPATION),
        levels=(line.parsed(r.LEVELS, levels, _levels) or ()) if levels else (),
        code=line.text(r.OCCUPATION_CODE),
        filed_on=_filed_on(line, today),
        note=line.text(r.NOTE),
    )


def _code(line: Line) -> str | None:
    value = line.value(r.CODE)
    if isinstance(value, int | float):
        line.refuse(r.CODE, "被Excel当成了数字，末几位可能已变；请设为文本格式后重新填写")
        return None
    text = line.required(r.CODE) if value is None else str(value)
    return line.parsed(r.CODE, text, credit_code) if text else None


def _filed_on(line: Line, today: date) -> date | None:
    value = line.value(r.FILED_ON)
    return None if value is None else line.parsed(r.FILED_ON, value, lambda v: day(v, today))


def _kind(text: str) -> str:
    kind = _KIND_SPELLINGS.get(re.sub(r"\s", "", unicodedata.normalize("NFKC", text)))
    if kind is None:
        raise ValueError(f"没有“{text[:20]}”这一类，应为{'、'.join(r.KINDS)}之一")
    return kind


def _form(text: str) -> str:
    if text not in r.FORMS:
        raise ValueError(f"没有“{text[:20]}”这一种，应为{'、'.join(r.FORMS)}之一")
    return text


def _levels(text: str) -> tuple[str, ...]:
    try:
        return parse_levels(text)
    except ValueError as error:
        odd = str(error)[:20]
        raise ValueError(f"看不懂“{odd}”，请写成五级、四级、三级") from None


def _capped(problems: list[CellProblem]) -> tuple[CellProblem, ...]:
    if len(problems) <= MAX_PROBLEMS:
        return tuple(problems)
    rest = CellProblem(f"还有{len(problems) - MAX_PROBLEMS}处，改好以上各处后再导入一次")
    return (*problems[:MAX_PROBLEMS], rest)
