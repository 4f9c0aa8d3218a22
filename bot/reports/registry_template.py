"""The registry as an Excel book: empty with an example, or filled to be edited and read again."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Final

from openpyxl.worksheet.datavalidation import DataValidation

from bot.reports.book import book_bytes, new_book
from bot.reports.data import registry as r
from bot.reports.data.registry import RegisteredInstitution
from bot.reports.sheet import Column, Kind, Sheet, Value, wrapped_lines

VALIDATED_ROWS: Final = 5_001

INSTITUTION_COLUMNS: Final = (
    Column(f"{r.NAME}*", 46, centred=False),
    Column(f"{r.KIND}*", 20),
    Column(f"{r.CODE}*", 24, Kind.CODE),
    Column(r.FORM, 16),
    Column(r.LEGAL_PERSON, 14),
    Column(r.ADDRESS, 36, centred=False),
    Column(r.CONTACT, 12),
    Column(r.PHONE, 18, Kind.CODE),
    Column(r.FILED_ON, 17, Kind.DATE),
    Column(r.NOTE, 24, centred=False),
)
OCCUPATION_COLUMNS: Final = (
    Column(f"{r.CODE}*", 26, Kind.CODE),
    Column(f"{r.NAME}（对照用）", 34, centred=False),
    Column(f"{r.OCCUPATION}*", 24),
    Column(r.OCCUPATION_CODE, 16, Kind.CODE),
    Column(f"{r.LEVELS}*", 30),
    Column(r.FILED_ON, 17, Kind.DATE),
    Column(r.NOTE, 24, centred=False),
)

_GUIDE_LETTERS: Final = 68
"""Half-width letters of the guide's size that fit its one column."""
_EXAMPLE_CODE = "52140900MJ00000011"
_INSTITUTION_EXAMPLE: tuple[Value, ...] = (
    f"{r.EXAMPLE}忻州虚构职业培训学校（本行导入时跳过）",
    "社会培训评价组织",
    _EXAMPLE_CODE,
    "民办非企业单位",
    "示例甲",
    "忻州市虚构路1号",
    "示例乙",
    "0350-0000000",
    date(2024, 3, 21),
    "示例，可删去本行",
)
_OCCUPATION_EXAMPLES: tuple[tuple[Value, ...], ...] = (
    (
        f"{r.EXAMPLE}{_EXAMPLE_CODE}",
        "忻州虚构职业培训学校",
        "虚构工",
        "",
        "五级、四级、三级",
        date(2024, 3, 21),
        "示例，可删去本行",
    ),
)
_INSTRUCTIONS: Final = (
    "一、带*的列必须填写，其余可以空着。列名不要改；列的次序可以变，多出来的列不读。",
    "二、“机构”表一个机构一行；“职业等级”表一个机构的一个职业（工种）一行，"
    "用统一社会信用代码对应到机构。",
    f"三、机构类型按备案时的类别选：{'、'.join(r.KINDS)}。登记形式按登记证照选：{'、'.join(r.FORMS)}。",
    "四、统一社会信用代码18位，按文本填写，导入时核对校验位；同一代码只能有一行。",
    "五、等级可以写成：五级、四级、三级；初级工、中级工；五级至三级。"
    "用人单位另设的特级技师、首席技师照写。",
    "六、日期写成2024年3月21日或2024-3-21，不能晚于导入当天。",
    f"七、第一格以“{r.EXAMPLE}”开头的行是示例，导入时跳过，可以删去。",
    "八、不要用公式，不要合并单元格，不要填写身份证号码。",
    f"九、导入前先显示有哪些新增、修改、不再出现的机构，确认以后才生效。文件不超过5MB，"
    f"机构不超过{VALIDATED_ROWS - 1}行。",
)


def write_registry(rows: Sequence[RegisteredInstitution], prepared_on: date) -> bytes:
    """A book of these institutions; without any it is the template with examples."""
    book = new_book("职业技能等级评价机构登记表")
    guide = Sheet(book, "填写说明", (Column("填写说明", 76),))
    guide.print_setup(landscape=False)
    guide.banner("职业技能等级评价机构登记表　填写说明", font="黑体", size=16, height=36)
    for line in _INSTRUCTIONS:
        lines = wrapped_lines(line, _GUIDE_LETTERS)
        guide.banner(line, size=12, align="left", height=10 + 17 * lines)
    institutions = Sheet(book, r.INSTITUTIONS, INSTITUTION_COLUMNS, size=11)
    _prepare(institutions, "B2")
    _choose(institutions, "B", r.KINDS)
    _choose(institutions, "D", r.FORMS)
    _eighteen(institutions, "C")
    occupations = Sheet(book, r.OCCUPATIONS, OCCUPATION_COLUMNS, size=11)
    _prepare(occupations, "D2")
    if not rows:
        institutions.record(_INSTITUTION_EXAMPLE, 34, muted=True)
        for example in _OCCUPATION_EXAMPLES:
            occupations.record(example, 34, muted=True)
    for row in rows:
        institutions.record(_institution(row))
        for values in _occupations(row):
            occupations.record(values)
    book.active = 0
    return book_bytes(book, prepared_on)


def _prepare(sheet: Sheet, freeze: str) -> None:
    sheet.print_setup(landscape=True)
    sheet.raw.freeze_panes = freeze
    sheet.head(26)


def _choose(sheet: Sheet, column: str, words: Sequence[str]) -> None:
    rule = DataValidation(type="list", formula1=f'"{",".join(words)}"', allow_blank=True)
    rule.errorTitle, rule.error = "请从下拉表中选择", f"应为：{'、'.join(words)}"
    rule.showErrorMessage = True
    rule.add(f"{column}2:{column}{VALIDATED_ROWS}")
    sheet.raw.data_validations.append(rule)


def _eighteen(sheet: Sheet, column: str) -> None:
    rule = DataValidation(type="textLength", operator="equal", formula1="18", allow_blank=True)
    rule.errorTitle, rule.error = "统一社会信用代码", "应为18位"
    rule.errorStyle = "warning"
    rule.showErrorMessage = True
    rule.add(f"{column}2:{column}{VALIDATED_ROWS}")
    sheet.raw.data_validations.append(rule)


def _institution(row: RegisteredInstitution) -> tuple[Value, ...]:
    return (
        row.name,
        row.kind,
        row.code,
        row.form,
        row.legal_person,
        row.address,
        row.contact,
        row.phone,
        row.filed_on,
        row.note,
    )


def _occupations(row: RegisteredInstitution) -> list[tuple[Value, ...]]:
    return [
        (
            row.code,
            row.name,
            filed.name,
            filed.code,
            "、".join(filed.levels),
            filed.filed_on,
            filed.note,
        )
        for filed in row.occupations
    ]
