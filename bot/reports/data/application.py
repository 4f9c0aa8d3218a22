"""What the written application says."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final

LEGAL_PERSON: Final = "法人"
ADDRESS: Final = "地址"
NAME: Final = "机构名称"
OTHER: Final = "其他备案信息"


@dataclass(frozen=True)
class Change:
    """`item` is one of the four words above; `detail` says which other information."""

    item: str
    before: str
    after: str
    detail: str = ""


@dataclass(frozen=True)
class Application:
    """What the institution has filled in; `reference` once it has been submitted."""

    institution: str
    credit_code: str
    kind: str
    changes: tuple[Change, ...]
    reason: str
    materials: tuple[str, ...]
    contact: str
    phone: str
    prepared_on: date
    reference: str = ""
