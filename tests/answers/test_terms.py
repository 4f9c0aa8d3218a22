from bot.answers.terms import Terms

TERMS = Terms.of(
    {"人": ["考评人员", "考评员"], "机构": ["评价机构"], "评价": ["评价"], "地": ["搬"]}
)


def test_the_longer_word_wins_and_hides_the_shorter() -> None:
    assert TERMS.found("评价机构") == {"机构": 1.0}
    assert TERMS.found("评价") == {"评价": 1.0}


def test_a_word_that_only_sounds_right_counts_less() -> None:
    assert 0 < TERMS.found("考平人员")["人"] < 1


def test_single_letters_are_not_recognised_by_sound() -> None:
    assert TERMS.found("搬") == {"地": 1.0}
    assert TERMS.found("般") == {}


def test_one_way_of_saying_may_stand_for_two_matters() -> None:
    assert Terms.of({"a": ["技师"], "b": ["技师"]}).found("技师") == {"a": 1.0, "b": 1.0}
