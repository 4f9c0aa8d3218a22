"""The review before submission: everything that was filled in, each line with 修改."""

from __future__ import annotations

from markupsafe import Markup

from bot.cases import materials, steps
from bot.cases.case import Case, LineState
from bot.cases.kinds import Kind
from bot.handlers.cases import copies, describe
from bot.handlers.cases.parts import Screen, bold, lines, press
from bot.handlers.cases.screens import ways
from bot.replies import Button, Text, keyboard


def review(case: Case) -> Screen:
    """Everything at a glance; nothing is sent before 提交 is pressed."""
    text = Text.of(
        bold("请核对，没有问题就提交"),
        describe.institution(case),
        describe.request(case),
        describe.self_check(case),
        lines(bold("材料"), *describe.materials(case)),
        *_judgement(case),
        "提交以后还可以撤回，也可以补交材料。",
    )
    rows = [[press("提交", case, "y")], *_changes(case)]
    if case.kind is Kind.CHANGE:
        rows.append([press("要一份排好的申请书（Word）", case, "w")])
    rows.append([press("放弃这份草稿", case, "d")])
    return Screen(text, keyboard(*rows, ways(case, steps.REVIEW)))


def _changes(case: Case) -> list[list[Button]]:
    """A button for each part, so that any line can be changed in one tap."""
    targets = [("机构", "inst"), ("联系人", "contact")]
    if case.kind is Kind.CHANGE:
        targets.append(("变更事项", "what"))
    for step in steps.steps(case.kind, case.facts, case.lines):
        if words := _LABELS.get(step):
            targets.append((words, step))
    papers = [(f"材料{n}", f"line.{line.id}") for n, line in enumerate(case.needed, start=1)]
    buttons = [press(f"改{words}", case, "e", step) for words, step in (*targets, *papers)]
    return [buttons[i : i + 3] for i in range(0, len(buttons), 3)]


_LABELS = {
    "entity": "单位换没换",
    "school": "是不是学校",
    "before.legal_rep": "原法定代表人",
    "after.legal_rep": "新法定代表人",
    "before.address": "原地址",
    "after.address": "新地址",
    "place": "地址情形",
    "before.name": "原名称",
    "after.name": "新名称",
    "detail.other": "备案信息项目",
    "before.other": "原内容",
    "after.other": "新内容",
    "occupation": "职业",
    "levels": "等级",
    "swap": "换出的职业",
    "reason": "原因",
}


def _judgement(case: Case) -> list[Markup | str]:
    if case.kind is not Kind.CHANGE:
        return []
    found = materials.verdict(case.facts, case.needed)
    lacking = materials.missing(found)
    said: list[Markup | str] = [
        lines(
            Markup("对照第二十二条：<b>{}</b>").format(found.label),
            f"缺：{'、'.join(lacking)}" if lacking else None,
        )
    ]
    if any(line.state is LineState.LATER for line in case.needed):
        said.append("标“稍后补”的，提交后可以在“我的办件”里补交。")
    marks = materials.marks(found)
    if marks:
        said += copies.listed("办法没有写明、提交后由工作人员核实的：", marks)
    return said
