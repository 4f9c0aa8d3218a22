"""Statistics of the desk as a picture for a phone."""

from __future__ import annotations

from typing import Final

from bot.reports.chart_canvas import AMBER, BLUE, GREEN, HAIR, INK, QUIET, Canvas, Point
from bot.reports.chart_font import Weight
from bot.reports.data.statistics import MonthFigures, Statistics, TypeFigures
from bot.reports.wording import long_date

WIDTH: Final = 1080
MONTHS: Final = 12
TYPES: Final = 10

_EDGE = 36
_PAD = 36
_LEFT, _RIGHT = _EDGE + _PAD, WIDTH - _EDGE - _PAD


def chart(figures: Statistics) -> bytes:
    """The PNG."""
    types = _largest(figures.types)
    top_of_types = 1096
    height = top_of_types + 150 + 76 * max(len(types), 1) + 24 + 88
    canvas = Canvas(WIDTH, height)
    _heading(canvas, figures)
    _totals(canvas, figures, 176)
    months = figures.months[-MONTHS:]
    _received(canvas, months, 364)
    _medians(canvas, months, 780)
    _by_type(canvas, types, top_of_types)
    note = f"　{figures.note}" if figures.note else ""
    words = f"工作日按国家公布的节假日安排计算。{note}"
    words = canvas.fitted(words, 26, WIDTH - 2 * _EDGE - 24)
    canvas.text((_EDGE + 12, height - 40), words, 26, colour=QUIET)
    return canvas.png()


def _largest(types: tuple[TypeFigures, ...]) -> tuple[TypeFigures, ...]:
    """By cases received; what does not fit is summed up."""
    ordered = sorted(types, key=lambda t: -t.received)
    if len(ordered) <= TYPES:
        return tuple(ordered)
    rest = ordered[TYPES - 1 :]
    other = TypeFigures("其余事项", sum(t.received for t in rest), sum(t.open for t in rest))
    return (*ordered[: TYPES - 1], other)


def _heading(canvas: Canvas, figures: Statistics) -> None:
    title = canvas.fitted(figures.title, 56, WIDTH - 2 * _EDGE - 24)
    canvas.text((_EDGE + 12, 92), title, 56, weight=Weight.BOLD)
    span = f"{_span(figures.months[-MONTHS:])}　" if figures.months else ""
    words = f"{span}截至{long_date(figures.as_of)}"
    canvas.text((_EDGE + 12, 144), words, 30, colour=QUIET)


def _span(months: tuple[MonthFigures, ...]) -> str:
    first, last = months[0], months[-1]
    start = f"{first.year}年{first.month}月"
    if (first.year, first.month) == (last.year, last.month):
        return start
    year = f"{last.year}年" if last.year != first.year else ""
    return f"{start}至{year}{last.month}月"


def _totals(canvas: Canvas, figures: Statistics, top: float) -> None:
    gap = 20
    width = (WIDTH - 2 * _EDGE - 2 * gap) / 3
    median = _days(figures.median_workdays)
    tiles = (
        ("收件", f"{figures.received:,}", "件", BLUE),
        ("在办", f"{figures.open:,}", "件", AMBER),
        ("办理用时中位数", median, "个工作日" if median != "—" else "", GREEN),
    )
    for index, (label, number, unit, colour) in enumerate(tiles):
        left = _EDGE + index * (width + gap)
        canvas.card(left, top, left + width, top + 164)
        canvas.bar(left + 28, top + 30, left + 36, top + 58, colour, radius=4)
        canvas.text((left + 50, top + 54), label, 28, colour=QUIET)
        canvas.text((left + 28, top + 130), number, 64, weight=Weight.BOLD)
        after = left + 38 + canvas.length(number, 64, Weight.BOLD)
        canvas.text((after, top + 130), unit, 26, colour=QUIET)


def _days(value: float | None) -> str:
    if value is None:
        return "—"
    return f"{value:.0f}" if float(value).is_integer() else f"{value:.1f}"


def _received(canvas: Canvas, months: tuple[MonthFigures, ...], top: float) -> None:
    canvas.card(_EDGE, top, WIDTH - _EDGE, top + 396)
    canvas.text((_LEFT, top + 60), "每月收件", 34, weight=Weight.MEDIUM)
    _legend(canvas, top + 50)
    base, ceiling = top + 338, top + 112
    _base_line(canvas, base)
    highest = max((m.received for m in months), default=0)
    for centre, month in zip(_centres(len(months)), months, strict=True):
        canvas.text((centre, base + 36), f"{month.month}月", 26, colour=QUIET, anchor="ms")
        if not month.received:
            canvas.text((centre, base - 12), "0", 26, colour=QUIET, anchor="ms")
            continue
        height = (base - ceiling) * month.received / highest
        half = min(30.0, 420 / len(months))
        opened = height * month.open / month.received
        left, right, crown = centre - half, centre + half, base - height
        canvas.bar(left, crown, right, base, BLUE, radius=8, upper_only=True)
        canvas.bar(left, crown, right, crown + opened, AMBER, radius=8, upper_only=True)
        canvas.text((centre, crown - 10), str(month.received), 28, anchor="ms")


def _legend(canvas: Canvas, middle: float) -> None:
    for right, words, colour in ((_RIGHT, "在办", AMBER), (_RIGHT - 120, "已结", BLUE)):
        canvas.text((right, middle), words, 26, colour=QUIET, anchor="rm")
        canvas.bar(right - 84, middle - 10, right - 62, middle + 12, colour, radius=5)


def _medians(canvas: Canvas, months: tuple[MonthFigures, ...], top: float) -> None:
    canvas.card(_EDGE, top, WIDTH - _EDGE, top + 296)
    words = "每月办理用时（中位数，工作日）"
    canvas.text((_LEFT, top + 60), words, 34, weight=Weight.MEDIUM)
    base, ceiling = top + 238, top + 124
    _base_line(canvas, base)
    highest = max((m.median_workdays or 0 for m in months), default=0) or 1
    run: list[Point] = []
    runs = [run]
    for centre, month in zip(_centres(len(months)), months, strict=True):
        canvas.text((centre, base + 36), f"{month.month}月", 26, colour=QUIET, anchor="ms")
        if month.median_workdays is None:
            canvas.text((centre, base - 12), "—", 26, colour=QUIET, anchor="ms")
            run = []
            runs.append(run)
            continue
        place = (centre, base - 14 - (base - 14 - ceiling) * month.median_workdays / highest)
        run.append(place)
        words = _days(month.median_workdays)
        canvas.text((centre, place[1] - 18), words, 28, anchor="ms")
    for points in runs:
        canvas.line(points, GREEN, 4)
    for points in runs:
        for point in points:
            canvas.dot(point, 7, GREEN)


def _base_line(canvas: Canvas, base: float) -> None:
    canvas.line([(_LEFT, base), (_RIGHT, base)], HAIR, 2)


def _centres(count: int) -> list[float]:
    step = (_RIGHT - _LEFT) / max(count, 1)
    return [_LEFT + step * (index + 0.5) for index in range(count)]


def _by_type(canvas: Canvas, types: tuple[TypeFigures, ...], top: float) -> None:
    canvas.card(_EDGE, top, WIDTH - _EDGE, top + 150 + 76 * max(len(types), 1))
    canvas.text((_LEFT, top + 60), "按事项", 34, weight=Weight.MEDIUM)
    columns = ((700, "收件"), (820, "在办"), (_RIGHT, "中位工作日"))
    for right, words in columns:
        canvas.text((right, top + 116), words, 26, colour=QUIET, anchor="rs")
    if not types:
        canvas.text((_LEFT, top + 180), "暂无办件", 30, colour=QUIET)
    highest = max((t.received for t in types), default=0) or 1
    for index, kind in enumerate(types):
        line = top + 170 + index * 76
        canvas.text((_LEFT, line), canvas.fitted(kind.name, 30, 500), 30)
        days = _days(kind.median_workdays)
        numbers = (str(kind.received), str(kind.open), days)
        for (right, _), number in zip(columns, numbers, strict=True):
            colour = INK if number not in ("0", "—") else QUIET
            canvas.text((right, line), number, 32, colour=colour, anchor="rs")
        _share(canvas, kind, highest, line + 18)


def _share(canvas: Canvas, kind: TypeFigures, highest: int, top: float) -> None:
    room = _RIGHT - _LEFT
    canvas.bar(_LEFT, top, _RIGHT, top + 10, HAIR, radius=5)
    if kind.received:
        length = room * kind.received / highest
        closed = length * (kind.received - kind.open) / kind.received
        canvas.bar(_LEFT, top, _LEFT + length, top + 10, AMBER, radius=5)
        canvas.bar(_LEFT, top, _LEFT + closed, top + 10, BLUE, radius=5)
