import pytest

from bot.answers.arithmetic import Computed, computed, say
from bot.answers.gate import check
from bot.answers.normalise import plain, squeezed
from bot.answers.numbers import numbers
from bot.answers.terms import Terms
from bot.measures import load


def result(text: str, terms: Terms) -> Computed | None:
    core = squeezed(plain(text))
    return computed(numbers(core), terms.found(core))


@pytest.mark.parametrize(
    ("text", "said", "articles"),
    [
        ("备6个开4个能加不", "达到了三分之二", [24]),
        ("备6个开3个能加不", "还差1个", [24]),
        ("备案9个开展过5个，想再报两个", "至少要开展6个", [24]),
        ("备案3个开过4个", "对不上", [24]),
        ("备案7个要开几个才够", "至少要开展5个", [24]),
        ("我们社会培训评价组织备案4个，再加1个行吗", "没有超过", [26]),
        ("我们社会培训评价组织备案5个，再加2个行吗", "换出至少2个", [26]),
        ("社会培训评价组织备了五个，开过四个，把一个换成电工行吗", "没有超过5个", [26, 24]),
        ("社会培训评价组织备了五个，开过四个，再加一个行吗", "以旧换新", [24, 26]),
        ("技工学校备了八个，开过六个，再加一个行吗", "达到了三分之二", [24]),
        ("纸质资料存了2年能销毁吗", "还不到“不少于3年”", [20]),
        ("电子材料放了五年能删吗", "已到“不少于5年”", [20]),
    ],
)
def test_the_clause_is_computed(text: str, said: str, articles: list[int], terms: Terms) -> None:
    found = result(text, terms)
    assert found is not None
    answer = say(found, load())
    assert said in answer.text
    assert [citation.article for citation in answer.citations] == articles
    assert check(answer.html, load()) == []


def test_the_self_check_starts_with_what_was_told(terms: Terms) -> None:
    found = result("我们培训学校备了6个只开了3个，想再加一个", terms)
    assert found is not None
    assert found.check is not None
    assert found.check.procedure == "new_occupation"
    assert found.check.facts == {
        "filing_status": "filed",
        "institution_type": "social_org",
        "filed_occupation_count": 6,
        "evaluated_occupation_count": 3,
        "new_occupation_count": 1,
    }


@pytest.mark.parametrize(
    "text", ["企业最多能备几个工种", "备案要几年", "资料要保存三年吗", "2024年"]
)
def test_without_numbers_to_compute_nothing_is_computed(text: str, terms: Terms) -> None:
    assert result(text, terms) is None


def test_no_verdict_is_given(terms: Terms) -> None:
    found = result("备6个开4个能加不", terms)
    assert found is not None
    text = say(found, load()).text
    assert not any(word in text for word in ("符合", "可以新增", "批准", "能加"))
