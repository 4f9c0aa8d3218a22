"""From the words that a card points at to what is shown: the whole 款 or 项, never a scrap."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from markupsafe import Markup

from bot.answers.cards import Source
from bot.measures import NOTICE, Citation, Measures


def whole(source: Source, measures: Measures) -> Source:
    """The smallest numbered place that holds the words, with all of its text.

    Of the notice it is the line or lines; of an article's opening before items, the article.
    """
    citation, words = source.citation, source.words
    if citation == NOTICE:
        return Source(NOTICE, _lines(measures.notice_text, words))
    article = measures.articles[citation.article or 0]
    if citation.item is None:
        paragraphs = [
            p
            for p in article.paragraphs
            if citation.paragraph in (None, p.number) and words in p.text
        ]
        if paragraphs and not paragraphs[0].items and len(article.paragraphs) > 1:
            citation = Citation(article.number, paragraphs[0].number)
        elif not paragraphs:
            citation = next(
                (
                    Citation(article.number, None, item.number)
                    for p in article.paragraphs
                    for item in p.items
                    if words in item.printed
                ),
                citation,
            )
    return Source(citation, measures.words(citation))


def gathered(sources: Iterable[Source], measures: Measures) -> list[Source]:
    """Whole places, each once; an article takes in its own parts, all items become the article."""
    places = list(dict.fromkeys(whole(source, measures) for source in sources))

    def widened(place: Source) -> Source:
        if place.citation.article is None:
            return place
        entire = Citation(place.citation.article)
        named = any(p.citation == entire for p in places)
        if named or _all_items(place.citation.article, places, measures):
            return Source(entire, measures.words(entire))
        return place

    return list(dict.fromkeys(map(widened, _with_notice_joined(places, measures))))


def _with_notice_joined(places: list[Source], measures: Measures) -> list[Source]:
    """Lines of the notice that follow one another become one quotation."""
    result: list[Source] = []
    for place in places:
        before = result[-1] if result else None
        if before and before.citation == place.citation == NOTICE:
            joined = f"{before.words}\n{place.words}"
            if measures.quotes(NOTICE, joined):
                result[-1] = Source(NOTICE, joined)
                continue
        result.append(place)
    return result


def _all_items(article: int, places: list[Source], measures: Measures) -> bool:
    items = {i.number for p in measures.articles[article].paragraphs for i in p.items}
    shown = {p.citation.item for p in places if p.citation.article == article}
    return bool(items) and items <= shown


def _lines(text: str, words: str) -> str:
    """The whole lines of `text` over which `words` run."""
    start = text.index(words)
    first = text.rfind("\n", 0, start) + 1
    last = text.find("\n", start + len(words))
    return text[first : last if last >= 0 else len(text)]


def blocks(sources: Iterable[Source], lead: str = "《办法》") -> Iterator[Markup]:
    """One paragraph a source: where it stands, then the words in 「」."""
    for source in sources:
        title = source.citation.label if source.citation == NOTICE else lead + source.citation.label
        yield Markup("{}：\n<blockquote>「{}」</blockquote>").format(title, source.words)
