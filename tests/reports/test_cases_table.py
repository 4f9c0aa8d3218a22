from datetime import date

import pytest

from bot.reports import cases_table as module
from bot.reports.cases_table import cases_table
from bot.reports.data import CaseLine
from tests.reports import samples
from tests.reports.opened import excel

LINE = CaseLine(
    reference="忻变-2026-7K3M",
    procedure="法人变更",
    institution=samples.SCHOOL,
    credit_code=samples.SCHOOL_CODE,
    kind="社会培训评价组织",
    state="办结",
    submitted_at=samples.NOON,
    workdays=3,
    note="=1+1",
)


def test_a_case_is_a_row_that_can_be_sorted_and_filtered() -> None:
    sheet = excel(cases_table([LINE], samples.TODAY)).active
    assert sheet["A2"].value == "忻变-2026-7K3M"
    assert sheet["H2"].is_date
    assert sheet["I2"].value is None
    assert sheet["K2"].value == 3
    assert (sheet["M2"].value, sheet["M2"].data_type) == ("=1+1", "s")
    assert sheet.auto_filter.ref == "A1:M2"
    assert sheet.freeze_panes == "B2"
    assert sheet.print_title_rows == "$1:$1"


def test_no_case_gives_a_head_without_rows() -> None:
    book = excel(cases_table([], samples.TODAY))
    assert book.sheetnames == ["办件"]
    assert book.active.max_row == 1


def test_what_one_sheet_cannot_hold_goes_to_the_next(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "SHEET_ROWS", 3)
    book = excel(cases_table((LINE for _ in range(7)), date(2026, 11, 23)))
    assert book.sheetnames == ["办件", "办件（2）", "办件（3）"]
    assert [sheet.max_row for sheet in book] == [4, 4, 2]


def test_a_full_sheet_is_not_followed_by_an_empty_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "SHEET_ROWS", 3)
    assert excel(cases_table([LINE] * 3, samples.TODAY)).sheetnames == ["办件"]
