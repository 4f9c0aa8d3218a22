"""The lines of 第二十二条 that a change must bring; one paper may serve two, which is not said."""

from __future__ import annotations

from dataclasses import dataclass

from bot.measures import Citation
from bot.rules.appointment import Required, appointment_document
from bot.rules.articles.changes import same_entity
from bot.rules.fact import Fact
from bot.rules.facts import change as c
from bot.rules.given import Given


@dataclass(frozen=True)
class Material:
    """A line of the list, the words it comes from and the kind of change that needs it."""

    name: str
    kind: Fact
    facts: tuple[Fact, ...]
    """Whether it is at hand; the first is the paper, the others what must be in it."""
    citation: Citation
    quotation: str

    def at_hand(self, given: Given) -> str:
        """有, 没有, 不清楚, or what is wrong with the paper: 写明变更原因：没有写明."""
        paper, *contents = self.facts
        for fact in contents:
            if given.choice(paper) == "yes" and given.choice(fact) != "yes":
                return given.says(fact)
        return given.words(paper)


def _legal_rep(name: str, quotation: str, *facts: Fact) -> Material:
    return Material(name, c.change_legal_rep, facts, Citation(22, 2), quotation)


def _basis(name: str, kind: Fact, fact: Fact) -> Material:
    return Material(name, kind, (fact,), Citation(22, 3), "需提供变更依据")


def _papers(name: str, kind: Fact, fact: Fact) -> Material:
    quotation = "同时提供变更后地址、机构名称相关资质"
    return Material(name, kind, (fact,), Citation(22, 3), quotation)


APPOINTMENT = _legal_rep("任职文件", "企业或院校还需提供任职文件", c.has_appointment_document)
MATERIALS = (
    _legal_rep(
        "书面申请材料（写明变更原因）",
        "需提供书面申请材料，写明变更原因",
        c.has_written_application,
        c.application_states_reason,
    ),
    _legal_rep(
        "变更后法人身份证复印件", "同时提供变更后法人身份证复印件", c.has_new_legal_rep_id_copy
    ),
    APPOINTMENT,
    _basis("地址变更依据", c.change_address, c.has_address_change_basis),
    _papers("变更后地址相关资质", c.change_address, c.has_new_address_qualification),
    _basis("机构名称变更依据", c.change_name, c.has_name_change_basis),
    _papers("变更后机构名称相关资质", c.change_name, c.has_new_name_qualification),
)


def materials_for(given: Given) -> tuple[Material, ...]:
    """What is certainly required; nothing where the legal entity is or may be replaced."""
    if not same_entity(given):
        return ()
    appointed = appointment_document(given).answer is Required.YES
    return tuple(
        material
        for material in MATERIALS
        if given.choice(material.kind) == "yes" and (appointed or material is not APPOINTMENT)
    )
