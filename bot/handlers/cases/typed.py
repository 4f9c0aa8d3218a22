"""Words that a screen of the form has asked for. Flow: case_text, ref ``<case>:<step>``."""

from __future__ import annotations

from bot.cases import institution
from bot.cases.case import Case, LineState
from bot.cases.lifecycle import changes_of
from bot.cases.questions import looks_like_a_question
from bot.cases.states import State
from bot.delivery.incoming import Kind
from bot.handlers import ask
from bot.handlers.cases import access, papers, screens
from bot.handlers.cases.parts import press, theirs
from bot.handlers.cases.show import at, present
from bot.handlers.cases.store import store
from bot.replies import Button, Replies, Say, Text, keyboard
from bot.storage import cases, focus
from bot.turn import Turn

MOST_PENDING = 1000


async def take(turn: Turn) -> Replies | None:
    """An answer, a question in mid-form, or something that belongs elsewhere."""
    case = await expected(turn)
    if case is None:
        return None
    if turn.incoming.kind is Kind.FILE:
        return [
            Say(Text.of("这一步请打字填写，文件到材料那一步再发。")),
            *await present(turn, case),
        ]
    words = turn.incoming.words.strip()
    if looks_like_a_question(words):
        return await _which(turn, case, words)
    return await fill(turn, case, words)


async def expected(turn: Turn) -> Case | None:
    """The case whose step waits for this; None, and nothing waits, where that has passed."""
    waiting = await focus.get(turn.tx, turn.chat_id, turn.user_id)
    number, _, step = waiting.ref.partition(":") if waiting else ("", "", "")
    case = await access.own(turn, number)
    if case is None or at(case) != step:
        await focus.clear(turn.tx, turn.chat_id, turn.user_id)
        return None
    return case


async def asked(turn: Turn, case: Case, words: str | None = None) -> Replies:
    """A question in mid-form: its answer, and the way back to the form."""
    question = turn.incoming.words.strip() if words is None else words
    answer = await ask.respond(turn, question, turn.services.answers.answer(question), aside=True)
    back = Button("接着办", data=f"case:s:{case.id}")
    return [*answer, Say(Text.of("问完了可以接着办。"), keyboard([back]))]


async def fill(turn: Turn, case: Case, words: str) -> Replies:
    """Takes words as the answer to the step."""
    step = at(case)
    try:
        if step.startswith("cannot."):
            return await _cannot(turn, case, institution.value(words, 100, "原因"))
        told = dict(screens.prompt_of(case, step).read(words))
        institution.check_changed(case.facts, told)
        return await answer(turn, case, told)
    except institution.WrongWords as error:
        back = keyboard(screens.ways(case, step))
        return [Say(Text.of(theirs(str(error))), back)]


async def answer(turn: Turn, case: Case, facts: dict[str, str]) -> Replies:
    """Keeps a typed or tapped answer and shows what comes next."""
    if case.state is State.DRAFT:
        return await present(turn, await store(turn, case, facts))
    return await present(turn, await _corrected(turn, case, facts))


async def _corrected(turn: Turn, case: Case, facts: dict[str, str]) -> Case:
    """A value that 补正 asked for: kept as what changes; first the old one, then the new one."""
    kind, _, rest = at(case).partition(".")
    merged = {**case.facts, **facts}
    await cases.set_changes(turn.tx, case.id, changes_of(merged))
    step = f"after.{rest}" if kind == "before" else ""
    if not step:
        await cases.ask_done(turn.tx, case.id, f"field:{rest or 'reason'}")
    await cases.update(turn.tx, case.id, turn.now, bump=("form",), facts=merged, step=step)
    return await cases.get(turn.tx, case.id)


async def _cannot(turn: Turn, case: Case, reason: str) -> Replies:
    """A paper that cannot be had, and why."""
    line = papers.line_of(case, at(case))
    assert line is not None
    state = LineState.GIVEN if line.counted else LineState.CANNOT
    note = f"无法提供：{reason}" if line.counted else reason
    await cases.set_line(turn.tx, line.id, state, note)
    if case.state is State.CORRECTING:
        await cases.ask_done(turn.tx, case.id, f"line:{line.id}")
    await cases.update(turn.tx, case.id, turn.now, bump=("form",), step="")
    return await present(turn, await cases.get(turn.tx, case.id))


async def _which(turn: Turn, case: Case, words: str) -> Replies:
    """“这是要填写的内容，还是想问问题？” The words wait for the answer."""
    kept = words[:MOST_PENDING]
    await cases.update(turn.tx, case.id, turn.now, bump=("form",), pending=kept)
    case = await cases.get(turn.tx, case.id)
    text = Text.of(theirs(f"“{kept[:60]}{'…' if len(kept) > 60 else ''}”"), "这句话是哪一种？")
    rows = [[press("这是要填写的内容", case, "t")], [press("我想问问题", case, "q")]]
    return [Say(text, keyboard(*rows))]
