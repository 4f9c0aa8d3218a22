"""The table of states and transitions as a document: `python -m bot.cases.table`."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from bot.cases.drawing import PICTURE, picture
from bot.cases.states import CLOSED, OPEN, State
from bot.cases.transitions import TRANSITIONS, Transition

DOCUMENT = Path(__file__).parents[2] / "docs" / "cases" / "transitions.md"


def document() -> str:
    """The whole page, as Markdown."""
    return "\n".join([*_head(), *_rows(), *_matrix(), *_notes()]) + "\n"


def _head() -> Iterator[str]:
    yield "# 办件的状态和流转"
    yield ""
    yield "本页由 `python -m bot.cases.table` 从 `bot/cases/transitions.py` 生成，请勿手改。"
    yield "程序、测试和本页用的是同一张表；表里没有的流转，程序一律客气地拒绝。"
    yield ""
    yield "![状态和流转](transitions.svg)"
    yield ""
    yield f"- 在办：{_words(State, OPEN)}"
    yield f"- 已结束：{_words(State, CLOSED)}"
    yield ""


def _words(order: type[State], chosen: frozenset[State]) -> str:
    return "、".join(state.label for state in order if state in chosen)


def _rows() -> Iterator[str]:
    yield "## 谁能在什么时候做什么"
    yield ""
    yield "| 动作 | 谁 | 从 | 到 | 要写原因 | 限于 |"
    yield "|---|---|---|---|---|---|"
    for t in TRANSITIONS:
        target = t.target.label if t.target else "不变"
        kinds = "、".join(kind.label for kind in t.kinds) if t.kinds else "全部办件"
        reason = "是" if t.reason else "—"
        sources = _words(State, t.sources)
        yield f"| {t.words} | {t.by} | {sources} | {target} | {reason} | {kinds} |"
    yield ""


def _matrix() -> Iterator[str]:
    yield "## 从哪里到哪里"
    yield ""
    yield "| 从＼到 | " + " | ".join(state.label for state in State) + " |"
    yield "|---" * (len(State) + 1) + "|"
    for source in State:
        cells = ["、".join(_between(source, target)) or "·" for target in State]
        yield f"| **{source.label}** | " + " | ".join(cells) + " |"
    yield ""


def _between(source: State, target: State) -> Iterator[str]:
    for t in TRANSITIONS:
        if source in t.sources and _moves(t) and t.target is target:
            yield t.words


def _moves(t: Transition) -> bool:
    return t.target is not None


def _notes() -> Iterator[str]:
    yield "## 说明"
    yield ""
    yield "- 放弃草稿不是流转：草稿连同文件一起删除，不留记录。"
    yield "- 每次流转都是一条记录：何人、何时、做了什么、为什么；只增不改，逐条以 SHA-256 相扣。"
    yield "- 领取、转交、备注、补交材料不改变状态，也各有一条记录。"
    yield "- 补正以后直接办结的，如果此前没有受理，办结时同时记为受理。"
    yield "- 图里虚线框表示“在办”的四种状态：从框上出发的，在哪一种状态都可以。"
    yield "- `tests/cases/test_transitions.py` 把全部动作、各方、状态、办件种类逐一试一遍："
    yield "  表里有的都能做，表里没有的都不能做，并且说明为什么。"


def main() -> None:
    """Writes the page and its picture."""
    DOCUMENT.parent.mkdir(parents=True, exist_ok=True)
    DOCUMENT.write_text(document(), encoding="utf-8")
    PICTURE.write_text(picture(), encoding="utf-8")


if __name__ == "__main__":
    main()
