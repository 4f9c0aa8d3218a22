"""The job that follows each message about a case: its card shows whether it has arrived."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from bot.cases.states import State
from bot.delivery.worker import Finish, Work
from bot.handlers.desk import card, notice
from bot.replies import Reply
from bot.services import Services
from bot.storage import cases
from bot.storage.database import Transaction

CHANGED = "delivery_changed"


def changes(services: Services) -> Work:
    """Work for jobs {"about": "case:12"}; what is about neither case nor notice is left alone."""

    async def work(payload: Mapping[str, Any]) -> Finish:
        kind, _, number = str(payload["about"]).partition(":")

        async def finish(tx: Transaction) -> Iterable[Reply]:
            if kind == "notice":
                return await notice.refresh(tx, services, int(number))
            return await refresh(tx, services, int(number)) if kind == "case" else ()

        return finish

    return work


async def refresh(tx: Transaction, services: Services, case_id: int) -> Iterable[Reply]:
    """The card anew; the sender leaves out an edit that changes nothing."""
    case = await cases.load(tx, case_id)
    if case is None or case.state is State.DRAFT:
        return ()
    return await card.show(tx, services, case, services.clock.now())
