"""Answer cards (`knowledge/cards/*.yaml`): what an official wrote, checked before use."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path

from bot.answers.places import KnowledgeError, Place, Problem, read
from bot.measures import Citation, Measures

PHRASINGS_AT_LEAST = 3
QUESTION_AT_MOST = 22
ID_AT_MOST = 30
RELATED_AT_MOST = 4
CHECKS = ("first_filing", "new_occupation", "new_level", "change", "duties")
_ID = re.compile(rf"[a-z0-9_]{{1,{ID_AT_MOST}}}")
_FIELDS = {"编号", "类型", "问题", "回答", "依据", "最近条款", "说明", "问法", "相关", "自查"}


class CardKind(StrEnum):
    """Whether the Measures settle the matter."""

    STATED = "规定"
    SILENT = "没有规定"


@dataclass(frozen=True)
class Source:
    """Words of the document and where they stand."""

    citation: Citation
    words: str


@dataclass(frozen=True)
class Card:
    """One question with its reviewed answer. A silent card has `nearest` instead of `sources`."""

    id: str
    kind: CardKind
    topic: str
    question: str
    answer: str
    phrasings: tuple[str, ...]
    sources: tuple[Source, ...] = ()
    nearest: tuple[Source, ...] = ()
    note: str | None = None
    related: tuple[str, ...] = ()
    check: str | None = None
    file: str = ""
    line: int = 0
    """Where an official finds the card."""

    @property
    def group(self) -> str:
        """What has to be right first: the source that is cited, or that there is none."""
        if self.kind is CardKind.SILENT:
            return "silent"
        return self.sources[0].citation.key


def load_cards(folder: Path, measures: Measures) -> tuple[Card, ...]:
    """All cards, in the order of files and lines. Raises KnowledgeError naming every fault."""
    cards, problems = read_cards(folder, measures)
    if problems:
        raise KnowledgeError(problems)
    return cards


def read_cards(folder: Path, measures: Measures) -> tuple[tuple[Card, ...], list[Problem]]:
    """The sound cards and, beside them, what is wrong with the others."""
    reader = _Reader(measures)
    for path in sorted(folder.glob("*.yaml")):
        try:
            reader.file(path.name, read(path))
        except KnowledgeError as error:
            reader.problems += error.problems
    reader.references()
    if not reader.cards and not reader.problems:
        reader.wrong("cards", 1, "一张卡片也没有", f"请确认 {folder} 里有 .yaml 文件")
    return tuple(reader.cards.values()), reader.problems


class _Reader:
    """Collects cards and problems; goes on after a fault so that all are named at once."""

    def __init__(self, measures: Measures) -> None:
        self.measures = measures
        self.cards: dict[str, Card] = {}
        self.problems: list[Problem] = []

    def wrong(self, file: str, line: int, what: str, remedy: str) -> None:
        self.problems.append(Problem(file, line, what, remedy))

    def file(self, name: str, root: Place) -> None:
        fields = root.fields() or {}
        topic = fields["主题"].text() if "主题" in fields else None
        entries = fields["卡片"].items() if "卡片" in fields else None
        if not topic or entries is None:
            self.wrong(name, root.line, "缺“主题”或“卡片”", "文件开头写“主题: …”，下面写“卡片:”")
            return
        for entry in entries:
            self.card(name, topic, entry)

    def card(self, file: str, topic: str, entry: Place) -> None:
        before = len(self.problems)
        parts = _Parts(self, file, entry)
        card = parts.card(topic)
        if card is None or len(self.problems) > before:
            return
        if card.id in self.cards:
            first = self.cards[card.id]
            what = f"编号“{card.id}”与 {first.file} 第{first.line}行重复"
            self.wrong(file, entry.line, what, "请换一个编号")
            return
        self.cards[card.id] = card

    def references(self) -> None:
        for card in list(self.cards.values()):
            others = tuple(o for o in card.related if o in self.cards and o != card.id)
            for other in set(card.related) - set(others):
                what = f"卡片“{card.id}”的“相关”里的“{other}”不是别的卡片的编号"
                self.wrong(card.file, card.line, what, "请改成已有的编号，或者删去")
            self.cards[card.id] = replace(card, related=others)


class _Parts:
    """One card's fields, each read with its own message when it is missing or wrong."""

    def __init__(self, reader: _Reader, file: str, entry: Place) -> None:
        self.reader, self.file, self.entry = reader, file, entry
        self.fields: Mapping[str, Place] = entry.fields() or {}
        self.name = self.text("编号", required=False) or "（没有编号）"

    def wrong(self, place: Place | None, what: str, remedy: str) -> None:
        line = (place or self.entry).line
        self.reader.wrong(self.file, line, f"卡片“{self.name}”{what}", remedy)

    def text(self, field: str, required: bool = True) -> str | None:
        place = self.fields.get(field)
        text = place.text() if place else None
        if required and not text:
            self.wrong(place, f"缺“{field}”，或者“{field}”不是一段文字", f"请补上“{field}: …”")
        return text or None

    def texts(self, field: str) -> list[str]:
        place = self.fields.get(field)
        if place is None:
            return []
        texts = place.texts()
        if texts is None:
            self.wrong(place, f"的“{field}”要写成一列", "每行一个，前面加“- ”")
        return list(dict.fromkeys(text for text in texts or [] if text))

    def card(self, topic: str) -> Card | None:
        for field in set(self.fields) - _FIELDS:
            remedy = f"可用的有：{'、'.join(sorted(_FIELDS))}"
            self.wrong(self.fields[field], f"有不认识的“{field}”", remedy)
        card_id, kind = self.id(), self.kind()
        question, answer = self.text("问题"), self.text("回答")
        if question and len(question) > QUESTION_AT_MOST:
            what = f"的“问题”有{len(question)}个字，按钮上显示不全"
            self.wrong(self.fields["问题"], what, f"请缩到{QUESTION_AT_MOST}个字以内")
        sources, nearest = tuple(self.sources("依据")), tuple(self.sources("最近条款"))
        self.balance(kind, sources, nearest)
        phrasings = self.phrasings()
        related, check = self.related(), self.check()
        if not (card_id and kind and question and answer):
            return None
        return Card(
            card_id,
            kind,
            topic,
            question,
            answer,
            tuple(phrasings),
            sources,
            nearest,
            self.text("说明", required=False),
            tuple(related),
            check,
            self.file,
            self.entry.line,
        )

    def id(self) -> str | None:
        card_id = self.text("编号")
        if card_id and not _ID.fullmatch(card_id):
            remedy = f"只用英文小写字母、数字、下划线，至多{ID_AT_MOST}个"
            self.wrong(self.fields["编号"], "的编号写法不对", remedy)
            return None
        return card_id

    def kind(self) -> CardKind | None:
        text = self.text("类型")
        try:
            return CardKind(text) if text else None
        except ValueError:
            self.wrong(self.fields["类型"], f"的类型“{text}”不认识", "请写“规定”或“没有规定”")
            return None

    def balance(
        self, kind: CardKind | None, sources: tuple[Source, ...], nearest: tuple[Source, ...]
    ) -> None:
        place = self.fields.get("依据")
        if kind is CardKind.STATED and not sources and (not place or place.items() == []):
            self.wrong(None, "没有“依据”", "类型是“规定”的卡片至少要有一条依据")
        if kind is CardKind.STATED and nearest:
            self.wrong(self.fields["最近条款"], "不该有“最近条款”", "请移到“依据”里，或者删去")
        if kind is CardKind.SILENT and sources:
            remedy = "类型是“没有规定”的卡片用“最近条款”"
            self.wrong(place, "不该有“依据”", remedy)

    def phrasings(self) -> list[str]:
        texts = self.texts("问法")
        if len(texts) < PHRASINGS_AT_LEAST:
            what = f"的“问法”只有{len(texts)}种"
            self.wrong(self.fields.get("问法"), what, "人们怎么打字就怎么写，12种以上最好")
        return texts

    def related(self) -> list[str]:
        texts = self.texts("相关")
        if len(texts) > RELATED_AT_MOST:
            what = f"的“相关”有{len(texts)}个"
            self.wrong(self.fields["相关"], what, f"请留{RELATED_AT_MOST}个以内")
        return texts

    def check(self) -> str | None:
        check = self.text("自查", required=False)
        if check and check not in CHECKS:
            self.wrong(
                self.fields["自查"], f"的自查“{check}”不认识", f"可用的有：{'、'.join(CHECKS)}"
            )
        return check

    def sources(self, field: str) -> Iterator[Source]:
        place = self.fields.get(field)
        items: Iterable[Place] | None = place.items() if place else []
        if items is None:
            self.wrong(place, f"的“{field}”要写成一列", "每条是“- 条款: …”和“原文: …”")
        for item in items or []:
            source = self.source(item)
            if source:
                yield source

    def source(self, item: Place) -> Source | None:
        fields = item.fields() or {}
        label = fields["条款"].text() if "条款" in fields else None
        words = fields["原文"].text() if "原文" in fields else None
        if not label or not words:
            self.wrong(item, "的引文缺“条款”或“原文”", "请两样都写上")
            return None
        try:
            citation = Citation.parse(label)
        except ValueError:
            remedy = "写法如：第二十四条第（一）项、第二十二条第二款、第十条、印发通知"
            self.wrong(item, f"的条款“{label}”看不懂", remedy)
            return None
        if not self.reader.measures.exists(citation):
            self.wrong(item, f"引的“{label}”不存在", "《办法》共三十四条，请核对条、款、项")
            return None
        if not self.reader.measures.quotes(citation, words):
            remedy = f"请从{label}原样抄下来，标点和错字也不要改"
            self.wrong(item, f"的引文与{label}的原文不一致：{words[:20]}", remedy)
            return None
        return Source(citation, words)
