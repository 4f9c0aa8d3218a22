"""What can be asked for, and what can change."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum


class Kind(StrEnum):
    """The kinds of cases. `label` is what people read, `mark` stands in the reference number."""

    CHANGE = "change"
    NEW_OCCUPATION = "new_occupation"
    NEW_LEVEL = "new_level"

    @property
    def label(self) -> str:
        """法人及备案信息变更 …"""
        return _LABELS[self][0]

    @property
    def mark(self) -> str:
        """变, 职, 级."""
        return _LABELS[self][1]


_LABELS = {
    Kind.CHANGE: ("法人及备案信息变更", "变"),
    Kind.NEW_OCCUPATION: ("新增职业（工种）", "职"),
    Kind.NEW_LEVEL: ("新增等级", "级"),
}


class Item(StrEnum):
    """What a change concerns; several together are one case."""

    LEGAL_REP = "legal_rep"
    ADDRESS = "address"
    NAME = "name"
    OTHER = "other"

    @property
    def label(self) -> str:
        """法定代表人, 地址, 机构名称, 其他备案信息."""
        return _ITEMS[self]


_ITEMS = {
    Item.LEGAL_REP: "法定代表人",
    Item.ADDRESS: "地址",
    Item.NAME: "机构名称",
    Item.OTHER: "其他备案信息",
}


def subject(kind: Kind, items: Sequence[Item]) -> str:
    """What a case is called in lists: 法人变更, 地址变更, 组合变更（法人、地址）, 新增等级."""
    if kind is not Kind.CHANGE:
        return kind.label
    words = ["法人" if item is Item.LEGAL_REP else item.label for item in items]
    return f"{words[0]}变更" if len(words) == 1 else f"组合变更（{'、'.join(words)}）"
