"""第二十一条：变更由谁受理。"""

from __future__ import annotations

from bot.rules.clause import article, reads
from bot.rules.facts.change import planned_recipient
from bot.rules.facts.institution import filed_by, filing_status
from bot.rules.given import Given
from bot.rules.result import Result, met, still_open, wrong_procedure

_21 = article(21)


@reads(filing_status)
def _filed(given: Given) -> Result:
    status = given.choice(filing_status)
    if status == "filed":
        return met(given.says(filing_status))
    if status in ("not_filed", "withdrawn"):
        return wrong_procedure(f"{given.words(filing_status)}，没有备案信息可以变更")
    return still_open(given.says(filing_status))


@reads(filed_by)
def _filed_in_xinzhou(given: Given) -> Result:
    if given.choice(filed_by) == "xinzhou":
        return met(given.says(filed_by))
    return still_open(f"{given.says(filed_by)}；不在忻州市备案的由谁受理，本条没有写")


@reads(planned_recipient)
def _to_the_centre(given: Given) -> Result:
    chosen = given.choice(planned_recipient)
    if chosen in (None, "xinzhou_skill_center"):
        return met("交到忻州市职业技能服务中心")
    return still_open(f"{given.says(planned_recipient)}；本条写明由忻州市职业技能服务中心受理")


FILED = _21("职业技能等级评价机构法人及备案信息变更", _filed)
CONDITIONS = (
    _21(
        "职业技能等级评价机构法人及备案信息变更",
        _filed_in_xinzhou,
        title="备案地",
        doubts=("在省里或其他市备案的机构由谁受理，没有写明",),
    ),
    _21(
        "由忻州市职业技能服务中心负责受理",
        _to_the_centre,
        title="受理单位",
        doubts=("「按季度」说的是服务中心向上报备，不是机构提交的期限",),
    ),
)
