"""Ways of finding the card, compared on the same folds and sets: nothing else is switched on.

Right is a first candidate whose reply would be right. Phrasings left out in turn (a fifth of them),
then the questions of the sets, those that another layer answers left out.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from typing import Any, Protocol

from benchmarks.answers import alternatives, table
from benchmarks.answers.folds import samples_of, split
from benchmarks.answers.sets import sets, unseen
from bot.answers import model
from bot.answers.answer import Kind, Layer
from bot.answers.cards import CardKind
from bot.answers.compiled import compile_knowledge
from bot.answers.engine import Answerer
from bot.answers.features import MATTER, PAIR, SOUND, features
from bot.answers.knowledge import Knowledge
from bot.answers.matcher import CARD, Label, group, outcome, question
from bot.answers.normalise import plain
from bot.answers.terms import Terms

Vector = Mapping[str, float]


class Scorer(Protocol):
    """What a method makes of the samples."""

    def scores(self, vector: Vector) -> Sequence[float]:
        """One for each class, higher is nearer."""


Build = Callable[[Sequence[tuple[Vector, int]], Sequence[int]], Scorer]


def _without(build: Build, *kinds: str) -> Build:
    """The same method, blind for some kinds of features."""

    def kept(vector: Vector) -> Vector:
        return {f: v for f, v in vector.items() if _kind(f) not in kinds}

    class Blind:
        def __init__(self, inner: Scorer) -> None:
            self.inner = inner

        def scores(self, vector: Vector) -> Sequence[float]:
            return self.inner.scores(kept(vector))

    return lambda samples, groups: Blind(build([(kept(v), c) for v, c in samples], groups))


def _kind(feature: str) -> str:
    return feature[0] if feature[0] in (SOUND, MATTER, PAIR) else str(len(feature))


METHODS: dict[str, Build] = {
    "最近的一个问法（余弦）": alternatives.nearest,
    "类均值（同样的特征和组）": alternatives.means,
    "朴素贝叶斯，只看卡片": partial(alternatives.bayes, weight=0.0),
    "**朴素贝叶斯，卡片+出处组（现在用的）**": model.build,
    "被动-主动线性分类器，只看组": alternatives.learned,
    "朴素贝叶斯+线性分类器": alternatives.both,
    "现在用的，不看单字": _without(model.build, "1"),
    "现在用的，不看双字": _without(model.build, "2"),
    "现在用的，不看读音": _without(model.build, SOUND),
    "现在用的，不看事项": _without(model.build, MATTER, PAIR),
    "现在用的，不看事项对": _without(model.build, PAIR),
}


class Trial:
    """One method made from some phrasings."""

    def __init__(
        self, knowledge: Knowledge, samples: Sequence[tuple[str, Label]], build: Build
    ) -> None:
        self.knowledge, self.terms = knowledge, Terms.of(knowledge.terms)
        self.labels = list(dict.fromkeys(label for _, label in samples))
        number = {label: n for n, label in enumerate(self.labels)}
        names = [group(label, knowledge) for label in self.labels]
        groups = {name: n for n, name in enumerate(dict.fromkeys(names))}
        vectors = [
            (features(question(plain(text)), self.terms), number[label]) for text, label in samples
        ]
        self.scorer = build(vectors, [groups[name] for name in names])

    def best(self, text: str) -> Label:
        """The label that comes first."""
        scores = self.scorer.scores(features(question(plain(text)), self.terms))
        return self.labels[max(range(len(scores)), key=scores.__getitem__)]


def _on_folds(knowledge: Knowledge, build: Build) -> Iterator[tuple[str, bool]]:
    seen, left = split(samples_of(knowledge), 0)
    trial = Trial(knowledge, seen, build)
    for text, label in left:
        due = outcome(label, knowledge)
        yield _room(label, due), outcome(trial.best(text), knowledge) == due


def _room(label: Label, due: str) -> str:
    if label.room != CARD:
        return label.room
    return "near" if due == Kind.NOT_STATED else "in"


def _right(line: Mapping[str, Any], label: Label, knowledge: Knowledge) -> bool:
    card = knowledge.cards[label.name] if label.room == CARD else None
    if "gold" in line:
        due = [*line["gold"], *line.get("also_ok", [])]
        return bool(card and card.kind is CardKind.STATED and card.group in due)
    return bool(card and card.kind is CardKind.SILENT)


def matched(answerer: Answerer) -> dict[str, list[Mapping[str, Any]]]:
    """Of the sets, the questions on the subject that come to the matcher."""
    return {
        name: [
            line
            for line in lines
            if ("gold" in line or line["group"] == "near")
            and answerer.answer(str(line["question"])).layer in (Layer.CARD, Layer.REFUSAL)
        ]
        for name, lines in sets().items()
    }


def compare(knowledge: Knowledge) -> None:
    """Prints the table, method after method."""
    known = unseen(knowledge)
    lines = matched(Answerer.of(compile_knowledge(knowledge, known)))
    names = [f"{name} {bar}" for name in lines for bar in ("in", "near")]
    table.titles(["办法", "留出 in", "near", "别的事", "闲谈", *names])
    for name, build in METHODS.items():
        found: dict[str, list[bool]] = defaultdict(list)
        for room, right in _on_folds(knowledge, build):
            found[room].append(right)
        trial = Trial(knowledge, known, build)
        for set_name, asked in lines.items():
            for line in asked:
                bar = "in" if "gold" in line else "near"
                right = _right(line, trial.best(str(line["question"])), knowledge)
                found[f"{set_name} {bar}"].append(right)
        order = ("in", "near", "elsewhere", "chat", *names)
        table.printed(name, *(f"{100 * sum(found[o]) / len(found[o]):.1f}" for o in order))
