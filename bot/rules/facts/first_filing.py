"""What 第十一条 to 第十四条 ask of an institution that has not been filed."""

from __future__ import annotations

from bot.rules.fact import Fact, Option, number, possession, yes_no
from bot.rules.facts.target import CLASS_OPTIONS

independent_legal_person = yes_no(
    "independent_legal_person",
    "独立法人机构",
    hint="分公司、内设部门、不独立的学院、个体工商户，选“否”",
)
registered_in_xinzhou = yes_no(
    "registered_in_xinzhou",
    "在忻州市境内依法登记",
    hint="登记在外地、只是在忻州有场所的，选“否”",
    more=(
        Option(
            "province_registered",
            "在省里登记，住所在忻州",
            ("provincial", "registered_with_province", "province"),
        ),
    ),
)

standard_financial_system = possession("standard_financial_system", "规范的财务制度")
standard_management_system = possession("standard_management_system", "规范的管理制度")

broad_influence = yes_no("broad_influence", "在拟评价的职业领域有广泛的影响力")
rich_assessment_experience = yes_no(
    "rich_assessment_experience",
    "在所申报职业（工种）有较丰富的考核评价经验",
    hint="每个申报的职业（工种）都要有",
)
basic_conditions = possession("basic_conditions", "相应的基础条件")

dedicated_department = possession(
    "dedicated_department", "负责认定工作的专门机构", hint="设在本单位内部；文件没有写形式"
)
suitable_site = possession("suitable_site", "相应的场地", hint="文字未要求自有，以评估为准")
site_tenure = Fact(
    "site_tenure",
    "场地来源",
    options=(
        Option("owned", "自有", ("own", "self_owned")),
        Option("leased", "租赁", ("rented", "rent", "lease")),
        Option("other_source", "借用、上级提供等", ("lent_free", "borrowed", "allocated", "mixed")),
        Option("none", "没有场地", ("no",)),
    ),
)
suitable_equipment = possession(
    "suitable_equipment",
    "相应的设备设施",
    more=(Option("leased", "租用的", ("rented", "borrowed", "partly_leased")),),
)

social_benefit_first = yes_no("social_benefit_first", "把社会效益放在首位")
not_profit_purpose = yes_no(
    "not_profit_purpose", "不以人才评价为营利目的", hint="收费不等于以营利为目的"
)
stable_funding = possession("stable_funding", "稳定的经费保障")
train_use_mechanism = possession("train_use_mechanism", "培养与使用相结合的长效机制")
evaluation_pay_mechanism = possession("evaluation_pay_mechanism", "评价与待遇相挂钩的长效机制")

quality_measures = possession("quality_measures", "完善的认定工作质量管理措施")
accepts_supervision = yes_no(
    "accepts_supervision", "自愿接受人社部门监督和管理", yes="愿意", no="不愿意"
)

responsible_for_materials = yes_no(
    "responsible_for_materials",
    "对材料的真实性、有效性、合法性负责",
    yes="负责",
    no="不负责",
)
paper_materials_given = yes_no(
    "paper_materials_given", "按规定提交书面材料", yes="提交", no="不提交"
)
online_verifiable = yes_no(
    "online_verifiable",
    "材料能通过网上核验",
    yes="能",
    no="不能",
    more=(Option("partly", "有的能、有的不能", ("partial", "some")),),
)
will_sign_commitment = yes_no("will_sign_commitment", "同意签署承诺书", yes="同意", no="不同意")

declared_occupation_count = number("declared_occupation_count", "拟申报职业（工种）数")
declared_trade_count = number("declared_trade_count", "拟申报数（按工种数）")
declared_occupation_class = Fact(
    "declared_occupation_class", "拟申报职业（工种）的类别", options=CLASS_OPTIONS
)
charges_fee = yes_no("charges_fee", "评价时收费", yes="收费", no="不收费")
