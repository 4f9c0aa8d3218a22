"""Chinese letters for pictures on a server that has no Chinese font: Noto Sans CJK (OFL 1.1).

The font comes as the Python package `manimgx-fonts-cjk`, one variable file for all weights; it is
mapped into memory, not read, so a picture touches only the letters that it shows.
"""

from __future__ import annotations

from enum import IntEnum
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from PIL import ImageFont

_PACKAGE = "manimgx_fonts_cjk"
_FILE = "NotoSansCJK-VF.otf.ttc"
_FACE = "Noto Sans CJK SC"


class Weight(IntEnum):
    """As in CSS."""

    REGULAR = 400
    MEDIUM = 500
    BOLD = 700


def font_file() -> Path:
    """Where the font lies. Raises FileNotFoundError, saying what to install."""
    spec = find_spec(_PACKAGE)
    if spec is not None and spec.origin is not None:
        path = Path(spec.origin).with_name(_FILE)
        if path.is_file():
            return path
    raise FileNotFoundError("画图要用的中文字体没有装：pip install manimgx-fonts-cjk")


@cache
def _face_number() -> int:
    """The file holds five faces that differ in glyphs; Simplified Chinese is one of them."""
    path = font_file()
    for number in range(16):
        if ImageFont.truetype(path, 10, index=number).getname()[0] == _FACE:
            return number
    raise FileNotFoundError(f"{_FILE} 里没有 {_FACE}")


def font(size: float, weight: Weight = Weight.REGULAR) -> ImageFont.FreeTypeFont:
    """The Simplified Chinese face."""
    found = ImageFont.truetype(font_file(), size, index=_face_number())
    found.set_variation_by_axes([int(weight)])
    return found
