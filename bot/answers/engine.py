"""From a message to an answer: layer after layer, each may answer and stop."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from markupsafe import escape

from bot.answers import structure
from bot.answers.answer import Answer, Kind, Layer
from bot.answers.arithmetic import computed, say
from bot.answers.calibration import BEYOND_DOUBT, PLAUSIBLE, SURE, confidence
from bot.answers.cards import Card
from bot.answers.compiled import Compiled, compiled
from bot.answers.compose import Composer
from bot.answers.features import features
from bot.answers.knowledge import ASKED, Knowledge
from bot.answers.matcher import CARD, CHAT, ELSEWHERE, Label, Match, Matcher, question
from bot.answers.naming import asks_for_words, replied
from bot.answers.normalise import plain, squeezed
from bot.answers.numbers import numbers
from bot.answers.references import Reference, references
from bot.answers.sentences import Sentences
from bot.answers.several import asking_parts
from bot.measures import Citation
from bot.measures.text import KNOWLEDGE

READ_AT_MOST = 2000
KEYWORD, BARE = 5, 4
"""Up to so many letters a message is a keyword, not a question; a bare word may mean anything."""
EQUAL = 0.85
CLEAR = 0.8
"""How sure a part of a message must be to count as a question of its own."""
LONG = 60
"""From this many letters on the sentences of a message are also looked at one by one."""
_SENTENCE = re.compile(r"[。!?；;\n]+")
_PIECE = re.compile(r"[。!?.,，;；:~、…\n]+\s*|(?<=[\u3400-\u9fff])\s+")


@dataclass(frozen=True)
class Context:
    """What was said just before, for “那学校呢”."""

    question: str


@dataclass(frozen=True)
class Answerer:
    """The whole of question answering. Immutable: after an edit build a new one and swap it in."""

    knowledge: Knowledge
    matcher: Matcher
    sentences: Sentences
    composer: Composer

    @classmethod
    def load(
        cls,
        folder: Path = KNOWLEDGE,
        *,
        cache: Path | None = None,
        extra_cards: Sequence[Card] = (),
        extra_phrasings: Mapping[str, Sequence[str]] | None = None,
        strict: bool = True,
    ) -> Answerer:
        """Reads, checks and builds. Raises KnowledgeError naming file, line and remedy.

        Not `strict`: what is unsound is left out and named in the log instead.

        `cache` is a file that saves work at the next start; it holds what is in the files. The
        extras are what staff added in the chat.
        """
        base = cls.of(compiled(folder, cache, extra_cards, strict))
        return base.taught(extra_phrasings) if extra_phrasings else base

    @classmethod
    def of(cls, parts: Compiled) -> Answerer:
        """From knowledge that is already compiled."""
        composer = Composer(parts.knowledge.measures, parts.knowledge.subjects)
        return cls(parts.knowledge, parts.matcher, parts.sentences, composer)

    def taught(self, extra_phrasings: Mapping[str, Sequence[str]]) -> Answerer:
        """With more phrasings of cards, in milliseconds. To be asked of what `load` gave.

        The cards themselves learn them in full; what a topic has in common, and which words sound
        like what is left open, is learned when the phrasings are in the files.
        """
        return replace(self, matcher=self.matcher.teach(self.knowledge, extra_phrasings))

    def answer(self, text: str, context: Context | None = None) -> Answer:
        """Never raises, always has text; pure: the same message gives the same answer."""
        whole = plain(text[:READ_AT_MOST])
        core = question(whole)
        talk = self._talk(whole) or structure.formed(text, whole)
        if talk:
            return self.chat(talk)
        named, rest = references(whole, self.knowledge.measures)
        found = self.matcher.terms.found(core)
        matters = {name: sure for name, sure in found.items() if not name.startswith(ASKED)}
        if named:
            answer = self._named(named, rest, core)
            if answer:
                return answer
        result = computed(numbers(core), matters)
        if result:
            return say(result, self.knowledge.measures)
        label = self.matcher.phrase(core)
        if label:
            return self._reply(label, 1.0, Layer.PHRASE)
        return self._matched(whole, core, matters, context)

    def card(self, card_id: str) -> Answer:
        """The answer of a card, e.g. behind a button. Raises KeyError."""
        return self.composer.card(self.knowledge.cards[card_id])

    def article(self, number: int) -> Answer:
        """The words of an article. Raises LookupError where there is none."""
        return self.composer.places([Citation(number)])

    def chapter(self, number: int) -> Answer:
        """The words of a chapter, 1 to 8."""
        return self.composer.chapter(number)

    def title(self, card_id: str) -> str:
        """What a button that opens this card says."""
        return self.knowledge.cards[card_id].question

    def chat(self, name: str, layer: Layer = Layer.STRUCTURE) -> Answer:
        """The fixed reply of a class of talk (`knowledge/chat.yaml`)."""
        talk = self.knowledge.chat[name]
        reply = talk.reply.replace("{电话}", self.composer.phone)
        return Answer(talk.kind, tuple(map(escape, reply.split("\n\n"))), layer=layer)

    def search(self, text: str, limit: int = 10) -> list[str]:
        """Card ids from the nearest down, for inline mode and related questions."""
        match = self.matcher.match(question(plain(text[:READ_AT_MOST])))
        near = [c for c in match.candidates if c.label.room == CARD and c.score > 0]
        return [c.label.name for c in near[:limit]]

    def _talk(self, whole: str) -> str | None:
        """The class of a message all of whose pieces are phrases of talk; orders come first."""
        pieces = [squeezed(whole), *map(squeezed, _PIECE.split(whole))]
        labels = [self.matcher.phrase(piece) for piece in pieces if piece]
        if labels and labels[0] and labels[0].room == CHAT:
            return labels[0].name
        names = [label.name for label in labels[1:] if label and label.room == CHAT]
        if not names or len(names) < len(labels) - 1:
            return None
        kinds = self.knowledge.chat
        order = (Kind.REFUSED, Kind.HANDOFF, Kind.HELP, Kind.SMALLTALK)
        return min(names, key=lambda name: order.index(kinds[name].kind))

    def _named(self, named: list[Reference], rest: str, core: str) -> Answer | None:
        """The words of the places named, or the card about them that was asked for."""
        believed = [reference for reference in named if reference.sure]
        if asks_for_words(rest):
            return replied(named, self.composer)
        if not believed:
            return None
        measures = self.knowledge.measures
        if any(reference.missing(measures) for reference in believed):
            return replied(believed, self.composer)
        keys = {r.citation.key for r in believed if r.article is not None}
        match = self.matcher.match(core)
        for candidate in match.candidates[:5]:
            if candidate.label.room != CARD or candidate.score < match.best.score * 0.7:
                continue
            card = self.knowledge.cards[candidate.label.name]
            sources = card.sources or card.nearest
            if any(source.citation.key in keys for source in sources):
                return self._reply(candidate.label, confidence(match), Layer.CARD)
        return replied(believed, self.composer)

    def _matched(
        self, whole: str, core: str, matters: Mapping[str, float], context: Context | None
    ) -> Answer:
        texts = [core, *self._sentences(whole, core)]
        if context and len(core) <= 14:
            texts.append(question(plain(context.question[:READ_AT_MOST])) + core)
        tried = []
        for text in texts:
            match = self.matcher.match(text)
            tried.append((confidence(match), match))
        sure, match = max(tried, key=lambda pair: pair[0])
        ours = self.knowledge.core & set(matters)
        addressed = None if ours else structure.addressed(whole)
        if addressed and (sure < SURE or match.best.label.room != CARD):
            return self.chat(addressed)
        if sure >= _enough(match, core) and not (ours and match.best.label.room == ELSEWHERE):
            label = self._widest(match, core)
            found = self._reply(label, sure, Layer.CARD)
            return self.composer.one_of_several(found, self._also_asked(whole, label))
        return self._close(match, sure) or self._refused(match, core, matters)

    def _also_asked(self, whole: str, answered: Label) -> list[Card]:
        """What other parts of the message ask beyond doubt, where one part asks what is answered.

        Cards of the same source and topic may be one question put twice.
        """
        clear: dict[str, Card] = {}
        for part in asking_parts(whole):
            match = self.matcher.match(question(part))
            if match.best.label.room == CARD and confidence(match) >= CLEAR:
                card = self.knowledge.cards[match.best.label.name]
                clear[card.id] = card
        own = clear.pop(answered.name, None)
        if own is None:
            return []
        return [c for c in clear.values() if (c.group, c.topic) != (own.group, own.topic)]

    def _widest(self, match: Match, core: str) -> Label:
        """For a bare keyword, of cards about equally near with the same source, the widest."""
        best = match.best
        if len(core) > KEYWORD or best.label.room != CARD:
            return best.label
        equals = [
            c.label
            for c in match.candidates
            if c.outcome == best.outcome and c.score >= EQUAL * best.score
        ]
        return max(equals, key=lambda label: len(self.knowledge.cards[label.name].sources))

    def _sentences(self, whole: str, core: str) -> Iterable[str]:
        if len(core) < LONG:
            return []
        pieces = [question(piece) for piece in _SENTENCE.split(whole)]
        return [piece for piece in pieces if 5 <= len(piece) < len(core)][-6:]

    def _reply(self, label: Label, sure: float, layer: Layer) -> Answer:
        if label.room == CHAT:
            return self.chat(label.name, layer)
        if label.room == ELSEWHERE:
            return replace(self.composer.off_topic(), layer=layer, confidence=sure)
        answer = self.composer.card(self.knowledge.cards[label.name], confidence=sure)
        return replace(answer, layer=layer)

    def _close(self, match: Match, sure: float) -> Answer | None:
        """A question back when the right card is very likely one of two."""
        cards = [c for c in match.candidates[:6] if c.label.room == CARD]
        pair = [c for c in cards if c.outcome in (match.best.outcome, match.rival.outcome)]
        first = {c.outcome: c for c in reversed(pair)}
        if len(first) < 2 or match.best.label.room != CARD or sure < PLAUSIBLE:
            return None
        chosen = sorted(first.values(), key=lambda c: -c.score)
        return self.composer.clarify([self.knowledge.cards[c.label.name] for c in chosen], sure)

    def _refused(self, match: Match, core: str, matters: Mapping[str, float]) -> Answer:
        ours = self.knowledge.core & set(matters)
        if not ours and (match.best.label.room == ELSEWHERE or not matters):
            return self.composer.off_topic()
        near = self.sentences.nearest(features(core, self.matcher.terms), 2)
        return self.composer.unsettled([found.place for found in near])


def _enough(match: Match, core: str) -> float:
    """How sure a match must be to be answered with."""
    if match.best.label.room == CHAT:
        return PLAUSIBLE
    return BEYOND_DOUBT if len(core) <= BARE else SURE
