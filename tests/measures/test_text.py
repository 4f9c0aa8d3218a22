import re

import pytest

from bot.measures import NOTICE, Citation, load
from bot.measures.numerals import from_chinese, to_chinese
from bot.measures.text import KNOWLEDGE


def without_space(text: str) -> str:
    return re.sub(r"\s+", "", text)


def test_everything_in_order_equals_the_source_but_for_white_space() -> None:
    source = (KNOWLEDGE / "measures-2024.txt").read_text(encoding="utf-8")
    assert without_space("".join(load().printed())) == without_space(source)


def test_34_articles_in_8_chapters_none_missing() -> None:
    measures = load()
    assert [chapter.number for chapter in measures.chapters] == list(range(1, 9))
    assert list(measures.articles) == list(range(1, 35))


def test_paragraphs_and_items_are_counted_as_printed() -> None:
    articles = load().articles
    several = {n: len(a.paragraphs) for n, a in articles.items() if len(a.paragraphs) > 1}
    assert several == {2: 4, 3: 4, 7: 2, 8: 2, 15: 4, 18: 2, 19: 2, 20: 2, 22: 3}
    items = {n: [i.mark for p in a.paragraphs for i in p.items] for n, a in articles.items()}
    assert {n: marks for n, marks in items.items() if marks} == {
        11: ["（一）", "（二）", "（三）", "（四）", "(五)"],
        24: ["（一）", "（二）", "（三）"],
    }


@pytest.mark.parametrize("slip", ["高技工", "行爲", "参加《国家职业技能标准编制技术规程》", "(五)"])
def test_the_slips_of_the_source_are_kept(slip: str) -> None:
    assert slip in "\n".join(load().printed())


def test_sentences_cut_by_a_page_break_are_joined() -> None:
    assert load().quotes(Citation(22, 1), "法人及备案信息变更，需提供相应材料。")
    assert load().quotes(Citation(24, None, 3), "理论、实操场地，评价设施设备")
    assert load().quotes(NOTICE, "现印发给你们，请认真贯彻执行")


def test_words_that_do_not_stand_there_are_no_quotation() -> None:
    assert not load().quotes(Citation(24, None, 2), "自有与所申请职业（工种）")
    assert not load().quotes(Citation(24, None, 4), "自有")
    assert not load().quotes(Citation(40), "自有")
    assert not load().quotes(Citation(24), "")


@pytest.mark.parametrize(
    ("citation", "label"),
    [
        (Citation(24, None, 1), "第二十四条第（一）项"),
        (Citation(22, 2), "第二十二条第二款"),
        (Citation(10), "第十条"),
        (NOTICE, "印发通知"),
    ],
)
def test_a_citation_is_written_as_documents_write_it(citation: Citation, label: str) -> None:
    assert citation.label == label
    assert Citation.parse(label) == citation


def test_every_number_is_read_back() -> None:
    assert [from_chinese(to_chinese(n)) for n in range(1, 100)] == list(range(1, 100))
    with pytest.raises(ValueError, match="中文数字"):
        from_chinese("二四")
