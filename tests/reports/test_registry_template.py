from datetime import date

from bot.reports.data import FiledOccupation, RegisteredInstitution
from bot.reports.levels import NUMBERED
from bot.reports.registry_book import read_registry, write_registry
from tests.reports.opened import excel
from tests.reports.samples import COMPANY_CODE, SCHOOL_CODE, TODAY

ROWS = (
    RegisteredInstitution(
        name="忻州示例职业培训学校（虚构）",
        kind="社会培训评价组织",
        code=SCHOOL_CODE,
        form="民办非企业单位",
        legal_person="示例甲",
        address="忻州市示例路1号",
        contact="示例乙",
        phone="0350-0000000",
        filed_on=date(2024, 3, 21),
        note="=1+1",
        occupations=(
            FiledOccupation("虚构工", NUMBERED, "9-99-99-99", date(2024, 3, 21), "注"),
            FiledOccupation("虚拟工", ("特级技师",)),
        ),
    ),
    RegisteredInstitution("忻州示例厂（虚构）", "用人单位", COMPANY_CODE),
)


def test_what_is_written_is_read_back_unchanged() -> None:
    reading = read_registry(write_registry(ROWS, TODAY), TODAY)
    assert reading.errors == ()
    assert reading.rows == ROWS


def test_the_template_has_instructions_and_a_marked_example_that_is_not_imported() -> None:
    book = excel(write_registry((), TODAY))
    assert book.sheetnames == ["填写说明", "机构", "职业等级"]
    guide = "\n".join(str(row[0].value) for row in book["填写说明"].iter_rows())
    assert "统一社会信用代码18位" in guide
    assert "身份证号码" in guide
    for name in ("机构", "职业等级"):
        assert book[name]["A2"].value.startswith("示例：")
        assert book[name]["A2"].font.italic
    assert read_registry(write_registry((), TODAY), TODAY).rows == ()


def test_an_export_has_no_example() -> None:
    book = excel(write_registry(ROWS, TODAY))
    assert book["机构"]["A2"].value == "忻州示例职业培训学校（虚构）"


def test_kind_and_form_are_chosen_from_a_list() -> None:
    rules = excel(write_registry((), TODAY))["机构"].data_validations.dataValidation
    lists = {str(rule.sqref): rule.formula1 for rule in rules if rule.type == "list"}
    assert lists["B2:B5001"] == '"用人单位,职业院校,社会培训评价组织"'
    assert "民办非企业单位" in lists["D2:D5001"]
    assert all(rule.showErrorMessage for rule in rules)


def test_codes_and_telephone_numbers_are_typed_as_text() -> None:
    sheet = excel(write_registry((), TODAY))["机构"]
    assert sheet.column_dimensions["C"].number_format == "@"
    assert sheet.column_dimensions["H"].number_format == "@"
