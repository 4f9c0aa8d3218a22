"""What the contact keeps of a submission."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from bot.cases.case import Case, LineState
from bot.handlers.cases import describe
from bot.handlers.cases.parts import bold, lines
from bot.replies import Text
from bot.reports.wording import moment


def copy(case: Case) -> Text:
    """Everything as submitted."""
    assert case.submitted_at is not None
    return Text.of(
        lines(bold(f"提交副本　{case.reference}"), f"{case.subject}　{moment(case.submitted_at)}"),
        describe.institution(case),
        describe.request(case),
        describe.self_check(case),
        lines(bold("材料"), *describe.materials(case)),
        *marks(case),
    )


def later(case: Case) -> list[str]:
    """A word about papers that are still to come."""
    missing = [line.name for line in case.needed if line.state is LineState.LATER]
    return [f"还要补交：{'、'.join(missing)}。"] if missing else []


def marks(case: Case) -> list[Markup]:
    """What staff will look into."""
    return listed("由工作人员核实的：", case.marks)


def listed(head: str, found: Sequence[str]) -> list[Markup]:
    """Marks under a heading. A quotation starts a new paragraph once a place has been named:
    the gate takes a place to speak for the quotations after it."""
    groups: list[list[str | Markup]] = [[bold(head)]] if found else []
    named = False
    for mark in found:
        if named and "「" in mark:
            groups.append([])
            named = False
        groups[-1].append(f"· {mark}")
        named = named or "条" in mark
    return [lines(*group) for group in groups]
