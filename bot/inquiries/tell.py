"""What the people who asked are told."""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import Markup

from bot.answers.answer import Answer
from bot.answers.words import theirs
from bot.replies import Button, Keyboard, Say, Text, WhenUnsure, keyboard
from bot.storage.database import Row

_HOME = Button("首页", data="home")


def answered(asker: Row, answer: str, more: bool = False) -> Say:
    """A clerk's own words; `more`: in addition to an earlier answer."""
    words = Text.of(
        _head(asker, more),
        theirs(f"问：{asker['words']}"),
        theirs(f"答：{answer}"),
        "以上是工作人员的答复，不是《办法》原文。",
    )
    return _say(asker, words)


def with_card(asker: Row, answer: Answer) -> Say:
    """A reviewed answer of the bot that a clerk has chosen for this question."""
    words = Text.of(_head(asker, more=False), theirs(f"问：{asker['words']}"), *answer.paragraphs)
    return _say(asker, words)


def not_stated(asker: Row, telephone: str) -> Say:
    """The clerk says that the Measures do not settle it."""
    return _say(asker, Text.of(_head(asker, more=False), *silence(asker["words"], telephone)))


def silence(words: str, telephone: str) -> Iterator[Markup]:
    """What 办法没有规定 says to an asker, for the clerk to see beforehand."""
    yield theirs(f"问：{words}")
    yield Markup(
        "答：《办法》没有规定这件事。具体怎样办，请打电话问忻州市职业技能服务中心：{}。"
    ).format(telephone)


def closed(asker: Row, number: int, telephone: str) -> Say:
    """It was closed without an answer: whoever waits must hear of it."""
    words = Text.of(
        f"您转给工作人员的问题（编号 {number}）没有在这里答复就关闭了。",
        theirs(f"问：{asker['words']}"),
        f"还要问的，请换个说法再问一次，或打电话 {telephone}。",
    )
    ways = keyboard([Button("问工作人员", data="person:ask"), _HOME])
    return Say(words, ways, to=asker["chat_id"], unsure=WhenUnsure.RESEND)


def _head(asker: Row, more: bool) -> str:
    if more:
        return "忻州市职业技能服务中心的工作人员补充答复："
    if asker["handed"]:
        return "忻州市职业技能服务中心的工作人员答复了您的问题："
    return "您以前问过的一件事，忻州市职业技能服务中心的工作人员作了答复："


def _say(asker: Row, words: Text) -> Say:
    return Say(words, _ways(asker), to=asker["chat_id"], unsure=WhenUnsure.RESEND)


def _ways(asker: Row) -> Keyboard:
    return keyboard(
        [
            Button("有帮助", data=f"person:rate:{asker['id']}:1"),
            Button("没帮上", data=f"person:rate:{asker['id']}:0"),
        ],
        [Button("接着问工作人员", data="person:ask"), _HOME],
    )
