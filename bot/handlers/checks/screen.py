"""A card of the interview as a message. Button data: c:<run>:<revision>:<deed>[:<index>].

Deeds: a answer, m mark a line, f finish a checklist, k keep the answer, b back, g go to a
question, ok confirm, why, show, save.
"""

from __future__ import annotations

from markupsafe import Markup

from bot.handlers.screens import HOME
from bot.interview import KNOWN, NOT_SURE, Card, CardLine, Kind, Run, Stage, review, view, why
from bot.replies import Button, Edit, Keyboard, Replies, Say, Text, keyboard
from bot.storage import outbox, runs
from bot.turn import Turn

_SHORT = 7  # characters that let three buttons stand in a row
_MARKS = {"no": "✗", "none": "✗", "yes": "☑", NOT_SURE: "？"}
_PLAIN = ("yes", "right")
TYPED = (Kind.NUMBER, Kind.DATE, Kind.TEXT)
BELOW = "↓ 这一步请在下面回答。"


def topic(number: int) -> str:
    """The lasting name of the message on which this self-check goes on."""
    return f"check:{number}"


def shown(number: int, run: Run) -> Edit:
    """The card for where the run stands, in the place of the one that was tapped."""
    return Edit(*_card(number, run), topic=topic(number))


async def anew(turn: Turn, number: int, run: Run, closing: str | Markup = BELOW) -> Replies:
    """The card as a new message at the end; the one before it keeps no buttons."""
    name = topic(number)
    old = await outbox.message_of(turn.tx, turn.chat_id, name)
    closed = old is None or await runs.card_on_its_way(turn.tx, turn.chat_id, name)
    close = [] if closed else [Edit(Text.of(closing), message_id=old)]
    return [Say(*_card(number, run), topic=name), *close]


def answered(run: Run, question_id: str) -> str | Markup:
    """What is left of a card whose question was answered by typing."""
    for line in review(run):
        if line.question_id == question_id:
            return Markup("✓ {}：{}").format(line.name, line.words)
    return BELOW


def explained(number: int, run: Run) -> Edit:
    """为什么问: the words of the article and what each answer would do."""
    card = view(run)
    reason = why(run, card.question_id)
    text = Text.of(
        Markup("<b>为什么问这一步</b>"),
        Markup("《办法》{}：\n<blockquote>「{}」</blockquote>").format(
            reason.citation, reason.quotation
        ),
        reason.help,
        "各种回答会怎样：\n" + "\n".join(f"· {words}" for words in reason.told)
        if reason.effects
        else None,
    )
    back = Button("回到这一步", data=data(number, card, "show"))
    return Edit(text, keyboard([back]), topic=topic(number))


def data(number: int, card: Card, deed: str, index: int | None = None) -> str:
    """What a button carries; the revision tells a stale tap."""
    tail = "" if index is None else f":{index}"
    return f"c:{number}:{card.revision}:{deed}{tail}"


def _card(number: int, run: Run) -> tuple[Text, Keyboard]:
    card = view(run)
    kept = card.kind is not Kind.CHECKLIST and card.question_id in _answered(run)
    return Text.of(*_paragraphs(card), *_hints(card)), _buttons(number, card, kept)


def _answered(run: Run) -> set[str]:
    return {line.question_id for line in review(run)}


def _paragraphs(card: Card) -> list[Markup]:
    """The lines of a review stand close together: it is read as one list."""
    count = len(card.review)
    if not count:
        return list(card.paragraphs)
    return [*card.paragraphs[:-count], Markup("\n").join(card.paragraphs[-count:])]


def _hints(card: Card) -> list[str]:
    """What options and lines mean more exactly, where there is something to say."""
    hints = [(b.words, b.hint) for b in card.buttons] + [(x.words, x.hint) for x in card.lines]
    sources = {hint for _, hint in hints}
    if card.question_id == KNOWN and len(sources) == 1:
        return [f"以上来自{sources.pop()}。"]
    return ["\n".join(f"· {words}：{hint}" for words, hint in hints if hint)]


def _buttons(number: int, card: Card, kept: bool) -> Keyboard:
    if card.stage is Stage.REVIEW:
        return _review(number, card)
    rows = _lines(number, card) if card.kind is Kind.CHECKLIST else _choices(number, card)
    keep = [Button("不改，下一步", data=data(number, card, "k"))] if kept else []
    return keyboard(*rows, keep, *_ways(number, card))


def _choices(number: int, card: Card) -> list[list[Button]]:
    buttons = [
        Button(("● " if b.chosen else "") + b.words, data=data(number, card, "a", i))
        for i, b in enumerate(card.buttons)
    ]
    width = 3 if all(len(b.text) <= _SHORT for b in buttons) else 1
    return [buttons[i : i + width] for i in range(0, len(buttons), width)]


def _lines(number: int, card: Card) -> list[list[Button]]:
    rows = [
        [Button(_line_words(line), data=data(number, card, "m", i))]
        for i, line in enumerate(card.lines)
    ]
    rows.append([Button(card.finish, data=data(number, card, "f"))])
    return rows


def _line_words(line: CardLine) -> str:
    """What was not touched says no more than its name; a plain yes neither."""
    if not line.state:
        return f"▫️ {line.words}"
    usual = line.state == line.states[0].id
    if usual and line.state in _PLAIN:
        return f"✓ {line.words}"
    mark = "✓" if usual else _MARKS.get(line.state, "●")
    state = f"（{line.state_words}）" if "：" in line.words else f"：{line.state_words}"
    return f"{mark} {line.words}{state}"


def _review(number: int, card: Card) -> Keyboard:
    places = list(dict.fromkeys(line.question_id for line in card.review))
    names = {line.question_id: f"改{n}" for n, line in reversed(list(enumerate(card.review, 1)))}
    changes = [Button(names[q], data=data(number, card, "g", i)) for i, q in enumerate(places)]
    rows = [changes[i : i + 4] for i in range(0, len(changes), 4)]
    done = Button("核对无误，看结论", data=data(number, card, "ok"))
    return keyboard([done], *rows, *_ways(number, card))


def _ways(number: int, card: Card) -> list[list[Button]]:
    reason = [Button("为什么问", data=data(number, card, "why"))] if card.citation else []
    back = [Button("上一步", data=data(number, card, "b"))] if card.can_go_back else []
    leave = [Button("保存退出", data=data(number, card, "save"))]
    return [[*reason, *back, *leave]] if card.stage is not Stage.DONE else [[HOME]]
