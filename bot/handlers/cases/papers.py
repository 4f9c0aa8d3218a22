"""The screens of the materials: one line at a time, and why a paper cannot be had."""

from __future__ import annotations

from markupsafe import Markup

from bot.cases import materials
from bot.cases.case import Ask, Case, FileState, Line, LineState
from bot.cases.materials import WRITTEN_APPLICATION
from bot.cases.states import State
from bot.handlers.cases.parts import Screen, bold, field, lines, press, theirs, whole
from bot.handlers.cases.screens import progress, ways
from bot.replies import Button, Text, keyboard

_DOUBT = "办法没有写明贵机构要不要交这一份。有就发来，没有可以不交，由工作人员核实。"
_DOUBTS = {
    materials.OTHER: "办法没有列出这类材料。您认为有关的可以发来，也可以不交，由工作人员核实。",
    materials.DECLARATION: "第二十三条说到「申报材料」，没有列出是哪些。"
    "您准备好的可以发来，也可以先不交，由工作人员告诉您还要什么。",
}
_FILE_WORDS = {
    FileState.TOO_BIG: "超过20MB，工作人员能看到，但没有存档",
    FileState.ODD: "不是可以收的文件，没有算数",
    FileState.LOST: "没有取到，请再发一次",
}


def line_of(case: Case, step: str) -> Line | None:
    """The line that a step such as ``line.12`` or ``cannot.12`` is about."""
    number = step.partition(".")[2]
    return case.line(whole(number) or 0)


def paper(case: Case, line: Line) -> Screen:
    """Upload, later, or not at all."""
    step = f"line.{line.id}"
    text = Text.of(
        _where(case, step),
        _what(case, line),
        _asked(case, line),
        _how(case, line),
        _got(case, line),
    )
    return Screen(text, keyboard(*_deeds(case, line), ways(case, step)), "file")


def cannot(case: Case, line: Line) -> Screen:
    """Why a paper cannot be had."""
    text = Text.of(
        bold(f"{line.name}：为什么无法提供？"),
        "请写一两句，工作人员会看到。最多100字。",
        field("现在填的是", line.note),
    )
    return Screen(text, keyboard([press("返回这份材料", case, "e", f"line.{line.id}")]), "text")


def _where(case: Case, step: str) -> str:
    if case.state is State.DRAFT:
        return progress(case, step)
    return f"{case.reference}　{'补正' if case.state is State.CORRECTING else '补交材料'}"


def _what(case: Case, line: Line) -> Markup:
    number = case.needed.index(line) + 1 if line in case.needed else 0
    place = f"材料{number}／{len(case.needed)}："
    source = f"{line.article}：「{line.quotation}」" if line.quotation else None
    doubt = None
    if line.optional and _ask_for(case, line) is None:
        doubt = _DOUBTS.get(line.name, _DOUBT if line.quotation else _DOUBTS[materials.OTHER])
    return lines(bold(place + line.name), source, doubt)


def _ask_for(case: Case, line: Line) -> Ask | None:
    return next((a for a in case.asks if a.target == f"line:{line.id}"), None)


def _asked(case: Case, line: Line) -> Markup | None:
    ask = _ask_for(case, line)
    return None if ask is None else Markup("补正要求：{}").format(theirs(ask.words))


def _how(case: Case, line: Line) -> str | None:
    if case.fresh(line):
        return None
    return "请直接发照片、PDF 或 Word，可以一次发几个。纸上的材料拍照就行，字要看得清。"


def _got(case: Case, line: Line) -> Markup | None:
    fresh = case.fresh(line)
    earlier = len(line.counted) - len(fresh)
    shown = [f for f in line.files if f in fresh or f in line.refused]
    if not shown and earlier:
        return Markup("先前交的{}个文件仍然保留。").format(earlier)
    if shown:
        rows = [
            Markup("{}. {}{}").format(
                n, theirs(f.name), f"（{w}）" if (w := _FILE_WORDS.get(f.state)) else ""
            )
            for n, f in enumerate(shown, start=1)
        ]
        return lines("已收到：", *rows)
    if line.state is LineState.CANNOT:
        return field("现在是：无法提供，原因", line.note)
    if line.state in (LineState.LATER, LineState.SKIPPED):
        return Markup("现在是：{}").format(line.state.label)
    return None


def _deeds(case: Case, line: Line) -> list[list[Button]]:
    rows = []
    if line.name == WRITTEN_APPLICATION:
        rows.append([press("先要一份排好的申请书（Word）", case, "w")])
    if case.fresh(line):
        rows.append([press("交齐了，下一步", case, "n")])
        rows.append([press("清掉，重新发", case, "r", line.id)])
        return rows
    not_now = [press("无法提供", case, "c", line.id)]
    if case.state is State.DRAFT and not line.optional:
        not_now.insert(0, press("稍后补", case, "l", line.id))
    if line.optional and case.state is State.DRAFT:
        not_now = [press("不交，下一步", case, "k", line.id)]
    rows.append(not_now)
    if line.state is not LineState.EMPTY and case.state is State.DRAFT:
        rows.append([press("不改，下一步", case, "n")])
    return rows
