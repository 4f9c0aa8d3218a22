"""Words that name a button of the screen do what the button does: 上一步, 交齐了, 不填了.

Whoever types what stands on a button is neither asking nor filling in.
"""

from __future__ import annotations

import re

from bot.cases.case import Case, LineState
from bot.delivery.incoming import Kind
from bot.handlers.cases import form, papers
from bot.handlers.cases.parts import Screen
from bot.handlers.cases.show import at, present, screen_of
from bot.handlers.cases.typed import expected
from bot.replies import Button, Replies, Say, Text, Toast
from bot.turn import TextHandler, Turn

_SYNONYMS = {
    "上一步": ("返回", "返回上一步", "回上一步", "后退"),
    "保存退出": ("退出", "先退出", "保存", "先存着", "不填了", "先不填了", "不办了", "改天再填"),
    "交齐了，下一步": ("交齐了", "齐了", "下一步", "好了", "发完了", "传完了", "就这些", "没有了"),
    "不改，下一步": ("不改", "下一步", "不用改"),
    "选好了": ("好了", "下一步", "就这些"),
    "稍后补": ("以后补", "后补", "晚点补", "下次补"),
    "无法提供": ("提供不了", "没有这份", "没有这个材料"),
}
_LEAVING = ("取消", "算了")
"""Also ways to leave, but not where they may be what was asked for."""
_DONE = frozenset(_SYNONYMS["交齐了，下一步"])
_SIGNS = re.compile(r"^(?:[☐☑✅●▶]\s*)?(?:\d+\.\s*)?")
_SHORTEST = 2
_NOTHING_YET = Text.of("这份材料还没有收到文件。请先发文件；现在没有的，请按下面的按钮。")


def or_button(take: TextHandler) -> TextHandler:
    """First the buttons of the screen, then what the flow makes of the words."""

    async def taken(turn: Turn) -> Replies | None:
        if turn.incoming.kind is not Kind.TEXT:
            return await take(turn)
        case = await expected(turn)
        if case is None:
            return None
        screen = await screen_of(turn, case)
        words = turn.incoming.words.strip().rstrip("。.!！~～ ")
        button = named(words, screen, free="other" in at(case) or at(case) == "reason")
        if button is not None and button.data is not None and button.data.startswith("case:"):
            return _spoken(await form.said(turn, button.data))
        if words in _DONE and _still_empty(case, screen):
            return [Say(_NOTHING_YET), *await present(turn, case)]
        return await take(turn)

    return taken


def named(words: str, screen: Screen, *, free: bool = False) -> Button | None:
    """The one button that is meant; `free`: where almost any words may be the answer."""
    each = [button for row in screen.buttons for button in row]
    labels = [(_SIGNS.sub("", button.text), button) for button in each]
    for label, button in labels:
        leaving = () if free or label != "保存退出" else _LEAVING
        if words == label or words in (*_SYNONYMS.get(label, ()), *leaving):
            return button
    if screen.waits == "text" or len(words) < _SHORTEST:
        return None
    begun = [button for label, button in labels if label.startswith(words)]
    return begun[0] if len(begun) == 1 else None


def _still_empty(case: Case, screen: Screen) -> bool:
    line = papers.line_of(case, at(case)) if screen.waits == "file" else None
    return line is not None and line.state is not LineState.GIVEN


def _spoken(replies: Replies) -> Replies:
    """A toast answers a press; words are answered by a message."""
    return [Say(Text.of(r.words)) if isinstance(r, Toast) else r for r in replies]
