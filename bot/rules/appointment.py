"""「企业或院校还需提供任职文件」: whether this institution is one of them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from bot.rules.facts.institution import institution_type, is_school, legal_form
from bot.rules.given import Gap, Given


class Required(Enum):
    """By the category of the filing (R1) and by the registered form (R2) alike, or not alike."""

    YES = "需要"
    NO = "没有要求"
    DOUBTFUL = "待核实"


@dataclass(frozen=True)
class Requirement:
    """The answer and why."""

    answer: Required
    reason: str


_NEITHER_COMPANY_NOR_SCHOOL = frozenset(
    {"private_non_enterprise", "social_group", "institution", "government"}
)


def _of_a_social_org(given: Given) -> Requirement:
    form = given.choice(legal_form)
    if given.value(is_school) is not Gap.ABSENT and given.choice(is_school) != "no":
        doubt = "本款要求「企业或院校」提供；社会培训评价组织本身是学校的算不算院校，没有写明"
        return Requirement(Required.DOUBTFUL, doubt)
    if form in _NEITHER_COMPANY_NOR_SCHOOL:
        reason = "本款只要求「企业或院校」提供任职文件"
        return Requirement(Required.NO, f"{reason}；登记形式为{given.words(legal_form)}，没有要求")
    doubt = "本款要求「企业或院校」提供；按备案类别看还是按登记形式看，没有写明"
    return Requirement(Required.DOUBTFUL, f"{given.says(legal_form)}。{doubt}")


def appointment_document(given: Given) -> Requirement:
    """Whether 第二十二条第二款 asks this institution for the 任职文件."""
    kind = given.choice(institution_type)
    if kind == "vocational_school":
        return Requirement(Required.YES, "院校需提供任职文件")
    if kind == "social_org":
        return _of_a_social_org(given)
    if kind == "employer_enterprise":
        if given.choice(legal_form) not in _NEITHER_COMPANY_NOR_SCHOOL:
            return Requirement(Required.YES, "企业需提供任职文件")
        doubt = f"备案为用人单位（企业），登记形式却是{given.words(legal_form)}"
        return Requirement(Required.DOUBTFUL, f"{doubt}；算不算企业没有写明")
    if kind in ("employer", "employer_non_enterprise", "employer_unsure"):
        return Requirement(Required.DOUBTFUL, "不是企业的用人单位要不要任职文件，没有写明")
    return Requirement(Required.DOUBTFUL, "机构类别没有确定，要不要任职文件待核实")
