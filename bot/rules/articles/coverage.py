"""第二十四条第（一）项：自备案以来开展的职业（工种）达到备案职业（工种）的三分之二。"""

from __future__ import annotations

from bot.rules.clause import Bound, item, reads
from bot.rules.facts import addition as a
from bot.rules.given import Gap, Given
from bot.rules.result import Result, failed, met, still_open, wrong_procedure

_1 = item(24, 1)


def countable(filed: int | None, evaluated: int | None) -> bool:
    """Whether the two numbers can be true of a filed institution at all (unit: 职业（工种）)."""
    return filed is not None and evaluated is not None and filed >= 1 and 0 <= evaluated <= filed


def reaches_two_thirds(filed: int, evaluated: int) -> bool:
    """「达到备案职业（工种）的三分之二」, the two thirds themselves included."""
    return 3 * evaluated >= 2 * filed


def fewest(filed: int) -> int:
    """The smallest number of evaluated ones that reaches two thirds of `filed`."""
    return (2 * filed + 2) // 3


def _sum(filed: int, evaluated: int) -> str:
    relation = "达到" if reaches_two_thirds(filed, evaluated) else "未达到"
    sign = "≥" if reaches_two_thirds(filed, evaluated) else "＜"
    done, due = 3 * evaluated, 2 * filed
    shown = f"3×{evaluated}＝{done}{sign}2×{filed}＝{due}"
    return f"备案{filed}个、开展过{evaluated}个，{shown}，{relation}三分之二"


def _impossible(given: Given, filed: int | None, evaluated: int | None) -> str:
    if filed is None or evaluated is None:
        return f"{given.says(a.filed_occupation_count)}；{given.says(a.evaluated_occupation_count)}"
    if filed < 1:
        return f"备案职业（工种）数填的是{filed}，已备案的机构不会是这个数，请核对备案名单"
    return f"开展过的数（{evaluated}）与备案的数（{filed}）对不上，请核对"


def _other_unit(given: Given) -> tuple[int, int] | Gap | None:
    """The pair counted the other way; None if not counted, a gap if it cannot be true."""
    filed, evaluated = given.number(a.filed_trade_count), given.number(a.evaluated_trade_count)
    if filed is None or evaluated is None:
        return None
    return (filed, evaluated) if countable(filed, evaluated) else Gap.CONTRADICTORY


def _with_earlier_ones(given: Given, filed: int, evaluated: int) -> bool | None:
    """The result if those swapped out earlier counted too; None where it could be either."""
    dropped = given.number(a.earlier_swapped_out_count) or 0
    done = given.number(a.earlier_swapped_out_evaluated_count)
    if dropped < 0 or (done is not None and not 0 <= done <= dropped):
        return None
    least, most = (0, dropped) if done is None else (done, done)
    worst = reaches_two_thirds(filed + dropped, evaluated + least)
    best = reaches_two_thirds(filed + dropped, evaluated + most)
    return worst if worst == best else None


def _doubt(given: Given, filed: int, evaluated: int) -> str:
    """Why the two numbers do not settle it; empty if they do."""
    reached = reaches_two_thirds(filed, evaluated)
    other = _other_unit(given)
    if isinstance(other, Gap):
        return "换一种数法填的两个数对不上，请核对"
    if other and reaches_two_thirds(*other) != reached:
        return f"换一种数法是{_sum(*other)}；职业（工种）按哪个数，文件没有写"
    if _with_earlier_ones(given, filed, evaluated) != reached:
        return "以前换出的职业（工种）算不算在内，会改变结果，文件没有写"
    certified = given.number(a.certified_occupation_count)
    if certified is None:
        return ""
    if not 0 <= certified <= evaluated:
        return f"颁发过证书的数（{certified}）与开展过的数（{evaluated}）对不上，请核对"
    if reaches_two_thirds(filed, certified) != reached:
        return f"只算颁发过证书的{certified}个，结果不同；「开展」怎样算，文件没有写明"
    return ""


@reads(
    a.filed_occupation_count,
    a.evaluated_occupation_count,
    a.filed_trade_count,
    a.evaluated_trade_count,
    a.earlier_swapped_out_count,
    a.earlier_swapped_out_evaluated_count,
    a.certified_occupation_count,
)
def _covers_two_thirds(given: Given) -> Result:
    filed = given.number(a.filed_occupation_count)
    evaluated = given.number(a.evaluated_occupation_count)
    if filed is None or evaluated is None or not countable(filed, evaluated):
        return still_open(_impossible(given, filed, evaluated))
    doubt = _doubt(given, filed, evaluated)
    if doubt:
        return still_open(f"{_sum(filed, evaluated)}；{doubt}")
    if reaches_two_thirds(filed, evaluated):
        return met(_sum(filed, evaluated))
    missing = fewest(filed) - evaluated
    return failed(_sum(filed, evaluated), f"还需再开展至少{missing}个职业（工种）")


@reads(a.target_occupation_already_filed)
def _new_to_the_filing(given: Given) -> Result:
    answer = given.choice(a.target_occupation_already_filed)
    if answer == "yes":
        return wrong_procedure(
            "这个职业（工种）已在备案范围内，不是新增职业；只加等级请用新增等级自查"
        )
    if answer == "no":
        return met(given.says(a.target_occupation_already_filed))
    if answer == "new_trade":
        return met("职业已备案、工种是新的：按新增职业（工种）自查；按哪个数，文件没有写")
    return still_open(given.says(a.target_occupation_already_filed))


@reads(a.target_occupation_already_filed)
def _only_levels(given: Given) -> Result:
    answer = given.choice(a.target_occupation_already_filed)
    if answer == "yes":
        return met(given.says(a.target_occupation_already_filed))
    if answer in ("no", "new_trade"):
        return wrong_procedure(
            "这个职业（工种）不在备案范围内，不属于只新增等级；请用新增职业（工种）自查"
        )
    return still_open(given.says(a.target_occupation_already_filed))


NEW_TO_THE_FILING = _1("备案职业（工种）", _new_to_the_filing)
ONLY_LEVELS = _1("备案职业（工种）", _only_levels)

COVERAGE = _1(
    "开展认定评价的职业（工种）达到备案职业（工种）的三分之二的覆盖面",
    _covers_two_thirds,
    title="三分之二覆盖面",
    bound=Bound("达到", "三分之二"),
    reading="开展过的数乘3，不小于备案的数乘2，符合；小于，不符合（全用整数，不用百分比）；"
    "备案数小于1、开展过的多于备案的、不是整数，一律待核实",
    doubts=(
        "「开展」按“实际组织过至少一次评价”理解，只有计划不算；只算发过证书的结果不同时列待核实",
        "「职业（工种）」按备案名单的数法数；按职业、按工种两种数法结果不同时列待核实",
        "新近备案、还没有开展的也在分母里，文件没有写宽限期",
        "以前换出的不算在分子、分母里；算进去会改变结果时列待核实",
    ),
)
