"""The whole story of the demo, in a real browser: what a first-time visitor does.

`XINPING_PICTURES=docs/images pytest tests/story` also writes the pictures of the README.
"""

from __future__ import annotations

import asyncio
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from bot.cli.demo import demo
from bot.simulator.state.images import placeholder
from tests.simulator.browser import PHONE, Browser, browser

__all__ = ["browser"]
LEFT, RIGHT = 0, 1


class Visitor:
    """Somebody at the page; each scene may leave a picture."""

    def __init__(self, browser: Browser, pictures: Path) -> None:
        self.browser = browser
        self._pictures = pictures

    def picture(self, name: str) -> None:
        """Waits until nothing moves, then takes a picture."""
        self.browser.waits(lambda: not self.browser.all(LEFT, ".busy"))
        self.browser.pictures(self._pictures / f"{name}.png")

    def presses(self, side: int, *buttons: str) -> None:
        """One button after the other, each when it is there."""
        for words in buttons:
            self.browser.clicks(side, words)

    def says(self, words: str, then: str) -> None:
        """Types and waits for what is to come."""
        self.browser.writes(LEFT, words)
        self.browser.sees(LEFT, then)

    def uploads(self, path: Path) -> None:
        """Chooses a file and sends it."""
        box = self.browser.side(LEFT).find_element("css selector", "input[type=file]")
        box.send_keys(str(path))
        self.presses(LEFT, "发送")
        self.browser.waits(lambda: not self.browser.all(LEFT, ".dialog"))


def writes_papers(folder: Path) -> None:
    """Invented papers to hand in."""
    for name in ("书面申请.pdf", "任职文件.pdf"):
        (folder / name).write_bytes(b"%PDF-1.4\n" + name.encode())
    (folder / "身份证复印件.jpg").write_bytes(placeholder(300, 200))


def asks(visitor: Visitor, url: str) -> None:
    visitor.browser.opens(url)
    visitor.presses(LEFT, "开始")
    visitor.browser.sees(LEFT, "我是忻评助手")
    visitor.says("换老板要带啥", "「法人变更的需提供书面申请材料")
    visitor.says("法人变更几天能办完", "本办法没有")
    visitor.picture("ask")


def checks(visitor: Visitor) -> None:
    visitor.says("/check", "自查就是一步步问")
    visitor.presses(LEFT, "新增职业（工种）自查", "已在忻州市备案", "没有备案", "水平评价类")
    visitor.presses(LEFT, "社会培训评价组织", "4个", "3个")
    visitor.presses(LEFT, "一样，或备案名单只有一种数法", "1个")
    visitor.picture("check")
    visitor.presses(LEFT, "其余都做到、没有不良记录，下一步", "其余都有、没有兼任，下一步")
    visitor.presses(LEFT, "两处都是租的", "其余都有、都符合，下一步", "还没有问过")
    visitor.presses(LEFT, "核对无误，看结论")
    visitor.browser.sees(LEFT, "待核实")
    visitor.picture("verdict")


def reports_a_change(visitor: Visitor, papers: Path) -> None:
    visitor.browser.writes(LEFT, "/change")
    visitor.says("52140900MJ00000011", "机构全称")
    visitor.says("晨光职业技术学校（虚构）", "按哪一类备案")
    visitor.presses(LEFT, "职业院校（含技工院校）", "在忻州市备案")
    visitor.browser.sees(LEFT, "联系人")
    visitor.browser.writes(LEFT, "张文 13800000000")
    visitor.presses(LEFT, "☐ 法定代表人", "选好了", "没换，还是原来的单位")
    visitor.says("赵一（虚构）", "新的法定代表人")
    visitor.says("钱二（虚构）", "原因")
    visitor.browser.writes(LEFT, "原校长退休，新校长到任。")
    for name in ("书面申请.pdf", "身份证复印件.jpg", "任职文件.pdf"):
        visitor.uploads(papers / name)
        visitor.presses(LEFT, "交齐了，下一步")
    visitor.picture("review")
    visitor.presses(LEFT, "提交")


def decides(visitor: Visitor) -> None:
    visitor.presses(RIGHT, "领取", "受理")
    visitor.browser.sees(LEFT, "已受理")
    visitor.picture("desk")
    visitor.presses(RIGHT, "办结", "确定办结")
    visitor.browser.sees(LEFT, "已办结")
    visitor.picture("demo")
    visitor.browser.sized(PHONE, touch=True)
    visitor.picture("phone")


@pytest.mark.timeout(170)
async def test_a_visitor_asks_checks_reports_a_change_and_the_staff_decide(
    browser: Browser, tmp_path: Path
) -> None:
    visitor = Visitor(browser, Path(os.environ.get("XINPING_PICTURES", tmp_path / "pictures")))
    await asyncio.to_thread(writes_papers, tmp_path)
    async with demo(tmp_path / "data") as (url, server):
        scenes: list[Callable[[], None]] = [
            lambda: asks(visitor, url),
            lambda: checks(visitor),
            lambda: reports_a_change(visitor, tmp_path),
            lambda: decides(visitor),
        ]
        for scene in scenes:
            try:
                await asyncio.to_thread(scene)
            except Exception:
                await asyncio.to_thread(browser.pictures, Path("build/failed.png"))
                raise
        assert server.violations == []
    assert browser.complaints() == []
