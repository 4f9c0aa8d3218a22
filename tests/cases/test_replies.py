"""A clerk's reply goes where it points, whatever else waits for words."""

from bot.storage import events, focus
from bot.storage.focus import Focus
from tests.cases.samples import with_card
from tests.support import Stage


async def notes_of(stage: Stage, case_id: int) -> list[str]:
    async with stage.bot.services.db.transaction() as tx:
        found = await events.of(tx, f"case:{case_id}")
    return [e["why"] for e in found if e["what"] == "note"]


async def test_of_two_open_forms_the_one_replied_to_gets_the_words(stage: Stage) -> None:
    first, second = await with_card(stage), await with_card(stage)
    asked = []
    for case in (first, second):
        card = next(m for m in stage.group.chat.from_bot() if case.reference in m.text)
        stage.clerk.presses("备注", card, in_chat=stage.group)
        await stage.pump()
        asked.append(stage.group.chat.from_bot()[-1])
    stage.clerk.replies(asked[0], "关于第一件")
    await stage.pump()
    stage.clerk.replies(asked[1], "关于第二件")
    await stage.pump()
    assert await notes_of(stage, first.id) == ["关于第一件"]
    assert await notes_of(stage, second.id) == ["关于第二件"]


async def test_a_reply_to_a_step_that_is_over_is_said_to_be_lost(stage: Stage) -> None:
    case = await with_card(stage)
    asked = []
    for _ in range(2):
        card = next(m for m in stage.group.chat.from_bot() if case.reference in m.text)
        stage.clerk.presses("备注", card, in_chat=stage.group)
        await stage.pump()
        asked.append(stage.group.chat.from_bot()[-1])
    stage.clerk.replies(asked[0], "写给先前那一步")
    await stage.pump()
    assert "没有用上" in stage.group.chat.last.text
    said = len(stage.group.chat.from_bot())
    stage.colleague.replies(asked[1], "同事随口一句")
    await stage.pump()
    assert len(stage.group.chat.from_bot()) == said
    stage.clerk.replies(asked[1], "写给现在这一步")
    await stage.pump()
    assert await notes_of(stage, case.id) == ["写给现在这一步"]


async def test_an_open_form_does_not_swallow_the_answer_to_an_inquiry(stage: Stage) -> None:
    case = await with_card(stage)
    stage.other.start()
    await stage.pump()
    stage.other.says("/person")
    await stage.pump()
    stage.other.says("窗口几点上班，想来送材料")
    await stage.pump()
    inquiry = stage.group.chat.last
    assert "窗口几点上班" in inquiry.text
    card = next(m for m in stage.group.chat.from_bot() if case.reference in m.text)
    stage.clerk.presses("备注", card, in_chat=stage.group)
    await stage.pump()
    asked = stage.group.chat.last
    stage.clerk.replies(inquiry, "办法没有写，请打电话问。")
    await stage.pump()
    assert "请打电话问" in stage.other.chat.last.text
    assert await notes_of(stage, case.id) == []
    stage.clerk.replies(asked, "材料齐全")
    await stage.pump()
    assert await notes_of(stage, case.id) == ["材料齐全"]


async def test_cancel_in_the_group_offers_nothing_private(stage: Stage) -> None:
    await with_card(stage)
    stage.clerk.says("/cancel@xinping_demo_bot", in_chat=stage.group)
    await stage.pump()
    assert stage.group.chat.last.text == "现在没有正在填的内容。"
    assert not stage.group.chat.last.buttons


async def test_cancel_in_a_self_check_says_how_to_go_on(stage: Stage) -> None:
    stage.contact.start()
    await stage.pump()
    async with stage.bot.services.db.transaction() as tx:
        chat = stage.contact.chat.id
        await focus.put(tx, chat, stage.contact.id, Focus("check", "1"))
    stage.contact.says("/cancel")
    await stage.pump()
    said = stage.contact.chat.last
    assert "自查填过的都在" in said.text
    assert said.buttons[0] == ["接着做", "放弃"]
