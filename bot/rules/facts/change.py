"""What changes, and which papers are at hand (第二十一条、第二十二条)."""

from __future__ import annotations

from bot.rules.fact import Fact, Option, possession, yes_no

change_legal_rep = yes_no("change_legal_rep", "换法定代表人")
change_address = yes_no(
    "change_address",
    "改地址",
    more=(Option("site_only", "只搬评价场地", ("evaluation_site_only",)),),
)
change_name = yes_no("change_name", "改机构名称")
change_other = yes_no("change_other", "改其他备案信息")
change_institution_type = yes_no(
    "change_institution_type", "改机构类别", also=("change_type", "institution_type_changed")
)
legal_entity_replaced = yes_no(
    "legal_entity_replaced",
    "换成另一个法人单位（合并、由别的单位承接）",
    also=("partner_takeover", "taken_over"),
)
site_only_move = yes_no(
    "site_only_move",
    "只搬评价场地、登记地址不变",
    also=("evaluation_site_only", "site_only", "only_evaluation_site_moved"),
)
new_address_in_xinzhou = yes_no(
    "new_address_in_xinzhou", "新地址在忻州市内", yes="在忻州市内", no="不在忻州市内"
)

planned_recipient = Fact(
    "planned_recipient",
    "打算交到哪里",
    options=(
        Option(
            "xinzhou_skill_center",
            "忻州市职业技能服务中心",
            ("skill_center", "service_center", "xinzhou_service_center"),
        ),
        Option(
            "county_bureau",
            "县（市、区）人社局",
            ("county", "county_hr_bureau", "county_center"),
        ),
        Option("city_bureau", "市人社局", ("xinzhou_hr_bureau", "city_hr_bureau")),
        Option(
            "province",
            "省人社厅、省鉴定中心",
            ("provincial_department", "provincial_center", "province_center"),
        ),
        Option("elsewhere", "其他地方", ("other",)),
    ),
)
submission_timing = Fact(
    "submission_timing",
    "打算什么时候交",
    options=(
        Option("mid_quarter", "季度中间", ("now", "any_time", "immediately")),
        Option("quarter_end", "等到季末", ("end_of_quarter", "wait_quarter_end")),
    ),
)

has_written_application = possession("has_written_application", "书面申请材料")
application_states_reason = yes_no(
    "application_states_reason", "申请中写明了变更原因", yes="写明了", no="没有写明"
)
has_new_legal_rep_id_copy = possession("has_new_legal_rep_id_copy", "变更后法人身份证复印件")
has_appointment_document = possession("has_appointment_document", "任职文件")
has_address_change_basis = possession("has_address_change_basis", "地址变更依据")
has_new_address_qualification = possession("has_new_address_qualification", "变更后地址相关资质")
has_name_change_basis = possession("has_name_change_basis", "机构名称变更依据")
has_new_name_qualification = possession("has_new_name_qualification", "变更后机构名称相关资质")
