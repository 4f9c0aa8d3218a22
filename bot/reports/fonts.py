"""Fonts of office documents, with what to use where one is missing.

方正小标宋 has to be bought and is missing on many machines; Word and WPS then take the
alternatives named in the document's own font table, in this order.
"""

from __future__ import annotations

from typing import Final
from xml.sax.saxutils import quoteattr

TITLE: Final = "方正小标宋简体"
HEADING: Final = "黑体"
BODY: Final = "仿宋"
NOTE: Final = "楷体"
TABLE: Final = "宋体"
LATIN: Final = "Times New Roman"
SYMBOL: Final = "Segoe UI Symbol"

ALTERNATIVES: Final = {
    TITLE: ("方正小标宋_GBK", "FZXiaoBiaoSong-B05S", "小标宋体", "华文中宋", "SimSun"),
    HEADING: ("SimHei", "黑体_GB2312", "Noto Sans CJK SC"),
    BODY: ("FangSong", "仿宋_GB2312", "FangSong_GB2312", "STFangsong", "华文仿宋"),
    NOTE: ("KaiTi", "楷体_GB2312", "KaiTi_GB2312", "STKaiti", "华文楷体"),
    TABLE: ("SimSun", "Noto Serif CJK SC"),
}

_FAMILY = {HEADING: "swiss", BODY: "modern", NOTE: "modern"}
_PANOSE = {
    HEADING: "02010609060101010101",
    BODY: "02010609060101010101",
    NOTE: "02010609060101010101",
    TABLE: "02010600030101010101",
    TITLE: "02010601030101010101",
}
_NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def font_table() -> bytes:
    """The part `word/fontTable.xml`: each font, its alternatives, and that it is Chinese."""
    entries = [
        f"<w:font w:name={quoteattr(name)}>"
        f"<w:altName w:val={quoteattr(','.join(others))}/>"
        f'<w:panose1 w:val="{_PANOSE[name]}"/>'
        f'<w:charset w:val="86"/><w:family w:val="{_FAMILY.get(name, "roman")}"/>'
        '<w:pitch w:val="variable"/></w:font>'
        for name, others in ALTERNATIVES.items()
    ]
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        f'<w:fonts xmlns:w="{_NAMESPACE}">{"".join(entries)}</w:fonts>'
    ).encode()
