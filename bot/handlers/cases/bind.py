"""A contact accepts an invitation. Routes: inv:yes:<token>, inv:no. Link: /start inv_<token>."""

from __future__ import annotations

import re

from markupsafe import Markup

from bot.cases.transitions import Role
from bot.handlers.cases.parts import HOME, theirs
from bot.replies import Button, Replies, Say, Text, WhenUnsure, keyboard
from bot.storage import bindings, events, institutions
from bot.storage.database import Row
from bot.turn import Turn

_TOKEN = re.compile(r"[A-Za-z0-9_-]{8,40}")
_BAD = Text.of(
    "这个邀请链接已经用过、过期或作废了。",
    "请联系忻州市职业技能服务中心，请工作人员再发一个。不绑定也可以查规定、做自查、报变更。",
)


async def start(turn: Turn, token: str) -> Replies:
    """Shows who invites, before anything is bound."""
    if not turn.incoming.private:
        return []
    found = await _valid(turn, token)
    if found is None:
        return [Say(_BAD, keyboard([HOME]))]
    if await institutions.membership(turn.tx, turn.user_id, found["institution_id"]) == "bound":
        text = Text.of(Markup("您已经是 {} 的联系人了。").format(theirs(found["name"])))
        return [Say(text, keyboard(_new(), [HOME]))]
    text = Text.of(
        Markup("忻州市职业技能服务中心邀请您作为 <b>{}</b> 的联系人。").format(
            theirs(found["name"])
        ),
        "绑定以后，报变更不用再填机构信息，也能看到这家机构的办件，收到中心的通知。",
        "如果您不是这家机构的人，请不要绑定。",
    )
    rows = [[Button("确认绑定", data=f"inv:yes:{token}")], [Button("不是我", data="inv:no")]]
    return [Say(text, keyboard(*rows))]


async def pressed(turn: Turn) -> Replies:
    """The answer to the invitation."""
    match turn.incoming.data.split(":"):
        case ["inv", "yes", token] if turn.incoming.private:
            found = await _valid(turn, token)
            if found is not None and await bindings.accept(turn.tx, found, turn.user_id, turn.now):
                return await _bound(turn, found)
            return [Say(_BAD, keyboard([HOME]))]
        case ["inv", "no"]:
            return [Say(Text.of("好的，没有绑定。"), keyboard([HOME]))]
    return [Say(_BAD, keyboard([HOME]))]


async def _valid(turn: Turn, token: str) -> Row | None:
    if not _TOKEN.fullmatch(token):
        return None
    found = await bindings.invitation(turn.tx, token)
    if found is None or found["used_at"] is not None or not found["filed"]:
        return None
    return found if found["until"] > turn.now.isoformat() else None


async def _bound(turn: Turn, found: Row) -> Replies:
    await events.append(
        turn.tx,
        f"institution:{found['institution_id']}",
        turn.now,
        actor=turn.user_id,
        actor_name=turn.incoming.user_name,
        role=Role.CONTACT,
        what="bind",
    )
    text = Text.of(
        Markup("已绑定。您现在是 <b>{}</b> 的联系人。").format(theirs(found["name"])),
        "办理情况和中心的通知都会发到这里。",
    )
    told = Text.of(
        Markup("{} 的联系人已绑定：{}").format(
            theirs(found["name"]), theirs(turn.incoming.user_name)
        )
    )
    seen = [Button("看这家机构", data=f"reg:i:{found['institution_id']}")]
    return [
        Say(text, keyboard(_new(), [HOME]), unsure=WhenUnsure.RESEND),
        Say(told, keyboard(seen), to=turn.services.staff_chat),
    ]


def _new() -> list[Button]:
    return [Button("报变更", data="case:new:change"), Button("申请新增", data="case:new:add")]
