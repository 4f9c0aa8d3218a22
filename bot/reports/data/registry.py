"""What a registry book says, as plain data, and what is wrong with it, by cell."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final

INSTITUTIONS: Final = "机构"
OCCUPATIONS: Final = "职业等级"

NAME: Final = "机构名称"
KIND: Final = "机构类型"
CODE: Final = "统一社会信用代码"
FORM: Final = "登记形式"
LEGAL_PERSON: Final = "法定代表人"
ADDRESS: Final = "地址"
CONTACT: Final = "联系人"
PHONE: Final = "联系电话"
FILED_ON: Final = "备案日期"
NOTE: Final = "备注"
OCCUPATION: Final = "职业（工种）名称"
OCCUPATION_CODE: Final = "职业编码"
LEVELS: Final = "等级"

EXAMPLE: Final = "示例："
"""A row whose first cell begins so is an example and is passed over."""

KINDS: Final = ("用人单位", "职业院校", "社会培训评价组织")
FORMS: Final = ("企业", "民办非企业单位", "社会团体", "事业单位", "机关", "其他")


@dataclass(frozen=True)
class FiledOccupation:
    """An occupation and the levels filed for it, in the words of 第八条, lowest first."""

    name: str
    levels: tuple[str, ...]
    code: str = ""
    filed_on: date | None = None
    note: str = ""


@dataclass(frozen=True)
class RegisteredInstitution:
    """One institution. `kind` is the category in which it is filed, `form` how it is registered."""

    name: str
    kind: str
    code: str
    form: str = ""
    legal_person: str = ""
    address: str = ""
    contact: str = ""
    phone: str = ""
    filed_on: date | None = None
    note: str = ""
    occupations: tuple[FiledOccupation, ...] = ()


@dataclass(frozen=True)
class CellProblem:
    """`row` 0: the whole sheet or file. `column` is the letter that Excel shows."""

    message: str
    sheet: str = ""
    row: int = 0
    column: str = ""
    header: str = ""

    def __str__(self) -> str:
        sheet = f"“{self.sheet}”表 " if self.sheet and self.sheet != INSTITUTIONS else ""
        row = f"第{self.row}行 " if self.row else ""
        column = f"{self.column}列 " if self.column else ""
        place = f"{sheet}{row}{column}{self.header}".strip()
        return f"{place}：{self.message}" if place else self.message


@dataclass(frozen=True)
class RegistryReading:
    """Rows without an error, all errors and all warnings. Import only when `errors` is empty."""

    rows: tuple[RegisteredInstitution, ...]
    errors: tuple[CellProblem, ...] = ()
    warnings: tuple[CellProblem, ...] = ()
