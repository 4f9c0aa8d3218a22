"""第二十条：报送统计和发证数据；资料保管。"""

from __future__ import annotations

from bot.rules.clause import Bound, paragraph
from bot.rules.conditions import holds
from bot.rules.facts import duty as d
from bot.rules.retention import retention

_p1, _p2 = paragraph(20, 1), paragraph(20, 2)

DUTIES = (
    _p1(
        "应定期报送职业技能评价认定有关情况统计表",
        holds(d.statistics_submitted, "报送职业技能评价认定有关情况统计表"),
        doubts=("多久报一次、报给谁，没有写",),
    ),
    _p1(
        "应将职业技能等级证书发放数据报送人力资源和社会保障部门职业技能服务中心",
        holds(d.certificate_data_submitted, "把证书发放数据报送服务中心"),
        doubts=("多久报一次、期限、用什么系统，没有写",),
    ),
    _p2(
        "应妥善保管评价工作全过程资料",
        holds(d.records_kept, "妥善保管评价工作全过程资料"),
        doubts=("没有列资料清单",),
    ),
    _p2(
        "纸质材料保管不少于3年",
        retention(
            3,
            d.paper_destroyed,
            d.paper_destroyed_on,
            d.paper_evaluated_on,
            d.paper_certified_on,
        ),
        title="纸质材料保管",
        reading="没有销毁过，已做到；销毁过的按日期算：从发证之日算也满3年，已做到；"
        "从评价之日算还不满3年，未做到；两种算法不同、日期不全、本办法印发以前的，待核实",
        bound=Bound("不少于", "3年"),
        doubts=("从哪天起算没有写：从评价之日、发证之日算结果不同的列待核实", "扫描不缩短3年"),
    ),
    _p2(
        "电子材料不少于5年",
        retention(
            5,
            d.electronic_destroyed,
            d.electronic_destroyed_on,
            d.electronic_evaluated_on,
            d.electronic_certified_on,
        ),
        title="电子材料保管",
        reading="没有销毁过，已做到；销毁过的按日期算：从发证之日算也满5年，已做到；"
        "从评价之日算还不满5年，未做到；两种算法不同、日期不全、本办法印发以前的，待核实",
        bound=Bound("不少于", "5年"),
        doubts=("从哪天起算没有写", "视频没有单列，按「全过程资料」「电子材料」看指向5年"),
    ),
    _p2(
        "确保评价过程和结果可追溯、可倒查",
        holds(d.traceable, "做到评价过程和结果可追溯、可倒查"),
        doubts=("这个目的没有终止日期：不能据此说资料到期就能销毁",),
    ),
)
