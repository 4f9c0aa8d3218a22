"""A case in words: for the review, the copy, the list of one's own cases and the staff's card."""

from __future__ import annotations

from markupsafe import Markup

from bot.cases.case import Case, Change, Line, LineState
from bot.cases.institution import FORMS, KINDS
from bot.cases.kinds import Kind
from bot.cases.lifecycle import changes_of
from bot.handlers.cases.parts import field, lines, theirs
from bot.reports.wording import long_date

_PLACES = {
    "here": "登记地址变更，新址在忻州市内",
    "away": "登记地址变更，新址不在忻州市内",
    "site": "只搬评价场地，登记地址不变",
    "unknown": "属于哪一种地址变更：不清楚",
}
_ENTITY = {
    "yes": "单位本身换成了另一个法人单位",
    "unknown": "单位本身换没换：不清楚",
}
_SCHOOL = {"yes": "本机构是学校", "unknown": "是不是学校：不清楚"}


def institution(case: Case) -> Markup:
    """Who asks."""
    facts = case.facts
    kind = KINDS.get(facts.get("kind", ""), "不清楚")
    form = FORMS.get(facts.get("form", ""), "不清楚")
    return lines(
        field("机构", facts.get("name")),
        field("统一社会信用代码", facts.get("code")),
        f"备案类别：{kind}；登记形式：{form}",
        "备案：在省里或其他市备案" if facts.get("filed") == "elsewhere" else None,
        "备案：是否在忻州备案不清楚" if facts.get("filed") == "unknown" else None,
        contact(case),
    )


def contact(case: Case) -> Markup:
    """Whom to call."""
    facts = case.facts
    return Markup("联系人：{}").format(
        theirs(f"{facts.get('contact', '')} {facts.get('phone', '')}")
    )


def request(case: Case) -> Markup:
    """What is asked for."""
    return change(case) if case.kind is Kind.CHANGE else addition(case)


def change(case: Case) -> Markup:
    """Old and new, and what decides about the materials."""
    facts = case.facts
    found = case.changes or changes_of(facts)
    return lines(
        *map(one_change, found),
        _PLACES.get(facts.get("place", "")) if any(c.item == "address" for c in found) else None,
        _ENTITY.get(facts.get("entity", "")),
        _SCHOOL.get(facts.get("school", "")),
        field("变更原因", facts.get("reason")),
    )


def one_change(change: Change) -> Markup:
    """法定代表人：甲 → 乙."""
    label = change.item.label + (f"（{change.detail}）" if change.detail else "")
    return Markup("{}：{} → {}").format(
        theirs(label) if change.detail else label,
        theirs(change.before or "（未填）"),
        theirs(change.after or "（未填）"),
    )


def addition(case: Case) -> Markup:
    """Which occupation and which levels."""
    facts = case.facts
    return lines(
        field("职业（工种）", facts.get("occupation")),
        field("等级", "、".join(facts.get("levels", "").split())),
        field("换出的职业（工种）", facts.get("swap")),
        field("说明", facts.get("reason")),
    )


def self_check(case: Case) -> Markup | None:
    """What the self-check found, in a line or two."""
    check = case.check
    if check is None:
        return None if case.kind is Kind.CHANGE else Markup("自查：没有附自查结果")
    return lines(
        Markup("自查（{}，规则版本{}）：<b>{}</b>").format(
            long_date(check.checked_on), check.rules, check.label
        ),
        f"不符合：{'、'.join(check.failed)}" if check.failed else None,
        f"待核实：{'、'.join(check.unknown)}" if check.unknown else None,
    )


def materials(case: Case) -> list[Markup]:
    """The lines with their state, numbered as they are."""
    return [material(number, line) for number, line in enumerate(case.needed, start=1)]


def material(number: int, line: Line) -> Markup:
    """One line: what it is, how it stands, what was said."""
    state = line.state.label
    if line.state is LineState.GIVEN:
        state = f"已交{len(line.counted)}个文件"
    note = Markup("（{}）").format(theirs(line.note)) if line.note else Markup()
    optional = "（可不交）" if line.optional and line.state is LineState.EMPTY else ""
    return Markup("{}. {}：{}{}{}").format(number, line.name, state, optional, note)
