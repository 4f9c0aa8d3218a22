"""What a filed institution keeps doing (第十七条至第二十条)."""

from __future__ import annotations

from bot.rules.fact import Fact, Kind, Option, possession, yes_no

content_from_standard = yes_no("content_from_standard", "按国家技能标准或评价规范定内容和方式")
evaluation_methods = Fact(
    "evaluation_methods",
    "评价方式",
    options=(
        Option("several", "综合运用多种方式", ("multiple", "combined")),
        Option("single", "只用一种方式", ("one", "only_one")),
    ),
)
papers_follow_rules = yes_no("papers_follow_rules", "试题试卷按命题技术规程命制")


def _rules(key: str, label: str) -> Fact:
    options = (
        Option("published", "已制定并公布", ("yes", "made_and_published")),
        Option("not_published", "制定了，没有公布", ("unpublished", "made_only")),
        Option("none", "没有制定", ("no",)),
    )
    return Fact(key, label, options=options)


exam_rules = _rules("exam_rules", "考务管理办法")
quality_rules = _rules("quality_rules", "质量管理办法")
certificate_rules = _rules("certificate_rules", "证书管理办法")
fee_rules = _rules("fee_rules", "收费标准管理办法")

assessor_team = possession("assessor_team", "考评人员队伍")
quality_supervisor_team = possession("quality_supervisor_team", "内部质量督导人员队伍")
site_and_equipment_kept_up = yes_no(
    "site_and_equipment_kept_up", "考核评价场地设施设备的完善", yes="在做", no="没有做"
)

only_passed_certified = yes_no("only_passed_certified", "只给考核评审合格的人发证")
only_level_certificates = yes_no(
    "only_level_certificates", "发的都是职业技能等级证书", yes="都是", no="还发过别的证书"
)
unified_coding = yes_no("unified_coding", "证书按统一的编码规则制作")
unified_style = yes_no("unified_style", "证书按统一的参考样式制作")

statistics_submitted = yes_no("statistics_submitted", "定期报送统计表", yes="在报", no="没有报")
certificate_data_submitted = yes_no(
    "certificate_data_submitted", "向服务中心报送证书发放数据", yes="在报", no="没有报"
)

records_kept = yes_no("records_kept", "妥善保管评价全过程资料")
traceable = yes_no("traceable", "评价过程和结果可追溯、可倒查")


def _destroyed(key: str, label: str) -> Fact:
    options = (
        Option("none", "没有销毁过", ("no", "kept")),
        Option("destroyed", "销毁过", ("yes", "some")),
    )
    return Fact(key, label, options=options)


paper_destroyed = _destroyed("paper_destroyed", "纸质材料有没有销毁过")
paper_destroyed_on = Fact("paper_destroyed_on", "纸质材料销毁日期", Kind.DATE)
paper_evaluated_on = Fact("paper_evaluated_on", "所销毁纸质材料的评价日期", Kind.DATE)
paper_certified_on = Fact("paper_certified_on", "所销毁纸质材料的发证日期", Kind.DATE)
electronic_destroyed = _destroyed("electronic_destroyed", "电子材料有没有销毁过")
electronic_destroyed_on = Fact("electronic_destroyed_on", "电子材料销毁日期", Kind.DATE)
electronic_evaluated_on = Fact("electronic_evaluated_on", "所销毁电子材料的评价日期", Kind.DATE)
electronic_certified_on = Fact("electronic_certified_on", "所销毁电子材料的发证日期", Kind.DATE)
