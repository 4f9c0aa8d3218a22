"""Replies to messages that name articles or chapters, and to names of what does not exist."""

from __future__ import annotations

import re

from markupsafe import Markup, escape

from bot.answers.answer import Answer, Kind, Layer
from bot.answers.compose import Composer
from bot.answers.references import Reference
from bot.answers.words import theirs
from bot.measures import Citation
from bot.measures.numerals import to_chinese

ARTICLES_AT_MOST = 6
_FILLER = re.compile(
    "原文|全文|内容|条文|条款|规定|具体|详细|办法|管理|文件|说明|解读|意思|要求|讲究|显示|展示|一下|看看|念念"
    "|关于|这个|那个|主要|到底|究竟|写着|提到|请问|麻烦|给我|帮我|我要|我想|想要|有关|列出|贴出|发来|复制|完整|告诉"
    "|怎么|怎样|什么|哪些|[说讲写是啥甚的了呢吗嘛么咋样都有里下出来发念贴看读查找请把我个和与跟及第看下给要吧呀啊哈,、:]"
)


def asks_for_words(rest: str) -> bool:
    """Whether nothing is asked beside the words of the places named."""
    return not re.sub(r"[\W_]+", "", _FILLER.sub("", rest))


def replied(named: list[Reference], composer: Composer) -> Answer:
    """The words of what exists; what does not is said first, or alone."""
    measures = composer.measures
    named = [_as_meant(reference, composer) for reference in named]
    missing = [(r, r.missing(measures)) for r in named]
    absent = [_absence(r, what, composer) for r, what in missing if what]
    present = [r for r, what in missing if not what]
    if not present:
        return _nothing(absent, [r for r, _ in missing], composer)
    chapters = [r.chapter for r in present if r.chapter is not None]
    places = [r.citation for r in present if r.article is not None]
    note = Markup("\n").join(absent)
    if chapters and not places:
        answer = composer.chapter(chapters[0])
        if not absent:
            return answer
        return Answer(
            Kind.ANSWER, (note, *answer.paragraphs), answer.citations, layer=Layer.REFERENCE
        )
    if len(places) > ARTICLES_AT_MOST:
        extra = f"一次最多给出{ARTICLES_AT_MOST}条，其余请再发条号。"
        note = Markup("\n").join([*absent, escape(extra)])
    return composer.places(places[:ARTICLES_AT_MOST], note or None)


def _as_meant(reference: Reference, composer: Composer) -> Reference:
    """款 and 项 are mixed up in speech: the other one is meant where only that exists."""
    measures, article = composer.measures, reference.article
    if article not in measures.articles or not measures.exists(Citation(article)):
        return reference
    one, other = reference.paragraph, reference.item
    no_paragraph = one and not other and not measures.exists(Citation(article, one))
    if no_paragraph and measures.exists(Citation(article, None, one)):
        return Reference(reference.words, article, None, one)
    if other and not one and not measures.exists(Citation(article, None, other)):
        has_items = any(p.items for p in measures.articles[article].paragraphs)
        if not has_items and measures.exists(Citation(article, other)):
            return Reference(reference.words, article, other)
    return reference


def _absence(reference: Reference, what: str, composer: Composer) -> Markup:
    """What there is instead of the place named."""
    measures = composer.measures
    said = theirs(reference.words)
    if what == "章":
        total = to_chinese(len(measures.chapters))
        return Markup("《办法》一共{}章，没有您说的“{}”。").format(total, said)
    if what == "条":
        total = to_chinese(len(measures.articles))
        return Markup("《办法》一共{}条，没有您说的“{}”。").format(total, said)
    article = measures.articles[reference.article or 0]
    if what == "款":
        count = f"只有{to_chinese(len(article.paragraphs))}款"
    else:
        items = sum(len(paragraph.items) for paragraph in article.paragraphs)
        count = f"只有{to_chinese(items)}项" if items else "不分项"
    return Markup("{}{}，没有您说的“{}”。").format(article.label, count, said)


def _nothing(absent: list[Markup], named: list[Reference], composer: Composer) -> Answer:
    """Only what does not exist was named: the article that does exist is shown as such."""
    measures = composer.measures
    whole = [Citation(r.article) for r in named if r.article in measures.articles][:1]
    paragraphs = [Markup("<b>{}</b>").format(Markup("\n").join(absent))]
    paragraphs += [composer.printed(place) for place in whole]
    paragraphs.append(composer.whom_to_ask())
    return Answer(Kind.NOT_STATED, tuple(paragraphs), tuple(whole), layer=Layer.REFERENCE)
