"""The scenarios under `tests/scenarios`: written in Chinese words, read into facts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML

from bot.rules.fact import NOT_ASKED, UNKNOWN, Fact, Kind
from bot.rules.facts import BY_KEY
from bot.rules.procedures import PROCEDURES
from bot.rules.verdict import Word

FOLDER = Path(__file__).resolve().parents[3] / "tests" / "scenarios"

_LABELS = {fact.label: fact for fact in BY_KEY.values()}
_WORDS = {"不清楚": UNKNOWN, "不需要": NOT_ASKED}


@dataclass(frozen=True)
class Scenario:
    """A situation and what must come of it; `why` is the reason in words."""

    name: str
    procedure: str
    situation: str
    facts: Mapping[str, object]
    label: str
    failed: tuple[str, ...]
    unknown: tuple[str, ...]
    materials: tuple[str, ...]
    why: str


def _value(fact: Fact, words: object) -> object:
    if not isinstance(words, str) or fact.kind is not Kind.CHOICE:
        return words
    if words in _WORDS:
        return _WORDS[words]
    if fact.several:
        return words
    for option in fact.options:
        if option.words == words:
            return option.value
    raise ValueError(
        f"“{fact.label}”没有“{words}”这个回答，只有：{[o.words for o in fact.options]}"
    )


def _facts(lines: Mapping[str, object]) -> dict[str, object]:
    unknown = [label for label in lines if label not in _LABELS]
    if unknown:
        raise ValueError(f"没有这样的事实：{unknown}")
    return {_LABELS[label].key: _value(_LABELS[label], words) for label, words in lines.items()}


def _base(bases: Mapping[str, Mapping[str, object]], name: str) -> dict[str, object]:
    if name == "无":
        return {}
    lines = dict(bases[name])
    inherited = lines.pop("沿用", None)
    return (_base(bases, str(inherited)) if inherited else {}) | lines


def _scenario(data: Mapping[str, Any], case: Mapping[str, Any]) -> Scenario:
    return Scenario(
        name=case["编号"],
        procedure=data["程序"],
        situation=case["事由"],
        facts=_facts(_base(data["底本"], case["底本"]) | case.get("改动", {})),
        label=case["结论"],
        failed=tuple(case.get("不符合", ())),
        unknown=tuple(case.get("待核实", ())),
        materials=tuple(case.get("材料", ())),
        why=case["理由"],
    )


def _single(data: Mapping[str, Any]) -> Iterator[Scenario]:
    """逐项: cases that differ from their base in one answer to one fact."""
    words = PROCEDURES[data["程序"]].words
    labels = {"符合": Word.ELIGIBLE, "不符合": Word.INELIGIBLE}
    labels |= {"待核实": Word.NEEDS_REVIEW, "不适用": Word.NOT_APPLICABLE}
    for group in data.get("逐项", ()):
        base, code = _base(data["底本"], group["底本"]), str(group["条"])
        for label, answers in group["事实"].items():
            for answer, result in answers.items():
                yield Scenario(
                    name=f"{data['程序']} {group['底本']} {label}：{answer}",
                    procedure=data["程序"],
                    situation=f"其余同“{group['底本']}”，只有这一处不同",
                    facts=_facts(base | {label: answer}),
                    label=words[labels[result]],
                    failed=(code,) if result == "不符合" else (),
                    unknown=(code,) if result == "待核实" else (),
                    materials=tuple(group.get("材料", ())) if result != "不适用" else (),
                    why="只差这一处",
                )


@cache
def load(path: Path) -> tuple[Scenario, ...]:
    """The scenarios told one by one. Raises ValueError for words that no declaration knows."""
    data = YAML(typ="safe").load(path.read_text(encoding="utf-8"))
    return tuple(_scenario(data, case) for case in data["情形"])


@cache
def load_single(path: Path) -> tuple[Scenario, ...]:
    """The cases of 逐项: everything as in the base but for one answer."""
    return tuple(_single(YAML(typ="safe").load(path.read_text(encoding="utf-8"))))


def load_all(folder: Path = FOLDER) -> tuple[Scenario, ...]:
    """Every told scenario of the folder, file by file."""
    return tuple(scenario for path in sorted(folder.glob("*.yaml")) for scenario in load(path))


def load_all_single(folder: Path = FOLDER) -> tuple[Scenario, ...]:
    """Every case of 逐项, file by file."""
    paths = sorted(folder.glob("*.yaml"))
    return tuple(scenario for path in paths for scenario in load_single(path))
