"""/find: a case by its number, an institution by name or code, a contact by name or telephone."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from bot.cases import reference
from bot.cases.reference import WrongReference
from bot.handlers.cases.parts import theirs
from bot.handlers.desk import guard, lists
from bot.replies import Button, Replies, Say, Text, keyboard
from bot.storage import cases, institutions, people, queue
from bot.storage.case_rows import Brief
from bot.turn import Turn

MOST = 8
_NEWEST = 2**53
HOW = Text.of(
    "在命令后面写要找的内容，例如：",
    "/find 忻变-2026-7K3M\n/find 7K3M\n/find 虚构职业培训学校\n/find 张文\n/find 13800000000",
)


@guard.command
async def command(turn: Turn) -> Replies:
    """/find."""
    words = turn.incoming.argument.strip()[:60]
    if not words:
        return [Say(HOW)]
    if reference.looks_like_one(words):
        return await _number(turn, words)
    return await _names(turn, words)


async def _number(turn: Turn, words: str) -> Replies:
    try:
        number = reference.read(words)
    except WrongReference as error:
        return [Say(Text.of(str(error)))]
    found = await queue.by_number(turn.tx, number)
    if len(found) == 1:
        return await lists.bring_down(turn, await cases.get(turn.tx, found[0].id))
    if not found:
        return [Say(Text.of(f"没有编号是 {number} 的办件。"))]
    return await _list(turn, f"末几位是 {number} 的办件", found, [])


async def _names(turn: Turn, words: str) -> Replies:
    if len(words) < 2:
        return [Say(Text.of("请至少写两个字。"), keyboard())]
    places = await queue.institutions_like(turn.tx, words, MOST + 1)
    contacts = await queue.contacts_like(turn.tx, words, MOST + 1)
    if len(places) == 1 and not contacts:
        return await of_institution(turn, places[0]["id"], 0)
    if not places and not contacts:
        return [Say(Text.of("没有找到。可以换个写法，或只写名称里的几个字。"), keyboard())]
    rows = [[Button(row["name"][:40], data=f"q:inst:{row['id']}:0")] for row in places[:MOST]]
    rows += [
        [Button(f"{r['contact']}（{r['institution']}）"[:50], data=f"q:who:{r['user_id']}:0")]
        for r in contacts[:MOST]
    ]
    more = len(places) > MOST or len(contacts) > MOST
    text = Text.of("找到这些，点一个看办件：", "还有更多，请写得再细一点。" if more else None)
    return [Say(text, keyboard(*rows))]


async def of_institution(turn: Turn, number: int, before: int) -> Replies:
    """The cases of an institution."""
    row = await institutions.by_id(turn.tx, number)
    if row is None:
        return [Say(Text.of("没有找到这家机构。"))]
    found = await queue.of_institution(turn.tx, number, lists.PAGE + 1, before or _NEWEST)
    filed = "" if row["filed"] else "（登记库里没有）"
    return await _list(turn, f"{row['name']}{filed}", found, ["inst", str(number)])


async def of_contact(turn: Turn, user_id: int, before: int) -> Replies:
    """The cases that a contact has submitted."""
    found = await queue.of_contact(turn.tx, user_id, lists.PAGE + 1, before or _NEWEST)
    name = await people.name_of(turn.tx, user_id)
    return await _list(turn, f"{name} 提交的办件", found, ["who", str(user_id)])


async def _list(turn: Turn, title: str, found: Sequence[Brief], way: list[str]) -> Replies:
    shown = found[: lists.PAGE]
    body = await lists.rows(turn, shown) if shown else "还没有办件。"
    more = []
    if len(found) > lists.PAGE and way:
        more = [Button("更早的", data=":".join(("q", *way, str(shown[-1].id))))]
    everything = [Button("办件列表", data="q:from:all")]
    rows = keyboard(*lists.openers(shown), more, everything)
    return [Say(Text.of(Markup("<b>{}</b>").format(theirs(title)), body), rows)]
