"""The demo page in a real browser, with a small bot on the other end."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from selenium.webdriver import ActionChains, Keys

from bot.simulator import Fault, TelegramServer
from bot.simulator.demo import DemoCast
from bot.simulator.state.images import placeholder
from bot.simulator.web import serve
from tests.simulator.browser import PHONE, Browser, browser
from tests.simulator.sample import polling_application, sample_cast, set_up

__all__ = ["browser"]
LEFT, RIGHT = 0, 1


@dataclass
class Stage:
    """The page, its server and its people."""

    server: TelegramServer
    cast: DemoCast
    url: str

    async def plays(self, story: Callable[..., None], *arguments: Any) -> None:
        """Run a story of blocking browser calls beside the server; nothing may go wrong."""
        await asyncio.to_thread(story, *arguments)
        assert self.server.violations == []


@pytest.fixture
async def stage() -> AsyncIterator[Stage]:
    server = TelegramServer()
    cast = sample_cast(server)
    serving = await serve(server, cast=cast)
    application = polling_application(serving.url)
    async with application:
        await set_up(application)
        await application.start()
        assert application.updater is not None
        await application.updater.start_polling()
        try:
            yield Stage(server, cast, serving.url)
        finally:
            await application.updater.stop()
            await application.stop()
            await serving.stop()


async def test_a_visitor_starts_asks_and_presses_buttons(stage: Stage, browser: Browser) -> None:
    def story() -> None:
        browser.opens(stage.url)
        assert "没有连接 Telegram" in browser.driver.find_element("id", "notice").text
        assert "解答《管理办法》" in browser.side(LEFT).text
        browser.clicks(LEFT, "开始")
        browser.sees(LEFT, "您好，这里是忻评助手")
        browser.clicks(LEFT, "备案期内能新增职业吗？")
        browser.sees(LEFT, "可以。新增职业")
        assert browser.texts(LEFT, "blockquote") == ["评价机构备案期内，可申请新增职业（工种）。"]
        browser.clicks(LEFT, "原文")
        browser.sees(LEFT, "第二十四条　评价机构备案期内")
        browser.clicks(LEFT, "说明")
        browser.waits(lambda: browser.texts(LEFT, ".dialog p") == ["评价机构备案期为三年。"])
        browser.clicks(LEFT, "好")
        browser.clicks(LEFT, "有用")
        browser.waits(lambda: browser.texts(LEFT, ".toast") == ["谢谢您的反馈"])
        browser.waits(lambda: not browser.all(LEFT, ".busy"))
        assert browser.complaints() == []

    await stage.plays(story)


async def test_whatever_people_write_stays_text(stage: Stage, browser: Browser) -> None:
    evil = '<img src=x onerror="document.title=1"> <b>粗</b> & "引号"'

    def story() -> None:
        browser.opens(stage.url)
        browser.clicks(LEFT, "开始")
        browser.sees(LEFT, "您好")
        browser.writes(LEFT, evil)
        browser.sees(LEFT, f"您说：{evil}")
        assert browser.all(LEFT, ".bubble img") == []
        assert browser.driver.title == "忻评助手 · 演示"
        assert browser.complaints() == []

    await stage.plays(story)


async def test_commands_reply_edit_and_delete(stage: Stage, browser: Browser) -> None:
    def menu(item: str) -> None:
        def opened() -> bool:
            mine = browser.all(LEFT, ".msg.mine .text")[-1]
            ActionChains(browser.driver).context_click(mine).perform()
            return bool(browser.all(LEFT, ".ctx"))

        browser.waits(opened)
        browser.clicks(LEFT, item, ".ctx button")

    def story() -> None:
        browser.opens(stage.url)
        browser.clicks(LEFT, "开始")
        browser.sees(LEFT, "您好")
        box = browser.side(LEFT).find_element("css selector", "textarea")
        box.send_keys("/as")
        browser.waits(lambda: browser.texts(LEFT, ".popup b") == ["/ask"])
        box.send_keys(Keys.ENTER)
        browser.sees(LEFT, "请写补正原因")
        browser.waits(lambda: box.get_attribute("placeholder") == "例如：缺租赁合同")
        browser.writes(LEFT, "缺合同")
        browser.sees(LEFT, "您说：缺合同")
        assert "请写补正原因" in browser.texts(LEFT, ".msg.mine .quoted")[-1]
        menu("编辑")
        box.send_keys(Keys.END, "一份\n")
        browser.sees(LEFT, "您改成了：缺合同一份")
        browser.sees(LEFT, "已编辑")
        menu("回复")
        browser.writes(LEFT, "补充")
        browser.waits(lambda: "缺合同一份" in browser.texts(LEFT, ".msg.mine .quoted")[-1])
        browser.sees(LEFT, "您说：补充")
        menu("删除")
        browser.clicks(LEFT, "删除", ".dialog button")
        browser.waits(lambda: browser.texts(LEFT, ".msg.mine .text")[-1].startswith("缺合同一份"))

    await stage.plays(story)


async def test_files_are_sent_alone_and_as_an_album_and_come_back(
    stage: Stage, browser: Browser, tmp_path: Path
) -> None:
    document = tmp_path / "营业执照.pdf"
    document.write_bytes(b"%PDF-1.7" * 100)
    pictures = [tmp_path / f"照片{n}.png" for n in range(3)]
    for n, picture in enumerate(pictures):
        picture.write_bytes(placeholder(60 + n, 40))

    def chooses(*files: Path) -> None:
        picker = browser.side(LEFT).find_element("css selector", "input[type=file]")
        picker.send_keys("\n".join(map(str, files)))
        browser.waits(lambda: bool(browser.all(LEFT, ".attach")))
        browser.all(LEFT, ".attach input[type=text]")[0].send_keys("说明")
        browser.clicks(LEFT, "发送", ".attach button")

    def story() -> None:
        browser.opens(stage.url)
        browser.clicks(LEFT, "开始")
        browser.sees(LEFT, "您好")
        chooses(document)
        browser.sees(LEFT, "回执-营业执照.pdf", ".file b")
        chooses(*pictures)
        browser.sees(LEFT, "收到图片 62×40")
        assert len(browser.all(LEFT, ".grid.n3 img")) == 3

    await stage.plays(story)
    person = stage.cast.left.seats[0].person
    sent = [m for m in person.chat.messages if m.content.photo]
    assert len({m.album for m in sent}) == 1
    assert [m.text for m in sent] == ["说明", "", ""]


async def test_files_can_be_pasted_and_dropped(stage: Stage, browser: Browser) -> None:
    give = """const data = new DataTransfer();
        data.items.add(new File(['内容'], arguments[2], {type: 'text/plain'}));
        arguments[0].dispatchEvent(arguments[1] === 'paste'
            ? new ClipboardEvent('paste', {clipboardData: data, bubbles: true})
            : new DragEvent('drop', {dataTransfer: data, bubbles: true}));"""

    def story() -> None:
        browser.opens(stage.url)
        browser.clicks(LEFT, "开始")
        browser.sees(LEFT, "您好")
        for selector, kind in (("textarea", "paste"), (".wall", "drop")):
            target = browser.side(LEFT).find_element("css selector", selector)
            browser.driver.execute_script(give, target, kind, f"{kind}.txt")
            browser.sees(LEFT, f"{kind}.txt", ".attach b")
            browser.clicks(LEFT, "发送", ".attach button")
            browser.sees(LEFT, f"回执-{kind}.txt", ".file b")

    await stage.plays(story)


async def test_it_shows_that_the_bot_is_typing_and_that_a_press_is_not_answered_yet(
    stage: Stage, browser: Browser
) -> None:
    person = stage.cast.left.seats[0].person
    person.start()
    await stage.server.until(lambda: "您好" in person.chat.last.text)
    stage.server.faults.always("answerCallbackQuery", Fault.server_error())
    token, params = stage.server.bot.token, {"chat_id": person.id, "action": "typing"}
    loop = asyncio.get_running_loop()

    def story() -> None:
        browser.opens(stage.url)
        typing = stage.server.call(token, "sendChatAction", params)
        asyncio.run_coroutine_threadsafe(typing, loop).result(5)
        browser.sees(LEFT, "正在输入", ".bar p")
        browser.clicks(LEFT, "说明")
        browser.waits(lambda: len(browser.all(LEFT, ".busy")) == 1)

    await stage.plays(story)


async def test_the_staff_group_shows_names_and_people_can_be_changed(
    stage: Stage, browser: Browser
) -> None:
    def story() -> None:
        browser.opens(stage.url)
        browser.writes(RIGHT, "大家好")
        browser.sees(RIGHT, "大家好")
        browser.waits(lambda: "1" in browser.texts(RIGHT, ".people button")[1])
        browser.clicks_on(RIGHT, ".people button", 1)
        browser.waits(lambda: "赵科长" in browser.texts(RIGHT, ".who"))
        browser.writes(RIGHT, "收到")
        browser.clicks_on(RIGHT, ".back")
        browser.sees(RIGHT, "小刘：收到", ".chats .line")
        browser.clicks(RIGHT, "忻评助手", ".chats b")
        browser.clicks(RIGHT, "开始")
        browser.sees(RIGHT, "您好")

    await stage.plays(story)


async def test_inline_mode_offers_results_to_choose_from(stage: Stage, browser: Browser) -> None:
    def story() -> None:
        browser.opens(stage.url)
        box = browser.side(RIGHT).find_element("css selector", "textarea")
        box.send_keys("@xinping_demo_bot 备案")
        browser.waits(lambda: browser.texts(RIGHT, ".popup b") == ["第7条", "第24条"])
        box.send_keys(Keys.DOWN, Keys.ENTER)
        browser.sees(RIGHT, "第24条：备案")
        assert "@xinping_demo_bot" in browser.texts(RIGHT, ".fwd")[-1]

    await stage.plays(story)


async def test_a_start_link_inside_the_page_starts_with_its_payload(
    stage: Stage, browser: Browser
) -> None:
    person = stage.cast.left.seats[0].person
    person.start()
    await stage.server.until(lambda: "您好" in person.chat.last.text)

    def story() -> None:
        browser.opens(stage.url)
        browser.writes(LEFT, "https://t.me/xinping_demo_bot?start=inv_9")
        browser.sees(LEFT, "您说：https://t.me/")
        browser.clicks(LEFT, "https://t.me/xinping_demo_bot?start=inv_9", ".text a")
        browser.sees(LEFT, "邀请 inv_9")

    await stage.plays(story)


async def test_on_a_narrow_screen_there_are_two_tabs_with_what_is_unread(
    stage: Stage, browser: Browser
) -> None:
    staff = stage.cast.right.seats[0].person
    group = stage.cast.right.groups[0]

    def story() -> None:
        browser.sized(PHONE, touch=True)
        browser.opens(stage.url)
        assert [side.is_displayed() for side in (browser.side(LEFT), browser.side(RIGHT))] == [
            True,
            False,
        ]
        loop.call_soon_threadsafe(lambda: staff.says("有新件", in_chat=group))
        browser.waits(lambda: "1" in browser.driver.find_element("id", "tabs").text)
        tab = browser.driver.find_elements("css selector", ".tabs button")[1]
        tab.click()
        browser.sees(RIGHT, "有新件")
        width = browser.driver.execute_script("return document.documentElement.scrollWidth")
        assert width <= PHONE[0]

    loop = asyncio.get_running_loop()
    await stage.plays(story)


async def test_everything_can_be_reached_and_is_named_for_a_screen_reader(
    stage: Stage, browser: Browser
) -> None:
    nameless = """return [...document.querySelectorAll('button, textarea, input:not([hidden])')]
        .filter(e => e.offsetParent && !e.closest('label'))
        .filter(e => !e.getAttribute('aria-label') && !e.textContent.trim())
        .map(e => e.outerHTML)"""

    def story() -> None:
        browser.opens(stage.url)
        browser.clicks(LEFT, "开始")
        browser.sees(LEFT, "您好")
        assert browser.driver.execute_script(nameless) == []
        first = browser.all(LEFT, ".keyboard button")[0]
        browser.driver.execute_script("arguments[0].focus()", first)
        browser.driver.switch_to.active_element.send_keys(Keys.ENTER)
        browser.sees(LEFT, "第二十四条　评价机构备案期内")
        assert browser.driver.switch_to.active_element.text == "原文"

    await stage.plays(story)
