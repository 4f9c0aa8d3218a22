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


def refusals(case: Case) -> tuple[str, ...]:
    """Reasons for 不予办理 that the Measures themselves state."""
    if case.kind is Kind.NEW_OCCUPATION:
        return (
            "第二十五条：「对市域内已备案机构中相关职业（工种）布局已达到三分之二覆盖面的，"
            "不予新增职业（工种）」",
            "第二十四条规定的条件不具备，详见考察意见。",
        )
    if case.kind is Kind.NEW_LEVEL:
        return ("第二十四条规定的条件不具备，详见考察意见。",)
    return ("不属于本中心受理的备案机构，请向原备案部门了解。",)
