"""第二十四条第（三）项：自有的理论、实操场地，设备、仪器、视频监控，工位。"""

from __future__ import annotations

from bot.rules.clause import Test, item, reads
from bot.rules.conditions import one_of
from bot.rules.fact import Fact
from bot.rules.facts import addition as a
from bot.rules.facts.conduct import video_monitoring
from bot.rules.given import Given
from bot.rules.result import Result, failed, met, outside, still_open

_3 = item(24, 3)

LACKING = frozenset({"none", "ad_hoc"})
"""Fails under the strict and under the functional reading of 自有."""

NOT_SETTLED = "文字写的是自有；这种情形算不算自有，文件没有写明"
_LEASED = {"leased": "「自有」是否也管到设备、仪器、视频监控，文件没有写明；租用的待核实"}


def _own(site: Fact, other: Fact, remedy: str) -> Test:
    def judge(given: Given) -> Result:
        tenure = given.choice(site)
        if tenure == "same_as_other":
            tenure = given.choice(other)
        if tenure == "owned":
            return met(given.says(site))
        if tenure in LACKING:
            return failed(given.says(site), remedy)
        if tenure in (None, "same_as_other"):
            return still_open(given.says(site))
        return still_open(f"{given.says(site)}。{NOT_SETTLED}")

    return Test((site, other), judge)


def _equipped(fact: Fact, remedy: str) -> Test:
    return one_of(
        fact, passes=("yes", "not_applicable"), fails=("no",), remedy=remedy, doubts=_LEASED
    )


@reads(a.practical_site_meets_national_standard, a.practical_site, a.national_standard_exists)
def _meets_the_standard(given: Given) -> Result:
    fact = a.practical_site_meets_national_standard
    if given.choice(a.practical_site) in LACKING:
        return outside("没有固定的实操场地，不必再看工位")
    standard_missing = given.choice(a.national_standard_exists) == "no"
    if standard_missing or given.choice(fact) == "no_national_standard":
        return still_open("这个职业没有国家职业技能标准；本项只提到国家职业技能标准，待核实")
    if given.choice(fact) == "yes":
        return met(given.says(fact))
    if given.choice(fact) == "no":
        return failed(given.says(fact), "按《国家职业技能标准》的要求整改实操场地和工位")
    return still_open(given.says(fact))


_TENURE_DOUBTS = (
    "租赁、借用、上级单位房产、划拨校舍算不算「自有」，没有写明：列待核实",
    "校舍在本校名下的，按自有",
)

_TENURE_READING = (
    "自有，符合；没有，或每次临时找，不符合；租赁、借用、集团房产、划拨等，待核实；"
    "与另一处是同一间的，看另一处"
)

PREMISES = (
    _3(
        "自有与所申请职业（工种）相适应的理论、实操场地",
        _own(a.theory_site, a.practical_site, "落实自有的理论场地"),
        reading=_TENURE_READING,
        judged="相适应",
        doubts=_TENURE_DOUBTS,
    ),
    _3(
        "自有与所申请职业（工种）相适应的理论、实操场地",
        _own(a.practical_site, a.theory_site, "落实自有的实操场地"),
        reading=_TENURE_READING,
        judged="相适应",
        doubts=("一间场地兼作理论、实操，文件没有排除",),
    ),
    _3(
        "评价设施设备",
        _equipped(a.equipment, "配备评价设施设备"),
        doubts=("「自有」是否也管到设备、仪器、视频监控，没有写明：租用的列待核实",),
    ),
    _3(
        "仪器仪表",
        _equipped(a.instruments, "配备仪器仪表"),
        doubts=("该职业本来用不着的，「相适应」容许没有",),
    ),
    _3(
        "视频监控",
        one_of(
            video_monitoring,
            passes=("yes",),
            fails=("no",),
            remedy="安装视频监控",
            doubts=_LEASED,
        ),
        title="视频监控",
    ),
    _3(
        "实操场地和工位符合《国家职业技能标准》的相关要求",
        _meets_the_standard,
        reading="有实操场地的才看；符合标准，符合；不符合，不符合；没有国家职业技能标准，待核实",
        doubts=("没有国家职业技能标准的职业，本项怎样算没有写：列待核实",),
    ),
)
