"""Pressed buttons and inline mode."""

from __future__ import annotations

import pytest

from bot.simulator import ManualClock, Person, TelegramServer
from tests.simulator.api import Api, Refused

KEYS = {
    "inline_keyboard": [
        [{"text": "甲", "callback_data": "a"}, {"text": "乙", "callback_data": "b"}]
    ]
}


async def pressed(api: Api, alice: Person) -> str:
    await api("sendMessage", chat_id=alice.id, text="选", reply_markup=KEYS)
    return str(alice.presses("甲").query_id)


async def test_a_press_tells_the_bot_message_and_data(api: Api, alice: Person) -> None:
    await api("sendMessage", chat_id=alice.id, text="选", reply_markup=KEYS)
    query = alice.presses("乙").update["callback_query"]
    assert query["data"] == "b"
    assert query["message"]["text"] == "选"
    assert query["message"]["reply_markup"] == KEYS


async def test_an_answer_shows_a_toast_or_a_dialog(api: Api, alice: Person) -> None:
    first, second = await pressed(api, alice), await pressed(api, alice)
    assert alice.spinning == 2
    await api("answerCallbackQuery", callback_query_id=first, text="好")
    await api("answerCallbackQuery", callback_query_id=second, text="注意", show_alert=True)
    assert [(t.text, t.alert) for t in alice.toasts] == [("好", False), ("注意", True)]
    assert alice.spinning == 0


async def test_an_answer_has_at_most_200_characters(api: Api, alice: Person) -> None:
    query = await pressed(api, alice)
    with pytest.raises(Refused, match="MESSAGE_TOO_LONG"):
        await api("answerCallbackQuery", callback_query_id=query, text="字" * 201)
    await api("answerCallbackQuery", callback_query_id=query, text="字" * 200)


async def test_an_answer_that_comes_too_late_is_refused_by_the_clock(
    api: Api, clock: ManualClock, alice: Person
) -> None:
    query = await pressed(api, alice)
    clock.advance(16)
    with pytest.raises(
        Refused, match="query is too old and response timeout expired or query ID is invalid"
    ):
        await api("answerCallbackQuery", callback_query_id=query)
    assert not api.server.violations


async def test_a_second_answer_and_an_invented_query_are_the_bots_own_mistake(
    api: Api, alice: Person
) -> None:
    query = await pressed(api, alice)
    await api("answerCallbackQuery", callback_query_id=query)
    for wrong in (query, "1"):
        with pytest.raises(Refused, match="query is too old"):
            await api("answerCallbackQuery", callback_query_id=wrong)
    assert len(api.server.violations) == 2


async def test_a_double_press_makes_two_queries(api: Api, alice: Person) -> None:
    await api("sendMessage", chat_id=alice.id, text="选", reply_markup=KEYS)
    act = alice.double_presses("甲")
    assert len({u["callback_query"]["id"] for u in act.updates}) == 2


async def test_a_person_presses_only_what_is_there(api: Api, alice: Person) -> None:
    with pytest.raises(LookupError, match="没有按钮“丙”"):
        alice.presses("丙")


async def test_url_and_copy_buttons_stay_with_the_person(api: Api, alice: Person) -> None:
    rows = [
        [{"text": "网站", "url": "https://a.cn/x"}],
        [{"text": "复制", "copy_text": {"text": "XP-1"}}],
        [{"text": "邀请", "url": "https://t.me/xinping_demo_bot?start=inv_1"}],
    ]
    await api("sendMessage", chat_id=alice.id, text="x", reply_markup={"inline_keyboard": rows})
    alice.presses("网站")
    alice.presses("复制")
    assert (alice.opened, alice.copied) == (["https://a.cn/x"], ["XP-1"])
    assert alice.presses("邀请").update["message"]["text"] == "/start inv_1"


def article(number: int, **more: object) -> dict[str, object]:
    content = {"message_text": f"<b>第{number}条</b>", "parse_mode": "HTML"}
    return {
        "type": "article",
        "id": str(number),
        "title": "条",
        "input_message_content": content,
        **more,
    }


async def test_inline_results_are_chosen_and_sent_through_the_bot(
    api: Api, server: TelegramServer, alice: Person
) -> None:
    group = server.group("工作群", [alice])
    query = alice.types_inline("第七条", in_chat=group)
    assert query.update["inline_query"]["query"] == "第七条"
    await api(
        "answerInlineQuery", inline_query_id=query.query_id, results=[article(7, reply_markup=KEYS)]
    )
    sent = alice.chooses_inline(0, in_chat=group).message
    assert sent.text == "第7条"
    assert sent.via_bot is server.bot.user
    inline_id = alice.presses("甲", sent).update["callback_query"]["inline_message_id"]
    assert await api("editMessageText", inline_message_id=inline_id, text="改过") is True
    assert sent.text == "改过"


async def test_bad_inline_answers_are_refused(api: Api, alice: Person) -> None:
    query = alice.types_inline("x").query_id
    for results, words in (
        ([article(1), article(1)], "RESULT_ID_DUPLICATE"),
        ([article(n) for n in range(51)], "RESULTS_TOO_MUCH"),
        ([{**article(1), "title": ""}], "ARTICLE_TITLE_EMPTY"),
        ([{"type": "gif", "id": "1"}], "501"),
    ):
        with pytest.raises(Refused, match=words):
            await api("answerInlineQuery", inline_query_id=query, results=results)
