"""Standard wordings for 补正 and for refusals, each with the article where there is one."""

from __future__ import annotations

from bot.cases.case import Case, Line
from bot.cases.kinds import Item, Kind

ABOUT_A_PAPER = {
    "missing": "没有提供",
    "unclear": "看不清",
    "differs": "与填写的不一致",
    "wrong": "不是这份材料",
    "partial": "缺页",
}
"""What may be wrong with a paper: key in the button, words on it."""
ABOUT_A_VALUE = {"differs": "与材料不一致", "unclear": "写得不清楚"}


def for_line(line: Line, fault: str) -> str:
    """One sentence for the institution."""
    source = f"{line.article}：「{line.quotation}」" if line.quotation else ""
    sentences = {
        "missing": f"请补交{line.name}。{source}",
        "unclear": f"{line.name}看不清，请重新拍照或扫描后再传。",
        "differs": f"{line.name}与填写的内容不一致，请核对后重新提供。",
        "wrong": f"传来的不是{line.name}，请重新上传。{source}",
        "partial": f"{line.name}缺页，请补齐。",
    }
    return sentences[fault]


def for_value(what: str, fault: str) -> str:
    """The same for something that was filled in."""
    if fault == "differs":
        return f"{what}与材料不一致，请核对后重新填写。"
    return f"{what}写得不清楚，请重新填写。"


def values_of(case: Case) -> list[tuple[str, str]]:
    """What was filled in and may be asked for again: target and words."""
    if case.kind is not Kind.CHANGE:
        return [("field:reason", "申请说明")]
    found = [(f"field:{c.item.value}", f"填写的{Item(c.item).label}") for c in case.changes]
    return [*found, ("field:reason", "变更原因")]


_FULL = (
    "布局已达到三分之二",
    "第二十五条：「对市域内已备案机构中相关职业（工种）布局已达到三分之二覆盖面的，"
    "不予新增职业（工种）」。经认定，所申请的职业（工种）已达到。",
)
_CONDITIONS = ("条件不具备", "第二十四条规定的条件不具备，详见考察意见。")
_NOT_OURS = ("不是本市备案的机构", "不是在忻州市备案的机构，请向原备案部门了解。")


def refusals(case: Case) -> tuple[tuple[str, str], ...]:
    """Usual reasons for 不予办理: the words on the button, and those for the institution."""
    if case.kind is Kind.NEW_OCCUPATION:
        return (_FULL, _CONDITIONS, _NOT_OURS)
    return (_CONDITIONS, _NOT_OURS) if case.kind is Kind.NEW_LEVEL else (_NOT_OURS,)
