"""/registry: institutions, their contacts, invitations. Routes: reg:menu, reg:page:<page>,
reg:i:<institution>, reg:hist:<institution>, reg:inv:<institution>,
reg:unbind:<institution>:<person>[:yes], reg:import, reg:book, reg:blank."""

from __future__ import annotations

import secrets
from datetime import date, datetime

from markupsafe import Markup

from bot.handlers.cases.parts import bold, field, lines, theirs, whole
from bot.handlers.desk import guard, registry_import
from bot.handlers.desk.record_event import record
from bot.replies import Button, Replies, Say, Text, Toast, WhenUnsure, keyboard
from bot.reports.wording import long_date
from bot.storage import bindings, cases, institutions, registry
from bot.storage.database import Row
from bot.turn import Turn

PAGE = 8
MENU = Button("登记库", data="reg:menu")


@guard.command
async def command(turn: Turn) -> Replies:
    """/registry."""
    return await menu(turn)


@guard.pressed
async def pressed(turn: Turn) -> Replies:
    """Any button that begins with ``reg:``."""
    match turn.incoming.data.split(":"):
        case ["reg", "menu"]:
            return await menu(turn)
        case ["reg", "page", number]:
            return await _page(turn, whole(number) or 0)
        case ["reg", "import"]:
            return await registry_import.ask(turn)
        case ["reg", ("book" | "blank") as which]:
            return await registry_import.order_book(turn, blank=which == "blank")
        case ["reg", deed, number, *rest]:
            row = await institutions.by_id(turn.tx, whole(number) or 0)
            if row is not None and row["filed"]:
                return await _institution(turn, row, deed, rest)
            return [Toast("登记库里没有这家机构了。", alert=True)]
    return [Toast("这个按钮已经失效。")]


async def menu(turn: Turn) -> Replies:
    """What is in it, and what can be done."""
    count, occupations = await registry.count(turn.tx)
    text = Text.of(
        bold("机构登记库"),
        f"登记机构{count}家，备案职业（工种）{occupations}个。"
        if count
        else "登记库还是空的。先下载空白登记表，填好后导入。",
        "要邀请联系人，点“机构和联系人”，再点那一家。" if count else None,
    )
    rows = [
        [Button("机构和联系人", data="reg:page:0")] if count else [],
        [Button("导入登记表", data="reg:import"), Button("下载空白表", data="reg:blank")],
        [Button("下载现有登记表", data="reg:book")] if count else [],
        [Button("第二十五条的认定", data="cov:list:0")],
    ]
    return [Say(text, keyboard(*rows))]


async def _page(turn: Turn, page: int) -> Replies:
    found = await registry.page(turn.tx, PAGE + 1, page * PAGE)
    rows = [
        [Button(f"{row['name'][:40]}　{_bound(row['bound'])}", data=f"reg:i:{row['id']}")]
        for row in found[:PAGE]
    ]
    moves = []
    if page:
        moves.append(Button("上一页", data=f"reg:page:{page - 1}"))
    if len(found) > PAGE:
        moves.append(Button("下一页", data=f"reg:page:{page + 1}"))
    text = Text.of(bold(f"登记机构　第{page + 1}页"), "点一家看登记内容、联系人，发邀请。")
    return [Say(text, keyboard(*rows, moves, [MENU]))]


def _day(stored: str | None) -> str | None:
    return long_date(date.fromisoformat(stored)) if stored else None


def _bound(count: int) -> str:
    return f"联系人{count}" if count else "未绑定"


async def _institution(turn: Turn, row: Row, deed: str, rest: list[str]) -> Replies:
    match deed, rest:
        case "inv", []:
            return await _invite(turn, row)
        case "hist", []:
            return await _history(turn, row)
        case "unbind", [person]:
            return await _sure(turn, row, whole(person) or 0)
        case "unbind", [person, "yes"]:
            return await _unbind(turn, row, whole(person) or 0)
    return await _view(turn, row)


async def _view(turn: Turn, row: Row) -> Replies:
    number = row["id"]
    filed = await registry.occupations(turn.tx, number)
    contacts = await bindings.contacts(turn.tx, number)
    text = Text.of(
        Markup("<b>{}</b>").format(theirs(row["name"])),
        lines(
            field("统一社会信用代码", row["code"]),
            field("类型", f"{row['kind']}　{row['form']}"),
            field("法定代表人", row["legal_person"]),
            field("地址", row["address"]),
            field("登记的联系人", f"{row['contact']} {row['phone']}".strip()),
            field("备案日期", _day(row["filed_on"])),
            field("备注", row["note"]),
        ),
        lines(
            "备案职业（工种）：" if filed else "没有登记职业（工种）。",
            *(Markup("· {}：{}").format(theirs(o.name), "、".join(o.levels)) for o in filed[:20]),
            f"……共{len(filed)}个" if len(filed) > 20 else None,
        ),
        lines("绑定的联系人：" if contacts else "还没有绑定联系人。", *map(_contact, contacts)),
    )
    unbind = [
        [Button(f"解除绑定：{_name(c)}"[:40], data=f"reg:unbind:{number}:{c['user_id']}")]
        for c in contacts[:5]
    ]
    rows = [
        [
            Button("发邀请链接", data=f"reg:inv:{number}"),
            Button("变更历史", data=f"reg:hist:{number}"),
        ],
        [Button("办件", data=f"q:inst:{number}:0")],
        *unbind,
        [Button("机构列表", data="reg:page:0"), MENU],
    ]
    return [Say(text, keyboard(*rows))]


def _name(contact: Row) -> str:
    return contact["contact"] or contact["name"] or "联系人"


def _contact(contact: Row) -> Markup:
    gone = "（已停用机器人）" if contact["unreachable_since"] else ""
    phone = contact["phone"] or ""
    return Markup("· {} {}{}").format(theirs(_name(contact)), theirs(phone), gone)


async def _history(turn: Turn, row: Row) -> Replies:
    found = await registry.history(turn.tx, row["id"])
    said = [
        Markup("{}以前，{}：{} → {}（{}）").format(
            long_date(datetime.fromisoformat(h["until"])),
            theirs(h["what"]),
            theirs(h["before"]),
            theirs(h["after"]),
            h["source"],
        )
        for h in found
    ]
    text = Text.of(
        Markup("<b>{}</b>　登记变更历史").format(theirs(row["name"])),
        lines(*said) if said else "还没有变更过。",
    )
    return [Say(text, keyboard([Button("返回机构", data=f"reg:i:{row['id']}"), MENU]))]


async def _invite(turn: Turn, row: Row) -> Replies:
    token = secrets.token_urlsafe(12)
    who = turn.incoming.user_name
    await bindings.invite(turn.tx, row["id"], token, who, turn.now)
    await record(turn, f"institution:{row['id']}", "invite")
    link = f"https://t.me/{turn.services.bot_name}?start=inv_{token}"
    text = Text.of(
        Markup("请把下面的链接发给 <b>{}</b> 的联系人：").format(theirs(row["name"])),
        Markup("<code>{}</code>").format(link),
        f"链接只能用一次，{long_date(turn.now + bindings.VALID)}前有效（本中心设定）。"
        "再发一次，之前没用过的链接就作废。",
    )
    return [Say(text, keyboard([Button("返回机构", data=f"reg:i:{row['id']}"), MENU]))]


async def _sure(turn: Turn, row: Row, person: int) -> Replies:
    state = await institutions.membership(turn.tx, person, row["id"])
    if state != "bound":
        return [Toast("这位联系人已经不在绑定名单里。", alert=True)]
    text = Text.of(
        Markup("确定解除这位联系人和 {} 的绑定吗？").format(theirs(row["name"])),
        "解除后，对方看不到这家机构的登记内容和办件，也收不到通知。",
    )
    yes = Button("确定解除", data=f"reg:unbind:{row['id']}:{person}:yes")
    return [Say(text, keyboard([yes], [Button("不解除", data=f"reg:i:{row['id']}")]))]


async def _unbind(turn: Turn, row: Row, person: int) -> Replies:
    if not await bindings.unbind(turn.tx, person, row["id"]):
        return [Toast("这位联系人已经不在绑定名单里。", alert=True)]
    await record(turn, f"institution:{row['id']}", "unbind", detail={"person": person})
    told = Text.of(
        Markup("您已不再是 {} 的联系人。").format(theirs(row["name"])),
        "如有疑问，请联系忻州市职业技能服务中心。",
    )
    home = keyboard([Button("首页", data="home")])
    left = await cases.open_of(turn.tx, row["id"], person)
    hint = f"他提交的在办件还有{left}件，会通知这家机构其他绑定的联系人。" if left else None
    return [
        Say(told, home, to=person, unsure=WhenUnsure.RESEND),
        Say(
            Text.of("已解除绑定。", hint), keyboard([Button("返回机构", data=f"reg:i:{row['id']}")])
        ),
    ]
