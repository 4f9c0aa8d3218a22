"""The Measures as data: chapters, articles, paragraphs, items, and how they are cited."""

from bot.measures.citation import NOTICE, Citation
from bot.measures.text import Article, Chapter, Item, Measures, Paragraph, load

__all__ = ["NOTICE", "Article", "Chapter", "Citation", "Item", "Measures", "Paragraph", "load"]
