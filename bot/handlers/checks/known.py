"""What the registry says of the institution for which a bound contact makes a self-check."""

from __future__ import annotations

from datetime import datetime

from bot.cases import institution
from bot.interview import Known
from bot.reports.wording import long_date
from bot.storage import institutions
from bot.turn import Turn

SOURCE = "机构登记"


async def known_of(turn: Turn) -> list[Known]:
    """Category and filing, to be confirmed on the first card; nothing where it is not certain.

    Only for somebody bound to exactly one institution, and only where the registry says so itself.
    """
    bound = [m for m in await institutions.of_user(turn.tx, turn.user_id) if m.bound]
    if len(bound) != 1:
        return []
    row = await institutions.by_id(turn.tx, bound[0].institution_id)
    if row is None or not row["filed"]:
        return []
    day = long_date(datetime.fromisoformat(row["updated_at"]))
    facts: dict[str, str] = {"filing_status": "filed", "filed_by": "xinzhou"}
    form = institution.REGISTRY_FORMS.get(row["form"])
    if form is not None:
        facts["legal_form"] = form
    kind = institution.kind_of(row["kind"], form or "unknown")
    if kind not in ("other", "employer_unsure"):
        facts["institution_type"] = kind
    return [Known(key, value, SOURCE, day) for key, value in facts.items()]
