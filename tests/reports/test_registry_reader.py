from datetime import date, datetime
from io import BytesIO
from typing import Any

import pytest
from openpyxl import Workbook

from bot.reports import registry_sheet
from bot.reports.data import FiledOccupation, RegisteredInstitution, RegistryReading
from bot.reports.registry_book import read_registry, write_registry
from bot.reports.registry_reader import MAX_PROBLEMS
from tests.reports.opened import part, repacked
from tests.reports.samples import COLLEGE_CODE, COMPANY_CODE, SCHOOL_CODE, TODAY

HEAD = ("机构名称*", "机构类型*", "统一社会信用代码*", "联系电话", "备案日期")
FILED_HEAD = ("统一社会信用代码*", "机构名称（对照用）", "职业（工种）名称*", "等级*")
SCHOOL = ("虚构学校", "社会培训评价组织", SCHOOL_CODE, "0350-0000000", "2024年3月21日")
FILED = (SCHOOL_CODE, "", "虚构工", "五级、四级")


def book(
    *rows: tuple[Any, ...],
    filed: tuple[tuple[Any, ...], ...] = (FILED,),
    head: tuple[str, ...] = HEAD,
) -> bytes:
    workbook = Workbook()
    workbook.remove(workbook.worksheets[0])
    for name, lines in (("机构", (head, *rows)), ("职业等级", (FILED_HEAD, *filed))):
        sheet = workbook.create_sheet(name)
        for line in lines:
            sheet.append(line)
    out = BytesIO()
    workbook.save(out)
    return out.getvalue()


def read(*rows: tuple[Any, ...], **more: Any) -> RegistryReading:
    return read_registry(book(*rows, **more), TODAY)


def errors(*rows: tuple[Any, ...], **more: Any) -> list[str]:
    return [str(problem) for problem in read(*rows, **more).errors]


def test_a_row_becomes_an_institution_with_its_occupations() -> None:
    reading = read(SCHOOL)
    assert reading.errors == reading.warnings == ()
    assert reading.rows == (
        RegisteredInstitution(
            name="虚构学校",
            kind="社会培训评价组织",
            code=SCHOOL_CODE,
            phone="0350-0000000",
            filed_on=date(2024, 3, 21),
            occupations=(FiledOccupation("虚构工", ("初级工（五级）", "中级工（四级）")),),
        ),
    )


def test_an_error_names_row_column_header_and_fault() -> None:
    filed = ("虚构学校", "社会培训评价组织", "52140900MJ00000012")
    assert "第3行 C列 统一社会信用代码：校验位不对" in errors(SCHOOL, filed)


@pytest.mark.parametrize(
    ("row", "message"),
    [
        (("", "用人单位", COMPANY_CODE), "第3行 A列 机构名称：没有填写"),
        (("虚构厂", "", COMPANY_CODE), "第3行 B列 机构类型：没有填写"),
        (("虚构厂", "用人单位", ""), "第3行 C列 统一社会信用代码：没有填写"),
        (
            ("虚构厂", "公司", COMPANY_CODE),
            "第3行 B列 机构类型：没有“公司”这一类，应为用人单位、职业院校、社会培训评价组织之一",
        ),
        (("虚构厂", "用人单位", SCHOOL_CODE), "第3行 C列 统一社会信用代码：与第2行重复"),
        (
            ("虚构厂", "用人单位", 911409000000000000),
            "第3行 C列 统一社会信用代码："
            "被Excel当成了数字，末几位可能已变；请设为文本格式后重新填写",
        ),
        (("=1+1", "用人单位", COMPANY_CODE), "第3行 A列 机构名称：不能用公式，请粘贴为数值"),
        (("#N/A", "用人单位", COMPANY_CODE), "第3行 A列 机构名称：是错误值#N/A"),
        (("长" * 501, "用人单位", COMPANY_CODE), "第3行 A列 机构名称：超过500字"),
        (
            ("虚构厂", "用人单位", COMPANY_CODE, "140902198001011234"),
            "第3行 D列 联系电话：请不要填写身份证号码",
        ),
        (
            ("虚构厂", "用人单位", COMPANY_CODE, "", "去年"),
            "第3行 E列 备案日期：看不懂“去年”，请写成2024年3月21日或2024-3-21",
        ),
        (
            ("虚构厂", "用人单位", COMPANY_CODE, "", datetime(2026, 12, 1)),
            "第3行 E列 备案日期：2026年12月1日还没有到",
        ),
    ],
)
def test_each_fault_of_a_row_is_told(row: tuple[Any, ...], message: str) -> None:
    reading = read(SCHOOL, row)
    assert [str(problem) for problem in reading.errors] == [message]
    assert [institution.name for institution in reading.rows] == ["虚构学校"]


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ((SCHOOL_CODE, "", "", "五级"), "第3行 C列 职业（工种）名称：没有填写"),
        ((SCHOOL_CODE, "", "乙工", ""), "第3行 D列 等级：没有填写"),
        (
            (SCHOOL_CODE, "", "乙工", "六级"),
            "第3行 D列 等级：看不懂“六级”，请写成五级、四级、三级",
        ),
        ((SCHOOL_CODE, "", "虚构工", "五级"), "第3行 C列 职业（工种）名称：与第2行重复"),
        (
            (COLLEGE_CODE, "", "乙工", "五级"),
            "第3行 A列 统一社会信用代码：“机构”表里没有这个代码",
        ),
        (("", "", "乙工", "五级"), "第3行 A列 统一社会信用代码：没有填写"),
    ],
)
def test_each_fault_of_an_occupation_is_told(row: tuple[Any, ...], message: str) -> None:
    assert errors(SCHOOL, filed=(FILED, row)) == [f"“职业等级”表 {message}"]


def test_all_faults_are_told_at_once() -> None:
    assert len(errors(("", "公司", "x", "", "去年"))) >= 4


@pytest.mark.parametrize(
    ("word", "kind"),
    [
        ("用人单位（企业）", "用人单位"),
        ("职业院校（含技工院校）", "职业院校"),
        (" 技工院校 ", "职业院校"),
        ("社评组织", "社会培训评价组织"),
    ],
)
def test_usual_names_of_the_kinds_are_understood(word: str, kind: str) -> None:
    assert read(("虚构", word, SCHOOL_CODE)).rows[0].kind == kind


def test_columns_may_change_places_and_others_are_passed_over() -> None:
    head = ("统一社会信用代码", "序号", "机构类型（必填）", "机构名称")
    reading = read((SCHOOL_CODE, 1, "用人单位", "虚构厂"), head=head)
    assert reading.errors == ()
    assert reading.rows[0].name == "虚构厂"
    assert [str(w) for w in reading.warnings] == ["第1行 B列：不认识这一列“序号”，没有读"]


def test_a_missing_column_and_a_missing_sheet_are_told() -> None:
    assert "第1行：缺少“统一社会信用代码”一列" in errors(head=("机构名称", "机构类型"))
    workbook = Workbook()
    out = BytesIO()
    workbook.save(out)
    told = [str(problem) for problem in read_registry(out.getvalue(), TODAY).errors]
    assert told == ["缺少“机构”表", "缺少“职业等级”表"]


def test_empty_rows_and_examples_are_passed_over_but_counted() -> None:
    example = ("示例：虚构学校", "用人单位", "x")
    assert errors(example, ("", None, "  "), ("虚构厂", "用人单位", "x"), filed=()) == [
        "第4行 C列 统一社会信用代码：应为18位，这里是1位"
    ]


def test_a_book_without_institutions_is_an_error_for_it_would_remove_all() -> None:
    assert errors(filed=()) == ["没有一行机构"]
    assert [str(e) for e in read_registry(write_registry((), TODAY), TODAY).errors] == [
        "没有一行机构"
    ]


def test_doubts_are_warnings_and_do_not_hinder() -> None:
    reading = read(SCHOOL, ("虚构学校", "用人单位", COMPANY_CODE))
    assert len(reading.rows) == 2
    assert [str(w) for w in reading.warnings] == [
        "第3行 A列 机构名称：与第2行同名",
        "第3行 A列 机构名称：“职业等级”表里没有它的职业",
    ]


def test_numbers_become_text_without_a_decimal_point() -> None:
    row = ("虚构厂", "用人单位", COMPANY_CODE, 13800000000.0, 45372)
    institution = read(row).rows[0]
    assert (institution.phone, institution.filed_on) == ("13800000000", date(2024, 3, 21))


def test_more_occupations_than_five_are_no_fault() -> None:
    filed = tuple((SCHOOL_CODE, "", f"虚构{n}工", "五级") for n in range(7))
    assert errors(SCHOOL, filed=filed) == []


def test_a_wrong_size_written_into_the_sheet_hides_nothing() -> None:
    data = book(SCHOOL)
    xml = part(data, "xl/worksheets/sheet1.xml").replace('ref="A1:E2"', 'ref="A1"')
    assert 'ref="A1"' in xml
    changed = repacked(data, {"xl/worksheets/sheet1.xml": xml.encode()})
    assert len(read_registry(changed, TODAY).rows) == 1


def test_a_date_that_excel_itself_cannot_show_is_an_error_of_its_cell() -> None:
    data = book(("虚构厂", "用人单位", COMPANY_CODE, "", datetime(2024, 3, 21)))
    xml = part(data, "xl/worksheets/sheet1.xml")
    changed = xml.replace("2024-03-21T00:00:00", "9e9").replace(">45372<", ">99999999999<")
    assert changed != xml
    reading = read_registry(repacked(data, {"xl/worksheets/sheet1.xml": changed.encode()}), TODAY)
    assert [str(e) for e in reading.errors][:1] == ["第2行 E列 备案日期：是错误值#VALUE!"]


def test_too_many_rows_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(registry_sheet.MAX_ROWS, "机构", 1)
    assert "超过1行" in errors(SCHOOL, ("虚构厂", "用人单位", COMPANY_CODE))


def test_a_flood_of_faults_is_cut_with_a_count() -> None:
    told = errors(*[("", "用人单位", "x")] * 150, filed=())
    assert len(told) == MAX_PROBLEMS + 1
    assert told[-1] == "还有100处，改好以上各处后再导入一次"


def test_hidden_direction_marks_do_not_get_into_the_registry() -> None:
    row = ("虚\u202e构\u200b厂\x07", "用人单位", COMPANY_CODE)
    data = book(("虚\u202e构\u200b厂", *row[1:]))
    assert read_registry(data, TODAY).rows[0].name == "虚构厂"
