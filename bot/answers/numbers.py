"""The numbers of a question: how many occupations are filed, evaluated, to be added; years kept."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.answers.references import number

_N = r"(\d{1,3}(?!\d)|[一二三四五六七八九十两]{1,3}(?=来?[个种项门]|职业|工种|项目|$)|[俩仨])"
_OF = r"(?:来)?(?:个|种|项|门)?"
_THING = r"(?:职业工种|职业\(工种\)|职业|工种|项目|专业)?"
_HOLDS = r"(?:备案|备|报备|批|手里|手上|名下|现有|已有|现在有|目前有|总共有|一共有|拢共)"
_DO = r"(?:开展|开|评价|评|考|做|搞|办|干|组织|认定)"
_NOT = r"(?:没有|没|未|从未|不曾)"
_FILED = re.compile(
    rf"{_HOLDS}(?:了|过|的|着|上|下来|在册|满|够|齐)*{_THING}(?:有|是|共|一共|总共|已经|就|才)*{_N}{_OF}(?!人|场|次|年|天|月|条)"
    rf"|{_N}{_OF}{_THING}(?:都|已经|已)?备(?:案|了|过)|备案数(?:量)?(?:是|为|有)?{_N}"
)
_DONE = re.compile(
    rf"(?<!没)(?<!未)(?<!备案){_DO}(?:了|过|起来|的|展)*(?:评价|认定|鉴定)?(?:了|过)?(?:的)?{_THING}(?:有|是|只|就|才|共)*{_N}{_OF}(?!人|场|次|年|天|月|条)"
    rf"|(?:只有|就|才|其中|有){_N}{_OF}{_THING}(?:已经|已|是|实际)*{_DO}(?:了|过|起来)|开展数(?:量)?(?:是|为|有)?{_N}"
)
_UNDONE = re.compile(
    rf"{_N}{_OF}{_THING}(?:一直|还|从来|都|至今|压根|到现在|暂时|一次|一回|一场)*{_NOT}{_DO}"
    rf"|{_NOT}{_DO}(?:过|展|起来|的)*(?:的)?(?:有|是)*{_N}{_OF}|(?:空着|闲着|闲置|搁着)(?:了)?{_N}{_OF}"
)
_NONE_DONE = re.compile(rf"(?:一个|一次|一场|一回|全|都|啥|压根|根本)(?:都|也|还)?{_NOT}{_DO}")
_ALL_DONE = re.compile(rf"(?:全部?|全都|都|个个){_DO}(?:展)?(?:了|过|起来)")
_ADD = re.compile(rf"(?:新增|增加|加|添|再报|多报|增报|再备|增设|再上|扩)(?:上|报|到|了)?{_N}{_OF}")
_WANT = re.compile(
    "新增|增加|加个|再加|添个|再报|多报|加工种|加职业|加项|扩项|再备个|新加|增项|再添|加新|还能加|能加"
)
_SWAP = re.compile(
    rf"(?:换|退|撤|减|顶|替|腾|拿|停)(?:掉|出|下|去|走)*(?:其中)?{_N}{_OF}"
    rf"|{_N}{_OF}{_THING}(?:换|顶替|替换)"
)
_TRADE = re.compile("以旧换新|换成|换掉|换一个|顶替|替换|置换")
_CAP = re.compile(
    rf"(?:备案?|报|申报|做|开)(?:个)?{_N}{_OF}{_THING}(?:行|可以|能|中|超|成|够|合|算)"
)
_COUNT = r"(\d{1,3}|[一二三四五六七八九十两]{1,3})"
_YEARS = re.compile(
    rf"(?:存|放|留|搁|保管|保存|保留)(?:了|够|满|到|过|有)+{_COUNT}年(?!度|版|级)"
    rf"|(?:存|放|留|搁|保管|保存|保留){_COUNT}年(?:够|行|可以|能|就)|(?:满|过|超)了?{_COUNT}年"
    rf"|{_COUNT}年(?:了|多了|前|以前)"
)
_WHY = re.compile("为什么|为啥|凭什么|起算|算起|开始算")
_LEAST = re.compile(r"(?:几|多少)个?(?:才|就|够|算|能|可以)|至少.{0,6}(?:几|多少)|(?:几|多少)个?$")


@dataclass(frozen=True)
class Numbers:
    """What was told; None is not told. `add` and `swap` are 1 where only the wish was told."""

    filed: int | None = None
    evaluated: int | None = None
    add: int | None = None
    swap: int | None = None
    cap: int | None = None
    years: int | None = None
    asks_least: bool = False


def numbers(text: str) -> Numbers:
    """Reads a squeezed text."""
    filed = _first(_FILED, text)
    rest = _FILED.sub("，", text, count=1)
    add, swap = _wish(_ADD, _WANT, rest), _wish(_SWAP, _TRADE, rest)
    done = _first(_DONE, _UNDONE.sub("，", rest))
    if filed is not None and done is None:
        done = _implied(filed, rest)
    years = None if _WHY.search(text) else _first(_YEARS, text)
    return Numbers(filed, done, add, swap, _first(_CAP, text), years, bool(_LEAST.search(text)))


def _implied(filed: int, rest: str) -> int | None:
    """How many were evaluated, where only the others were counted, or all or none."""
    if _NONE_DONE.search(rest):
        return 0
    undone = _first(_UNDONE, rest)
    if undone is not None and undone <= filed:
        return filed - undone
    return filed if _ALL_DONE.search(rest) else None


def _first(pattern: re.Pattern[str], text: str) -> int | None:
    match = pattern.search(text)
    return _value(next(group for group in match.groups() if group)) if match else None


def _wish(counted: re.Pattern[str], wanted: re.Pattern[str], text: str) -> int | None:
    """The number told, one where only the wish is, else None."""
    count = _first(counted, text)
    return count if count is not None else 1 if wanted.search(text) else None


def _value(words: str) -> int:
    return number(words.replace("俩", "两").replace("仨", "三"))
