from dataclasses import replace
from datetime import date

import pytest

from bot.reports.data import Quarter, QuarterList, is_late
from bot.reports.quarter import COLUMNS, quarter_list
from tests.reports import samples
from tests.reports.opened import excel


def values(content: QuarterList = samples.quarter) -> list[list[object]]:
    sheet = excel(quarter_list(content)).active
    return [list(row) for row in sheet.iter_rows(values_only=True)]


def test_head_period_and_addressees() -> None:
    rows = values()
    assert rows[0][0] == "忻州市职业技能等级评价机构法人及备案信息变更报备清单"
    assert rows[1][0] == "2026年第四季度（2026年10月1日至2026年12月31日）"
    assert str(rows[2][0]).startswith("报送：人社厅、省鉴定中心")
    assert "第二十一条" in str(rows[2][0])
    assert rows[3] == [
        *("序号", "办件编号", "机构名称", "统一社会信用代码", "类型", "变更事项", "变更前"),
        *("变更后", "变更原因", "受理日期", "办结日期", "备注"),
    ]


def test_a_combined_change_is_one_row_with_numbered_items() -> None:
    row = values()[4]
    assert row[:5] == [
        *(1, "忻变-2026-7K3M", samples.SCHOOL, samples.SCHOOL_CODE, "社会培训评价组织"),
    ]
    assert row[5:8] == [
        "1. 法人\n2. 地址",
        "1. 示例甲\n2. 忻州市示例路1号",
        "1. 示例乙\n2. 忻州市示例路26号示例大厦三层301室",
    ]
    assert values()[5][:6] == [
        *(2, "忻变-2026-2QRN", "忻州示例煤机制造有限公司（虚构）", samples.COMPANY_CODE),
        *("用人单位", "机构名称"),
    ]


def test_no_case_can_be_torn_by_a_page() -> None:
    sheet = excel(quarter_list(samples.quarter)).active
    across = [str(area) for area in sheet.merged_cells.ranges]
    assert all(area.min_row == area.max_row for area in sheet.merged_cells.ranges), across


def test_what_was_completed_earlier_is_marked_as_late() -> None:
    rows = values()
    assert rows[4][11] is None
    assert rows[5][11] == "补报（2026年第三季度办结）"
    assert [is_late(c, samples.quarter.quarter) for c in samples.quarter.changes] == [
        *(False, True, False),
    ]
    assert rows[7][0] == "合计3件，其中补报1件。"


def test_the_remark_of_staff_stands_under_the_mark() -> None:
    late = replace(samples.quarter.changes[1], remark="机构已合并备案")
    rows = values(replace(samples.quarter, changes=(late,)))
    assert rows[4][11] == "补报（2026年第三季度办结）\n机构已合并备案"


def test_a_reprint_says_so_with_its_date_on_the_sheet_and_on_every_page() -> None:
    content = replace(samples.quarter, reprinted_on=date(2027, 1, 8))
    sheet = excel(quarter_list(content)).active
    assert sheet["A1"].value == "【重印】　重印日期：2027年1月8日"
    assert "重印" in sheet.oddHeader.right.text
    assert "&P" in sheet.firstFooter.center.text
    assert "重印" not in "".join(str(v) for row in values() for v in row)
    assert "生成日期：2027年1月4日" in sheet["A4"].value


def test_it_prints_on_a4_across_with_head_and_page_numbers() -> None:
    sheet = excel(quarter_list(samples.quarter)).active
    assert sheet.page_setup.orientation == "landscape"
    assert int(sheet.page_setup.paperSize) == 9
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert (sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) == (1, 0)
    assert sheet.print_title_rows == "$4:$4"
    assert sheet.freeze_panes == "A5"
    assert "&P" in sheet.oddFooter.center.text


def test_there_are_lines_to_sign() -> None:
    last = str(values()[-1][0])
    assert last.index("填报人（签字）：") < last.index("审核人（签字）：") < last.index("盖章")


def test_a_formula_in_a_reason_is_text() -> None:
    sheet = excel(quarter_list(samples.quarter)).active
    cell = sheet["I7"]
    assert cell.value.startswith("=HYPERLINK")
    assert (cell.data_type, cell.quotePrefix) == ("s", True)


def test_a_quarter_without_changes_says_so() -> None:
    rows = values(replace(samples.quarter, changes=()))
    assert rows[4][0] == "本季度没有办结的变更"
    assert rows[5][0] == "合计0件。"


def test_what_was_completed_after_the_quarter_does_not_belong_in_it() -> None:
    with pytest.raises(
        ValueError, match="忻变-2026-7K3M 于2026年11月23日办结，不属于2026年第三季度"
    ):
        quarter_list(replace(samples.quarter, quarter=Quarter(2026, 3)))


def test_a_case_without_items_is_refused() -> None:
    empty = replace(samples.quarter.changes[0], items=())
    with pytest.raises(ValueError, match="没有变更事项"):
        quarter_list(replace(samples.quarter, changes=(empty,)))


def test_rows_are_high_enough_for_the_longest_reason_and_excel_can_open_them() -> None:
    def height(reason: str) -> float:
        long = replace(samples.quarter.changes[0], reason=reason)
        sheet = excel(quarter_list(replace(samples.quarter, changes=(long,)))).active
        return float(sheet.row_dimensions[5].height)

    needed = 200 * 2 / (COLUMNS[8].width - 1.5) * 10 * 1.35
    assert height("很长的原因" * 40) >= needed
    assert height("很长的原因" * 900) == 409


def test_the_same_content_gives_the_same_bytes() -> None:
    assert quarter_list(samples.quarter) == quarter_list(samples.quarter)
