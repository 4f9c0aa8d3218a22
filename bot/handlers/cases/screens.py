"""The screens of the form but for the materials and the review: a step → what is shown."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from bot.cases import materials, steps
from bot.cases.case import Case
from bot.cases.institution import KINDS
from bot.cases.kinds import Kind
from bot.cases.states import State
from bot.handlers.cases.choices import CHOICES, Choice
from bot.handlers.cases.choices import multiple as options_of
from bot.handlers.cases.parts import HOME, Screen, bold, field, lines, press, theirs
from bot.handlers.cases.prompts import ADDITION_REASON, PROMPTS, Prompt
from bot.replies import Button, Text, keyboard

_USUALLY_MORE = 5
"""Steps that follow once it is known what changes."""
_USUALLY = {"entity": "no", "school": "no", "place": "here"}
"""What most people answer: with it the number of papers can be told beforehand."""


def progress(case: Case, step: str) -> str:
    """第3步，共约9步."""
    order = steps.steps(case.kind, case.facts, case.lines)
    number = order.index(step) + 1 if step in order else len(order) + 1
    total, sure = _total(case, order)
    return f"{case.kind.label}　第{number}步，共{'' if sure else '约'}{total}步"


def _total(case: Case, order: Sequence[str]) -> tuple[int, bool]:
    """How many steps, the review counted; and whether an answer may still change that."""
    fixed = [step for step in order if not step.startswith("line.")]
    if case.kind is Kind.CHANGE and not materials.items(case.facts):
        return len(fixed) + 1 + _USUALLY_MORE, False
    expected = materials.wanted(case.kind, {**_USUALLY, **case.facts})
    decided = "what.done" in case.facts or "levels.done" in case.facts
    sure = decided and not any(s in order and s not in case.facts for s in _USUALLY)
    return len(fixed) + len(expected) + 1, sure


def ways(case: Case, step: str) -> list[Button]:
    """上一步 and 保存退出, on every screen of the form."""
    found = []
    if case.state is State.DRAFT and steps.before(step, case.kind, case.facts, case.lines):
        found.append(press("上一步", case, "b"))
    return [*found, press("保存退出", case, "x")]


def choice(case: Case, step: str) -> Screen:
    """One of several options."""
    found = CHOICES[step]
    rows = [[press(words, case, "o", value)] for value, words in found.options]
    text = Text.of(
        lines(progress(case, step), _known(case) if step == "known" else None),
        _question(found),
        _answered(case, step, dict(found.options)),
    )
    return Screen(text, keyboard(*rows, _keep(case, step), ways(case, step)))


def multiple(case: Case, step: str) -> Screen:
    """Any of several options, then 选好了."""
    found = options_of(step, case.facts.get("kind", ""))
    chosen = picked(case, step)
    rows = [
        [press(("☑ " if value in chosen else "☐ ") + words, case, "o", value)]
        for value, words in found.options
    ]
    who = field("机构", case.facts.get("name")) if step == "what" else None
    done = [press("选好了", case, "o", "done")] if chosen else []
    other = [press("换一家机构", case, "i")] if case.facts.get("inst") else []
    text = Text.of(lines(progress(case, step), who), bold(found.question))
    return Screen(text, keyboard(*rows, done, other, ways(case, step)))


def picked(case: Case, step: str) -> list[str]:
    """The values that are chosen now."""
    key = "items" if step == "what" else "picked"
    return case.facts.get(key, "").split()


def prompt(case: Case, step: str) -> Screen:
    """Something to be typed."""
    found = prompt_of(case, step)
    quick = [[press(words, case, "o", value)] for value, words in found.quick]
    text = Text.of(
        _asked(case, step) or progress(case, step),
        lines(bold(found.question), found.hint),
        _filled(case, step),
    )
    return Screen(text, keyboard(*quick, _keep(case, step), ways(case, step)), "text")


def prompt_of(case: Case, step: str) -> Prompt:
    """What is asked at this step."""
    if step == "reason" and case.kind is not Kind.CHANGE:
        return ADDITION_REASON
    return PROMPTS[step]


def stop(case: Case) -> Screen:
    """An institution that is not filed has nothing to change."""
    text = Text.of(
        bold("没有备案的机构，用不着办这件事。"),
        "变更和新增都是已备案机构的事。还没有备案的，可以先做首次申报自查；"
        "要不要申报、什么时候征集，请向忻州市职业技能服务中心了解。",
    )
    back = [press("我选错了，改一下", case, "b")]
    return Screen(text, keyboard([Button("做自查", data="check:menu")], back, [HOME]))


def choose(case: Case, known: list[tuple[int, str]]) -> Screen:
    """For which of the remembered institutions."""
    rows = [[press(name[:30], case, "o", number)] for number, name in known[:8]]
    other = [press("另一家机构", case, "o", "new")]
    text = Text.of(progress(case, "inst"), bold("为哪一家机构办理？"))
    return Screen(text, keyboard(*rows, other, ways(case, "inst")))


def _asked(case: Case, step: str) -> Markup | None:
    """What 补正 says of this value."""
    if case.state is State.DRAFT:
        return None
    target = f"field:{step.rpartition('.')[2]}"
    words = next((ask.words for ask in case.asks if ask.target == target), "")
    return lines(f"{case.reference}　补正", field("补正要求", words))


def _known(case: Case) -> Markup:
    facts = case.facts
    kind = KINDS.get(facts.get("reg.kind", ""), "")
    return Markup("登记库里，这个代码是：{}（{}）").format(theirs(facts["reg.name"]), kind)


def _question(found: Choice) -> Markup:
    return lines(bold(found.question), found.why)


def _answered(case: Case, step: str, words: dict[str, str]) -> str | None:
    value = case.facts.get(step)
    return f"现在选的是：{words[value]}" if value in words else None


def _filled(case: Case, step: str) -> Markup | None:
    if step == "contact" and case.facts.get("contact"):
        return field("现在填的是", f"{case.facts['contact']} {case.facts['phone']}")
    return field("现在填的是", case.facts.get(step))


def _keep(case: Case, step: str) -> list[Button]:
    if steps.answered(step, case.facts, case.lines):
        return [press("不改，下一步", case, "n")]
    return []
