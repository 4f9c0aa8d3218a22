"""第十九条：发给谁、按什么样式发证。"""

from __future__ import annotations

from bot.rules.clause import paragraph
from bot.rules.conditions import holds, one_of
from bot.rules.facts import duty as d

_p1, _p2 = paragraph(19, 1), paragraph(19, 2)

DUTIES = (
    _p1("对经考试考核评审合格人员", holds(d.only_passed_certified, "只给考核评审合格的人发证")),
    _p1(
        "颁发相应职业资格证书、职业技能等级证书、专项职业能力证书",
        one_of(
            d.only_level_certificates,
            passes=("yes",),
            doubts={
                "no": "第三条只写评价机构「核发职业技能等级证书」，另两种证书由服务中心核发；"
                "本款与第三条的写法不一致"
            },
        ),
        doubts=("第三条只写机构「核发职业技能等级证书」：发过别的证书的列待核实",),
    ),
    _p2(
        "评价机构按照统一的编码规则和参考样式要求，制作并颁发",
        holds(d.unified_coding, "按照统一的编码规则制作证书"),
        doubts=("编码规则没有附在文件里",),
    ),
    _p2(
        "评价机构按照统一的编码规则和参考样式要求，制作并颁发",
        holds(d.unified_style, "按照统一的参考样式制作证书"),
        doubts=("参考样式没有附在文件里",),
    ),
)
