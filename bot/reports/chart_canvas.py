"""A picture with smooth edges: drawn at twice its size, then made smaller."""

from __future__ import annotations

from functools import lru_cache
from io import BytesIO
from typing import Final

from PIL import Image, ImageDraw, ImageFont

from bot.reports.chart_font import Weight, font

SCALE: Final = 2

INK: Final = "#1F2933"
QUIET: Final = "#6B7785"
HAIR: Final = "#E3E8EE"
PAGE: Final = "#F3F5F8"
CARD: Final = "#FFFFFF"
BLUE: Final = "#3B76B5"
AMBER: Final = "#E9A23B"
GREEN: Final = "#2F8F7F"

Point = tuple[float, float]


class Canvas:
    """All measures in points of the finished picture."""

    def __init__(self, width: int, height: int) -> None:
        self.width, self.height = width, height
        self._image = Image.new("RGB", (width * SCALE, height * SCALE), PAGE)
        self._draw = ImageDraw.Draw(self._image)

    def text(
        self,
        at: Point,
        words: str,
        size: float,
        *,
        colour: str = INK,
        weight: Weight = Weight.REGULAR,
        anchor: str = "ls",
    ) -> None:
        """`anchor` as in Pillow: l m r, then a (top) m (middle) s (base line)."""
        place = (at[0] * SCALE, at[1] * SCALE)
        self._draw.text(place, words, fill=colour, font=_font(size * SCALE, weight), anchor=anchor)

    def length(self, words: str, size: float, weight: Weight = Weight.REGULAR) -> float:
        """How far the words reach."""
        return _font(size * SCALE, weight).getlength(words) / SCALE

    def fitted(self, words: str, size: float, room: float) -> str:
        """The words, cut with … where they would not fit."""
        if self.length(words, size) <= room:
            return words
        while words and self.length(words + "…", size) > room:
            words = words[:-1]
        return words + "…"

    def card(self, left: float, top: float, right: float, bottom: float) -> None:
        """A white sheet with round corners."""
        self.bar(left, top, right, bottom, CARD, radius=20)

    def bar(
        self,
        left: float,
        top: float,
        right: float,
        bottom: float,
        colour: str,
        *,
        radius: float = 0,
        upper_only: bool = False,
    ) -> None:
        """A rectangle; nothing when it has no extent."""
        if right - left < 0.5 or bottom - top < 0.5:
            return
        box = tuple(round(v * SCALE) for v in (left, top, right - 1 / SCALE, bottom - 1 / SCALE))
        limit = min(radius, (right - left) / 2, (bottom - top) / 2)
        corners = (True, True, False, False) if upper_only else None
        self._draw.rounded_rectangle(box, limit * SCALE, fill=colour, corners=corners)

    def line(self, points: list[Point], colour: str, width: float) -> None:
        """A line through the points."""
        if len(points) > 1:
            scaled = [(x * SCALE, y * SCALE) for x, y in points]
            self._draw.line(scaled, fill=colour, width=round(width * SCALE), joint="curve")

    def dot(self, at: Point, radius: float, colour: str) -> None:
        """A filled circle with a white rim."""
        for extent, fill in ((radius + 2, CARD), (radius, colour)):
            box = [(v + d * extent) * SCALE for d in (-1, 1) for v in at]
            self._draw.ellipse(box, fill=fill)

    def png(self) -> bytes:
        """The finished picture, in few colours: small to send."""
        finished = self._image.reduce(SCALE)
        out = BytesIO()
        few = finished.quantize(96, dither=Image.Dither.NONE)
        few.save(out, "PNG", optimize=True)
        return out.getvalue()


@lru_cache(maxsize=16)
def _font(size: float, weight: Weight) -> ImageFont.FreeTypeFont:
    return font(size, weight)
