"""报变更, 申请新增: the entries, and a draft that was left earlier."""

from __future__ import annotations

from bot.cases.case import Case
from bot.cases.kinds import Kind
from bot.cases.states import State
from bot.handlers.cases.parts import HOME, MINE
from bot.handlers.cases.screens import progress
from bot.handlers.cases.show import at, present
from bot.handlers.cases.store import first_facts
from bot.replies import Button, Replies, Say, Text, keyboard
from bot.storage import cases
from bot.turn import Turn

MOST_DRAFTS = 10
_KINDS = {"change": (Kind.CHANGE,), "add": (Kind.NEW_OCCUPATION, Kind.NEW_LEVEL)}


async def new(turn: Turn, what: str) -> Replies:
    """The entry buttons: first whatever was left unfinished."""
    if not turn.incoming.private:
        return [Say(Text.of("办件请在和我的私聊里进行，点我的头像就能打开。"))]
    kinds = _KINDS.get(what)
    if kinds is None:
        return [Say(Text.of("请从首页重新选择。"), keyboard([HOME]))]
    left = await cases.draft_of(turn.tx, turn.user_id, kinds)
    draft = await cases.load(turn.tx, left) if left is not None else None
    if draft is not None and len(draft.facts) > 1 and draft.state is State.DRAFT:
        return _left(draft, what)
    if what == "add":
        return _which_addition()
    return await fresh(turn, Kind.CHANGE, draft)


async def fresh(turn: Turn, kind: Kind, empty: Case | None = None) -> Replies:
    """A new form; an empty draft of the same kind is used again."""
    if not turn.incoming.private:
        return await new(turn, "change")
    if empty is None or empty.kind is not kind:
        if await cases.count_drafts(turn.tx, turn.user_id) >= MOST_DRAFTS:
            return too_many()
        facts = await first_facts(turn, kind)
        number = await cases.create(turn.tx, kind, turn.user_id, facts, turn.now)
    else:
        number = empty.id
    return await present(turn, await cases.get(turn.tx, number), new=True)


def too_many() -> Replies:
    """A limit against forms that pile up."""
    words = f"您已有{MOST_DRAFTS}份没填完的草稿，请先填完或放弃一些。"
    return [Say(Text.of(words), keyboard([MINE, HOME]))]


def _left(draft: Case, what: str) -> Replies:
    words = Text.of("您有一份没有填完：", progress(draft, at(draft)))
    entry = "change" if what == "change" else "which"
    rows = [
        [Button("接着填", data=f"case:s:{draft.id}")],
        [Button("另填一份新的", data=f"case:fresh:{entry}")],
        [HOME],
    ]
    return [Say(words, keyboard(*rows))]


def _which_addition() -> Replies:
    words = Text.of(
        "要申请新增哪一种？两种都要的，请分两次申请。",
        "建议先做自查：第二十三条写明由服务中心初审，并组织考察；自查能看出还缺什么。",
    )
    rows = [
        [Button("新增职业（工种）", data="case:fresh:new_occupation")],
        [Button("只新增等级", data="case:fresh:new_level")],
        [Button("先做自查", data="check:menu"), HOME],
    ]
    return [Say(words, keyboard(*rows))]


def which() -> Replies:
    """Which addition, when an earlier draft is left aside."""
    return _which_addition()
