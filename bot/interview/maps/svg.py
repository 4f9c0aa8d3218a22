"""A few SVG shapes with Chinese text that is broken to a width. Sizes in pixels."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

SIZE = 14
LEADING = 21
FONT = "'Noto Sans CJK SC','Noto Serif CJK SC','Microsoft YaHei','PingFang SC',sans-serif"


def width(words: str) -> int:
    """About as wide as the words are: a Chinese character is as wide as high, a letter 3/5."""
    tenths = sum(6 if letter.isascii() else 10 for letter in words)
    return tenths * SIZE // 10


_NOT_FIRST = "，。；：、？！）」”》"


def broken(words: str, most: int) -> list[str]:
    """Lines not wider than `most`; none begins with a closing mark."""
    lines, current = [], ""
    for letter in words:
        if current and width(current + letter) > most and letter not in _NOT_FIRST:
            lines.append(current)
            current = ""
        current += letter
    return [*lines, current] if current else lines


def text(x: int, y: int, lines: Iterable[str], *, fill: str = "#1f2933", bold: bool = False) -> str:
    """Lines of text from the baseline of the first."""
    weight = ' font-weight="bold"' if bold else ""
    spans = "".join(
        f'<tspan x="{x}" y="{y + LEADING * n}">{escape(line)}</tspan>'
        for n, line in enumerate(lines)
    )
    return f'<text font-size="{SIZE}" fill="{fill}"{weight}>{spans}</text>'


def box(x: int, y: int, wide: int, high: int, *, fill: str, line: str, dashed: bool = False) -> str:
    """A box with rounded corners; dashed: only in some cases."""
    dashes = ' stroke-dasharray="6 4"' if dashed else ""
    return (
        f'<rect x="{x}" y="{y}" width="{wide}" height="{high}" rx="8" '
        f'fill="{fill}" stroke="{line}"{dashes}/>'
    )


def arrow(x1: int, y1: int, x2: int, y2: int) -> str:
    """A straight arrow."""
    return f'<path d="M{x1} {y1} L{x2} {y2}" stroke="#52606d" fill="none" marker-end="url(#tip)"/>'


def document(wide: int, high: int, parts: Iterable[str], title: str) -> str:
    """The whole picture on white."""
    tip = (
        '<defs><marker id="tip" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="7" '
        'markerHeight="7" orient="auto"><path d="M0 0 L10 5 L0 10 z" fill="#52606d"/></marker>'
        "</defs>"
    )
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {wide} {high}" width="{wide}" '
        f'height="{high}" font-family="{FONT}" role="img">'
    )
    ground = f'<rect width="{wide}" height="{high}" fill="#ffffff"/>'
    body = "\n".join([f"<title>{escape(title)}</title>", tip, ground, *parts])
    return f"{head}\n{body}\n</svg>\n"
