"""The official text, read from `knowledge/measures.yaml`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

from ruamel.yaml import YAML

from bot.measures.citation import Citation
from bot.measures.numerals import from_chinese, to_chinese

KNOWLEDGE = Path(__file__).resolve().parents[2] / "knowledge"


@dataclass(frozen=True)
class Item:
    """An 项. `mark` is printed as in the source, half-width brackets included."""

    number: int
    mark: str
    text: str

    @property
    def printed(self) -> str:
        """Mark and words together."""
        return self.mark + self.text


@dataclass(frozen=True)
class Paragraph:
    """A 款; `text` ends in a colon where items follow."""

    number: int
    text: str
    items: tuple[Item, ...] = ()

    @property
    def printed(self) -> str:
        """The paragraph with its items, one a line."""
        return "\n".join([self.text, *(item.printed for item in self.items)])


@dataclass(frozen=True)
class Article:
    """An 条. `caption` is the heading that only 第八条 has; it is not a 款."""

    number: int
    caption: str | None
    paragraphs: tuple[Paragraph, ...]

    @property
    def label(self) -> str:
        """第二十四条."""
        return Citation(self.number).label

    @property
    def printed(self) -> str:
        """All words of the article after its number, one paragraph or item a line."""
        lines = [self.caption] if self.caption else []
        return "\n".join([*lines, *(paragraph.printed for paragraph in self.paragraphs)])


@dataclass(frozen=True)
class Chapter:
    """A 章 with its articles."""

    number: int
    name: str
    articles: tuple[Article, ...]

    @property
    def label(self) -> str:
        """第六章."""
        return f"第{to_chinese(self.number)}章"


@dataclass(frozen=True)
class Measures:
    """The document: cover notice and 34 articles in 8 chapters."""

    issuer: str
    document_number: str
    notice_title: str
    notice: tuple[str, ...]
    signature: str
    date: str
    title: str
    version: str
    chapters: tuple[Chapter, ...]

    @cached_property
    def articles(self) -> dict[int, Article]:
        """The articles by number, in order."""
        return {a.number: a for chapter in self.chapters for a in chapter.articles}

    @cached_property
    def notice_text(self) -> str:
        """The notice from the issuer's line to the date, one line a paragraph."""
        head = (self.issuer, self.document_number, self.notice_title)
        return "\n".join((*head, *self.notice, self.signature, self.date))

    def chapter_of(self, number: int) -> Chapter:
        """The chapter in which article `number` stands. Raises KeyError."""
        for chapter in self.chapters:
            if any(article.number == number for article in chapter.articles):
                return chapter
        raise KeyError(number)

    def exists(self, citation: Citation) -> bool:
        """Whether the document has this 条, 款, 项."""
        try:
            self.words(citation)
        except LookupError:
            return False
        return True

    def words(self, citation: Citation) -> str:
        """The text of the cited place. Raises LookupError where there is none.

        An item without a paragraph is looked for in all paragraphs (only one of them has items).
        """
        if citation.article is None:
            return self.notice_text
        article = self.articles[citation.article]
        paragraphs = article.paragraphs
        if citation.paragraph is not None:
            if not 1 <= citation.paragraph <= len(paragraphs):
                raise LookupError(citation.label)
            paragraphs = (paragraphs[citation.paragraph - 1],)
        if citation.item is None:
            return article.printed if citation.paragraph is None else paragraphs[0].printed
        for item in (item for paragraph in paragraphs for item in paragraph.items):
            if item.number == citation.item:
                return item.printed
        raise LookupError(citation.label)

    def quotes(self, citation: Citation, words: str) -> bool:
        """Whether `words` stand, letter for letter, in the cited place."""
        return bool(words) and self.exists(citation) and words in self.words(citation)

    def printed(self) -> Iterator[str]:
        """Everything, in the order of the source: for the proof that nothing is missing."""
        yield from (self.issuer, self.document_number, self.notice_title, *self.notice)
        yield from (self.signature, self.date, self.title, self.version)
        for chapter in self.chapters:
            yield f"{chapter.label} {chapter.name}"
            yield from (f"{article.label} {article.printed}" for article in chapter.articles)


def _paragraph(number: int, node: dict[str, object]) -> Paragraph:
    items = node.get("项", [])
    assert isinstance(items, list)
    return Paragraph(
        number,
        str(node["文"]),
        tuple(Item(from_chinese(i["号"].strip("（）()")), i["号"], i["文"]) for i in items),
    )


@cache
def load(path: Path = KNOWLEDGE / "measures.yaml") -> Measures:
    """The document as stored. Raises OSError or KeyError when the file is missing or damaged."""
    data = YAML(typ="safe").load(path.read_text(encoding="utf-8"))
    chapters = tuple(
        Chapter(
            from_chinese(chapter["章"]),
            chapter["名"],
            tuple(
                Article(
                    from_chinese(article["条"]),
                    article.get("题"),
                    tuple(_paragraph(n, p) for n, p in enumerate(article["款"], start=1)),
                )
                for article in chapter["条"]
            ),
        )
        for chapter in data["章"]
    )
    return Measures(
        issuer=data["发文机关"],
        document_number=data["文号"],
        notice_title=data["通知标题"],
        notice=tuple(data["通知"]),
        signature=data["落款"],
        date=data["日期"],
        title=data["标题"],
        version=data["版本"],
        chapters=chapters,
    )
