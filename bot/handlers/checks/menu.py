"""做自查: which one, the ones that were left, and earlier ones.

Routes: check:menu, check:new:<procedure>, check:from:<question>, check:resume:<run>,
check:redo:<run>, check:past:<page>, check:show:<run>, check:paper:<run>, check:drop:<run>[:yes],
check:occs:<page>, check:occ:<determination>.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from bot.handlers.checks import interview, paper, screen
from bot.handlers.checks.known import determined, known_of, which_occupation
from bot.handlers.screens import HOME, MENU, in_private, leave_person, question_of
from bot.interview import from_question, start
from bot.replies import Button, Edit, Replies, Say, Text, Toast, keyboard
from bot.reports.wording import long_date
from bot.rules import PROCEDURES, RULES_VERSION
from bot.storage import focus, jobs, outbox, runs
from bot.storage.database import Row
from bot.storage.focus import Focus
from bot.turn import Turn

_PAGE = 6
_NEW_OCCUPATION = "new_occupation"
_WORDS = {
    "first_filing": "还没备案，想申报",
    "new_occupation": "想加职业（工种）",
    "new_level": "想加等级",
    "change": "要变更，看材料齐不齐",
    "duties": "平时的职责做到没有",
}


async def menu(turn: Turn) -> Replies:
    """The five self-checks; those that were left come first."""
    if not turn.incoming.private:
        return [in_private(turn, "自查")]
    await leave_person(turn)
    left = await runs.unfinished(turn.tx, turn.user_id)
    resume = [
        [
            Button(f"▶ 接着做：{_name(row)}", data=f"check:resume:{row['id']}"),
            Button("放弃", data=f"check:drop:{row['id']}"),
        ]
        for row in left
    ]
    rows = [[Button(f"{PROCEDURES[key].name}自查", data=f"check:new:{key}")] for key in _WORDS]
    lines = [
        f"· {PROCEDURES[key].name}（{PROCEDURES[key].span}）：{w}" for key, w in _WORDS.items()
    ]
    text = Text.of(
        "自查就是一步步问，按《办法》逐条对照，最后给出结论和理由。中途可以提问，也可以保存退出。",
        "\n".join(lines),
        "结论只供自查，不是受理或批准。不用填身份证号等个人信息。",
    )
    return [Say(text, keyboard(*resume, *rows, [Button("历史自查", data="check:past:0"), HOME]))]


async def press(turn: Turn) -> Replies:
    """The buttons around the interview."""
    if not turn.incoming.private:
        return [in_private(turn, "自查")]
    match turn.incoming.data.split(":"):
        case ["check", "new", procedure] if procedure in _WORDS:
            return await _new(turn, procedure)
        case ["check", "occs", page] if page.isdecimal() and len(page) < 6:
            return await _new(turn, _NEW_OCCUPATION, int(page))
        case ["check", "occ", number] if number.isdecimal() and len(number) < 15:
            recorded = await determined(turn, int(number))
            known = [*recorded, *await known_of(turn)]
            return await interview.begin(turn, start(_NEW_OCCUPATION, known))
        case ["check", "from", number]:
            return await _from_question(turn, number)
        case ["check", "past", page] if page.isdecimal() and len(page) < 6:
            return await _past(turn, int(page))
        case ["check", deed, number, *rest] if number.isdecimal() and len(number) < 15:
            return await _with_run(turn, deed, int(number), rest)
    return await menu(turn)


def _name(row: Row) -> str:
    return PROCEDURES[row["procedure"]].name if row["procedure"] in PROCEDURES else "自查"


async def _new(turn: Turn, procedure: str, page: int = 0) -> Replies:
    if procedure == _NEW_OCCUPATION:
        question = await which_occupation(turn, page)
        if question is not None:
            return [question]
    return await interview.begin(turn, start(procedure, await known_of(turn)))


async def _with_run(turn: Turn, deed: str, number: int, rest: list[str]) -> Replies:
    if deed in ("resume", "show"):
        return await interview.reopen(turn, number)
    row = await runs.get(turn.tx, number, turn.user_id)
    if row is None and deed == "drop":
        return [Toast("已经放弃了")]
    if row is None:
        return [Say(interview.GONE, MENU)]
    if deed == "redo":
        return await _redo(turn, row)
    if deed == "paper" and row["finished_at"] is not None:
        return await _paper(turn, row)
    if deed == "drop" and row["finished_at"] is None:
        return await _drop(turn, row, sure=rest == ["yes"])
    return await menu(turn)


async def _from_question(turn: Turn, number: str) -> Replies:
    """The self-check that an answer offered, with the numbers of the question filled in."""
    question = await question_of(turn, number)
    check = turn.services.answers.answer(question["words"]).check if question else None
    if check is None or check.procedure not in _WORDS:
        return await menu(turn)
    told = from_question(check.facts)
    return await interview.begin(turn, start(check.procedure, [*told, *await known_of(turn)]))


async def _redo(turn: Turn, row: Row) -> Replies:
    """A new run with the answers of a finished one, at its review."""
    run = await interview.current(turn, row)
    if run is None:
        return [Say(interview.GONE, MENU)]
    return await interview.begin(turn, replace(run, concluded=False, early="", at=None))


async def _paper(turn: Turn, row: Row) -> Replies:
    """The rules of that day are the rules of the paper: others would say something else."""
    if await interview.current(turn, row) is None:
        return [Say(interview.GONE, MENU)]
    if runs.run_of(row).version != RULES_VERSION:
        words = Text.of("规则在这次自查以后更新过，不能照旧出表。请“改答案再查”，再要自查表。")
        again = Button("改答案再查", data=f"check:redo:{row['id']}")
        return [Say(words, keyboard([again, HOME]))]
    await jobs.add(turn.tx, paper.JOB, {"run": row["id"], "chat": turn.chat_id}, turn.now)
    return [Toast("正在排版，马上发来")]


async def _drop(turn: Turn, row: Row, sure: bool) -> Replies:
    number = row["id"]
    if not sure:
        words = Text.of(f"放弃这次{_name(row)}自查吗？填过的答案会删去。")
        yes = Button("确定放弃", data=f"check:drop:{number}:yes")
        return [Say(words, keyboard([yes, Button("接着做", data=f"check:resume:{number}")]))]
    if await focus.get(turn.tx, turn.chat_id, turn.user_id) == Focus(interview.FLOW, str(number)):
        await focus.clear(turn.tx, turn.chat_id, turn.user_id)
    await runs.drop(turn.tx, number, turn.user_id)
    old = await outbox.message_of(turn.tx, turn.chat_id, screen.topic(number))
    gone = [Edit(Text.of("这次自查已放弃。"), topic=screen.topic(number))] if old else []
    done = Text.of(f"已放弃这次{_name(row)}自查。")
    return [*gone, Say(done, keyboard([Button("做自查", data="check:menu"), HOME]))]


async def _past(turn: Turn, page: int) -> Replies:
    rows = await runs.finished(turn.tx, turn.user_id, _PAGE + 1, page * _PAGE)
    start_one = Button("做自查", data="check:menu")
    if not rows:
        return [Say(Text.of("还没有做完的自查。"), keyboard([start_one, HOME]))]
    buttons = [[_entry(row)] for row in rows[:_PAGE]]
    moves = []
    if page:
        moves.append(Button("上一页", data=f"check:past:{page - 1}"))
    if len(rows) > _PAGE:
        moves.append(Button("下一页", data=f"check:past:{page + 1}"))
    text = Text.of("您做过的自查，点开看当时的结论：")
    return [Say(text, keyboard(*buttons, moves, [start_one, HOME]))]


def _entry(row: Row) -> Button:
    day = long_date(datetime.fromisoformat(row["finished_at"]))
    return Button(f"{day}　{_name(row)}：{row['label']}", data=f"check:show:{row['id']}")
