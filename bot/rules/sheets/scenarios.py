"""The scenarios under `tests/scenarios`: written in Chinese words, read into facts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from ruamel.yaml import YAML

from bot.rules.fact import NOT_ASKED, UNKNOWN, Fact, Kind
from bot.rules.facts import BY_KEY

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


@cache
def load(path: Path) -> tuple[Scenario, ...]:
    """The scenarios of one file. Raises ValueError for words that no declaration knows."""
    data = YAML(typ="safe").load(path.read_text(encoding="utf-8"))
    return tuple(
        Scenario(
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
        for case in data["情形"]
    )


def load_all(folder: Path = FOLDER) -> tuple[Scenario, ...]:
    """Every scenario of the folder, file by file."""
    return tuple(scenario for path in sorted(folder.glob("*.yaml")) for scenario in load(path))
