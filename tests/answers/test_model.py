from bot.answers.model import Vector, build


def letters(text: str) -> Vector:
    return dict.fromkeys(text, 1.0)


SAMPLES = [
    (letters("换老板"), 0),
    (letters("换法人"), 0),
    (letters("换地址"), 1),
    (letters("搬地方"), 1),
    (letters("几天办完"), 2),
]
MODEL = build(SAMPLES, [0, 0, 1])


def best(scores: list[float]) -> int:
    return max(range(len(scores)), key=scores.__getitem__)


def test_a_class_is_found_by_what_only_it_has() -> None:
    assert best(MODEL.scores(letters("老板"))) == 0
    assert best(MODEL.scores(letters("搬了"))) == 1
    assert best(MODEL.scores(letters("几天"))) == 2


def test_the_group_decides_between_classes_that_share_nothing_with_the_text() -> None:
    with_group = build([*SAMPLES, (letters("甲"), 3)], [0, 0, 1, 1]).scores(letters("几天"))
    alone = build([*SAMPLES, (letters("甲"), 3)], [0, 0, 1, 2]).scores(letters("几天"))
    assert with_group[3] > alone[3]


def test_a_text_of_unknown_letters_is_near_to_none() -> None:
    assert MODEL.scores(letters("鑫")) == [0.0, 0.0, 0.0]
    assert MODEL.scores({}) == [0.0, 0.0, 0.0]


def test_many_phrasings_of_one_class_are_no_advantage() -> None:
    told = [(letters(f"换{letter}"), 0) for letter in "甲乙丙丁戊己庚辛"]
    scores = build([*told, (letters("搬走"), 1)], [0, 1]).scores(letters("搬"))
    assert best(scores) == 1


def test_a_class_that_was_taught_answers_to_the_new_words_and_to_the_old() -> None:
    taught = MODEL.teach({1: [letters("换地址"), letters("搬地方"), letters("挪窝")]})
    assert best(taught.scores(letters("挪窝"))) == 1
    assert best(taught.scores(letters("搬了"))) == 1
    assert best(taught.scores(letters("老板"))) == 0


def test_teaching_what_is_known_changes_nothing() -> None:
    taught = MODEL.teach({0: [letters("换老板"), letters("换法人")]})
    for text in ("老板", "换地址", "几天"):
        pairs = zip(taught.scores(letters(text)), MODEL.scores(letters(text)), strict=True)
        assert all(abs(one - other) < 1e-5 for one, other in pairs)
