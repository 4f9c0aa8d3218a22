"""After submission: exactly what 补正 asks for, and papers that were to follow later."""

from __future__ import annotations

from markupsafe import Markup

from bot.cases.case import Ask, Case, LineState
from bot.cases.kinds import Item
from bot.cases.states import State
from bot.handlers.cases.parts import HOME, MINE, Screen, bold, lines, press, theirs, whole
from bot.replies import Button, Text, keyboard

OVERVIEW = "overview"


def at(case: Case) -> str:
    """The step that is shown; only what is asked for, or a line that may still be handed in."""
    kind, _, rest = case.step.partition(".")
    if kind in ("line", "cannot"):
        line = case.line(whole(rest) or 0)
        if line is not None and line.needed and _open(case, f"line:{rest}"):
            return case.step
    if kind in ("before", "after") and _open(case, f"field:{rest}", only_asked=True):
        return case.step
    if case.step == "reason" and _open(case, "field:reason", only_asked=True):
        return case.step
    return OVERVIEW


def _open(case: Case, target: str, *, only_asked: bool = False) -> bool:
    if case.state is State.CORRECTING:
        return any(ask.target == target for ask in case.asks)
    return case.open and not only_asked


def overview(case: Case) -> Screen:
    """What is asked for and what has been done of it, or what may still be handed in."""
    return _corrections(case) if case.state is State.CORRECTING else _supplements(case)


def target_words(case: Case, target: str) -> str:
    """What a request is about: the name of a line, or of a value."""
    kind, _, rest = target.partition(":")
    if kind == "line":
        line = case.line(int(rest))
        return line.name if line else "材料"
    if rest == "reason":
        return "变更原因"
    return f"填写的{Item(rest).label}" if rest in list(Item) else "填写的内容"


def first_step(ask: Ask) -> str:
    """The screen that deals with a request."""
    kind, _, rest = ask.target.partition(":")
    if kind == "line":
        return f"line.{rest}"
    return "reason" if rest == "reason" else f"before.{rest}"


def _corrections(case: Case) -> Screen:
    rows, buttons = [], []
    for number, ask in enumerate(case.asks, start=1):
        words = target_words(case, ask.target)
        mark = "✅" if ask.done else "☐"
        rows.append(Markup("{} {}. {}").format(mark, number, theirs(ask.words)))
        buttons.append([press(f"{mark} {number}. {words}"[:40], case, "e", first_step(ask))])
    ready = bool(case.asks) and all(ask.done for ask in case.asks)
    if ready:
        buttons.append([press("重新提交", case, "z")])
    text = Text.of(
        bold(f"{case.reference}　需要补正"),
        lines(*rows),
        "都补好了，请按“重新提交”。" if ready else "请逐项补上：点一项，照提示做。",
    )
    details = Button("办件详情", data=f"my:c:{case.id}")
    return Screen(text, keyboard(*buttons, [details, HOME]))


def _supplements(case: Case) -> Screen:
    missing = [line for line in case.needed if line.state is not LineState.GIVEN]
    buttons = [[press(f"补交：{line.name}"[:40], case, "e", f"line.{line.id}")] for line in missing]
    words = "还没有交的材料如下，点一项就可以补交。" if missing else "材料都交过了，没有要补交的。"
    text = Text.of(bold(f"{case.reference}　补交材料"), words)
    details = Button("办件详情", data=f"my:c:{case.id}")
    return Screen(text, keyboard(*buttons, [details, MINE, HOME]))
