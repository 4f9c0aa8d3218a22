"""An official edits a card while the bot runs: the new words answer, a slip changes nothing."""

import shutil
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.edits import Edits
from bot.live import LiveAnswers
from bot.measures.text import KNOWLEDGE
from tests.support import Stage, on_stage

CARD = """主题: 变更
卡片:
  - 编号: receiver
    类型: 规定
    问题: 变更由谁受理？
    回答: 由忻州市职业技能服务中心受理。
    依据:
      - 条款: 第二十一条
        原文: 由忻州市职业技能服务中心负责受理
    问法: [变更归谁管, 换法人找哪儿, 地址变了跟谁说, 变更材料送哪里, 谁收变更, 改名字找谁,
      变更哪儿办, 换老板上哪办, 搬家了报给谁, 变更受理单位, 哪里受理变更, 变更窗口是哪家]
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Knowledge with a single card."""
    folder = tmp_path / "knowledge"
    shutil.copytree(KNOWLEDGE, folder, ignore=lambda *_: {"cards", "questions"})
    (folder / "cards").mkdir()
    (folder / "cards" / "change.yaml").write_text(CARD, encoding="utf-8")
    return folder


@pytest.fixture
async def stage(
    tmp_path: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> AsyncIterator[Stage]:
    small = LiveAnswers.load({}, folder)
    monkeypatch.setattr("bot.assemble.LiveAnswers.load", lambda extra: small)
    async with on_stage(tmp_path / "data") as ready:
        yield ready


async def test_an_edited_card_answers_without_a_restart(stage: Stage, folder: Path) -> None:
    edited = CARD.replace("由忻州市职业技能服务中心受理。", "归忻州市职业技能服务中心受理。")
    (folder / "cards" / "change.yaml").write_text(edited, encoding="utf-8")
    await look_twice(stage)
    assert "知识文件有改动，已经启用：现有1张卡片。" in stage.group.chat.from_bot()[-1].text
    stage.contact.says("变更归谁管")
    await stage.pump()
    assert "归忻州市职业技能服务中心受理。" in stage.contact.chat.from_bot()[-1].text


async def test_a_slip_is_named_and_the_old_answers_stay(stage: Stage, folder: Path) -> None:
    wrong = CARD.replace("服务中心负责受理", "服务中心负责处理")
    (folder / "cards" / "change.yaml").write_text(wrong, encoding="utf-8")
    await look_twice(stage)
    told = stage.group.chat.from_bot()[-1].text
    assert "没有启用" in told
    assert "change.yaml" in told
    assert "第8行" in told
    stage.contact.says("变更归谁管")
    await stage.pump()
    assert "由忻州市职业技能服务中心受理。" in stage.contact.chat.from_bot()[-1].text


async def test_a_start_with_a_slip_leaves_out_the_card_and_says_so(
    tmp_path: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    wrong = CARD.replace("服务中心负责受理", "服务中心负责处理")
    (folder / "cards" / "change.yaml").write_text(wrong, encoding="utf-8")
    small = LiveAnswers.load({}, folder)
    monkeypatch.setattr("bot.assemble.LiveAnswers.load", lambda extra: small)
    async with on_stage(tmp_path / "data") as stage:
        await stage.pump()
        assert "change.yaml 第8行" in stage.group.chat.from_bot()[-1].text
        stage.contact.says("第二十一条")
        await stage.pump()
        assert "由忻州市职业技能服务中心负责受理" in stage.contact.chat.from_bot()[-1].text


async def look_twice(stage: Stage) -> None:
    """The first look sees that files are being saved, the second that all is quiet again."""
    for _ in range(2):
        await stage.bot.look_around()
        await stage.bot.settle()


def test_files_still_being_saved_are_waited_for(folder: Path) -> None:
    edits = Edits(folder)
    assert not edits.settled()
    for number in range(3):
        (folder / "cards" / f"new{number}.yaml").write_text("主题: 新", encoding="utf-8")
        assert not edits.settled()
    assert edits.settled()
    assert not edits.settled()
