"""The maps are current, well-formed, and their words stay within their boxes."""

from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from bot.interview.maps.flow import LEFT, OUT, OUT_WIDE, PAD, WIDE, ends, nodes, picture
from bot.interview.maps.svg import broken, width
from bot.interview.maps.write import FOLDER, files, main
from bot.interview.question import ALWAYS
from bot.interview.questions import JOURNEYS

SVG = "{http://www.w3.org/2000/svg}"


@pytest.mark.parametrize("name", files())
def test_the_stored_map_is_current(name: str) -> None:
    """If this fails: `python -m bot.interview.maps`."""
    assert (FOLDER / name).read_text(encoding="utf-8") == files()[name]


def test_the_command_writes_all_maps_into_a_new_folder(tmp_path: Path) -> None:
    main(tmp_path / "docs" / "rules")
    written = {p.name: p.read_text(encoding="utf-8") for p in (tmp_path / "docs/rules").iterdir()}
    assert written == files()


@pytest.mark.parametrize("procedure", JOURNEYS)
def test_every_question_its_condition_and_its_ways_out_are_drawn(procedure: str) -> None:
    words = "".join(ET.fromstring(picture(procedure)).itertext())
    for question in JOURNEYS[procedure]:
        assert question.name in words
        assert question.when is ALWAYS or question.when.words in words
        for answer in ends(procedure, question):
            assert answer[:4] in words
    for label in ("核对全部回答", "待核实", "提前看结论"):
        assert label in words


@pytest.mark.parametrize("procedure", JOURNEYS)
def test_words_stay_within_their_boxes(procedure: str) -> None:
    for item in nodes(procedure):
        assert all(width(line) <= WIDE - 2 * PAD + 14 for line in item.lines), item.lines
        assert all(width(line) <= OUT_WIDE - 2 * PAD + 14 for line in item.out), item.out
        assert item.when.count("；") < 3
        assert width(item.when) <= OUT - LEFT


@pytest.mark.parametrize("procedure", JOURNEYS)
def test_boxes_do_not_overlap_and_lie_within_the_picture(procedure: str) -> None:
    root = ET.fromstring(picture(procedure))
    high, wide = int(root.get("height") or 0), int(root.get("width") or 0)
    columns: dict[int, int] = {}
    for rect in list(root.iter(f"{SVG}rect"))[1:]:
        x, y, w, h = (int(rect.get(k) or 0) for k in ("x", "y", "width", "height"))
        assert y >= columns.get(x, 0)
        assert x + w <= wide
        assert y + h <= high
        columns[x] = y + h
    assert set(columns) <= {LEFT, OUT}


def test_the_answers_that_end_a_check_are_found_by_the_rules() -> None:
    [filing] = [q for q in JOURNEYS["new_level"] if q.id == "filing"]
    assert ends("new_level", filing) == ["没有备案过", "备案过，后来退出了目录"]
    [people] = [q for q in JOURNEYS["new_level"] if q.id == "people"]
    assert ends("new_level", people) == []


def test_text_is_broken_before_the_edge_but_never_before_a_closing_mark() -> None:
    assert broken("一二三四五", 42) == ["一二三", "四五"]
    assert broken("一二三，四五", 42) == ["一二三，", "四五"]
    assert broken("", 42) == []
    assert width("一a") == 22
