"""The buttons of the form.

Routes: case:new:<what>, case:fresh:<kind>, case:from:<self-check>, case:s:<case>, and
case:<deed>:<case>:<form>[:<value>] with the deeds of `_DEEDS`. `form` is the version of the form
that the button was shown with.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from bot.cases import steps
from bot.cases.case import Case, LineState
from bot.cases.kinds import Kind
from bot.cases.states import CLOSED, State
from bot.handlers.cases import access, begin, from_check, papers, prompts, screens, sending, typed
from bot.handlers.cases.choices import CHOICES, MULTIPLE, multiple
from bot.handlers.cases.parts import HOME, MINE, press, whole
from bot.handlers.cases.show import STALE, at, present
from bot.handlers.cases.store import IDENTITY, facts_of, go, store
from bot.handlers.cases.temporary import forget_now
from bot.replies import Button, Replies, Say, Text, keyboard
from bot.storage import attachments, cases, focus, institutions
from bot.turn import Turn

Deed = Callable[[Turn, Case, str], Awaitable[Replies]]


async def pressed(turn: Turn) -> Replies:
    """Any button that begins with ``case:``."""
    match turn.incoming.data.split(":"):
        case ["case", "new", what]:
            return await begin.new(turn, what)
        case ["case", "fresh", "which"]:
            return begin.which()
        case ["case", "fresh", kind] if kind in list(Kind):
            return await begin.fresh(turn, Kind(kind))
        case ["case", "from", number]:
            return await from_check.from_run(turn, number)
        case ["case", "s", number]:
            return await _resume(turn, number)
        case ["case", deed, number, form, *rest] if deed in _DEEDS:
            return await _do(turn, deed, number, form, ":".join(rest))
    return access.not_yours()


async def said(turn: Turn, data: str) -> Replies:
    """A button of the form whose words were typed."""
    match data.split(":"):
        case ["case", deed, number, form, *rest] if deed in _DEEDS:
            return await _do(turn, deed, number, form, ":".join(rest))
        case ["case", "s", number]:
            return await _resume(turn, number)
    return [Say(Text.of("请按上面的按钮。"))]


async def _resume(turn: Turn, number: str) -> Replies:
    found = await access.own(turn, number)
    if found is None or found.state in CLOSED:
        return access.not_yours()
    return await present(turn, found, new=True)


async def _do(turn: Turn, deed: str, number: str, form: str, value: str) -> Replies:
    found = await access.own(turn, number)
    if found is None:
        return access.not_yours()
    if found.state in CLOSED:
        return sending.where(found)
    if form != str(found.form):
        if found.state is State.DRAFT or found.state is State.CORRECTING:
            return await present(turn, found, toast=STALE)
        return sending.where(found)
    return await _DEEDS[deed](turn, found, value)


async def _option(turn: Turn, case: Case, value: str) -> Replies:
    step = at(case)
    if step in MULTIPLE:
        return await _toggle(turn, case, step, value)
    if step == "inst":
        return await _institution(turn, case, value)
    if step in CHOICES and value in dict(CHOICES[step].options):
        return await present(turn, await store(turn, case, {step: value}))
    quick = prompts.quick_value(step, value, case.facts)
    if quick is not None:
        return await typed.answer(turn, case, {step: quick})
    return await present(turn, case, toast=STALE)


async def _toggle(turn: Turn, case: Case, step: str, value: str) -> Replies:
    chosen = screens.picked(case, step)
    words = dict(multiple(step, case.facts.get("kind", "")).options)
    if value == "done" and chosen:
        named = {} if step == "what" else {"levels": " ".join(words[v] for v in sorted(chosen))}
        return await present(turn, await store(turn, case, {f"{step}.done": "1", **named}))
    if value not in words:
        return await present(turn, case, toast="请至少选一项。")
    chosen = [v for v in chosen if v != value] if value in chosen else [*chosen, value]
    key = "items" if step == "what" else "picked"
    return await present(turn, await store(turn, case, {key: " ".join(chosen)}, step=step))


async def _institution(turn: Turn, case: Case, value: str) -> Replies:
    if value == "new":
        return await present(turn, await store(turn, case, {}, remove=IDENTITY))
    for member in await institutions.of_user(turn.tx, turn.user_id):
        if str(member.institution_id) == value:
            facts = await facts_of(turn, member)
            return await present(turn, await store(turn, case, facts, remove=IDENTITY))
    return await present(turn, case, toast=STALE)


async def _back(turn: Turn, case: Case, _: str) -> Replies:
    step = steps.before(at(case), case.kind, case.facts, case.lines)
    if at(case) == steps.STOP:
        return await present(turn, await store(turn, case, {}, remove=["filed"]))
    return await present(turn, await go(turn, case, step or ""))


async def _next(turn: Turn, case: Case, _: str) -> Replies:
    step = at(case)
    if case.state is not State.DRAFT:
        return await sending.step_done(turn, case, step)
    if not steps.answered(step, case.facts, case.lines):
        return await present(turn, case, toast=STALE)
    following = steps.after(step, case.kind, case.facts, case.lines)
    return await present(turn, await go(turn, case, following))


async def _edit(turn: Turn, case: Case, step: str) -> Replies:
    if step == "inst" and case.state is State.DRAFT:
        return await _other_institution(turn, case, "")
    return await present(turn, await go(turn, case, step))


async def _other_institution(turn: Turn, case: Case, _: str) -> Replies:
    """Which institution: among those remembered, or from the code on."""
    if await institutions.of_user(turn.tx, turn.user_id):
        changed = await store(turn, case, {"choose": "1"}, remove=["inst"], step="inst")
        return await present(turn, changed)
    return await present(turn, await go(turn, case, "code"))


async def _quit(turn: Turn, case: Case, _: str) -> Replies:
    await focus.clear(turn.tx, turn.chat_id, turn.user_id)
    words = Text.of("已保存，随时可以接着办：在“我的办件”里点开就行。")
    rows = [[Button("接着办", data=f"case:s:{case.id}")], [MINE, HOME]]
    return [Say(words, keyboard(*rows))]


async def _discard(turn: Turn, case: Case, value: str) -> Replies:
    if case.state is not State.DRAFT:
        return await present(turn, case, toast=STALE)
    if value != "yes":
        words = Text.of("放弃后，填写的内容和传来的文件都会删除，不能恢复。确定吗？")
        rows = [[press("确定放弃", case, "d", "yes")], [press("不，接着填", case, "v")]]
        return [Say(words, keyboard(*rows))]
    stored = await cases.discard(turn.tx, case.id)
    await forget_now(turn.tx, turn.now, stored)
    await focus.clear(turn.tx, turn.chat_id, turn.user_id)
    return [Say(Text.of("草稿已删除。"), keyboard([MINE, HOME]))]


async def _view(turn: Turn, case: Case, _: str) -> Replies:
    return await present(turn, case)


async def _line_state(turn: Turn, case: Case, value: str, state: LineState) -> Replies:
    line = case.line(whole(value) or 0)
    fits = line is not None and line.needed and not case.fresh(line)
    if line is None or not fits or case.state is not State.DRAFT:
        return await present(turn, case, toast=STALE)
    await cases.set_line(turn.tx, line.id, state)
    following = steps.after(f"line.{line.id}", case.kind, case.facts, case.lines)
    changed = await go(turn, case, "" if following == steps.REVIEW else following)
    return await present(turn, changed)


async def _later(turn: Turn, case: Case, value: str) -> Replies:
    return await _line_state(turn, case, value, LineState.LATER)


async def _skip(turn: Turn, case: Case, value: str) -> Replies:
    line = case.line(whole(value) or 0)
    if line is None or not line.optional:
        return await present(turn, case, toast=STALE)
    return await _line_state(turn, case, value, LineState.SKIPPED)


async def _cannot(turn: Turn, case: Case, value: str) -> Replies:
    return await present(turn, await go(turn, case, f"cannot.{value}"))


async def _clear(turn: Turn, case: Case, value: str) -> Replies:
    line = case.line(whole(value) or 0)
    if line is None or papers.line_of(case, at(case)) != line:
        return await present(turn, case, toast=STALE)
    fresh = case.fresh(line)
    await attachments.replace(turn.tx, (*fresh, *line.refused))
    if len(fresh) == len(line.counted):
        await cases.set_line(turn.tx, line.id, LineState.EMPTY)
    return await present(turn, await go(turn, case, f"line.{line.id}"), toast="已清掉，请重新发。")


async def _as_value(turn: Turn, case: Case, _: str) -> Replies:
    if not case.pending:
        return await present(turn, case, toast=STALE)
    return await typed.fill(turn, case, case.pending)


async def _as_question(turn: Turn, case: Case, _: str) -> Replies:
    words = case.pending
    if not words:
        return await present(turn, case, toast=STALE)
    changed = await go(turn, case, case.step)
    return await typed.asked(turn, changed, words)


_DEEDS: dict[str, Deed] = {
    "o": _option,
    "b": _back,
    "n": _next,
    "e": _edit,
    "i": _other_institution,
    "x": _quit,
    "d": _discard,
    "v": _view,
    "l": _later,
    "k": _skip,
    "c": _cannot,
    "r": _clear,
    "t": _as_value,
    "q": _as_question,
    "w": sending.application,
    "y": sending.submit,
    "z": sending.resubmit,
}
