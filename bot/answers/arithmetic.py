"""Answers to questions with numbers: the result of the one clause for these numbers, no more."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from markupsafe import Markup, escape

from bot.answers.answer import Answer, Check, Kind, Layer
from bot.answers.cards import Source
from bot.answers.numbers import Numbers
from bot.answers.quoting import blocks
from bot.measures import Citation, Measures
from bot.rules.articles.article_26 import CEILING
from bot.rules.articles.coverage import countable, fewest, reaches_two_thirds

COVERAGE, CAP, KEEPING = Citation(24, None, 1), Citation(26), Citation(20, 2)
PAPER_YEARS, ELECTRONIC_YEARS = 3, 5
_TYPES = {
    "社会培训评价组织": "social_org",
    "院校": "vocational_school",
    "用人单位": "employer_enterprise",
}
_ONLY_THIS = "这只是这一项的算法；其他条件和是否新增，要看自查和忻州市职业技能服务中心的审核。"


@dataclass(frozen=True)
class Computed:
    """Sentences with the places that they rest on, in the order in which they are shown."""

    parts: tuple[tuple[str, Citation], ...]
    check: Check | None


def computed(told: Numbers, matters: Mapping[str, float]) -> Computed | None:
    """What the clauses give for these numbers; None when no clause computes with them."""
    kind = next((value for matter, value in _TYPES.items() if matter in matters), None)
    wants = "新增" in matters or told.add is not None or told.swap is not None
    if told.filed is not None and told.evaluated is not None:
        return _coverage(told, told.filed, told.evaluated, kind, "等级" in matters and not wants)
    if told.filed is not None and told.asks_least and "上限" not in matters:
        return _least(told.filed, kind)
    if told.filed is not None and kind == "social_org" and (wants or "上限" in matters):
        sentence = _cap(told.filed, told.add or (0 if told.swap else 1), told.swap)
        return Computed(((sentence, CAP),), _check(told, kind))
    if told.years is not None and "保存" in matters and {"纸质", "电子", "材料"} & set(matters):
        return _keeping(told.years, matters)
    return None


def _check(told: Numbers, kind: str | None, level: bool = False) -> Check:
    facts: dict[str, str | int] = {"filing_status": "filed"}
    if kind:
        facts["institution_type"] = kind
    for key, value in (
        ("filed_occupation_count", told.filed),
        ("evaluated_occupation_count", told.evaluated),
        ("new_occupation_count", None if level else told.add),
        ("swap_out_count", None if level else told.swap),
    ):
        if value is not None:
            facts[key] = value
    return Check("new_level" if level else "new_occupation", facts)


def _coverage(told: Numbers, filed: int, evaluated: int, kind: str | None, level: bool) -> Computed:
    if not countable(filed, evaluated):
        sentence = f"备案{filed}个、开展过{evaluated}个，这两个数对不上，请核对以后再算。"
        return Computed(((sentence, COVERAGE),), _check(told, kind, level))
    if reaches_two_thirds(filed, evaluated):
        sentence = (
            f"备案{filed}个、开展过{evaluated}个，达到了三分之二（至少要{fewest(filed)}个）。"
        )
    else:
        missing = fewest(filed) - evaluated
        sentence = (
            f"备案{filed}个、开展过{evaluated}个，没有达到三分之二：至少要开展{fewest(filed)}个，"
            f"还差{missing}个。"
        )
    parts = [(sentence, COVERAGE)]
    if kind == "social_org" and (told.swap is not None or filed + (told.add or 0) > CEILING):
        capped = (_cap(filed, told.add or (0 if told.swap else 1), told.swap), CAP)
        parts.insert(0 if told.swap is not None else 1, capped)
    return Computed(tuple(parts), _check(told, kind, level))


def _least(filed: int, kind: str | None) -> Computed | None:
    if filed < 1:
        return None
    sentence = f"备案{filed}个，至少要开展{fewest(filed)}个，才达到三分之二。"
    return Computed(((sentence, COVERAGE),), _check(Numbers(filed=filed), kind))


def _cap(filed: int, add: int, swap: int | None) -> str:
    """The number after adding and swapping, against the ceiling; never more than that."""
    if swap is not None:
        new = max(add, swap)
        after = filed + new - swap
        words = f"备案{filed}个，换出{swap}个、换入{new}个，还是{after}个"
        if after > CEILING:
            return f"{words}，超过“原则上不超过{CEILING}个”。"
        return f"{words}，没有超过{CEILING}个；条文写的就是按以旧换新的办法调整。"
    after = filed + add
    words = f"备案{filed}个，再加{add}个就是{after}个" if add else f"备案{filed}个"
    if after <= CEILING:
        return f"{words}，没有超过“原则上不超过{CEILING}个”。"
    return (
        f"{words}，超过“原则上不超过{CEILING}个”，要按以旧换新的办法调整"
        f"（换出至少{after - CEILING}个才回到{CEILING}个）。"
    )


def _keeping(years: int, matters: Mapping[str, float]) -> Computed:
    lines = []
    for name, least in (("纸质", PAPER_YEARS), ("电子", ELECTRONIC_YEARS)):
        if name in matters or not {"纸质", "电子"} & set(matters):
            reached = "已到" if years >= least else "还不到"
            lines.append(f"{name}材料放了{years}年，{reached}“不少于{least}年”")
    sentence = "；".join(lines) + "。这是最低年限；从哪天起算、到期能不能销毁，办法都没有写。"
    return Computed(((sentence, KEEPING),), Check("duties"))


def say(result: Computed, measures: Measures) -> Answer:
    """The sentences in bold, each with the clause that it rests on."""
    paragraphs: list[Markup] = []
    for sentence, place in result.parts:
        paragraphs.append(Markup("<b>{}</b>").format(sentence))
        paragraphs += blocks([Source(place, measures.words(place))])
    if result.check and result.check.procedure != "duties":
        paragraphs.append(escape(_ONLY_THIS))
    places = tuple(place for _, place in result.parts)
    return Answer(Kind.ANSWER, tuple(paragraphs), places, check=result.check, layer=Layer.NUMBERS)
