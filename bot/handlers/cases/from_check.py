"""据此提交新增申请: a request that brings its self-check along. Route: case:from:<run>."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from bot.cases.kinds import Kind
from bot.cases.self_check import attached
from bot.handlers.cases import begin
from bot.handlers.cases.parts import HOME, whole
from bot.handlers.cases.show import present
from bot.handlers.cases.store import first_facts, store
from bot.interview.journey import walk
from bot.replies import Button, Replies, Say, Text, keyboard
from bot.rules import Verdict
from bot.storage import cases, checks, runs
from bot.turn import Turn

KINDS = {"new_occupation": Kind.NEW_OCCUPATION, "new_level": Kind.NEW_LEVEL}
_FROM_CHECK = {"institution_type": "kind", "legal_form": "form"}


async def from_run(turn: Turn, number: str) -> Replies:
    """The button under a verdict."""
    row = await runs.get(turn.tx, whole(number) or 0, turn.user_id)
    if row is None or row["finished_at"] is None or row["procedure"] not in KINDS:
        words = Text.of("没有找到这次自查，可能已经删除。可以直接申请新增。")
        new = Button("申请新增", data="case:new:add")
        return [Say(words, keyboard([new], [HOME]))]
    way = walk(runs.run_of(row))
    return await start(turn, way.verdict, way.facts, datetime.fromisoformat(row["finished_at"]))


async def start(
    turn: Turn, verdict: Verdict, facts: Mapping[str, object], checked_at: datetime
) -> Replies:
    """A new request with this self-check; `verdict.procedure` says of which kind."""
    if not turn.incoming.private:
        return await begin.new(turn, "add")
    if await cases.count_drafts(turn.tx, turn.user_id) >= begin.MOST_DRAFTS:
        return begin.too_many()
    kind = KINDS[verdict.procedure]
    known = await first_facts(turn, kind)
    number = await cases.create(turn.tx, kind, turn.user_id, known, turn.now)
    await checks.attach(turn.tx, number, attached(verdict, facts, checked_at.date()))
    case = await cases.get(turn.tx, number)
    if not known.get("inst"):
        said = {ours: str(facts[theirs]) for theirs, ours in _FROM_CHECK.items() if theirs in facts}
        case = await store(turn, case, said)
    return await present(turn, case, new=True)
