"""原文: chapters and articles to browse. Routes: text:toc, text:notice, text:c:6, text:a:24."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from bot import measures
from bot.handlers.screens import HOME, leave_person
from bot.live import LiveAnswers
from bot.measures import Article, Measures
from bot.replies import Button, Keyboard, Replies, Say, Text, keyboard
from bot.turn import Turn

CONTENTS = Button("目录", data="text:toc")
_OURS = "条号后面的小题目是为方便查找加的，不是办法原文。"
_CHAPTERS = tuple("12345678")


async def browse(turn: Turn) -> Replies:
    """Whatever a button under the text asks for; anything else shows the contents."""
    await leave_person(turn)
    match turn.incoming.data.split(":"):
        case ["text", "notice"]:
            return [notice()]
        case ["text", "c", number] if number in _CHAPTERS:
            return [chapter(int(number), turn.services.answers)]
        case ["text", "a", number] if number.isdecimal() and int(number[:9]) in _text().articles:
            return [article(int(number[:9]), turn.services.answers)]
    return [contents()]


def contents() -> Say:
    """The chapters, with the articles each holds."""
    text = _text()
    lines = [f"{c.label}　{_name(c.name)}（{_span(c.articles)}）" for c in text.chapters]
    head = Markup("<b>《{}》</b>{}\n{}").format(
        text.title, "（2024年修订版）", text.document_number
    )
    buttons = [Button(c.label, data=f"text:c:{c.number}") for c in text.chapters]
    rows = [buttons[i : i + 4] for i in range(0, len(buttons), 4)]
    words = Text.of(head, "\n".join(lines), "点一章看条文；也可以直接发条号，例如：24条。")
    return Say(words, keyboard(*rows, [Button("印发通知", data="text:notice"), HOME]))


def notice() -> Say:
    """The notice that the Measures came with."""
    body = Markup("<blockquote>{}</blockquote>").format(_text().notice_text)
    return Say(Text.of(Markup("<b>印发通知</b>"), body), keyboard([CONTENTS, HOME]))


def chapter(number: int, answers: LiveAnswers) -> Say:
    """One chapter: what each article is about."""
    found = _text().chapters[number - 1]
    lines = [f"{a.label}　{answers.subject(a.number)}" for a in found.articles]
    buttons = [Button(a.label, data=f"text:a:{a.number}") for a in found.articles]
    rows = [buttons[i : i + 3] for i in range(0, len(buttons), 3)]
    head = Markup("<b>{}　{}</b>").format(found.label, _name(found.name))
    return Say(Text.of(head, "\n".join(lines), _OURS), keyboard(*rows, [CONTENTS, HOME]))


def article(number: int, answers: LiveAnswers) -> Say:
    """One article, word for word, with its neighbours and what to read it with."""
    text = _text()
    found, holder = text.articles[number], text.chapter_of(number)
    head = Markup("<b>{}</b>（{}　{}）").format(found.label, holder.label, _name(holder.name))
    body = [Markup("<blockquote>{}</blockquote>").format(p) for p in printed(found)]
    return Say(Text.of(head, *body), _around(number, holder.number, answers.see_also(number)))


def printed(found: Article) -> list[str]:
    """The article's 款, each with its items; the heading of 第八条 stands by itself."""
    return [*filter(None, [found.caption]), *(p.printed for p in found.paragraphs)]


def _around(number: int, chapter_number: int, others: Sequence[int]) -> Keyboard:
    neighbours = [
        Button(label, data=f"text:a:{n}")
        for label, n in (("上一条", number - 1), ("下一条", number + 1))
        if n in _text().articles
    ]
    related = [
        Button(f"参看{_text().articles[n].label}", data=f"text:a:{n}")
        for n in others
        if abs(n - number) > 1
    ]
    chapter_button = Button("本章", data=f"text:c:{chapter_number}")
    return keyboard(neighbours, related, [chapter_button, CONTENTS, HOME])


def _span(articles: Sequence[Article]) -> str:
    """第四条至第八条; two are named both."""
    between = "、" if len(articles) == 2 else "至"
    return f"{articles[0].label}{between}{articles[-1].label}"


def _name(name: str) -> str:
    return name.replace(" ", "")


def _text() -> Measures:
    return measures.load()
