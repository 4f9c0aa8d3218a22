from datetime import UTC, date, datetime

import pytest

from bot.measures import Citation, load
from bot.reports.data.quarter import Quarter
from bot.reports.quarter import ADDRESSEES
from bot.reports.wording import (
    BASIS,
    CENTRE,
    DOCUMENT_NUMBER,
    MEASURES,
    MEASURES_VERSION,
    SELF_CHECK_FOOTER,
    long_date,
    moment,
)


def test_names_and_number_are_those_of_the_document() -> None:
    measures = load()
    assert measures.document_number == DOCUMENT_NUMBER
    assert MEASURES.strip("《》") == measures.title
    assert MEASURES_VERSION.strip("（）") in measures.version
    assert measures.quotes(Citation(21), f"由{CENTRE}负责受理")
    assert measures.quotes(Citation(21), f"按季度向{'、'.join(ADDRESSEES)}报备")
    assert DOCUMENT_NUMBER in BASIS


def test_the_footer_is_the_fixed_one() -> None:
    assert SELF_CHECK_FOOTER == (
        "本结果只按忻人社办发〔2024〕2号的文字和您填写的情况自查，不是受理或批准。"
        "待核实事项请向忻州市职业技能服务中心或市人社局职业能力建设科核实。"
        "文件没有写明的时限、费用、表格，本工具不作答复。"
    )


def test_dates_are_written_without_leading_zeros_and_on_shanghais_clock() -> None:
    assert long_date(date(2026, 3, 1)) == "2026年3月1日"
    assert moment(datetime(2026, 11, 22, 16, 5, tzinfo=UTC)) == "2026年11月23日 00:05"
    assert long_date(datetime(2026, 11, 22, 16, 5, tzinfo=UTC)) == "2026年11月23日"
    with pytest.raises(ValueError, match="没有时区"):
        moment(datetime(2026, 1, 1))


@pytest.mark.parametrize(
    ("day", "label", "start", "end"),
    [
        (date(2026, 1, 1), "2026年第一季度", date(2026, 1, 1), date(2026, 3, 31)),
        (date(2026, 6, 30), "2026年第二季度", date(2026, 4, 1), date(2026, 6, 30)),
        (date(2026, 7, 1), "2026年第三季度", date(2026, 7, 1), date(2026, 9, 30)),
        (date(2026, 12, 31), "2026年第四季度", date(2026, 10, 1), date(2026, 12, 31)),
        (date(2028, 2, 29), "2028年第一季度", date(2028, 1, 1), date(2028, 3, 31)),
    ],
)
def test_a_quarter_knows_its_days(day: date, label: str, start: date, end: date) -> None:
    quarter = Quarter.of(day)
    assert (quarter.label, quarter.start, quarter.end) == (label, start, end)


def test_there_is_no_fifth_quarter() -> None:
    with pytest.raises(ValueError, match="没有第5季度"):
        Quarter(2026, 5)
