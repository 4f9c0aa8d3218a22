import shutil
from pathlib import Path
from typing import Any

import pytest

from bot.answers import compiled as module
from bot.answers.cards import Card, CardKind
from bot.answers.compiled import compiled
from bot.answers.engine import Answerer
from bot.answers.places import KnowledgeError
from bot.measures.text import KNOWLEDGE

CARDS = """主题: 试
卡片:
  - 编号: one
    类型: 规定
    问题: 变更找谁？
    回答: 由服务中心受理，见《办法》第二十一条。
    依据:
      - 条款: 第二十一条
        原文: 由忻州市职业技能服务中心负责受理
    问法: [找谁办变更, 变更归谁管, 去哪变更]
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    copy = tmp_path / "knowledge"
    (copy / "cards").mkdir(parents=True)
    for name in ("measures.yaml", "chat.yaml", "elsewhere.yaml", "terms.yaml", "articles.yaml"):
        shutil.copy(KNOWLEDGE / name, copy)
    (copy / "cards" / "one.yaml").write_text(CARDS, encoding="utf-8")
    return copy


def test_the_cache_gives_the_same_and_is_made_anew_after_an_edit(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    cache = tmp_path / "cache"
    first = compiled(folder, cache)
    builds: list[int] = []
    real = module.compile_knowledge

    def counted(*given: Any) -> Any:
        builds.append(1)
        return real(*given)

    monkeypatch.setattr(module, "compile_knowledge", counted)
    again = compiled(folder, cache)
    assert not builds
    assert again == first
    with (folder / "terms.yaml").open("a", encoding="utf-8") as terms:
        terms.write("\n# 改了一个字\n")
    compiled(folder, cache)
    assert builds == [1]
    Answerer.load(folder, cache=cache, extra_phrasings={"one": ["换牌照去哪"]})
    assert builds == [1]


def test_phrasings_from_the_staff_count_at_once(folder: Path) -> None:
    base = Answerer.load(folder)
    taught = base.taught({"one": ["阿里巴巴芝麻开门", "", "？"], "gone": ["x"]})
    assert taught.answer("阿里巴巴芝麻开门").card == "one"
    near = "阿里巴巴的芝麻开了门吗"
    assert taught.answer(near).card == "one"
    assert base.answer(near).card is None


def test_a_phrasing_taught_weighs_about_as_much_as_one_in_the_files(
    folder: Path, tmp_path: Path
) -> None:
    more = "芝麻开门去哪"
    taught = Answerer.load(folder).taught({"one": [more]}).matcher
    path = folder / "cards" / "one.yaml"
    path.write_text(CARDS.replace("去哪变更]", f"去哪变更, {more}]"), encoding="utf-8")
    written = Answerer.load(folder).matcher
    text = "芝麻去哪开门"
    one, other = taught.match(text).best, written.match(text).best
    assert one.label == other.label
    assert one.score == pytest.approx(other.score, rel=0.25)


def test_teaching_is_forgotten_when_it_is_taken_back(folder: Path) -> None:
    base = Answerer.load(folder)
    assert base.taught({"one": ["芝麻开门"]}).matcher != base.matcher
    assert base.taught({}).matcher == base.matcher


def test_cards_from_the_staff_count_at_once(folder: Path) -> None:
    card = Card(
        "two", CardKind.SILENT, "试", "芝麻开门吗？", "本办法没有规定芝麻开门。", ("芝麻开门",)
    )
    answer = Answerer.load(folder, extra_cards=[card]).answer("芝麻开门")
    assert (answer.kind.value, answer.card) == ("not_stated", "two")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("第二十一条。", "第四十条。"),
        ("受理，", "「乱引」，"),
        ("受理，见《办法》第二十一条", "第21条"),
    ],
)
def test_a_card_whose_answer_does_not_hold_is_blocked(folder: Path, old: str, new: str) -> None:
    path = folder / "cards" / "one.yaml"
    path.write_text(CARDS.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(KnowledgeError, match=r"one.yaml 第3行.*one"):
        Answerer.load(folder)
    assert "one" not in Answerer.load(folder, strict=False).knowledge.cards


def test_a_damaged_list_is_named(folder: Path) -> None:
    (folder / "articles.yaml").write_text("40: {题: 没有}\n", encoding="utf-8")
    (folder / "chat.yaml").write_text("问候:\n  kind: hallo\n", encoding="utf-8")
    with pytest.raises(KnowledgeError) as caught:
        Answerer.load(folder)
    assert [p.file for p in caught.value.problems] == ["articles.yaml", "chat.yaml"]
