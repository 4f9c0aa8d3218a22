"""The categories of 第三条第四款 and which of them a clause binds."""

from __future__ import annotations

from enum import StrEnum

from bot.rules.facts.institution import institution_type
from bot.rules.given import Given


class Category(StrEnum):
    """用人单位、职业院校（含技工院校）、社会培训评价组织."""

    EMPLOYER = "用人单位"
    SCHOOL = "职业院校（含技工院校）"
    SOCIAL = "社会培训评价组织"


EMPLOYER_ONLY = frozenset({Category.EMPLOYER})
SOCIAL_ONLY = frozenset({Category.SOCIAL})

_CATEGORIES = {
    "employer_enterprise": Category.EMPLOYER,
    "employer_non_enterprise": Category.EMPLOYER,
    "employer": Category.EMPLOYER,
    "employer_unsure": Category.EMPLOYER,
    "vocational_school": Category.SCHOOL,
    "social_org": Category.SOCIAL,
}


def category(given: Given) -> Category | None:
    """The category in which the institution is (to be) filed; None if it is not one for sure."""
    return _CATEGORIES.get(given.choice(institution_type) or "")


def binds(categories: frozenset[Category], given: Given) -> bool | None:
    """Whether a clause for `categories` binds the institution; None if that is not known."""
    if given.choice(institution_type) == "other":
        return False
    known = category(given)
    return None if known is None else known in categories
