"""Reference numbers: no look-alikes, and a slip of the pen is found."""

import random

import pytest

from bot.cases.kinds import Kind
from bot.cases.reference import ALPHABET, WrongReference, looks_like_one, make, read, short

NUMBERS = random.Random(7)


def some(kind: Kind = Kind.CHANGE, length: int = 3) -> str:
    return make(kind, 2026, NUMBERS.randrange, length)


def test_no_characters_that_look_alike() -> None:
    assert len(ALPHABET) == len(set(ALPHABET)) == 23
    assert not set(ALPHABET) & set("0O1IL5S2Z8BQU")


def test_the_number_is_read_however_it_is_typed() -> None:
    number = some()
    mark, year, body = number[1], "2026", short(number)
    for typed in (
        number,
        number.lower(),
        f" {number} ",
        number.replace("-", " "),
        number.replace("-", "—"),
        number.replace("-", "－"),
        f"{mark}{year}{body}",
        "".join(chr(ord(c) + 0xFEE0) if c.isascii() and c.isalnum() else c for c in number),
    ):
        assert read(typed) == number, typed
    assert read(body.lower()) == body


@pytest.mark.parametrize("length", [3, 4, 5])
def test_every_single_wrong_character_is_found(length: int) -> None:
    for _ in range(50):
        number = some(length=length)
        start = len(number) - length - 1
        for place in range(start, len(number)):
            for other in ALPHABET:
                if other != number[place]:
                    with pytest.raises(WrongReference):
                        read(number[:place] + other + number[place + 1 :])


def test_two_neighbours_exchanged_are_found() -> None:
    for _ in range(200):
        number = some()
        for place in range(len(number) - 4, len(number) - 1):
            a, b = number[place], number[place + 1]
            if a != b:
                with pytest.raises(WrongReference):
                    read(number[:place] + b + a + number[place + 2 :])


def test_another_kind_or_year_is_found() -> None:
    number = some()
    for wrong in (number.replace("变", "级"), number.replace("2026", "2025")):
        with pytest.raises(WrongReference):
            read(wrong)


@pytest.mark.parametrize("words", ["", "忻州虚构学校", "12345", "张文", "忻变-2026-0O1I", "7K"])
def test_what_is_no_number_is_said_so_in_chinese(words: str) -> None:
    with pytest.raises(WrongReference, match="编号"):
        read(words)


def test_a_wrong_number_is_still_taken_for_a_number() -> None:
    number = some()
    last = "4" if number[-1] == "3" else "3"
    assert looks_like_one(number[:-1] + last)
    assert not looks_like_one("忻州虚构学校")
