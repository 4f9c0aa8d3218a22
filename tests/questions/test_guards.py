"""What belongs to others or to the staff stays there, whatever a button says."""

import pytest

from tests.support import Stage

OTHERS = (
    *("ask:ok:1", "ask:bad:1", "ask:why:1:wrong", "ask:none:1", "person:ask:1", "person:send:1"),
    *("person:rate:1:1", "check:from:1"),
)
STAFF = (
    *("inq:list:0", "inq:show:1", "inq:claim:1", "inq:back:1", "inq:reply:1", "inq:silent:1"),
    *("inq:silent:1:yes", "inq:close:1", "inq:close:1:yes", "inq:teach:1", "inq:undo:1"),
    *("inq:card:1:a22_faren", "inq:send:1"),
)
NONSENSE = ("ask:ok:", "ask:why:1:x", "person:rate:1:2", "person:ask:x", "inq:x:1", "text:a:99", "")


async def rows(stage: Stage, sql: str) -> list[tuple[object, ...]]:
    async with stage.bot.services.db.transaction() as tx:
        return [tuple(row) for row in await tx.all(sql)]


async def press(stage: Stage, data: str) -> None:
    """李敏 presses a button that was never shown to her."""
    message = stage.other.chat.from_bot()[-1]
    stage.other.presses_button(message, {"callback_data": data})
    await stage.pump()


@pytest.fixture
async def asked(stage: Stage) -> Stage:
    """张文 has asked, and handed a second question to the staff."""
    stage.contact.says("资料要留多久")
    await stage.pump()
    stage.contact.says("/person")
    await stage.pump()
    stage.contact.says("变更材料一式几份？")
    stage.other.says("/start")
    await stage.pump()
    return stage


@pytest.mark.parametrize("data", OTHERS)
async def test_nobody_judges_or_hands_over_the_question_of_another(asked: Stage, data: str) -> None:
    before = await rows(asked, "SELECT * FROM questions ORDER BY id")
    await press(asked, data)
    assert await rows(asked, "SELECT * FROM questions ORDER BY id") == before
    assert asked.other.spinning == 0


@pytest.mark.parametrize("data", STAFF)
async def test_only_listed_staff_handle_inquiries(asked: Stage, data: str) -> None:
    before = await rows(asked, "SELECT * FROM inquiries ORDER BY id")
    shown = len(asked.other.chat.from_bot())
    await press(asked, data)
    assert await rows(asked, "SELECT * FROM inquiries ORDER BY id") == before
    assert await rows(asked, "SELECT * FROM phrasings") == []
    assert len(asked.other.chat.from_bot()) == shown, "nothing of the queue is told"
    assert asked.other.toasts[-1].text == "只有名单上的工作人员可以办理"


@pytest.mark.parametrize("data", [d for d in NONSENSE if d])
async def test_a_button_of_nonsense_is_answered_and_harmless(asked: Stage, data: str) -> None:
    await press(asked, data)
    assert asked.other.spinning == 0
    assert not any("没有处理成功" in m.text for m in asked.other.chat.from_bot())


async def test_a_second_answer_to_the_same_inquiry_reaches_nobody(asked: Stage) -> None:
    card = next(m for m in asked.group.chat.from_bot() if "机构提问 1" in m.text)
    asked.clerk.replies(card, "一份。")
    asked.colleague.replies(card, "两份。")
    await asked.pump()
    told = [m.text for m in asked.contact.chat.from_bot() if "答：" in m.text]
    assert len(told) == 1
    assert "一份。" in told[0]


async def test_a_stranger_in_the_group_answers_nobody(asked: Stage) -> None:
    card = next(m for m in asked.group.chat.from_bot() if "机构提问 1" in m.text)
    asked.stranger.replies(card, "随便交。")
    await asked.pump()
    assert not any("答：" in m.text for m in asked.contact.chat.from_bot())


async def test_a_reply_goes_to_the_inquiry_whose_message_it_replies_to(asked: Stage) -> None:
    asked.other.says("/person")
    await asked.pump()
    asked.other.says("考评员一天最多能考几场？")
    await asked.pump()
    asked.clerk.presses("答复", in_chat=asked.group)  # of the newest card: 2
    await asked.pump()
    card = next(m for m in asked.group.chat.from_bot() if "机构提问 1" in m.text)
    asked.clerk.replies(card, "这是对第一个问题的答复。")
    await asked.pump()
    assert any("对第一个问题的答复" in m.text for m in asked.contact.chat.from_bot())
    assert not any("对第一个问题的答复" in m.text for m in asked.other.chat.from_bot())
