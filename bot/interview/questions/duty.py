"""履职自查：第十七条至第二十条。"""

from __future__ import annotations

from bot.interview.conditions import ELECTRONIC_DESTROYED, PAPER_DESTROYED
from bot.interview.question import Kind, Question, When, line
from bot.measures import Citation
from bot.rules.fact import Fact
from bot.rules.facts import duty as d

_RULES = ("published", "not_published", "none")
_REST = "都做到"

PAPERS_AND_METHODS = Question(
    "methods",
    "内容、方式、试题",
    Kind.CHECKLIST,
    "请逐条看一看，贵单位做到哪些？",
    Citation(17),
    "依据国家技能标准或评价规范，结合实际确定评价内容和评价方式",
    lines=(
        line(d.content_from_standard),
        line(d.evaluation_methods, "several", "single"),
        line(d.papers_follow_rules),
    ),
    rest=_REST,
    help="列出的方式没有哪一种是必须的；只用一种方式的列待核实。",
)
RULES = Question(
    "rules",
    "管理办法",
    Kind.CHECKLIST,
    "这四样管理办法，都制定并公布了吗？",
    Citation(18, 1),
    "应当制定评价考务管理、质量管理、证书管理和收费标准等管理办法，并向社会公示公布",
    lines=(
        line(d.exam_rules, *_RULES),
        line(d.quality_rules, *_RULES),
        line(d.certificate_rules, *_RULES),
        line(d.fee_rules, *_RULES),
    ),
    rest="都已公布",
    help="公布的渠道和时长、收费高低，文件没有写。",
)
TEAMS = Question(
    "teams",
    "队伍和场地设施",
    Kind.CHECKLIST,
    "请逐条看一看，贵单位做到哪些？",
    Citation(18, 2),
    "应当建立考评人员和内部质量督导人员队伍，完善考核评价场地设施设备",
    lines=(
        line(d.assessor_team),
        line(d.quality_supervisor_team),
        line(d.site_and_equipment_kept_up),
    ),
    rest=_REST,
    help="人数文件没有写。",
)
CERTIFICATES = Question(
    "certificates",
    "发证",
    Kind.CHECKLIST,
    "关于发证，请逐条看一看：",
    Citation(19, 2),
    "评价机构按照统一的编码规则和参考样式要求，制作并颁发",
    lines=(
        line(d.only_passed_certified),
        line(d.only_level_certificates),
        line(d.unified_coding),
        line(d.unified_style),
    ),
    rest=_REST,
    help="评价机构核发的是职业技能等级证书；另两种证书由服务中心核发。",
)
REPORTS = Question(
    "reports",
    "报送",
    Kind.CHECKLIST,
    "关于报送，请逐条看一看：",
    Citation(20, 1),
    "应定期报送职业技能评价认定有关情况统计表",
    lines=(line(d.statistics_submitted), line(d.certificate_data_submitted)),
    rest=_REST,
    help="多久报一次、用什么系统，文件没有写。",
)
RECORDS = Question(
    "records",
    "资料保管",
    Kind.CHECKLIST,
    "关于评价资料，请逐条看一看：",
    Citation(20, 2),
    "纸质材料保管不少于3年，电子材料不少于5年",
    lines=(
        line(d.records_kept),
        line(d.traceable),
        line(d.paper_destroyed, "none", "destroyed"),
        line(d.electronic_destroyed, "none", "destroyed"),
    ),
    rest="都做到、没有销毁",
    help="从哪天起算，文件没有写；扫描了纸质材料，纸质的仍要保管满3年。",
)


def _date(key: str, name: str, fact: Fact, words: str, when: When) -> Question:
    return Question(
        key,
        name,
        Kind.DATE,
        words,
        Citation(20, 2),
        "纸质材料保管不少于3年，电子材料不少于5年",
        fact=fact,
        help="销毁过几批的，填保管时间最短的那一批；记不清就选“不清楚”。",
        when=when,
    )


def _dates(prefix: str, what: str, facts: tuple[Fact, Fact, Fact], when: When) -> list[Question]:
    names = ("evaluated", "certified", "destroyed")
    words = ("是哪一天评价的", "是哪一天发证的", "是哪一天销毁的")
    short = ("评价日期", "发证日期", "销毁日期")
    return [
        _date(f"{prefix}_{name}", f"{what}{title}", fact, f"销毁的那批{what}材料，{asked}？", when)
        for name, title, fact, asked in zip(names, short, facts, words, strict=True)
    ]


DESTROYED = (
    *_dates(
        "paper",
        "纸质",
        (d.paper_evaluated_on, d.paper_certified_on, d.paper_destroyed_on),
        PAPER_DESTROYED,
    ),
    *_dates(
        "electronic",
        "电子",
        (d.electronic_evaluated_on, d.electronic_certified_on, d.electronic_destroyed_on),
        ELECTRONIC_DESTROYED,
    ),
)
