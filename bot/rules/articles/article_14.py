"""第十四条：承诺书。"""

from __future__ import annotations

from bot.rules.clause import article
from bot.rules.conditions import holds
from bot.rules.facts.first_filing import will_sign_commitment

_14 = article(14)

CONDITIONS = (
    _14(
        "评价机构须同时签署开展职业技能等级认定工作承诺书",
        holds(will_sign_commitment, "同意签署承诺书"),
        doubts=("「同时」指公布目录之时，不是申报时就要交的材料",),
    ),
)
