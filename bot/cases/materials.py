"""Which lines of the list a form asks for, and what the rules say to what was filled in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bot.cases.case import Facts, Line, LineState
from bot.cases.kinds import Item, Kind
from bot.rules import Status, Verdict, evaluate
from bot.rules.appointment import Required, appointment_document
from bot.rules.given import Given
from bot.rules.materials import APPOINTMENT, MATERIALS, materials_for

OTHER = "其他材料"
"""Where the Measures list nothing: whatever the institution thinks useful."""
DECLARATION = "申报材料"
"""第二十三条 names them and lists none."""

_POSSESSION = dict(
    zip(
        (material.name for material in MATERIALS),
        (
            "has_written_application",
            "has_new_legal_rep_id_copy",
            "has_appointment_document",
            "has_address_change_basis",
            "has_new_address_qualification",
            "has_name_change_basis",
            "has_new_name_qualification",
        ),
        strict=True,
    )
)
WRITTEN_APPLICATION = MATERIALS[0].name
_FILED = {
    "xinzhou": ("filed", "xinzhou"),
    "elsewhere": ("filed_elsewhere", "elsewhere"),
    "not_filed": ("not_filed", "not_asked"),
}
_PLACES = {
    "here": ("yes", "no", "yes"),
    "away": ("yes", "no", "no"),
    "site": ("site_only", "yes", "unknown"),
    "unknown": ("yes", "unknown", "unknown"),
}
"""What was tapped about an address → change_address, site_only_move, new_address_in_xinzhou."""
_PLAINER = {
    "是否改地址：只搬评价场地": "只搬评价场地、登记地址不变的，算不算「地址」变更，没有写明",
    "是否改地址：不清楚": "属于哪一种地址变更，机构不清楚",
}
CATEGORY = "机构类别"
"""The other information that has a doubt of its own."""


@dataclass(frozen=True)
class Wanted:
    """A line to ask for."""

    name: str
    item: str
    article: str = ""
    quotation: str = ""
    optional: bool = False


def items(facts: Facts) -> tuple[Item, ...]:
    """What changes, in the order of the Measures."""
    chosen = facts.get("items", "").split()
    return tuple(item for item in Item if item in chosen)


def rule_facts(facts: Facts, lines: Sequence[Line] = ()) -> dict[str, object]:
    """The form in the words of the rules' contract."""
    chosen = items(facts)
    filed, filed_by = _FILED.get(facts.get("filed", ""), ("unknown", "unknown"))
    address, site_only, in_city = ("no", "not_asked", "not_asked")
    if Item.ADDRESS in chosen:
        address, site_only, in_city = _PLACES[facts.get("place", "unknown")]
    entity_matters = Item.LEGAL_REP in chosen or Item.NAME in chosen
    result: dict[str, object] = {
        "institution_type": facts.get("kind", "unknown"),
        "legal_form": facts.get("form", "unknown"),
        "filing_status": filed,
        "filed_by": filed_by,
        "planned_recipient": "xinzhou_skill_center",
        "change_legal_rep": "yes" if Item.LEGAL_REP in chosen else "no",
        "change_address": address,
        "change_name": "yes" if Item.NAME in chosen else "no",
        "change_other": "yes" if Item.OTHER in chosen else "no",
        "legal_entity_replaced": facts.get("entity", "unknown") if entity_matters else "not_asked",
        "site_only_move": site_only,
        "new_address_in_xinzhou": in_city,
        "application_states_reason": "yes" if facts.get("reason") else "unknown",
    }
    if "school" in facts:
        result["is_school"] = facts["school"]
    if Item.OTHER in chosen and facts.get("detail.other") == CATEGORY:
        result["change_institution_type"] = "yes"
    for line in lines:
        if line.needed and line.name in _POSSESSION:
            result[_POSSESSION[line.name]] = "yes" if line.state is LineState.GIVEN else "no"
    return result


def wanted(kind: Kind, facts: Facts) -> tuple[Wanted, ...]:
    """Exactly the lines of 第二十二条 for this institution and these changes.

    A line in doubt may be left out; where the Measures list nothing there is one free line.
    """
    if kind is not Kind.CHANGE:
        return (Wanted(DECLARATION, "addition", optional=True),)
    given = Given(rule_facts(facts))
    certain = materials_for(given)
    lines = [Wanted(m.name, m.kind.key, m.citation.label, m.quotation) for m in certain]
    if _appointment_in_doubt(given) and any(m.kind is APPOINTMENT.kind for m in certain):
        doubtful = Wanted(
            APPOINTMENT.name,
            APPOINTMENT.kind.key,
            APPOINTMENT.citation.label,
            APPOINTMENT.quotation,
            optional=True,
        )
        lines.insert(2, doubtful)
    if not certain or _something_unlisted(facts):
        lines.append(Wanted(OTHER, "other", optional=True))
    return tuple(lines)


def _appointment_in_doubt(given: Given) -> bool:
    return appointment_document(given).answer is Required.DOUBTFUL


def _something_unlisted(facts: Facts) -> bool:
    chosen = items(facts)
    return Item.OTHER in chosen or (Item.ADDRESS in chosen and facts.get("place") == "site")


def verdict(facts: Facts, lines: Sequence[Line]) -> Verdict:
    """所列材料齐, 缺所列材料, 待核实 or 不适用."""
    return evaluate("change", rule_facts(facts, lines))


def marks(found: Verdict) -> tuple[str, ...]:
    """What staff have to look into, each with its place; what only lacks a paper is left out."""
    reasons: dict[str, str] = {}
    for finding in found.findings:
        if finding.status is Status.OPEN:
            reason = finding.result.reason
            reasons.setdefault(_PLAINER.get(reason, reason), finding.clause.citation.label)
    return tuple(f"{reason}（{label}）" for reason, label in reasons.items())


def missing(found: Verdict) -> tuple[str, ...]:
    """The papers that the rules find lacking."""
    return tuple(
        dict.fromkeys(
            finding.result.remedy.removeprefix("补上")
            for finding in found.findings
            if finding.status is Status.FAILED
        )
    )
