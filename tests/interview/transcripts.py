"""Conversations as an official can read them: `python -m tests.interview.transcripts` rewrites all.

A file starts with 「自查：」 and perhaps 「已知：」 lines, then what the person does, one a line:
我：words of a button or what is typed · 点：a line of the checklist[＝state] · 下一步 · 上一步 ·
改：short name of a question · 为什么问 · 存下再来 · 看结论. All else is the program's answer.
"""

import re
from datetime import date
from pathlib import Path

from bot.interview import (
    KNOWN,
    Card,
    Kind,
    Known,
    NotAnswer,
    Run,
    Stage,
    answer,
    back,
    conclude,
    confirm,
    finish,
    from_json,
    goto,
    mark,
    start,
    to_json,
    view,
    why,
)
from bot.rules import PROCEDURES
from bot.rules.facts import BY_KEY

FOLDER = Path(__file__).parent / "transcripts"
DAY = date(2025, 6, 1)
_ACTS = ("我：", "点：", "改：", "下一步", "上一步", "为什么问", "存下再来", "看结论")


def _plain(html: object) -> str:
    return re.sub("<[^>]+>", "", str(html))


def shown(card: Card) -> list[str]:
    """A card as lines of text."""
    lines = [_plain(paragraph) for paragraph in card.paragraphs]
    for line in card.lines:
        hint = f"（{line.hint}）" if line.hint else ""
        lines.append(
            f"  {'●' if line.state else '○'} {line.words}{hint} {line.state_words}".rstrip()
        )
    lines += [f"  〔{'✓ ' if button.chosen else ''}{button.words}〕" for button in card.buttons]
    return [*lines, *([f"  〔{card.finish}〕"] if card.finish else [])]


def verdict(run: Run) -> list[str]:
    """The verdict card as lines of text."""
    card = conclude(run, DAY)
    lines = [f"{card.title}：{card.label}（{card.counts}）", card.meaning]
    for line in card.lines:
        if line.mark != "✓":
            lines.append(f"  {line.mark} {line.place} {line.title}：{line.reason}")
            lines += [f"    怎样补：{line.remedy}"] if line.remedy else []
    lines += [f"  材料：{m.name}（{m.at_hand}）" for m in card.materials]
    lines += [f"  提示：{note.text}" for note in card.notes]
    return [*lines, card.footer, f"{card.document}；规则版本 {card.version}；{card.day}"]


def _known(line: str) -> Known:
    label, words = line.split("：", 1)
    fact = next(fact for fact in BY_KEY.values() if fact.label == label)
    chosen = next((o.value for o in fact.options if o.words == words), words)
    return Known(fact.key, int(chosen) if chosen.isdigit() else chosen)


def _said(run: Run, words: str) -> Run:
    card = view(run)
    button = next((b for b in card.buttons if b.words == words), None)
    if card.kind is Kind.CHOICE:
        return answer(run, card.question_id, {"choice": button.id if button else words})
    return answer(run, card.question_id, {"value": button.id if button else words})


def _touched(run: Run, words: str) -> Run:
    name, _, state_words = words.partition("＝")
    card = view(run)
    line = next(line for line in card.lines if line.words == name)
    state = next((s.id for s in line.states if s.words == state_words), None)
    return mark(run, card.question_id, line.id, state)


def _goto(run: Run, name: str) -> Run:
    names = {line.name: line.question_id for line in view(run).review}
    return goto(run, names.get(name, KNOWN))


def _done(run: Run, act: str) -> Run:
    simple = {
        "下一步": lambda: finish(run, view(run).question_id),
        "上一步": lambda: back(run),
        "存下再来": lambda: from_json(to_json(run)),
        "看结论": lambda: confirm(run),
    }
    if act in simple:
        return simple[act]()
    words = act[2:]
    return {"我": _said, "点": _touched, "改": _goto}[act[0]](run, words)


def _why(run: Run) -> list[str]:
    told = why(run, view(run).question_id)
    effects = [f"  {words}" for words in told.told]
    return [f"{told.citation}：「{told.quotation}」", told.help, *effects]


def replay(text: str) -> str:
    """The transcript with the program's answers of today."""
    lines = text.splitlines()
    head = [line for line in lines if line.startswith(("#", "自查：", "已知："))]
    names = {procedure.name: key for key, procedure in PROCEDURES.items()}
    name = next(line[3:] for line in head if line.startswith("自查："))
    known = [_known(line[3:]) for line in head if line.startswith("已知：")]
    run = start(names[name], known)
    told = [*head, "", *shown(view(run))]
    for act in (line for line in lines if line.startswith(_ACTS)):
        told += ["", act]
        try:
            if act == "为什么问":
                told += _why(run)
                continue
            run = _done(run, act)
            card = view(run)
            told += verdict(run) if card.stage is Stage.DONE else shown(card)
        except NotAnswer as refusal:
            told.append(f"（没有收下）{refusal}")
    return "\n".join(told) + "\n"


def files() -> list[Path]:
    """All transcripts."""
    return sorted(FOLDER.glob("*/*.txt"))


if __name__ == "__main__":
    for path in files():
        path.write_text(replay(path.read_text(encoding="utf-8")), encoding="utf-8")
