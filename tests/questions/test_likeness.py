"""Grouping by likeness: what must hold for all questions, and the cases that matter."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.inquiries.likeness import ALIKE, likeness, trace

words = st.text(alphabet="法人变更要交什么材料备案5个3学校企业工种吗？，请问", max_size=30)
anything = st.text(max_size=60)


@given(anything, anything)
def test_it_is_a_degree_and_the_same_both_ways(one: str, other: str) -> None:
    a, b = trace(one), trace(other)
    assert 0 <= likeness(a, b) <= 1
    assert likeness(a, b) == likeness(b, a)


@given(anything)
def test_whatever_is_asked_is_like_itself(text: str) -> None:
    assert likeness(trace(text), trace(text)) == 1


@given(words)
def test_politeness_and_punctuation_do_not_count(text: str) -> None:
    assert trace(f"老师您好，请问{text}？？谢谢".replace("谢谢", "")) == trace(text)


@given(anything)
def test_a_trace_is_short_and_stays_as_it_is(text: str) -> None:
    own = trace(text)
    assert len(own) <= 80
    assert trace(own) == own


@given(words, st.integers(2, 9), st.integers(2, 9))
def test_different_numbers_are_different_questions(text: str, one: int, other: int) -> None:
    if one != other:
        plain = text.replace("5", "").replace("3", "")
        assert likeness(trace(f"{plain}{one}个"), trace(f"{plain}{other}个")) == 0


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("承诺书什么时候签", "请问承诺书是什么时候签的？"),
        ("变更材料一式几份", "老师，变更材料要一式几份啊"),
        ("备案五个能加吗", "备案5个能加不"),
        ("考评员一天最多考几场", "考评员一天最多能考几场"),
    ],
)
def test_these_are_asked_together(one: str, other: str) -> None:
    assert likeness(trace(one), trace(other)) >= ALIKE


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("备案5个能再加吗", "备案6个能再加吗"),
        ("企业换法人要任职文件吗", "学校换法人要任职文件吗"),
        ("地址变更要交什么材料", "名称变更要交什么材料"),
        ("新增工种要多久", "新增等级要多久"),
        ("承诺书什么时候签", "资料要保存多久"),
        ("", "承诺书什么时候签"),
    ],
)
def test_these_are_not(one: str, other: str) -> None:
    assert likeness(trace(one), trace(other)) < ALIKE
