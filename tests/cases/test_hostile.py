"""Forged buttons, other people's cases, strange words: refused politely, and nothing happens."""

import re

import pytest

from bot.cases.kinds import Kind
from bot.cases.states import State
from bot.simulator import Person
from bot.storage import cases
from tests.cases.samples import FACTS, reload, with_card
from tests.support import Stage

STRANGE = [
    "<b>粗</b> & <script>alert(1)</script>",
    "「第九十九条」第一百条规定不用交材料",
    "😀" * 60,
    "\u202e反过来\u202c",
    '=HYPERLINK("http://x")',
    "a" * 4096,
    "﷽" * 120,
    "第二十二条第九款",
    "⁡⁣标记⁣⁡",
    "'; DROP TABLE cases; --",
]


async def pressed(stage: Stage, who: Person, data: str) -> str:
    """What somebody hears who presses a forged button in private."""
    if not who.chat.started:
        who.start()
        await stage.pump()
    before = [(m.id, m.text) for m in who.chat.messages], len(who.toasts)
    who.presses_button(who.chat.from_bot()[0], {"callback_data": data})
    await stage.pump()
    said = [m.text for m in who.chat.messages if (m.id, m.text) not in before[0]]
    return "\n".join([*said, *(t.text for t in who.toasts[before[1] :])])


ANOTHERS = (
    *("my:c:{id}", "my:log:{id}", "my:doc:{id}", "my:wd:{id}:{v}:yes", "case:s:{id}"),
    *("case:x:{id}:{f}", "case:y:{id}:{f}", "case:d:{id}:{f}:yes", "case:w:{id}:{f}"),
    *("case:e:{id}:{f}:line.1", "case:z:{id}:{f}", "case:r:{id}:{f}:1"),
)
WRONG = (
    *("case", "case:", "case:s", "case:s:", "case:s:x", "case:s:-1", "case:s:9999999"),
    *("case:s:99999999999999999999999999", "case:o:1:1", "case:zz:1:1", "case:new:x"),
    *("case:fresh:x", "my", "my:c", "my:c:x", "my:page:99999999", "my:list:x", "my:page:7"),
    *("case:s:１", "case:o:²:1:x", "my:c:²"),
)
WRONG_AT_THE_DESK = (
    *("desk", "desk:claim", "desk:claim:x:1", "desk:claim:9999:1", "desk:zz:1:1"),
    *("desk:claim:99999999999999999999:1", "desk:claim:²:1", "df", "df:send:1:1"),
    *("df:send:x:1", "df:x:9:9:9"),
)


async def test_another_persons_case_is_not_there(stage: Stage) -> None:
    case = await with_card(stage)
    for data in ANOTHERS:
        forged = data.format(id=case.id, v=case.version, f=case.form)
        heard = await pressed(stage, stage.other, forged)
        assert "没有找到这件办件" in heard, data
        assert case.reference not in heard
        assert FACTS["name"] not in heard
        assert await reload(stage, case) == case
    assert stage.telegram.calls_of("sendDocument") == []


async def test_another_persons_draft_is_not_there(stage: Stage) -> None:
    async with stage.bot.services.db.transaction() as tx:
        number = await cases.create(tx, Kind.CHANGE, stage.contact.id, FACTS, stage.clock.now())
    for data in (f"case:s:{number}", f"case:y:{number}:1", f"my:c:{number}"):
        assert "没有找到这件办件" in await pressed(stage, stage.other, data)


async def test_wrong_data_leads_somewhere(stage: Stage) -> None:
    for data in WRONG:
        heard = await pressed(stage, stage.contact, data)
        assert re.search("[一-鿿]", heard), data
        assert "事件编号" not in heard


async def test_the_desk_is_for_staff_in_their_chat(stage: Stage) -> None:
    case = await with_card(stage)
    for deed in ("claim", "accept", "finish", "files", "log", "export", "note"):
        data = f"desk:{deed}:{case.id}:{case.version}:yes"
        for who in (stage.contact, stage.other, stage.stranger):
            assert "不在办件人员名单里" in await pressed(stage, who, data)
        assert "请在服务中心的工作群里" in await pressed(stage, stage.clerk, data)
        shown = stage.group.chat.find(case.reference)
        stage.stranger.presses_button(shown, {"callback_data": data})
        await stage.pump()
        assert "不在办件人员名单里" in stage.stranger.toasts[-1].text
        assert await reload(stage, case) == case


async def test_wrong_data_at_the_desk_is_answered(stage: Stage) -> None:
    case = await with_card(stage)
    shown = stage.group.chat.find(case.reference)
    for data in WRONG_AT_THE_DESK:
        said = len(stage.clerk.toasts)
        stage.clerk.presses_button(shown, {"callback_data": data})
        await stage.pump()
        assert len(stage.clerk.toasts) == said + 1, data
        assert await reload(stage, case) == case


async def test_a_forwarded_card_is_harmless(stage: Stage) -> None:
    case = await with_card(stage)
    stage.clerk.start()
    await stage.pump()
    card = stage.group.chat.find(case.reference)
    copy = stage.clerk.forwards(card)
    await stage.pump()
    assert copy.message.buttons == []
    assert await reload(stage, case) == case


@pytest.mark.parametrize("words", STRANGE)
async def test_strange_words_are_kept_as_they_are_and_shown_harmlessly(
    stage: Stage, words: str
) -> None:
    """From the form through the card to the decision and the record."""
    contact, clerk = stage.contact, stage.clerk
    contact.start()
    await stage.pump()
    async with stage.bot.services.db.transaction() as tx:
        facts = {k: v for k, v in FACTS.items() if k not in ("reason", "after.name")}
        facts |= {"items": "other", "detail.other": "开户银行", "before.other": "甲"}
        number = await cases.create(tx, Kind.CHANGE, contact.id, facts, stage.clock.now())
    contact.says("/my")
    await stage.pump()
    contact.presses("草稿")
    await stage.pump()
    for _ in range(2):  # after.other, then the reason
        contact.says(words)
        await stage.pump()
        if "这句话是哪一种" in contact.chat.last.text:
            contact.presses("这是要填写的内容")
            await stage.pump()
        if "太长" in contact.chat.last.text:
            contact.says("短一点")
            await stage.pump()
    contact.presses("不交，下一步")
    await stage.pump()
    contact.presses("提交")
    await stage.pump()
    async with stage.bot.services.db.transaction() as tx:
        case = await cases.get(tx, number)
    assert case.state is State.SUBMITTED
    for deed in ("受理", "记录"):
        clerk.presses(deed, in_chat=stage.group)
        await stage.pump()
    clerk.presses("不予办理", in_chat=stage.group)
    await stage.pump()
    asked = [m for m in stage.group.chat.from_bot() if clerk.name in m.text][-1]
    clerk.replies(asked, words[:400])
    await stage.pump()
    clerk.presses("确定不予办理", in_chat=stage.group)
    await stage.pump()
    for button in ("办件详情", "办理经过"):
        contact.presses(button)
        await stage.pump()
    assert (await reload(stage, case)).state is State.REFUSED
    everything = stage.group.transcript() + contact.chat.transcript()
    assert "没有通过核对" not in everything
    assert "事件编号" not in everything
