"""第十二条：申报材料。"""

from __future__ import annotations

from bot.rules.clause import article, reads
from bot.rules.conditions import holds
from bot.rules.facts.first_filing import (
    online_verifiable,
    paper_materials_given,
    responsible_for_materials,
)
from bot.rules.given import Given
from bot.rules.result import Result, failed, met, still_open

_12 = article(12)


@reads(paper_materials_given, online_verifiable)
def _on_paper_or_online(given: Given) -> Result:
    paper, online = given.choice(paper_materials_given), given.choice(online_verifiable)
    if paper == "yes":
        return met(given.says(paper_materials_given))
    if online == "yes":
        return met(given.says(online_verifiable))
    if paper == "no" and online == "no":
        return failed("不提交书面材料，也不能通过网上核验", "按规定提交书面材料")
    return still_open(f"{given.says(paper_materials_given)}；{given.says(online_verifiable)}")


CONDITIONS = (
    _12(
        "需按规定提交有关材料",
        _on_paper_or_online,
        title="提交材料",
        reading="提交书面材料，或都能网上核验，符合；两样都不行，不符合；说不清，待核实",
        doubts=("没有列材料清单；「能通过网上核验的，可不提供书面材料」，由谁判断没有写",),
    ),
    _12(
        "并对其真实性、有效性、合法性负责",
        holds(responsible_for_materials, "对所提交材料的真实性、有效性、合法性负责"),
    ),
)
