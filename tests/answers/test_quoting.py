from bot.answers.cards import Source
from bot.answers.quoting import blocks, gathered, whole
from bot.measures import NOTICE, Citation, load

M = load()


def test_a_scrap_becomes_the_whole_paragraph_with_its_number() -> None:
    found = whole(Source(Citation(20), "不少于3年"), M)
    assert found == Source(Citation(20, 2), M.words(Citation(20, 2)))


def test_a_scrap_of_an_item_becomes_the_item() -> None:
    assert whole(Source(Citation(24), "题库资源储备"), M).citation == Citation(24, None, 2)


def test_an_article_of_one_paragraph_keeps_its_plain_number() -> None:
    assert whole(Source(Citation(26), "5个"), M).citation == Citation(26)


def test_the_words_before_items_bring_the_whole_article() -> None:
    found = whole(Source(Citation(24), "需具备以下条件"), M)
    assert found == Source(Citation(24), M.words(Citation(24)))


def test_all_items_become_the_article() -> None:
    items = [Source(Citation(24, None, n), "职业（工种）") for n in (1, 2, 3)]
    assert [s.citation for s in gathered(items, M)] == [Citation(24)]


def test_the_same_place_is_shown_once() -> None:
    both = [Source(Citation(20), "不少于3年"), Source(Citation(20), "不少于5年")]
    assert [s.citation for s in gathered(both, M)] == [Citation(20, 2)]


def test_lines_of_the_notice_are_whole_and_neighbours_are_joined() -> None:
    scraps = [Source(NOTICE, "0350-3020718"), Source(NOTICE, "长征西街")]
    assert [s.words for s in gathered(scraps, M)] == [
        "联系电话：0350-3020718\n通讯地址：忻州市长征西街 25 号市人社局五层"
    ]


def test_a_block_says_where_the_words_stand() -> None:
    (block,) = blocks([Source(Citation(26), "原则上不超过5个")])
    assert block == "《办法》第二十六条：\n<blockquote>「原则上不超过5个」</blockquote>"
