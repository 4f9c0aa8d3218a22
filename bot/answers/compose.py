"""Answers from cards, articles and chapters: the direct sentence, the words, the notes."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from markupsafe import Markup, escape

from bot.answers.answer import Answer, Check, Kind, Layer, Option
from bot.answers.calibration import BEYOND_DOUBT, SILENCE_BEYOND_DOUBT
from bot.answers.cards import Card, CardKind
from bot.answers.quoting import blocks, gathered
from bot.measures import NOTICE, Citation, Measures

AS_PRINTED = "（文件印发时（2024年3月）载明）"
_CONTACT = re.compile("联系人|联系电话|通讯地址")


@dataclass(frozen=True)
class Composer:
    """Says things in the one shape that answers have."""

    measures: Measures
    subjects: Mapping[int, str]
    """What each article is about, in a few words (knowledge/articles.yaml)."""

    @property
    def phone(self) -> str:
        """The centre's telephone number, as the notice prints it."""
        line = next(line for line in self.measures.notice if line.startswith("联系电话"))
        return line.partition("：")[2]

    @property
    def contact(self) -> str:
        """The centre with its number and where that is from."""
        return f"忻州市职业技能服务中心 {self.phone}{AS_PRINTED}"

    def card(self, card: Card, check: Check | None = None, confidence: float = 1.0) -> Answer:
        """A card's answer. `check` adds facts to the self-check that the card names."""
        if card.kind is CardKind.SILENT:
            return self._silent(card, confidence)
        sources = gathered(card.sources, self.measures)
        paragraphs = [*_understood(card, confidence), _bold(card.answer), *blocks(sources)]
        contacts = any(s.citation == NOTICE and _CONTACT.search(s.words) for s in sources)
        if contacts and "2024年3月" not in card.answer:
            paragraphs.append(Markup("以上联系方式为文件印发时（2024年3月）载明。"))
        if card.note:
            paragraphs.append(escape(card.note))
        if "待核实" in card.answer:
            paragraphs.append(escape(f"待核实的部分请问{self.contact}。"))
        if check is None and card.check:
            check = Check(card.check)
        return Answer(
            Kind.ANSWER,
            tuple(paragraphs),
            tuple(source.citation for source in sources),
            card.id,
            card.related,
            check=check,
            confidence=confidence,
            doubtful=_doubtful(card, confidence),
        )

    def _silent(self, card: Card, confidence: float) -> Answer:
        nearest = gathered(card.nearest, self.measures)
        paragraphs = [*_understood(card, confidence), _bold(card.answer)]
        if nearest:
            paragraphs += [Markup("最接近的条文（不是这个问题的答案）："), *blocks(nearest)]
        if card.note:
            paragraphs.append(escape(card.note))
        paragraphs.append(self.whom_to_ask())
        return Answer(
            Kind.NOT_STATED,
            tuple(paragraphs),
            tuple(source.citation for source in nearest),
            card.id,
            card.related,
            confidence=confidence,
            doubtful=_doubtful(card, confidence),
        )

    def one_of_several(self, answer: Answer, others: Sequence[Card]) -> Answer:
        """What else the message seems to ask is named, and can be opened as related."""
        if answer.card is None or not others:
            return answer
        names = "、".join(f"“{card.question}”" for card in others)
        more = escape(f"您好像还问了{names}，一次只答一件，请再发一次。")
        related = tuple(dict.fromkeys((*(card.id for card in others), *answer.related)))
        return replace(answer, paragraphs=(*answer.paragraphs, more), related=related)

    def whom_to_ask(self) -> Markup:
        """The last paragraph of every answer that has no rule to rest on."""
        return escape(f"这件事请问{self.contact}。")

    def unsettled(self, nearest: Sequence[Citation] = (), related: Sequence[str] = ()) -> Answer:
        """On the subject, but nothing found that settles it."""
        paragraphs = [_bold("我没有在《办法》里找到能直接回答这个问题的规定，所以不替它作答。")]
        if nearest:
            names = "、".join(self._named(place) for place in nearest)
            paragraphs.append(escape(f"内容上相近的条文有{names}，但不等于答案。"))
        paragraphs.append(self.whom_to_ask())
        return Answer(
            Kind.NOT_STATED,
            tuple(paragraphs),
            tuple(nearest),
            related=tuple(related),
            layer=Layer.REFUSAL,
            confidence=0.0,
        )

    def _named(self, place: Citation) -> str:
        subject = self.subjects.get(place.article or 0)
        return f"{place.label}（{subject}）" if subject else place.label

    def off_topic(self) -> Answer:
        """Another matter altogether."""
        return Answer(
            Kind.OFF_TOPIC,
            (
                Markup("这件事不在《忻州市职业技能等级评价机构管理办法》的范围里，我答不了。"),
                Markup(
                    "我能回答的是：评价机构的申报和遴选、评价怎么实施、资料保管、法人和地址名称变更、"
                    "新增职业（工种）和等级、监督检查。"
                ),
            ),
            layer=Layer.REFUSAL,
        )

    def clarify(self, cards: Sequence[Card], confidence: float) -> Answer:
        """A question back, one button a card."""
        lines = "\n".join(f"{n}. {card.question}" for n, card in enumerate(cards, start=1))
        return Answer(
            Kind.CLARIFY,
            (Markup("您想问的是哪一个？"), escape(lines)),
            options=tuple(Option(card.question, card.id) for card in cards),
            confidence=confidence,
        )

    def places(self, places: Sequence[Citation], note: str | Markup | None = None) -> Answer:
        """The words of the places named, after a note when there is something to say first."""
        paragraphs: list[Markup] = [escape(note)] if note else []
        paragraphs += [self.printed(place) for place in places]
        return Answer(Kind.ANSWER, tuple(paragraphs), tuple(places), layer=Layer.REFERENCE)

    def printed(self, place: Citation) -> Markup:
        """The words of a place under its number; of a whole article also what it is about."""
        subject = self.subjects.get(place.article or 0)
        title = f"《办法》{place.label}"
        if subject and place == Citation(place.article):
            title = f"{place.label}　{subject}"
        words = self.measures.words(place)
        return Markup("<b>{}</b>\n<blockquote>「{}」</blockquote>").format(title, words)

    def chapter(self, number: int) -> Answer:
        """A chapter: its name and the words of all its articles."""
        chapter = self.measures.chapters[number - 1]
        places = tuple(Citation(article.number) for article in chapter.articles)
        name = chapter.name.replace(" ", "")
        answer = self.places(places, _bold(f"{chapter.label}　{name}，共{len(places)}条。"))
        return Answer(Kind.ANSWER, answer.paragraphs, places, layer=Layer.REFERENCE)


def _doubtful(card: Card, confidence: float) -> bool:
    silent = card.kind is CardKind.SILENT
    return confidence < (SILENCE_BEYOND_DOUBT if silent else BEYOND_DOUBT)


def _understood(card: Card, confidence: float) -> list[Markup]:
    """Where the match is not beyond doubt, first how the question was understood."""
    if not _doubtful(card, confidence):
        return []
    return [escape(f"我理解您问的是“{card.question}”，如果不是，请换个说法再问。")]


def _bold(text: str) -> Markup:
    return Markup("<b>{}</b>").format(text)
