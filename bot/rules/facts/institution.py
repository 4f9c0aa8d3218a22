"""Who the institution is: category, filing, registered form (第三条、第十条、第十一条)."""

from __future__ import annotations

from bot.rules.fact import Fact, Option, yes_no

institution_type = Fact(
    "institution_type",
    "机构类别",
    options=(
        Option(
            "employer_enterprise",
            "用人单位（企业）",
            ("enterprise", "company_employer", "用人单位（企业）", "企业"),
        ),
        Option(
            "employer_non_enterprise",
            "用人单位（不是企业）",
            (
                "employer_other",
                "employer_nonenterprise",
                "employer_not_enterprise",
                "employer_public",
                "employer_public_institution",
                "employer_institution",
                "employer_government",
                "employer_agency",
                "employer_hospital",
                "non_enterprise_employer",
            ),
            "医院、机关、事业单位等；第三条在用人单位后面写的是“（企业）”",
        ),
        Option("employer", "用人单位", ("employer_unspecified",), "是不是企业还没有说明"),
        Option("employer_unsure", "用人单位（是不是企业不清楚）", ("employer_unknown",)),
        Option(
            "vocational_school",
            "职业院校（含技工院校）",
            ("school", "technical_school", "vocational_college", "职业院校"),
        ),
        Option(
            "social_org",
            "社会培训评价组织",
            ("social_training_org", "social_evaluation_org", "社会培训评价组织"),
            "看备案（或拟申报）的类别，不看营业执照：公司也可以是社会培训评价组织",
        ),
        Option(
            "several",
            "不止一类",
            ("both", "multiple", "two_categories", "dual", "two_types"),
            "例如以两种类别备案",
        ),
        Option("other", "以上都不是", ("none", "none_of_these")),
    ),
)

filing_status = Fact(
    "filing_status",
    "备案情况",
    options=(
        Option("not_filed", "没有备案过", ("unfiled", "未备案")),
        Option("filed", "已经备案", ("已备案",)),
        Option(
            "withdrawn",
            "备案过，后来退出了目录",
            (
                "exited",
                "removed",
                "delisted",
                "quit",
                "removed_from_catalogue",
                "withdrawn_from_catalogue",
                "exited_catalogue",
                "已退出",
            ),
        ),
        Option(
            "filed_elsewhere",
            "在省里或其他市备案",
            ("filed_by_province", "filed_province", "filed_other_city"),
        ),
    ),
)

filed_by = Fact(
    "filed_by",
    "在哪里备案",
    options=(
        Option("xinzhou", "忻州市", ("xinzhou_city", "忻州市", "city")),
        Option("province", "省里", ("provincial", "shanxi", "shanxi_province")),
        Option("other_city", "其他市", ("another_city",)),
        Option("elsewhere", "其他地方", ("other", "others")),
    ),
)

legal_form = Fact(
    "legal_form",
    "登记形式",
    options=(
        Option(
            "company",
            "公司等企业",
            (
                "enterprise",
                "limited_company",
                "limited_liability_company",
                "joint_stock_company",
                "state_owned_enterprise",
                "partnership",
                "sole_proprietorship",
            ),
            "营业执照上是有限公司、股份公司、国有企业、合伙企业等",
        ),
        Option(
            "private_non_enterprise",
            "民办非企业单位",
            ("civil_non_enterprise", "private_nonenterprise", "social_service_organization"),
            "民政部门登记的民办非企业单位（社会服务机构）",
        ),
        Option(
            "social_group",
            "社会团体",
            ("social_association", "association", "social_organization"),
            "协会、学会、商会等",
        ),
        Option("institution", "事业单位", ("public_institution",)),
        Option("government", "机关", ("government_agency", "agency")),
        Option("school", "学校", ("private_school", "training_school")),
        Option("branch", "分公司、分支机构", ("branch_company", "branch_office")),
        Option("internal_department", "单位的内设部门", ("department", "internal_unit")),
        Option("individual_business", "个体工商户", ("individual", "self_employed")),
        Option("other_form", "其他", ("other",)),
    ),
)

is_school = yes_no(
    "is_school",
    "是不是学校",
    also=("is_training_school", "calls_itself_school", "private_training_school"),
)

requested_activity = Fact(
    "requested_activity",
    "要开展的评价",
    options=(
        Option(
            "level_evaluation",
            "职业技能等级认定",
            ("skill_level_evaluation", "level_recognition", "职业技能等级认定"),
        ),
        Option(
            "vocational_qualification",
            "职业资格评价",
            (
                "qualification",
                "qualification_evaluation",
                "professional_qualification",
                "occupational_qualification",
                "vocational_qualification_evaluation",
                "professional_qualification_evaluation",
                "职业资格评价",
            ),
        ),
        Option(
            "special_ability",
            "专项职业能力考核",
            (
                "special_ability_assessment",
                "special_ability_evaluation",
                "special_ability_exam",
                "special_ability_test",
                "special_capability",
                "special_capability_assessment",
                "special_competency",
                "special_competence",
                "special_competency_assessment",
                "special_skill",
                "special_skill_assessment",
                "special_vocational_ability",
                "specific_ability",
                "specific_ability_assessment",
                "specialized_ability",
                "single_skill",
                "专项职业能力考核",
            ),
        ),
    ),
)
