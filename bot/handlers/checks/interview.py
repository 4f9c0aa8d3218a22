"""The interview: taps and typed words bring the run forward, one revision a step."""

from __future__ import annotations

import re
from collections.abc import Callable

from bot.handlers.checks import verdict
from bot.handlers.checks.freely import during, ends_as_question, question_in
from bot.handlers.checks.screen import TYPED, anew, answered, explained, shown, topic
from bot.handlers.screens import HOME, MENU
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
    spoken_day,
    view,
)
from bot.replies import Button, Edit, Replies, Say, Text, Toast, keyboard
from bot.rules import PROCEDURES
from bot.storage import focus, outbox, runs
from bot.storage.database import Row
from bot.storage.focus import Focus
from bot.turn import Turn

FLOW = "check"
GONE = Text.of("找不到这次自查了，请从下面重新开始。")
_RESUMED = "↓ 已在下面接着做。"
_NEW_RULES = "规则已经更新，请看这一步的说明"
_LEAVING = {"保存退出", "退出", "先退出", "不做了", "先不做了", "取消", "算了", "先存着"}
_BACK = {"上一步", "返回", "返回上一步", "回上一步"}
_FILES = "自查不用交文件，请回答这一步："
_AMENDING = re.compile(
    r"改.{0,4}(前面|上面|上一|刚才|之前)|(前面|上面|刚才|刚刚|之前).{0,6}[改错]|[点填选写按]错"
)
_AMEND = "要改前面的，按“上一步”往回；全部答完以后，还可以改任何一条。"


async def begin(turn: Turn, run: Run) -> Replies:
    """A new run: its first card. One that is at its beginning already is used again."""
    number = await runs.same(turn.tx, turn.user_id, run)
    if number is None:
        number = await runs.add(turn.tx, turn.user_id, run, turn.now)
    elif await focus.get(turn.tx, turn.chat_id, turn.user_id) == Focus(FLOW, str(number)):
        return [Toast("已经开始了，请看下面")]
    return await resume(turn, number, run)


async def resume(turn: Turn, number: int, run: Run) -> Replies:
    """Shows where a run stands and waits for words about it."""
    await focus.put(turn.tx, turn.chat_id, turn.user_id, Focus(FLOW, str(number)))
    return await anew(turn, number, run, _RESUMED)


async def reopen(turn: Turn, number: int) -> Replies:
    """A run that was left, perhaps under earlier rules: says which answers are asked anew."""
    row = await runs.get(turn.tx, number, turn.user_id)
    run = None if row is None else await current(turn, row)
    if row is None or run is None:
        return [Say(GONE, MENU)]
    if row["finished_at"] is not None:
        return await verdict.again(turn, row)
    return await resume(turn, number, run)


async def current(turn: Turn, row: Row) -> Run | None:
    """The run under the rules of today, stored; None where it can no longer be read."""
    try:
        run = runs.run_of(row)
        fresh, _ = refresh(run)
    except (KeyError, ValueError):
        return None
    if fresh is not run and row["finished_at"] is None:
        await runs.step(turn.tx, row["id"], fresh, turn.now)
    return fresh


async def press(turn: Turn) -> Replies:
    """A button of a card; one of an earlier revision changes nothing."""
    _, number, revision, deed, *rest = [*turn.incoming.data.split(":"), "", "", ""]
    row = await runs.get(turn.tx, int(number), turn.user_id) if _small(number) else None
    run = None if row is None else await current(turn, row)
    if row is None or run is None:
        return [Say(GONE, MENU)]
    if row["finished_at"] is not None:
        return [Toast("这次自查已有结论，可在“历史自查”里看")]
    if revision != str(run.revision):
        return await _stale(turn, row, run)
    await focus.put(turn.tx, turn.chat_id, turn.user_id, Focus(FLOW, str(row["id"])))
    if deed in ("why", "show", "save"):
        run = run.next()  # so that a second tap is known as such
        await runs.step(turn.tx, row["id"], run, turn.now)
    if deed == "save":
        return await _leave(turn, row["id"], run)
    if deed == "why":
        return [explained(row["id"], run)]
    try:
        later = _deed(run, view(run), deed, int(rest[0]) if _small(rest[0]) else 0)
    except (NotAnswer, IndexError) as error:
        words = str(error) if isinstance(error, NotAnswer) else "请按现在这一页的按钮"
        return [Toast(words)]
    await runs.step(turn.tx, row["id"], later, turn.now)
    if view(later).stage is Stage.DONE:
        return await verdict.reached(turn, row["id"], later)
    return [shown(row["id"], later)]


def _small(words: str) -> bool:
    return words.isascii() and words.isdigit() and len(words) < 15


async def _stale(turn: Turn, row: Row, run: Run) -> Replies:
    """A second tap, or a card from before: says so, and shows the present one if it is not here."""
    if run.version != runs.run_of(row).version:
        return [Toast(_NEW_RULES), *await resume(turn, row["id"], run)]
    here = await outbox.message_of(turn.tx, turn.chat_id, topic(row["id"]))
    if here == turn.incoming.message_id:
        return [Toast("已经记下了，请看现在这一步")]
    return [Toast("这是前面的一步，请看下面"), *await resume(turn, row["id"], run)]


def _deed(run: Run, card: Card, deed: str, index: int) -> Run:
    """What a button does to the run. Raises NotAnswer, IndexError."""
    deeds: dict[str, Callable[[], Run]] = {
        "show": lambda: run,
        "k": lambda: run.next(at=None, notices=()),
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
    return {"value" if card.kind in TYPED else "choice": button.id}


async def _leave(turn: Turn, number: int, run: Run) -> Replies:
    await focus.clear(turn.tx, turn.chat_id, turn.user_id)
    name = PROCEDURES[run.procedure].name
    words = Text.of(
        f"{name}自查已保存，填过的都在。", "什么时候想接着做，按“接着做”，或从“做自查”进来。"
    )
    ways = keyboard(
        [
            Button("接着做", data=f"check:resume:{number}"),
            Button("放弃", data=f"check:drop:{number}"),
        ],
        [Button("做自查", data="check:menu"), HOME],
    )
    return [Edit(words, ways, topic=topic(number))]


async def remind(turn: Turn, words: str) -> Replies | None:
    """Says something and shows the card again; None where no self-check is being made."""
    flow = await focus.get(turn.tx, turn.chat_id, turn.user_id)
    row = await _open(turn, flow) if flow is not None and flow.name == FLOW else None
    run = None if row is None else await current(turn, row)
    if row is None or run is None:
        return None
    return [Say(Text.of(words)), *await anew(turn, row["id"], run)]


async def _open(turn: Turn, flow: Focus) -> Row | None:
    row = await runs.get(turn.tx, int(flow.ref), turn.user_id)
    return None if row is None or row["finished_at"] is not None else row


async def take(turn: Turn) -> Replies | None:
    """Typed words: the answer where one is typed; else a question, and then the card again."""
    flow = await focus.get(turn.tx, turn.chat_id, turn.user_id)
    assert flow is not None
    row = await _open(turn, flow)
    run = None if row is None else await current(turn, row)
    if row is None or run is None:
        await focus.clear(turn.tx, turn.chat_id, turn.user_id)
        return None
    words = turn.incoming.words.strip()
    if turn.incoming.file is not None or not words:
        return await remind(turn, _FILES)
    if run.version != runs.run_of(row).version:
        return await anew(turn, row["id"], run)
    return await _said(turn, row["id"], run, words)


async def _said(turn: Turn, number: int, run: Run, words: str) -> Replies:
    card = view(run)
    plain = words.rstrip("。.!！ ")
    if plain in _LEAVING:
        return await _leave(turn, number, run)
    if plain in _BACK and card.can_go_back:
        earlier = back(run)
        await runs.step(turn.tx, number, earlier, turn.now)
        return await anew(turn, number, earlier)
    if card.stage is Stage.ASKING and card.kind in TYPED:
        try:
            if card.kind is not Kind.TEXT or not ends_as_question(words):
                spoken = spoken_day(words, turn.now.date()) if card.kind is Kind.DATE else words
                value = NOT_SURE if plain == "不清楚" else spoken
                later = answer(run, card.question_id, {"value": value})
                return await _typed(turn, number, later, card.question_id)
        except NotAnswer as error:
            if not question_in(words, turn.services.answers.answer(words)):
                return [Say(Text.of(f"{error}。")), *await anew(turn, number, run)]
    elif _AMENDING.search(plain) and card.can_go_back:
        return [Say(Text.of(_AMEND)), *await anew(turn, number, run)]
    elif _names_a_button(plain, card):
        note = Text.of("这一步请点下面的按钮回答。")
        return [Say(note), *await anew(turn, number, run)]
    return [*await during(turn), *await anew(turn, number, run)]


def _names_a_button(words: str, card: Card) -> bool:
    states = [state.words for line in card.lines for state in line.states]
    lines = [line.words for line in card.lines]
    labels = [*(b.words for b in card.buttons), *states, *lines, card.finish]
    return words in labels or (
        len(words) > 1 and not question_in(words) and any(_short_for(words, x) for x in labels)
    )


def _short_for(words: str, label: str) -> bool:
    """Whether words are what one says for short: 没备案 for 没有备案过."""
    letters = iter(label)
    return all(letter in letters for letter in words)


async def _typed(turn: Turn, number: int, later: Run, question_id: str) -> Replies:
    await runs.step(turn.tx, number, later, turn.now)
    return await anew(turn, number, later, answered(later, question_id))
