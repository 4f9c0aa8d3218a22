from collections.abc import Callable
from pathlib import Path

import pytest

from bot.answers.cards import CardKind, load_cards, read_cards
from bot.answers.places import KnowledgeError
from bot.measures import load

SOUND = """主题: 试
卡片:
  - 编号: one
    类型: 规定
    问题: 变更找谁？
    回答: 由服务中心受理。
    依据:
      - 条款: 第二十一条
        原文: 由忻州市职业技能服务中心负责受理
    问法: [找谁办变更, 变更归谁管, 去哪变更]
    相关: [two]
    自查: change
  - 编号: two
    类型: 没有规定
    问题: 几天办完？
    回答: 本办法没有写办理时限。
    最近条款:
      - 条款: 第二十一条
        原文: 按季度
    问法: [几天, 多久办好, 何时办完]
"""


@pytest.fixture
def problems(tmp_path: Path) -> Callable[[str, str], list[str]]:
    def of(old: str, new: str) -> list[str]:
        assert old in SOUND
        (tmp_path / "试.yaml").write_text(SOUND.replace(old, new, 1), encoding="utf-8")
        return [str(problem) for problem in read_cards(tmp_path, load())[1]]

    return of


def test_sound_cards_are_read(tmp_path: Path) -> None:
    (tmp_path / "试.yaml").write_text(SOUND, encoding="utf-8")
    one, two = load_cards(tmp_path, load())
    assert (one.kind, one.group, one.related, one.check) == (
        CardKind.STATED,
        "article:21",
        ("two",),
        "change",
    )
    assert (two.kind, two.group, two.nearest[0].words) == (CardKind.SILENT, "silent", "按季度")
    assert (one.file, one.line) == ("试.yaml", 3)


@pytest.mark.parametrize(
    ("old", "new", "line", "said"),
    [
        ("负责受理", "承担受理", 8, "与第二十一条的原文不一致"),
        ("第二十一条\n        原文: 由", "第四十条\n        原文: 由", 8, "不存在"),
        ("第二十一条\n        原文: 由", "21条\n        原文: 由", 8, "看不懂"),
        ("编号: two", "编号: one", 13, "重复"),
        ("相关: [two]", "相关: [three]", 3, "three"),
        ("编号: one", "编号: One!", 3, "编号写法不对"),
        ("类型: 规定", "类型: 规订", 4, "不认识"),
        ("问题: 变更找谁？", "问题: " + "变" * 30, 5, "30个字"),
        ("回答: 由服务中心受理。", "答: 由服务中心受理。", 6, "不认识的“答”"),
        ("自查: change", "自查: chang", 12, "不认识"),
        ("问法: [找谁办变更, 变更归谁管, 去哪变更]", "问法: [找谁办变更]", 10, "只有1种"),
        ("问法: [找谁办变更, 变更归谁管, 去哪变更]", "问法: 找谁", 10, "写成一列"),
        ("最近条款:", "依据:", 18, "不该有“依据”"),
        ("    类型: 规定", "    类型: 规定\n    类型: 规定", 5, "写了两次"),
        ("    问题: 变更找谁？", "   问题: 变更找谁？", 5, "缩进"),
    ],
)
def test_a_fault_is_named_with_file_line_and_remedy(
    problems: Callable[[str, str], list[str]], old: str, new: str, line: int, said: str
) -> None:
    found = problems(old, new)
    assert any(said in problem for problem in found), found
    assert all(problem.startswith("试.yaml 第") for problem in found)
    assert any(f"第{line}行" in problem for problem in found), found


def test_a_stated_card_needs_a_source(problems: Callable[[str, str], list[str]]) -> None:
    old = SOUND[SOUND.index("    依据:") : SOUND.index("    问法:")]
    assert any("没有“依据”" in problem for problem in problems(old, ""))


def test_no_cards_at_all_is_a_fault(tmp_path: Path) -> None:
    with pytest.raises(KnowledgeError, match="一张卡片也没有"):
        load_cards(tmp_path, load())
