"""要求补正: tick what is to be corrected, with standard wordings and own words, then send."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from markupsafe import Markup

from bot.cases import lifecycle, wordings
from bot.cases.case import Case, Line, LineState
from bot.cases.transitions import Action, check
from bot.handlers.cases.parts import bold, lines, theirs, whole
from bot.handlers.desk import card, guard, tell
from bot.handlers.desk.parts import press, wait_for_words
from bot.replies import Edit, Replies, Say, Text, Toast, keyboard
from bot.storage import cases, desk
from bot.storage.desk import Form
from bot.turn import Turn


async def begin(turn: Turn, case: Case, _: str) -> Replies:
    """A new list; only the clerk who opened it may use it."""
    check(Action.ASK_BACK, guard.actor(turn).role, case.state, case.kind, "…")
    data: dict[str, Any] = {"version": case.version, "asks": {}}
    form = await desk.open_form(turn.tx, turn.user_id, "ask", case.id, data, turn.now)
    text, rows = _list(case, form)
    return [Say(text, keyboard(*rows), reply_to=turn.incoming.message_id)]


def _targets(case: Case) -> list[tuple[str, str]]:
    """Everything that can be asked for: lines of the list, then what was filled in."""
    papers = [(f"line:{line.id}", line.name) for line in case.needed]
    return [*papers, *wordings.values_of(case)]


def _list(case: Case, form: Form) -> tuple[Text, list[list[Any]]]:
    asks: Mapping[str, str] = form.data["asks"]
    rows = []
    for number, (target, name) in enumerate(_targets(case)):
        mark = "☑" if target in asks else "☐"
        rows.append([press(f"{mark} {name}"[:50], form, "pick", number)])
    owed = _owed(case, asks)
    if len(owed) > 1:
        rows.append([press(f"没交的{len(owed)}份都要补", form, "owed")])
    rows.append([press("另外写几句", form, "own")])
    if asks or form.data.get("own"):
        rows.append([press("发出补正要求", form, "send")])
    rows.append([press("算了", form, "drop")])
    chosen = [Markup("{}. {}").format(n, words) for n, words in enumerate(asks.values(), start=1)]
    text = Text.of(
        bold(f"{case.reference}　要求补正"),
        "点要补的一项，再选原因。" if not asks else None,
        *chosen,
        lines("另外写的：", theirs(form.data["own"])) if form.data.get("own") else None,
    )
    return text, rows


def _owed(case: Case, asks: Mapping[str, str]) -> list[Line]:
    """Papers that were to follow; what cannot be had is for the clerk to judge one by one."""
    return [
        line
        for line in case.needed
        if line.state in (LineState.EMPTY, LineState.LATER)
        and not line.optional
        and f"line:{line.id}" not in asks
    ]


async def pressed(turn: Turn, form: Form, deed: str, value: str) -> Replies:
    """The buttons of the list."""
    case = await cases.get(turn.tx, form.case_id or 0)
    targets = _targets(case)
    parts = value.split(":")
    place = whole(parts[0])
    if deed == "own":
        return await wait_for_words(turn, form, f"{case.reference}　要对机构说什么？")
    if deed == "send":
        return await _send(turn, form, case)
    if deed == "owed":
        asks = dict(form.data["asks"])
        missing = {f"line:{x.id}": wordings.for_line(x, "missing") for x in _owed(case, asks)}
        return await _changed(turn, form, case, {**asks, **missing})
    if deed == "list":
        return await _changed(turn, form, case, dict(form.data["asks"]))
    if place is None or place >= len(targets):
        return [Toast("这个按钮已经失效。")]
    target, name = targets[place]
    if deed == "pick":
        return _faults(turn, form, target, name, place)
    asks = dict(form.data["asks"])
    asks.pop(target, None)
    if deed == "set" and len(parts) == 2:
        words = _words(case, target, name, parts[1])
        if words is None:
            return [Toast("这个按钮已经失效。")]
        asks[target] = words
    return await _changed(turn, form, case, asks)


def _faults(turn: Turn, form: Form, target: str, name: str, place: int) -> Replies:
    known = wordings.ABOUT_A_PAPER if target.startswith("line:") else wordings.ABOUT_A_VALUE
    rows = [[press(words, form, "set", place, key)] for key, words in known.items()]
    if target in form.data["asks"]:
        rows.append([press("这项不用补", form, "unset", place)])
    rows.append([press("返回", form, "list")])
    text = Text.of(bold(f"{name}：怎么了？"))
    return [Edit(text, keyboard(*rows), message_id=turn.incoming.message_id)]


def _words(case: Case, target: str, name: str, fault: str) -> str | None:
    if target.startswith("line:"):
        line = case.line(int(target.removeprefix("line:")))
        fits = line is not None and fault in wordings.ABOUT_A_PAPER
        return wordings.for_line(line, fault) if line is not None and fits else None
    return wordings.for_value(name, fault) if fault in wordings.ABOUT_A_VALUE else None


async def _changed(turn: Turn, form: Form, case: Case, asks: dict[str, str]) -> Replies:
    form = await desk.change(turn.tx, form, {**form.data, "asks": asks})
    text, rows = _list(case, form)
    return [Edit(text, keyboard(*rows), message_id=turn.incoming.message_id)]


async def with_words(turn: Turn, form: Form, case: Case, words: str) -> Replies:
    """The clerk's own words; the list is shown again below them."""
    form = await desk.change(turn.tx, form, {**form.data, "own": words})
    text, rows = _list(case, form)
    return [Say(text, keyboard(*rows), reply_to=turn.incoming.message_id)]


async def _send(turn: Turn, form: Form, case: Case) -> Replies:
    asks, own = dict(form.data["asks"]), form.data.get("own", "")
    if not asks:
        return [Toast("请至少选一项要补的。", alert=True)]
    if form.data["version"] != case.version:
        await desk.close(turn.tx, form.id, done=False)
        return [
            Toast("这期间办件有了变化，请看过卡片后再要求补正。", alert=True),
            *await card.show(turn.tx, turn.services, case, turn.now),
        ]
    await desk.close(turn.tx, form.id, done=True)
    reason = "；".join((*asks.values(), *([own] if own else [])))
    case = await lifecycle.perform(
        turn.tx,
        case,
        Action.ASK_BACK,
        guard.actor(turn),
        turn.now,
        reason=reason,
        detail={"asks": asks},
        assignee=turn.user_id,
        asked_at=turn.now,
        step="",
    )
    await cases.set_asks(turn.tx, case.id, asks)
    case = await cases.get(turn.tx, case.id)
    sent = Edit(Text.of(f"{case.reference}　补正要求已发出。"), message_id=turn.incoming.message_id)
    return [
        sent,
        *await tell.tell(turn.tx, case, Action.ASK_BACK, own),
        *await card.show(turn.tx, turn.services, case, turn.now),
        Toast("已发出，正在通知机构。"),
    ]
