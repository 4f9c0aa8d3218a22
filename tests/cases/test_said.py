"""What people type instead of pressing, and files that come when nobody asked for one."""

import re

import pytest

from bot.cases import materials
from bot.cases.case import LineState
from bot.cases.kinds import Kind
from bot.handlers.cases.parts import Screen
from bot.handlers.cases.said import named
from bot.handlers.cases.screens import progress
from bot.replies import Button, Keyboard, Text, keyboard
from bot.storage import cases
from tests.cases.samples import FACTS, submitted, with_card
from tests.cases.theatre import content_of
from tests.support import Stage

START = ("/change", "12140900400000001Y", "忻州虚构职业技术学院", "职业院校", "在忻州市")


def screen(*labels: str, waits: str = "choice") -> Screen:
    rows: Keyboard = keyboard(*([Button(label, data="x")] for label in labels))
    return Screen(Text.of("？"), rows, waits)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        ("上一步", "上一步"),
        ("返回", "上一步"),
        ("不填了", "保存退出"),
        ("算了", "保存退出"),
        ("地址", "☐ 地址"),
        ("机构名称", "☑ 机构名称"),
        ("没换", "没换，还是原来的单位"),
        ("登记地址变了", None),
        ("没", None),
        ("别的话", None),
    ],
)
def test_words_that_stand_on_a_button_press_it(words: str, meant: str | None) -> None:
    shown = screen(
        *("☐ 地址", "☑ 机构名称", "没换，还是原来的单位", "上一步", "保存退出"),
        *("登记地址变了，新址在忻州市内", "登记地址变了，新址不在忻州市内"),
    )
    found = named(words, shown)
    assert (found.text if found else None) == meant


def test_where_words_are_wanted_only_the_ways_out_are_buttons() -> None:
    shown = screen("上一步", "保存退出", "就是前面填的机构名称", waits="text")
    assert named("就是", shown) is None
    assert named("退出", shown) is not None
    assert named("取消", shown) is not None
    assert named("取消", shown, free=True) is None, "“取消”可能就是要填的内容"


async def say(stage: Stage, *words: str) -> str:
    for each in words:
        stage.contact.says(each)
        await stage.pump()
    return stage.contact.chat.last.text


async def test_a_form_can_be_filled_in_by_typing_alone(stage: Stage) -> None:
    await say(stage, *START, "张文 13800000000", "机构名称", "选好了", "没换")
    await say(stage, "就是前面填的机构名称", "忻州虚构技师学院", "升格", "稍后补", "稍后补")
    assert "请核对" in stage.contact.chat.last.text
    said = await say(stage, "提交")
    assert "已提交，办件编号" in said


async def test_leaving_by_words_loses_nothing(stage: Stage) -> None:
    said = await say(stage, *START, "张文 13800000000", "法定代表人", "选好了", "没换", "退出")
    assert "已保存" in said
    async with stage.bot.services.db.transaction() as tx:
        row = await tx.one("SELECT max(id) AS id FROM cases")
        assert row is not None
        case = await cases.get(tx, row["id"])
    assert "before.legal_rep" not in case.facts, "“退出”没有被当成姓名"


async def test_words_that_lead_nowhere_say_what_is_waited_for(stage: Stage) -> None:
    said = await say(stage, *START, "张文 13800000000", "随便")
    assert "要变更哪些内容" in said
    assert "请点下面的按钮" in stage.contact.chat.from_bot()[-2].text
    await say(stage, "机构名称", "选好了", "没换", "就是前面填的机构名称", "新名称学院", "升格")
    await say(stage, "交齐了")
    assert "还没有收到文件" in stage.contact.chat.from_bot()[-2].text
    await say(stage, "现在没有")
    assert "这一步等的是文件" in stage.contact.chat.from_bot()[-2].text


async def test_a_file_sent_at_once_is_shown_where_it_may_belong(stage: Stage) -> None:
    stage.contact.start()
    await stage.pump()
    async with stage.bot.services.db.transaction() as tx:
        case = await submitted(tx, stage)
    stage.contact.sends_photo(content_of("依据.jpg"))
    await stage.pump()
    assert "不知道是哪一份材料" in stage.contact.chat.last.text
    stage.contact.presses("补交：机构名称变更依据")
    await stage.pump()
    stage.contact.sends_photo(content_of("依据2.jpg"))
    await stage.pump()
    await say(stage, "交齐了")
    async with stage.bot.services.db.transaction() as tx:
        found = await cases.get(tx, case.id)
    assert [line.state for line in found.needed] == [LineState.GIVEN, LineState.LATER]


async def test_a_file_without_a_case_is_answered_as_before(stage: Stage) -> None:
    stage.other.start()
    await stage.pump()
    stage.other.sends_photo(content_of("照片.jpg"))
    await stage.pump()
    assert "没有等着上传的材料" in stage.other.chat.last.text


async def test_the_number_of_steps_does_not_jump_once_it_is_known_what_changes(
    stage: Stage,
) -> None:
    await say(stage, *START, "张文 13800000000", "法定代表人", "地址", "选好了")
    totals = set()
    for words in ("没换", "甲", "乙", "旧地址1号", "新地址2号", "登记地址变了，新址在忻州市内"):
        totals.update(re.findall(r"共约?(\d+)步", stage.contact.chat.last.text))
        await say(stage, words)
    totals.update(re.findall(r"共约?(\d+)步", stage.contact.chat.last.text))
    assert totals == {"19"}


async def test_an_estimate_is_called_one(stage: Stage) -> None:
    case = await with_card(stage)
    assert "共约" not in progress(case, "reason")
    async with stage.bot.services.db.transaction() as tx:
        facts = {k: v for k, v in FACTS.items() if k != "entity"}
        number = await cases.create(tx, Kind.CHANGE, stage.contact.id, facts, stage.clock.now())
        draft = await cases.get(tx, number)
    assert "共约" in progress(draft, "entity")
    assert len(materials.wanted(Kind.CHANGE, FACTS)) == 2
