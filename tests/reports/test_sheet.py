from datetime import UTC, date, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.reports.book import book_bytes, new_book
from bot.reports.sheet import CELL_LIMIT, Column, Kind, Sheet, Value, wrapped_lines
from tests.reports.opened import excel, part

COLUMNS = (Column("字", 20), Column("号", 20, Kind.CODE), Column("日", 16, Kind.DATE))


def written(*rows: tuple[Value, ...]) -> Any:
    book = new_book("试")
    sheet = Sheet(book, "表", COLUMNS)
    sheet.head()
    for row in rows:
        sheet.record(row)
    return excel(book_bytes(book, date(2026, 11, 23)))["表"]


@pytest.mark.parametrize(
    "text",
    [
        "=1+1",
        '=HYPERLINK("http://示例","点")',
        "+86 13800000000",
        "-1",
        "@SUM(A1)",
        "＝1+1",
        "＋1",
        "－1",
        "＠x",
        "|calc",
        "%0A",
        "\t=1+1",
        "\r=1+1",
        "\n=1+1",
        " \u200b=1+1",
    ],
)
def test_what_looks_like_a_formula_is_stored_as_quoted_text(text: str) -> None:
    for cell in (written((text, text, None))["A2"], written((text, text, None))["B2"]):
        assert cell.data_type == "s"
        assert cell.quotePrefix
        assert cell.value == text.replace("\u200b", "").strip()


@given(st.text(max_size=60))
def test_no_text_ever_becomes_a_formula_or_an_error_value(text: str) -> None:
    cell = written((text, "x", None))["A2"]
    assert cell.value is None or cell.data_type == "s"


@pytest.mark.parametrize("text", ["#N/A", "#REF!", "TRUE", "1E5", "007", "2026-11-23"])
def test_text_stays_text(text: str) -> None:
    cell = written((text, text, None))["A2"]
    assert (cell.data_type, cell.value) == ("s", text)
    assert not cell.quotePrefix


def test_harmless_text_is_not_quoted_even_after_a_dangerous_one() -> None:
    sheet = written(("=1", "=2", None), ("甲", "乙", None))
    assert [sheet[c].quotePrefix for c in ("A2", "B2", "A3", "B3")] == [True, True, False, False]


def test_no_formula_element_is_in_the_file() -> None:
    book = new_book("试")
    sheet = Sheet(book, "表", COLUMNS)
    sheet.banner("=1+1")
    sheet.record(("=1+1", "=1+1", None))
    assert "<f>" not in part(book_bytes(book, date(2026, 1, 1)), "xl/worksheets/sheet1.xml")


def test_a_text_longer_than_a_cell_is_cut_visibly() -> None:
    value = written(("长" * (CELL_LIMIT + 5), "x", None))["A2"].value
    assert len(value) == CELL_LIMIT
    assert value.endswith("…")


def test_dates_are_dates_and_shown_in_chinese() -> None:
    cell = written(("甲", "乙", date(2026, 11, 23)))["C2"]
    assert cell.is_date
    assert cell.number_format == 'yyyy"年"m"月"d"日"'


def test_moments_are_those_of_shanghai() -> None:
    book = new_book("试")
    sheet = Sheet(book, "表", (Column("时", 20, Kind.MOMENT),))
    sheet.record((datetime(2026, 11, 22, 16, 5, tzinfo=UTC),))
    cell = excel(book_bytes(book, date(2026, 11, 23)))["表"]["A1"]
    assert cell.value == datetime(2026, 11, 23, 0, 5)


def test_identity_numbers_are_hidden_but_codes_are_not() -> None:
    number = "140902198001011234"
    sheet = written((number, number, None))
    assert number not in sheet["A2"].value
    assert sheet["B2"].value == number


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [("", 10, 1), ("甲乙丙", 10, 1), ("甲乙丙丁戊", 10, 2), ("a\nb", 10, 2)],
)
def test_lines_are_counted_with_chinese_characters_double(
    text: str, width: float, lines: int
) -> None:
    assert wrapped_lines(text, width) == lines
