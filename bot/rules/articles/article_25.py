"""第二十五条：全市布局已达三分之二覆盖面的，不予新增职业（工种）。"""

from __future__ import annotations

from bot.rules.clause import Bound, article, reads
from bot.rules.facts.addition import (
    city_coverage_by,
    city_coverage_on,
    city_coverage_reached,
    city_coverage_source,
)
from bot.rules.given import Gap, Given
from bot.rules.result import Result, failed, met, outside, still_open

_25 = article(25)
_WORDS = "对市域内已备案机构中相关职业（工种）布局已达到三分之二覆盖面的，不予新增职业（工种）"

DECIDING = frozenset({"authority", "staff_record"})
"""A determination decides, nothing else does: 「覆盖面」 has no formula in the text."""


def _origin(given: Given) -> str:
    head = (
        "根据服务中心登记的认定"
        if given.choice(city_coverage_source) == "staff_record"
        else "根据您填写的答复"
    )
    details = [
        given.words(fact)
        for fact in (city_coverage_by, city_coverage_on)
        if not isinstance(given.value(fact), Gap)
    ]
    return head + (f"（{'，'.join(details)}）" if details else "")


@reads(city_coverage_reached, city_coverage_source, city_coverage_by, city_coverage_on)
def _not_reached_in_the_city(given: Given) -> Result:
    reached = given.choice(city_coverage_reached)
    if given.choice(city_coverage_source) not in DECIDING or reached not in ("yes", "no"):
        return still_open(
            "全市布局是否已达到三分之二，要由服务中心（或职业能力建设科）答复；"
            "自己估算或只有数字没有结论的，不作数"
        )
    if reached == "no":
        return met(f"{_origin(given)}：未达到三分之二覆盖面")
    return failed(
        f"{_origin(given)}：已达到三分之二覆盖面",
        "改选服务中心答复未达到三分之二覆盖面的职业（工种）；以旧换新也不例外",
    )


@reads(city_coverage_reached, city_coverage_source)
def _not_said_to_be_full(given: Given) -> Result:
    told = given.choice(city_coverage_source) in DECIDING
    if told and given.choice(city_coverage_reached) == "yes":
        return still_open(
            "主管部门说过该职业已饱和；本条写的是新增，首次申报是否适用没有写明，"
            "但第十三条由人社部门「根据实际需要」确定职业范围"
        )
    return outside("本条写的是新增职业（工种），首次申报不必问")


NEW_OCCUPATION = _25(
    _WORDS,
    _not_reached_in_the_city,
    title="全市布局",
    reading="服务中心或职业能力建设科答复（或登记）未达到，符合；答复已达到，不符合；"
    "没有答复、自己估算、只有数字没有结论，待核实",
    bound=Bound("达到", "三分之二"),
    doubts=(
        "「覆盖面」怎样算、由谁判断，文件没有写；本工具不计算，只认服务中心或职业能力建设科的答复",
        "「不予」没有“原则上”；以旧换新换进来的仍是新增，照样适用",
    ),
)
FIRST_FILING = _25(
    _WORDS,
    _not_said_to_be_full,
    title="全市布局",
    reading="首次申报不问；只有主管部门说过已达到的，待核实",
    bound=Bound("达到", "三分之二"),
    doubts=("首次申报是否受本条限制没有写明：只有主管部门说过已饱和时才列待核实",),
)
