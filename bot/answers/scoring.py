"""Whether an answer is right, by the line of an evaluation file (`eval/README.md`)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from bot.answers.answer import Answer, Kind

_CHAT = {
    "greet": Kind.SMALLTALK,
    "help": Kind.HELP,
    "handoff": Kind.HANDOFF,
    "refuse": Kind.REFUSED,
}
_OUT = {"near": (Kind.NOT_STATED,), "far": (Kind.OFF_TOPIC, Kind.NOT_STATED)}


@dataclass(frozen=True)
class Score:
    """Which bar the line counts for, whether it is met, and what is wrong if not."""

    bar: str
    right: bool
    wrong: str = ""


def scored(line: Mapping[str, Any], answer: Answer, phone: str) -> list[Score]:
    """One score a bar: in-scope lines count for the first citation and for the words."""
    if "gold" in line:
        return _inside(line, answer)
    group = str(line.get("group"))
    if group == "chat":
        due = _CHAT.get(str(line.get("expect")))
        return [Score("chat", answer.kind is due, f"应为 {due}，答成 {answer.kind}")]
    kinds = _OUT.get(group)
    if kinds is None:
        return [Score(group, False, "看不懂这一行：没有 gold，group 也不是 near、far、chat")]
    right = answer.kind in kinds
    if group == "near" and right and phone not in answer.text:
        return [Score(group, False, "没有给出服务中心的电话")]
    return [Score(group, right, f"应为{'或'.join(kinds)}，答成 {answer.kind} {answer.sources}")]


def _inside(line: Mapping[str, Any], answer: Answer) -> list[Score]:
    due = [*line["gold"], *line.get("also_ok", [])]
    first = answer.sources[:1]
    cited = answer.kind is Kind.ANSWER and bool(first) and first[0] in due
    missing = [words for words in line.get("must_contain", []) if words not in answer.text]
    said = answer.kind is Kind.ANSWER and not missing
    return [
        Score("in", cited, f"应引 {'、'.join(due)}，答成 {answer.kind} {answer.sources}"),
        Score("words", said, f"答案里没有“{'”“'.join(missing)}”（{answer.kind}）"),
    ]
