"""The buttons under the staff's card: what may be done now, and nothing else."""

from __future__ import annotations

from bot.cases.case import Case
from bot.cases.states import State
from bot.cases.transitions import BY_ACTION, Action, Role, allowed
from bot.replies import Button, Keyboard, keyboard

DEEDS = {
    Action.CLAIM: "claim",
    Action.HAND_OVER: "give",
    Action.ACCEPT: "accept",
    Action.ASK_BACK: "ask",
    Action.RECALL: "recall",
    Action.FINISH: "finish",
    Action.REFUSE: "refuse",
    Action.NOTE: "note",
}
_ROWS = (
    (Action.CLAIM, Action.HAND_OVER),
    (Action.ACCEPT, Action.ASK_BACK, Action.RECALL),
    (Action.FINISH, Action.REFUSE),
)


def deed(label: str, case: Case, name: str, *arguments: object) -> Button:
    """A button of the card; it knows which version of the case it was shown with."""
    return Button(label, data=":".join(map(str, ("desk", name, case.id, case.version, *arguments))))


def buttons(case: Case, sure: Action | None = None) -> Keyboard:
    """Rows for the state of the case; with `sure` only 确定 and 返回."""
    if sure is not None:
        words = BY_ACTION[sure].words
        yes = deed(f"确定{words}", case, DEEDS[sure], "yes")
        return keyboard([yes, deed("返回", case, "card")])
    may = [a for a in allowed(Role.STAFF, case.state, case.kind) if _fits(a, case)]
    rows = [[deed(BY_ACTION[a].words, case, DEEDS[a]) for a in row if a in may] for row in _ROWS]
    count = len(case.files)
    always = [
        deed("备注", case, "note"),
        deed(f"材料（{count}）", case, "files"),
        deed("记录", case, "log"),
        deed("导出", case, "export"),
    ]
    if case.check is not None:
        always.insert(2, deed("自查", case, "check"))
    return keyboard(*rows, always)


def _fits(action: Action, case: Case) -> bool:
    """Left out where it is allowed but pointless."""
    if action is Action.CLAIM:
        return case.assignee is None
    if action is Action.HAND_OVER:
        return case.assignee is not None
    if case.state is State.RESUBMITTED and case.accepted_at is None:
        return action is not Action.FINISH
    if case.state is State.RESUBMITTED:
        return action is not Action.ACCEPT
    return True
