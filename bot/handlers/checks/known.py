"""What need not be asked: the registry's facts, and determinations under 第二十五条.

They are shown for confirmation on the first card of a self-check, with where they are from.
"""

from __future__ import annotations

from datetime import date, datetime

from bot.cases import institution
from bot.interview import Known
from bot.replies import Button, Say, Text, keyboard
from bot.reports.wording import long_date
from bot.storage import determinations, institutions, registry
from bot.storage.database import Row
from bot.turn import Turn

REGISTRY = "机构登记"
RECORD = "服务中心登记的认定"
_PAGE = 8
_LONGEST = 24


async def known_of(turn: Turn) -> list[Known]:
    """Of somebody bound to exactly one filed institution; what is not certain is left out."""
    bound = [m for m in await institutions.of_user(turn.tx, turn.user_id) if m.bound]
    row = await institutions.by_id(turn.tx, bound[0].institution_id) if len(bound) == 1 else None
    if row is None or not row["filed"]:
        return []
    day = long_date(datetime.fromisoformat(row["updated_at"]))
    facts: dict[str, object] = {"filing_status": "filed", "filed_by": "xinzhou"}
    form = institution.REGISTRY_FORMS.get(row["form"])
    if form is not None:
        facts["legal_form"] = form
    kind = institution.kind_of(row["kind"], form or "unknown")
    if kind not in ("other", "employer_unsure"):
        facts["institution_type"] = kind
    filed = await registry.occupations(turn.tx, row["id"])
    if filed:
        facts["filed_occupation_count"] = len(filed)
    return [Known(key, value, REGISTRY, day) for key, value in facts.items()]


async def which_occupation(turn: Turn, page: int) -> Say | None:
    """Asks whether the occupation is one with a determination; None where there are none."""
    rows = await determinations.page(turn.tx, _PAGE + 1, page * _PAGE)
    if not rows:
        return None
    names = [
        [Button(row["occupation"][:_LONGEST], data=f"check:occ:{row['id']}")]
        for row in rows[:_PAGE]
    ]
    more = [Button("下一页", data=f"check:occs:{page + 1}")] if len(rows) > _PAGE else []
    text = Text.of(
        "想新增的是下面哪一个职业（工种）？",
        "这些是服务中心登记过第二十五条认定的，选中就不用再问。",
    )
    return Say(text, keyboard(*names, more, [Button("都不是，接着做", data="check:occ:0")]))


async def determined(turn: Turn, number: int) -> list[Known]:
    """What is recorded under this number, unless it was withdrawn meanwhile."""
    row = await determinations.get(turn.tx, number)
    if row is None or row["withdrawn_at"] is not None:
        return []
    day = date.fromisoformat(row["decided_on"])
    facts = {
        "city_coverage_reached": "yes" if row["reached"] else "no",
        "city_coverage_source": "staff_record",
        "city_coverage_by": f"{row['decided_by']}，职业：{_short(row)}",
        "city_coverage_on": row["decided_on"],
    }
    source = f"{RECORD}：{_short(row)}"
    return [Known(key, value, source, long_date(day)) for key, value in facts.items()]


def _short(row: Row) -> str:
    return str(row["occupation"])[:_LONGEST]
