"""The occupation that is applied for: its class (第四条至第六条) and its level (第八条)."""

from __future__ import annotations

from bot.rules.fact import Fact, Option

CLASS_OPTIONS = (
    Option(
        "level_type",
        "水平评价类",
        (
            "level_evaluation",
            "level",
            "later_published_level_type",
            "ministry_published_level_type",
            "ministry_published",
            "later_published",
            "水平评价类",
        ),
        "现行职业分类大典里的水平评价类，或人社部后来发布、备案的",
    ),
    Option(
        "access_type",
        "准入类",
        (
            "admission_type",
            "entry_type",
            "access",
            "qualification_type",
            "license_type",
            "licence_type",
            "admittance_type",
            "entry",
            "permit_type",
            "准入类",
        ),
        "第四条的准入类职业，属职业资格评价",
    ),
    Option(
        "mixed",
        "有水平评价类，也有准入类",
        ("mixed_types", "some_access_type", "partly_access_type"),
    ),
    Option(
        "not_listed",
        "大典里没有，人社部也没有发布或备案",
        (
            "not_in_catalogue",
            "not_in_catalog",
            "not_in_dadian",
            "not_in_classification",
            "unlisted",
            "neither",
            "none",
        ),
    ),
    Option(
        "special_ability",
        "专项职业能力考核项目",
        (
            "special_ability_item",
            "special_capability",
            "special_competency",
            "special_skill",
            "special_type",
            "special",
            "specific_ability",
        ),
    ),
)

target_occupation_class = Fact(
    "target_occupation_class", "所申请职业（工种）的类别", options=CLASS_OPTIONS
)

FIVE_LEVELS = ("初级工", "中级工", "高级工", "技师", "高级技师")

target_level = Fact(
    "target_level",
    "拟新增的等级",
    several=True,
    options=(
        Option("初级工", "初级工（五级）", ("五级", "5级", "junior", "level_5", "初级")),
        Option("中级工", "中级工（四级）", ("四级", "4级", "intermediate", "level_4", "中级")),
        Option(
            "高级工",
            "高级工（三级）",
            ("三级", "3级", "senior", "advanced", "level_3", "高级", "高技工"),
        ),
        Option("技师", "技师（二级）", ("二级", "2级", "technician", "level_2")),
        Option("高级技师", "高级技师（一级）", ("一级", "1级", "senior_technician", "level_1")),
        Option("特级技师", "特级技师", ("special_technician", "special_grade_technician")),
        Option("首席技师", "首席技师", ("chief_technician",)),
        Option(
            "sub_level",
            "在等级内再划分层次",
            ("sublevel", "sub_levels", "划分层次", "等级内划分层次", "内部层次", "分层"),
        ),
        Option("学徒工", "学徒工", ("apprentice",)),
        Option("other_level", "其他名称", ("other", "其他")),
    ),
)
