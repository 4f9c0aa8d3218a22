"""第二十二条：变更要提供的材料。"""

from __future__ import annotations

from bot.rules.appointment import Required, appointment_document
from bot.rules.articles.changes import (
    decided,
    entity_stays,
    new_address_here,
    only_the_person_changes,
    other_category,
    other_information,
    registered_address,
    something_changes,
    when,
)
from bot.rules.clause import Test, article, item, paragraph, reads
from bot.rules.conditions import holds
from bot.rules.fact import Fact
from bot.rules.facts import change as c
from bot.rules.facts.institution import institution_type, is_school, legal_form
from bot.rules.given import Given
from bot.rules.result import Result, outside, still_open

_p1, _p2, _p3 = (paragraph(22, number) for number in range(1, 4))


def _at_hand(fact: Fact) -> Test:
    return holds(fact, f"补上{fact.label}")


@reads(c.application_states_reason, c.has_written_application)
def _reason_stated(given: Given) -> Result:
    if given.choice(c.has_written_application) == "no":
        return outside("还没有书面申请材料")
    return holds(c.application_states_reason, "在书面申请中写明变更原因").judge(given)


@reads(c.has_appointment_document, institution_type, legal_form, is_school)
def _appointment_document(given: Given) -> Result:
    required = appointment_document(given)
    if required.answer is Required.NO:
        return outside(required.reason)
    at_hand = _at_hand(c.has_appointment_document).judge(given)
    if required.answer is Required.YES or given.choice(c.has_appointment_document) == "yes":
        return at_hand
    return still_open(f"{at_hand.reason}；{required.reason}")


_ENTITY_READING = "只换法定代表人，符合；换成另一个法人单位，或不清楚，待核实，不列材料"

ENTITY = article(11)(
    "独立法人机构",
    entity_stays,
    title="法人主体不变",
    reading=_ENTITY_READING,
    doubts=("换成另一个法人单位（合并、由别的单位承接）怎样办，没有写：列待核实，不列材料",),
)
STILL_HERE = item(11, 1)(
    "在忻州市境内依法登记",
    new_address_here,
    doubts=("备案后新地址不在忻州市内，还符不符合本项，没有写：列待核实",),
)

MATTERS = (
    _p1(
        "法人及备案信息变更，需提供相应材料",
        something_changes,
        title="变更事项",
        reading="至少有一项变更；一项也没有的，待核实",
    ),
    _p1(
        "需提供相应材料",
        other_information,
        doubts=("法人、地址、机构名称以外的信息，没有列材料：列待核实",),
    ),
    _p1("需提供相应材料", other_category),
)

LEGAL_REP = (
    _p2("法人变更的", decided(c.change_legal_rep)),
    _p2(
        "法人变更的",
        only_the_person_changes,
        title="只换法定代表人",
        reading=f"{_ENTITY_READING}；不换法定代表人的，不看本款",
    ),
    _p2("需提供书面申请材料", when(c.change_legal_rep, _at_hand(c.has_written_application))),
    _p2(
        "写明变更原因",
        when(c.change_legal_rep, _reason_stated),
        reading="书面申请里写明了，有；没有写明，缺；还没有书面申请的不另算",
    ),
    _p2(
        "同时提供变更后法人身份证复印件",
        when(c.change_legal_rep, _at_hand(c.has_new_legal_rep_id_copy)),
        doubts=("「法人」指法定代表人：只有自然人有身份证",),
    ),
    _p2(
        "企业或院校还需提供任职文件",
        when(c.change_legal_rep, _appointment_document),
        reading="企业、职业院校：有，齐；没有，缺。民办非企业单位、社会团体等且不是学校的"
        "社会培训评价组织：不要求。其余：有，齐；没有，待核实",
        doubts=(
            "「企业或院校」按备案类别还是按登记形式看，没有写明："
            "社会培训评价组织登记为公司或本身是学校的，不是企业的用人单位，列待核实",
            "任职文件是什么样的，没有写",
        ),
    ),
)

ADDRESS_AND_NAME = (
    _p3("地址、机构名称变更的", decided(c.change_address)),
    _p3(
        "地址、机构名称变更的",
        when(c.change_address, registered_address),
        title="变更的是登记地址",
        doubts=("「地址」是登记地址还是评价场地，没有写明：只搬评价场地的列待核实",),
    ),
    _p3(
        "需提供变更依据",
        when(c.change_address, _at_hand(c.has_address_change_basis)),
        doubts=("变更依据、相关资质是哪些，没有写；本款没有要求书面申请",),
    ),
    _p3(
        "同时提供变更后地址、机构名称相关资质",
        when(c.change_address, _at_hand(c.has_new_address_qualification)),
    ),
    _p3("地址、机构名称变更的", decided(c.change_name)),
    _p3("需提供变更依据", when(c.change_name, _at_hand(c.has_name_change_basis))),
    _p3(
        "同时提供变更后地址、机构名称相关资质",
        when(c.change_name, _at_hand(c.has_new_name_qualification)),
    ),
)
