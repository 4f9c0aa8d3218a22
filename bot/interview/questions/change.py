"""变更材料：第二十一条、第二十二条。"""

from __future__ import annotations

from bot.interview.conditions import (
    CHANGES_ADDRESS,
    CHANGES_LEGAL_REP,
    CHANGES_LISTED,
    CHANGES_NAME,
)
from bot.interview.question import (
    NOT_SURE,
    NOT_SURE_WORDS,
    Choice,
    Facts,
    Kind,
    Line,
    Question,
    When,
    choices_of,
    line,
)
from bot.measures import Citation
from bot.rules.appointment import Required, appointment_document
from bot.rules.fact import NOT_ASKED, UNKNOWN, Fact
from bot.rules.facts import change as c


def _changes(fact: Fact, words: str) -> Line:
    states = (
        Choice("no", "不变", {fact.key: "no"}),
        Choice("yes", "变更", {fact.key: "yes"}),
        Choice(NOT_SURE, NOT_SURE_WORDS, {fact.key: UNKNOWN}),
    )
    return Line(fact.key, words, states)


def _nothing_changes(facts: Facts) -> str:
    return "" if set(facts.values()) != {"no"} else "请至少选一样要变更的"


WHAT = Question(
    "what",
    "变更事项",
    Kind.CHECKLIST,
    "请问这次要变更哪些？",
    Citation(22, 1),
    "法人及备案信息变更，需提供相应材料",
    lines=(
        _changes(c.change_legal_rep, "法定代表人"),
        _changes(c.change_address, "地址"),
        _changes(c.change_name, "机构名称"),
        _changes(c.change_other, "其他备案信息（联系人、电话等）"),
        _changes(c.change_institution_type, "机构类别"),
        _changes(c.legal_entity_replaced, "换成另一个法人单位（合并、由别的单位承接）"),
    ),
    rest="不变",
    hint="点一下要变更的，可以点几样；点好了，点最后一个按钮。",
    refusal=_nothing_changes,
    help="“法人变更”说的是换法定代表人；换成另一个法人单位怎样办，文件没有写。",
)


_APPLICATION, _REASON = c.has_written_application.key, c.application_states_reason.key

_WRITTEN = Line(
    _APPLICATION,
    "书面申请材料（写明变更原因）",
    (
        Choice("yes", "有，写明了原因", {_APPLICATION: "yes", _REASON: "yes"}),
        Choice("no_reason", "有，没有写原因", {_APPLICATION: "yes", _REASON: "no"}),
        Choice("no", "没有", {_APPLICATION: "no", _REASON: NOT_ASKED}),
        Choice(NOT_SURE, NOT_SURE_WORDS, {_APPLICATION: UNKNOWN, _REASON: UNKNOWN}),
    ),
    when=CHANGES_LEGAL_REP,
)

_MAY_NEED_APPOINTMENT = When(
    lambda situation: (
        CHANGES_LEGAL_REP.holds(situation)
        and appointment_document(situation).answer is not Required.NO
    ),
    "换法定代表人的企业、院校，或待核实的",
)

PAPERS = Question(
    "papers",
    "手头材料",
    Kind.CHECKLIST,
    "请看一看，这些材料手头有没有？",
    Citation(22),
    "需提供相应材料",
    lines=(
        _WRITTEN,
        line(c.has_new_legal_rep_id_copy, when=CHANGES_LEGAL_REP),
        line(
            c.has_appointment_document,
            hint="企业或院校要；什么样的文件算，没有写",
            when=_MAY_NEED_APPOINTMENT,
        ),
        line(c.has_address_change_basis, when=CHANGES_ADDRESS),
        line(c.has_new_address_qualification, when=CHANGES_ADDRESS),
        line(c.has_name_change_basis, when=CHANGES_NAME),
        line(c.has_new_name_qualification, when=CHANGES_NAME),
    ),
    rest="都有",
    help="变更依据、相关资质具体是哪些，文件没有写；不用上传，只说有没有。",
    when=CHANGES_LISTED,
)

_HERE, _SITE = c.new_address_in_xinzhou.key, c.site_only_move.key

ADDRESS = Question(
    "address",
    "新地址",
    Kind.CHOICE,
    "请问新地址是哪一种情形？",
    Citation(22, 3),
    "地址、机构名称变更的需提供变更依据",
    choices=(
        Choice("here", "登记地址变更，在忻州市内", {_HERE: "yes", _SITE: "no"}),
        Choice("away", "登记地址变更，不在忻州市内", {_HERE: "no", _SITE: "no"}),
        Choice("site_here", "只搬评价场地，在忻州市内", {_HERE: "yes", _SITE: "yes"}),
        Choice("site_away", "只搬评价场地，不在忻州市内", {_HERE: "no", _SITE: "yes"}),
        Choice(NOT_SURE, NOT_SURE_WORDS, {_HERE: UNKNOWN, _SITE: UNKNOWN}),
    ),
    help="“地址”是登记地址还是评价场地，文件没有写明；只搬评价场地的列待核实。",
    when=CHANGES_ADDRESS,
)

RECIPIENT = Question(
    "recipient",
    "交到哪里",
    Kind.CHOICE,
    "请问打算把材料交到哪里？",
    Citation(21),
    "由忻州市职业技能服务中心负责受理",
    choices=choices_of(c.planned_recipient),
    help="文件写明由忻州市职业技能服务中心受理。",
)
