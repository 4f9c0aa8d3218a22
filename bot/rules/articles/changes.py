"""第二十二条：变更的是什么，法人主体换没有换。"""

from __future__ import annotations

from bot.rules.clause import Test, reads
from bot.rules.fact import Fact
from bot.rules.facts import change as c
from bot.rules.given import Gap, Given
from bot.rules.result import Result, met, outside, still_open

_ENTITY_FACTS = (c.legal_entity_replaced, c.change_legal_rep)


def same_entity(given: Given) -> bool:
    """Whether it is certain that the legal entity stays; irrelevant counts if no 法人 changes."""
    answer = given.value(c.legal_entity_replaced)
    if answer is Gap.IRRELEVANT:
        return given.choice(c.change_legal_rep) == "no"
    return answer == "no"


def _entity_stays(given: Given, doubt: str) -> Result:
    if same_entity(given):
        return met(f"{c.legal_entity_replaced.label}：否")
    return still_open(f"{given.says(c.legal_entity_replaced)}。{doubt}")


@reads(*_ENTITY_FACTS)
def entity_stays(given: Given) -> Result:
    """第十一条 speaks of one legal person; that another one takes over is not dealt with."""
    return _entity_stays(given, "另一个法人单位能不能接着用原来的备案，文件没有写")


@reads(*_ENTITY_FACTS)
def only_the_person_changes(given: Given) -> Result:
    """「变更后法人身份证复印件」: only a natural person has one; a new entity is not covered."""
    if same_entity(given) and given.choice(c.change_legal_rep) == "no":
        return outside(f"没有“{c.change_legal_rep.label}”")
    return _entity_stays(
        given,
        "「法人变更」要「变更后法人身份证复印件」，说的是换法定代表人；"
        "换成另一个法人单位怎样办，文件没有写，不列材料",
    )


def when(kind: Fact, test: Test) -> Test:
    """`test`, if this kind of change is made and the entity stays."""

    def judge(given: Given) -> Result:
        if not same_entity(given):
            return outside("法人主体是否更换没有确定，不列材料")
        if given.choice(kind) != "yes":
            return outside(f"没有“{kind.label}”")
        return test.judge(given)

    facts = (*test.reads, kind, *_ENTITY_FACTS)
    return Test(facts, judge, premise=kind.label, own=test.reads)


def decided(kind: Fact) -> Test:
    """Whether it is known that this kind of change is made."""

    def judge(given: Given) -> Result:
        if not same_entity(given):
            return outside("法人主体是否更换没有确定，不列材料")
        if given.choice(kind) in ("yes", "no"):
            return outside(given.says(kind))
        return still_open(f"是否{given.says(kind)}")

    return Test((kind, *_ENTITY_FACTS), judge, premise="法人主体不变", own=(kind,))


@reads(c.change_other)
def other_information(given: Given) -> Result:
    """「需提供相应材料」: no list for anything but 法人, 地址 and 机构名称."""
    if given.choice(c.change_other) == "no":
        return outside(given.says(c.change_other))
    return still_open(f"{given.says(c.change_other)}。只写「需提供相应材料」，没有列出是哪些材料")


@reads(c.change_institution_type)
def other_category(given: Given) -> Result:
    """Moving from one category to another is not dealt with."""
    if given.value(c.change_institution_type) is Gap.ABSENT:
        return outside("不改机构类别")
    if given.choice(c.change_institution_type) == "no":
        return outside("不改机构类别")
    return still_open(f"{given.says(c.change_institution_type)}。改机构类别怎样办，文件没有写")


_ALL = (c.change_legal_rep, c.change_address, c.change_name, c.change_other)


@reads(*_ALL, c.change_institution_type, *_ENTITY_FACTS[:1])
def something_changes(given: Given) -> Result:
    """A request in which nothing changes is not complete."""
    rest = (c.change_institution_type, c.legal_entity_replaced)
    if all(given.choice(fact) == "no" for fact in _ALL) and "yes" not in map(given.choice, rest):
        return still_open("没有填写要变更什么")
    return outside("已填写变更事项")


@reads(c.site_only_move)
def registered_address(given: Given) -> Result:
    """「地址」: the registered one or the place of evaluation is not said."""
    stated = given.value(c.site_only_move) is not Gap.ABSENT
    if stated and given.choice(c.site_only_move) != "no":
        return still_open("只搬评价场地、登记地址不变的，算不算「地址」变更没有写明")
    return outside("变更的是登记地址")


@reads(c.new_address_in_xinzhou)
def _new_address_here(given: Given) -> Result:
    if given.choice(c.new_address_in_xinzhou) == "yes":
        return met(given.says(c.new_address_in_xinzhou))
    return still_open(
        f"{given.says(c.new_address_in_xinzhou)}。备案后搬出忻州市还符不符合本项，文件没有写"
    )


new_address_here = when(c.change_address, _new_address_here)
