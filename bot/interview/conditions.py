"""When a question is asked."""

from __future__ import annotations

from bot.interview.question import When
from bot.rules.articles.changes import same_entity
from bot.rules.articles.premises import LACKING
from bot.rules.facts import addition, change, duty
from bot.rules.facts.institution import institution_type
from bot.rules.given import Given
from bot.rules.institutions import EMPLOYER_ONLY, SOCIAL_ONLY, binds

MAY_BE_EMPLOYER = When(
    lambda given: binds(EMPLOYER_ONLY, given) is not False, "用人单位，或类别没有确定"
)
MAY_BE_SOCIAL = When(
    lambda given: binds(SOCIAL_ONLY, given) is not False, "社会培训评价组织，或类别没有确定"
)
IS_EMPLOYER = When(
    lambda given: given.choice(institution_type) == "employer", "用人单位，没有说明是不是企业"
)
IS_SOCIAL = When(lambda given: given.choice(institution_type) == "social_org", "社会培训评价组织")


def _counts_differ(given: Given) -> bool:
    return given.number(addition.filed_trade_count) is not None


def _may_pass_five(given: Given) -> bool:
    new = given.number(addition.new_occupation_count)
    counts = [given.number(addition.filed_occupation_count)]
    if _counts_differ(given):
        counts.append(given.number(addition.filed_trade_count))
    known = [count for count in counts if count is not None]
    return new is None or len(known) < len(counts) or any(n + new > 5 for n in known)


MAY_PASS_FIVE = When(
    lambda given: binds(SOCIAL_ONLY, given) is not False and _may_pass_five(given),
    "社会培训评价组织，加上新增的超过5个",
)

HAS_PRACTICAL_SITE = When(
    lambda given: given.choice(addition.practical_site) not in LACKING, "有实操场地"
)


def _changes(given: Given, *facts: object) -> bool:
    return same_entity(given) and "yes" in [
        given.choice(fact)
        for fact in (change.change_legal_rep, change.change_address, change.change_name)
        if fact in facts
    ]


CHANGES_LEGAL_REP = When(lambda given: _changes(given, change.change_legal_rep), "换法定代表人")
CHANGES_ADDRESS = When(lambda given: _changes(given, change.change_address), "改地址")
CHANGES_NAME = When(lambda given: _changes(given, change.change_name), "改机构名称")
CHANGES_LISTED = When(
    lambda given: _changes(
        given, change.change_legal_rep, change.change_address, change.change_name
    ),
    "换法定代表人、改地址或改机构名称",
)
PAPER_DESTROYED = When(
    lambda given: given.choice(duty.paper_destroyed) == "destroyed", "纸质材料销毁过"
)
ELECTRONIC_DESTROYED = When(
    lambda given: given.choice(duty.electronic_destroyed) == "destroyed", "电子材料销毁过"
)


def both(first: When, second: When) -> When:
    """Both conditions, named together."""
    return When(
        lambda given: first.holds(given) and second.holds(given),
        f"{first.words}；{second.words}",
    )
