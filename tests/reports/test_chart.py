from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from bot.reports import chart_font
from bot.reports.chart import TYPES, _largest, chart
from bot.reports.chart_canvas import AMBER, BLUE, GREEN, Canvas
from bot.reports.chart_font import Weight, font, font_file
from bot.reports.data import MonthFigures, Statistics, TypeFigures
from tests.reports import samples

EMPTY = Statistics((), (), 0, 0, None, samples.TODAY)


def picture(figures: Statistics) -> Image.Image:
    return Image.open(BytesIO(chart(figures))).convert("RGB")


def colours(image: Image.Image) -> set[tuple[int, ...]]:
    found = image.getcolors(image.width * image.height)
    assert found
    return {colour for _, colour in found if isinstance(colour, tuple)}


def near(image: Image.Image, wanted: str) -> bool:
    red, green, blue = (int(wanted[i : i + 2], 16) for i in (1, 3, 5))
    return any(abs(r - red) + abs(g - green) + abs(b - blue) < 24 for r, g, b in colours(image))


def test_the_picture_is_as_wide_as_a_phone_shows_and_small_to_send() -> None:
    data = chart(samples.statistics)
    assert data.startswith(b"\x89PNG")
    assert picture(samples.statistics).width == 1080
    assert len(data) < 150_000


def test_bars_open_parts_and_line_are_drawn() -> None:
    image = picture(samples.statistics)
    assert all(near(image, colour) for colour in (BLUE, AMBER, GREEN))
    nothing_open = replace(
        EMPTY, received=1, months=(MonthFigures(2026, 11, 1, 0),), types=(TypeFigures("甲", 1, 0),)
    )
    # Only the bars: the legend above them keeps the colour.
    image = picture(nothing_open).crop((36, 440, 1044, 720))
    assert near(image, BLUE)
    assert not near(image, AMBER)


def test_every_chinese_letter_has_a_glyph() -> None:
    letters = font(40)
    missing = bytes(letters.getmask("\U0010fffd"))
    words = "收件在办理用时中位数工作日每月已结按事项暂无其余截至年"
    words += "法人地址机构名称变更新增职业工种等级备案信息〔〕“”（）、—…"
    for letter in words:
        assert bytes(letters.getmask(letter)) != missing, letter


def test_the_font_is_the_simplified_one_in_the_weight_asked_for() -> None:
    assert font(20).getname()[0] == "Noto Sans CJK SC"
    thin, bold = (sum(bytes(font(60, w).getmask("办"))) for w in (Weight.REGULAR, Weight.BOLD))
    assert bold > thin * 1.2


def test_a_missing_font_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(chart_font, "_PACKAGE", "no_such_fonts_package")
    with pytest.raises(FileNotFoundError, match="pip install manimgx-fonts-cjk"):
        font_file()


def test_nothing_to_show_is_a_picture_too() -> None:
    assert picture(EMPTY).height > 800
    one = replace(EMPTY, months=(MonthFigures(2026, 11, 0, 0),))
    assert picture(one).width == 1080


def test_long_names_and_many_kinds_stay_inside() -> None:
    types = tuple(TypeFigures(f"很长的事项名称{n}" * 9, n, 0, n / 3) for n in range(40))
    months = tuple(MonthFigures(2020 + n // 12, n % 12 + 1, 10**6, 10**5, 99.5) for n in range(60))
    image = picture(replace(samples.statistics, types=types, months=months, title="题" * 80))
    assert image.height == 1096 + 150 + 76 * TYPES + 24 + 88
    page = image.getpixel((0, 0))
    assert all(image.getpixel((x, y)) == page for x in (2, 1077) for y in range(0, image.height, 7))


def test_kinds_beyond_the_limit_are_summed_up() -> None:
    types = tuple(TypeFigures(str(n), n, 1, 2.0) for n in range(1, 21))
    shown = _largest(types)
    assert len(shown) == TYPES
    assert shown[0].received == 20
    assert shown[-1] == TypeFigures("其余事项", sum(range(1, 12)), 11)


def test_words_are_cut_with_an_ellipsis() -> None:
    canvas = Canvas(100, 100)
    assert canvas.fitted("甲", 20, 50) == "甲"
    cut = canvas.fitted("甲乙丙丁戊己庚", 20, 50)
    assert cut.endswith("…")
    assert canvas.length(cut, 20) <= 50


def test_the_package_carries_the_licence_of_the_font() -> None:
    folder = Path(font_file()).parent.parent
    (licence,) = folder.glob("manimgx_fonts_cjk-*.dist-info/licenses/LICENSE")
    assert "SIL Open Font License" in licence.read_text(encoding="utf-8")
