"""The interview: taps and typed words bring the run forward, one revision a step."""

from __future__ import annotations

from collections.abc import Callable

from bot.answers.answer import Kind as Reply_
from bot.handlers import ask
from bot.handlers.checks import verdict
from bot.handlers.checks.screen import explained, shown
from bot.handlers.screens import MENU
from bot.interview import (
    NOT_SURE,
    Card,
    Kind,
    NotAnswer,
    Run,
    Stage,
    answer,
    back,
    confirm,
    finish,
    goto,
    mark,
    refresh,
    view,
)
from bot.replies import Replies, Say, Text, Toast
from bot.storage import focus, runs
from bot.storage.focus import Focus
from bot.turn import Turn

FLOW = "check"
_TYPED = (Kind.NUMBER, Kind.DATE, Kind.TEXT)
_QUESTION_ENDS = ("？", "?", "吗", "呢", "么", "嘛", "不")
_ANSWERED = {Reply_.ANSWER, Reply_.NOT_STATED, Reply_.CLARIFY}
GONE = Text.of("这次自查已经不在了，请重新开始。")


async def begin(turn: Turn, run: Run) -> Replies:
    """A new run: its first card."""
    number = await runs.add(turn.tx, turn.user_id, run, turn.now)
    return await resume(turn, number, run)


async def resume(turn: Turn, number: int, run: Run) -> Replies:
    """Shows where a run stands and waits for words about it."""
    await focus.put(turn.tx, turn.chat_id, turn.user_id, Focus(FLOW, str(number)))
    return [shown(number, run, anew=True)]


async def reopen(turn: Turn, number: int) -> Replies:
    """A run that was left, perhaps under earlier rules: says which answers are asked anew."""
    row = await runs.get(turn.tx, number, turn.user_id)
    if row is None:
        return [Say(GONE, MENU)]
    if row["finished_at"] is not None:
        return await verdict.again(turn, row)
    run, _ = refresh(runs.run_of(row))
    await runs.step(turn.tx, number, run, turn.now)
    return await resume(turn, number, run)


async def press(turn: Turn) -> Replies:
    """A button of a card; one of an earlier revision shows the present card instead."""
    _, number, revision, deed, *rest = [*turn.incoming.data.split(":"), "", "", ""]
    row = await runs.get(turn.tx, int(number), turn.user_id) if _small(number) else None
    if row is None:
        return [Say(GONE, MENU)]
    if row["finished_at"] is not None:
        return [Toast("这次自查已经有结论了"), *await verdict.again(turn, row)]
    run = runs.run_of(row)
    if revision != str(run.revision):
        return [Toast("这是前面的一步，现在到这里了"), *await resume(turn, row["id"], run)]
    await focus.put(turn.tx, turn.chat_id, turn.user_id, Focus(FLOW, str(row["id"])))
    if deed == "save":
        return await _leave(turn)
    if deed == "why":
        return [explained(row["id"], run)]
    try:
        later = _deed(run, view(run), deed, int(rest[0]) if _small(rest[0]) else 0)
    except (NotAnswer, IndexError) as error:
        words = str(error) if isinstance(error, NotAnswer) else "请按现在这一页的按钮"
        return [Toast(words), shown(row["id"], run, anew=False)]
    return await _next(turn, row["id"], later, anew=False)


def _small(words: str) -> bool:
    return words.isdigit() and len(words) < 15


def _deed(run: Run, card: Card, deed: str, index: int) -> Run:
    """What a button does to the run. Raises NotAnswer, IndexError."""
    deeds: dict[str, Callable[[], Run]] = {
        "show": lambda: run,
        "a": lambda: answer(run, card.question_id, _chosen(card, index)),
        "m": lambda: mark(run, card.question_id, card.lines[index].id),
        "f": lambda: finish(run, card.question_id),
        "b": lambda: back(run),
        "g": lambda: goto(run, list(dict.fromkeys(r.question_id for r in card.review))[index]),
        "ok": lambda: confirm(run),
    }
    if deed not in deeds:
        raise IndexError(deed)
    return deeds[deed]()


def _chosen(card: Card, index: int) -> dict[str, object]:
    button = card.buttons[index]
    return {"value" if card.kind in _TYPED else "choice": button.id}


async def _next(turn: Turn, number: int, run: Run, anew: bool) -> Replies:
    await runs.step(turn.tx, number, run, turn.now)
    if view(run).stage is Stage.DONE:
        return await verdict.reached(turn, number, run)
    return [shown(number, run, anew)]


async def _leave(turn: Turn) -> Replies:
    await focus.clear(turn.tx, turn.chat_id, turn.user_id)
    words = Text.of("已保存。什么时候想接着做，按“做自查”就能继续，填过的都在。")
    return [Say(words, MENU)]


async def take(turn: Turn) -> Replies | None:
    """Typed words: the answer where one is typed; else a question, and then the card again."""
    flow = await focus.get(turn.tx, turn.chat_id, turn.user_id)
    assert flow is not None
    row = await runs.get(turn.tx, int(flow.ref), turn.user_id)
    if row is None or row["finished_at"] is not None:
        await focus.clear(turn.tx, turn.chat_id, turn.user_id)
        return None
    number, run = row["id"], runs.run_of(row)
    words = turn.incoming.words.strip()
    if turn.incoming.file is not None or not words:
        note = Say(Text.of("自查不用交文件，请回答这一步："))
        return [note, shown(number, run, anew=True)]
    card = view(run)
    if card.kind in _TYPED and card.stage is Stage.ASKING:
        try:
            value = NOT_SURE if words == "不清楚" else words
            if not (card.kind is Kind.TEXT and words.endswith(_QUESTION_ENDS)):
                later = answer(run, card.question_id, {"value": value})
                return await _next(turn, number, later, anew=True)
        except NotAnswer as error:
            if turn.services.answers.answer(words).kind not in _ANSWERED:
                return [Say(Text.of(str(error))), shown(number, run, anew=True)]
    return [*await ask.ask(turn), shown(number, run, anew=True)]
