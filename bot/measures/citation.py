"""A place in the document: an article with 款 and 项, or the notice that it came with."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.measures.numerals import from_chinese, to_chinese

_LABEL = re.compile(
    r"^第([一二三四五六七八九十]+)条(?:第([一二三四五六七八九十]+)款)?"
    r"(?:第[（(]?([一二三四五六七八九十]+)[）)]?项)?$"
)
NOTICE_LABEL = "印发通知"


@dataclass(frozen=True, order=True)
class Citation:
    """`article` is None for the notice; `paragraph` and `item` count from 1."""

    article: int | None = None
    paragraph: int | None = None
    item: int | None = None

    @property
    def label(self) -> str:
        """As official documents write it: 第二十四条第（一）项, 第二十二条第二款, 印发通知."""
        if self.article is None:
            return NOTICE_LABEL
        words = f"第{to_chinese(self.article)}条"
        if self.paragraph is not None:
            words += f"第{to_chinese(self.paragraph)}款"
        if self.item is not None:
            words += f"第（{to_chinese(self.item)}）项"
        return words

    @property
    def key(self) -> str:
        """The machine's name of the source: `article:24` or `notice`."""
        return "notice" if self.article is None else f"article:{self.article}"

    @classmethod
    def parse(cls, label: str) -> Citation:
        """Reads what `label` writes (brackets of the item optional). Raises ValueError."""
        if label == NOTICE_LABEL:
            return NOTICE
        match = _LABEL.match(label)
        if not match:
            raise ValueError(f"看不懂的条款号：{label}")
        article, paragraph, item = (from_chinese(part) if part else None for part in match.groups())
        return cls(article, paragraph, item)


NOTICE = Citation()
