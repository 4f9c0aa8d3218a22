"""What 第二十四条 to 第二十六条 ask of a filed institution that wants to add something."""

from __future__ import annotations

from bot.rules.fact import Fact, Kind, Option, number, possession, yes_no

target_occupation_already_filed = yes_no(
    "target_occupation_already_filed",
    "这个职业（工种）是否已在备案范围内",
    yes="已备案",
    no="没有备案",
    more=(
        Option(
            "new_trade",
            "职业已备案，工种是新的",
            (
                "trade_only",
                "new_trade_under_filed_occupation",
                "occupation_filed_trade_new",
                "partial",
            ),
            "文件写的是“职业（工种）”，没有写按哪个数",
        ),
    ),
)
new_occupation_count = number("new_occupation_count", "拟新增职业（工种）数")

filed_occupation_count = number("filed_occupation_count", "备案职业（工种）数")
evaluated_occupation_count = number("evaluated_occupation_count", "自备案以来开展过评价的数")
filed_trade_count = number("filed_trade_count", "备案数（换一种数法）")
evaluated_trade_count = number("evaluated_trade_count", "开展过评价的数（换一种数法）")
certified_occupation_count = number(
    "certified_occupation_count",
    "已颁发过证书的职业（工种）数",
    also=(
        "certificates_issued_occupation_count",
        "certificate_issued_occupation_count",
        "certificate_issued_count",
    ),
)
earlier_swapped_out_count = number(
    "earlier_swapped_out_count",
    "以前换出的职业（工种）数",
    also=(
        "previously_swapped_out_count",
        "swapped_out_before_count",
    ),
)
earlier_swapped_out_evaluated_count = number(
    "earlier_swapped_out_evaluated_count",
    "以前换出的职业（工种）中开展过评价的数",
    also=("previously_swapped_out_evaluated_count",),
)

work_orderly = yes_no("work_orderly", "认定评价工作推进有序")
quality_control_enforced = yes_no("quality_control_enforced", "严格落实质量管控措施")

assessors = possession(
    "assessors",
    "考评人员",
    more=(Option("borrowed", "借用别处的", ("shared", "external")),),
)
internal_supervisors = possession(
    "internal_supervisors",
    "内部督导人员",
    more=(Option("borrowed", "借用别处的", ("shared", "external")),),
)
one_person_two_roles = yes_no(
    "one_person_two_roles",
    "有人一人兼任两种角色",
    yes="有",
    no="没有",
    also=("same_person_two_roles", "roles_shared"),
)
question_bank = possession(
    "question_bank",
    "题库资源储备",
    hint="只是打算建的，选“没有”",
    more=(
        Option("other_occupations_only", "只有别的职业的题库", ("other_occupation_only",)),
        Option("existing_levels_only", "只有现有等级的题库", ("existing_level_only",)),
        Option("bought_or_shared", "买来的或与别家共用的", ("bought", "purchased", "shared")),
    ),
)
resources_for_new_level = yes_no(
    "resources_for_new_level",
    "人员和题库也覆盖新增的等级",
    yes="覆盖",
    no="只够现有等级",
    also=("new_level_resources",),
)

_SITE_OPTIONS = (
    Option("owned", "自有", ("own", "self_owned", "own_campus", "自有")),
    Option("leased", "租赁", ("rented", "rent", "lease", "租赁"), "文字写的是自有，没有提租赁"),
    Option("lent_free", "无偿借用", ("borrowed", "lent", "free_use", "借用")),
    Option(
        "group_property",
        "上级单位或集团的房产",
        ("parent_group", "group_owned", "parent_company", "shareholder_property"),
    ),
    Option("allocated", "划拨使用的公共校舍", ("allocated_campus", "public_campus")),
    Option("partly_owned", "一部分自有，一部分不是", ("mixed", "partly_leased")),
    Option(
        "ad_hoc",
        "没有固定的，每次临时找",
        (
            "temporary",
            "temporary_each_time",
            "ad_hoc_per_session",
            "ad_hoc_each_session",
            "found_per_session",
            "found_each_time",
            "adhoc",
            "found_ad_hoc",
            "per_session",
            "rented_per_session",
            "borrowed_per_session",
            "临时",
        ),
    ),
    Option("none", "没有", ("no", "没有", "无")),
)
_ONE_ROOM = ("same_room", "one_room", "shared_room", "combined")

theory_site = Fact(
    "theory_site",
    "理论场地",
    options=(
        *_SITE_OPTIONS,
        Option(
            "same_as_other",
            "与实操场地是同一间",
            (*_ONE_ROOM, "same_as_practical", "shared_with_practical"),
        ),
    ),
)
practical_site = Fact(
    "practical_site",
    "实操场地",
    options=(
        *_SITE_OPTIONS,
        Option(
            "same_as_other",
            "与理论场地是同一间",
            (*_ONE_ROOM, "same_as_theory", "shared_with_theory"),
        ),
    ),
)
_LEASED = Option("leased", "租用的", ("rented", "borrowed", "partly_leased"))
_NOT_NEEDED = Option("not_applicable", "该职业用不着", ("not_needed", "n/a"))
equipment = possession("equipment", "评价设施设备", more=(_LEASED, _NOT_NEEDED))
instruments = possession("instruments", "仪器仪表", more=(_LEASED, _NOT_NEEDED))
practical_site_meets_national_standard = yes_no(
    "practical_site_meets_national_standard",
    "实操场地和工位符合《国家职业技能标准》的要求",
    yes="符合",
    no="不符合",
    more=(
        Option(
            "no_national_standard",
            "这个职业没有国家职业技能标准",
            ("no_standard", "standard_missing"),
        ),
    ),
)
national_standard_exists = yes_no(
    "national_standard_exists",
    "这个职业有国家职业技能标准",
    yes="有",
    no="没有",
    also=("has_national_standard",),
)

city_coverage_reached = yes_no(
    "city_coverage_reached",
    "全市该职业（工种）布局是否已达三分之二覆盖面",
    yes="已达到",
    no="未达到",
    more=(Option("ratio_only", "只给了数字，没有给结论", ("ratio", "ratio_without_conclusion")),),
)
city_coverage_source = Fact(
    "city_coverage_source",
    "这个结论是谁给的",
    options=(
        Option(
            "authority",
            "服务中心或职业能力建设科答复的",
            (
                "service_center",
                "skill_center",
                "xinzhou_skill_center",
                "capability_building_section",
                "vocational_capability_section",
            ),
        ),
        Option(
            "staff_record",
            "服务中心在本系统登记的认定",
            ("recorded_determination", "registry", "recorded"),
        ),
        Option(
            "self_estimate",
            "自己按目录估算的",
            ("catalogue", "catalog", "estimate", "own_estimate", "self"),
        ),
        Option("hearsay", "听别人说的", ("rumour", "rumor", "peer", "other_institution")),
        Option("none", "没有问过", ("not_answered", "no")),
    ),
)
city_coverage_by = Fact("city_coverage_by", "答复人", Kind.TEXT)
city_coverage_on = Fact("city_coverage_on", "答复日期", Kind.DATE)

swap_out_count = number("swap_out_count", "同时换出的旧职业（工种）数")
authority_agreed_to_exceed = yes_no(
    "authority_agreed_to_exceed",
    "主管部门同意超过5个",
    also=(
        "authority_agreed_over_five",
        "authority_agreed_exceed",
        "authority_agreed_exceed_five",
        "authority_approved_exceed",
    ),
)
