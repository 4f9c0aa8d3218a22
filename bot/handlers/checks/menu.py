"""做自查: which one, the one that was left, and earlier ones.

Routes: check:menu, check:new:<procedure>, check:from:<question>, check:resume:<run>,
check:redo:<run>, check:past:<page>, check:show:<run>, check:paper:<run>, check:drop:<run>.
"""

from __future__ import annotations

from dataclasses import replace

from bot.handlers.checks import interview, paper
from bot.handlers.screens import HOME, MENU, question_of
from bot.interview import from_question, refresh, start
from bot.replies import Button, Replies, Say, Text, Toast, keyboard
from bot.rules import PROCEDURES
from bot.storage import jobs, runs
from bot.turn import Turn

_PAGE = 6
_WORDS = {
    "first_filing": "还没备案，想申报",
    "new_occupation": "想加职业（工种）",
    "new_level": "想加等级",
    "change": "要变更，看材料齐不齐",
    "duties": "平时的职责做到没有",
}


async def menu(turn: Turn) -> Replies:
    """The five self-checks; one that was left comes first."""
    left = await runs.unfinished(turn.tx, turn.user_id)
    rows = [[Button(f"{PROCEDURES[key].name}自查", data=f"check:new:{key}")] for key in _WORDS]
    if left is not None:
        name = PROCEDURES[left["procedure"]].name
        rows.insert(0, [Button(f"▶ 接着做：{name}自查", data=f"check:resume:{left['id']}")])
    lines = [f"{PROCEDURES[key].name}（{PROCEDURES[key].span}）：{w}" for key, w in _WORDS.items()]
    text = Text.of(
        "自查就是一步步问，按《办法》逐条对照，最后给出结论和理由。随时可以保存退出，中途也可以提问。",
        "\n".join(lines),
        "结论只供自查，不是受理或批准。不用填身份证号等个人信息。",
    )
    return [Say(text, keyboard(*rows, [Button("历史自查", data="check:past:0"), HOME]))]


async def press(turn: Turn) -> Replies:
    """The buttons around the interview."""
    match turn.incoming.data.split(":"):
        case ["check", "new", procedure] if procedure in _WORDS:
            return await interview.begin(turn, start(procedure))
        case ["check", "from", number]:
            return await _from_question(turn, number)
        case ["check", "past", page] if page.isdigit() and len(page) < 6:
            return await _past(turn, int(page))
        case ["check", "resume" | "show", number] if number.isdigit() and len(number) < 15:
            return await interview.reopen(turn, int(number))
        case ["check", "redo", number] if number.isdigit() and len(number) < 15:
            return await _redo(turn, int(number))
        case ["check", "paper", number] if number.isdigit() and len(number) < 15:
            return await _paper(turn, int(number))
    return await menu(turn)


async def _from_question(turn: Turn, number: str) -> Replies:
    """The self-check that an answer offered, with the numbers of the question filled in."""
    question = await question_of(turn, number)
    check = turn.services.answers.answer(question["words"]).check if question else None
    if check is None or check.procedure not in _WORDS:
        return await menu(turn)
    return await interview.begin(turn, start(check.procedure, from_question(check.facts)))


async def _redo(turn: Turn, number: int) -> Replies:
    """A new run with the answers of a finished one, at its review."""
    row = await runs.get(turn.tx, number, turn.user_id)
    if row is None:
        return [Say(interview.GONE, MENU)]
    run, _ = refresh(replace(runs.run_of(row), concluded=False, early="", at=None))
    return await interview.begin(turn, run)


async def _paper(turn: Turn, number: int) -> Replies:
    row = await runs.get(turn.tx, number, turn.user_id)
    if row is None or row["finished_at"] is None:
        return [Say(interview.GONE, MENU)]
    await jobs.add(turn.tx, paper.JOB, {"run": number, "chat": turn.chat_id}, turn.now)
    return [Toast("正在生成，稍候发给您")]


async def _past(turn: Turn, page: int) -> Replies:
    rows = await runs.finished(turn.tx, turn.user_id, _PAGE + 1, page * _PAGE)
    if not rows:
        return [
            Say(
                Text.of("还没有做完的自查。"), keyboard([Button("做自查", data="check:menu"), HOME])
            )
        ]
    buttons = [
        [
            Button(
                f"{r['finished_at'][:10]} {PROCEDURES[r['procedure']].name}：{r['label']}",
                data=f"check:show:{r['id']}",
            )
        ]
        for r in rows[:_PAGE]
    ]
    moves = []
    if page:
        moves.append(Button("上一页", data=f"check:past:{page - 1}"))
    if len(rows) > _PAGE:
        moves.append(Button("下一页", data=f"check:past:{page + 1}"))
    text = Text.of("您做过的自查，点开看当时的结论：")
    return [Say(text, keyboard(*buttons, [*moves, Button("做自查", data="check:menu"), HOME]))]
