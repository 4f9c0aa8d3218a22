"""第二十六条：社会培训评价组织备案的职业（工种）原则上不超过5个，新增的以旧换新。"""

from __future__ import annotations

from bot.rules.clause import Bound, article, reads
from bot.rules.facts import addition as a
from bot.rules.facts import first_filing as f
from bot.rules.given import Given
from bot.rules.institutions import SOCIAL_ONLY
from bot.rules.result import Result, Status, failed, met, still_open

_26 = article(26)
CEILING = 5


def _declared(given: Given) -> int | None:
    """The larger of the two ways of counting what is declared; None if it cannot be used."""
    occupations = given.number(f.declared_occupation_count)
    trades = given.number(f.declared_trade_count)
    if occupations is None or occupations < 1:
        return None
    return max(occupations, trades or 0)


@reads(f.declared_occupation_count, f.declared_trade_count)
def _within_the_ceiling(given: Given) -> Result:
    declared = _declared(given)
    if declared is None:
        return still_open(given.says(f.declared_occupation_count))
    if declared <= CEILING:
        return met(f"拟申报{declared}个，不超过{CEILING}个")
    return still_open(
        f"拟申报{declared}个，超过{CEILING}个；本句是否也管首次申报、「原则上」有哪些例外，没有写明"
    )


def swap(filed: int, new: int, out: int) -> Result:
    """The clause on whole numbers of 职业（工种）: `filed` now, `new` asked for, `out` given up."""
    after = filed + new - out
    words = f"{filed}＋{new}－{out}＝{after}个"
    if after <= CEILING:
        return met(f"{words}，不超过{CEILING}个")
    if filed > CEILING and out >= new:
        return still_open(f"{words}；已经以旧换新，但原来就超过{CEILING}个，文件没有写怎样处理")
    more = after - CEILING if filed <= CEILING else new - out
    return failed(
        f"{words}，超过{CEILING}个，且没有足额以旧换新", f"还需再换出至少{more}个旧职业（工种）"
    )


def _counted(filed: int, new: int, out: int | None) -> Result:
    if out is not None and (filed < 0 or new < 1 or not 0 <= out <= filed):
        return still_open(f"备案{filed}个、新增{new}个、换出{out}个，对不上，请核对")
    if out is not None:
        return swap(filed, new, out)
    if filed < 0 or new < 1:
        return still_open(f"备案{filed}个、新增{new}个，对不上，请核对")
    if filed + new <= CEILING:
        return met(f"{filed}＋{new}＝{filed + new}个，不超过{CEILING}个")
    return still_open(f"{filed}＋{new}＝{filed + new}个，超过{CEILING}个；换不换旧职业还没有定")


@reads(
    a.filed_occupation_count,
    a.new_occupation_count,
    a.swap_out_count,
    a.filed_trade_count,
    a.authority_agreed_to_exceed,
)
def _old_for_new(given: Given) -> Result:
    filed, new = given.number(a.filed_occupation_count), given.number(a.new_occupation_count)
    if filed is None or new is None:
        return still_open(
            f"{given.says(a.filed_occupation_count)}；{given.says(a.new_occupation_count)}"
        )
    out = given.number(a.swap_out_count)
    result = _counted(filed, new, out)
    trades = given.number(a.filed_trade_count)
    if trades is not None:
        other = _counted(trades, new, out)
        if other.status is not result.status:
            return still_open(
                f"{result.reason}；换一种数法{other.reason}；职业（工种）按哪个数，文件没有写"
            )
    if result.status is Status.FAILED and given.choice(a.authority_agreed_to_exceed) == "yes":
        return still_open(f"{result.reason}；主管部门同意超过的，「原则上」有哪些例外没有写明")
    return result


NEW_OCCUPATION = _26(
    "社会培训评价组织备案的职业（工种）原则上不超过5个，需要新增职业（工种）的，按照以旧换新的办法调整",
    _old_for_new,
    title="不超过5个、以旧换新",
    only_for=SOCIAL_ONLY,
    bound=Bound("不超过", "5个"),
    reading="备案数加新增数减换出数，不超过5个，符合；超过5个又没有足额换出，不符合；"
    "原来就超过5个、已换出不少于新增的，或换不换没有定，待核实",
    doubts=(
        "「原则上」有哪些例外，文件没有写；主管部门同意超过的，列待核实",
        "新增后不超过5个时是否也须以旧换新，字面没有限定；本工具按不须处理并作提示",
        "换出几个、换出的是否须是没有开展过的，文件没有写",
        "原来就超过5个、已经以旧换新的，文件没有写怎样处理：列待核实",
    ),
)
FIRST_FILING = _26(
    "社会培训评价组织备案的职业（工种）原则上不超过5个",
    _within_the_ceiling,
    title="不超过5个",
    only_for=SOCIAL_ONLY,
    bound=Bound("不超过", "5个"),
    reading="拟申报数（两种数法取多的）不超过5个，符合；6个及以上待核实",
    doubts=("本句写在新增一章，是否也管首次申报没有写明：6个及以上列待核实",),
)
