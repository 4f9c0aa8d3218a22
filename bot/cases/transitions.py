"""Who may do what in which state: one table for the program, the tests and the documents."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from bot.cases.kinds import Kind
from bot.cases.states import OPEN, State


class Role(StrEnum):
    """On whose side somebody acts."""

    CONTACT = "机构"
    STAFF = "工作人员"
    SYSTEM = "系统"


class Action(StrEnum):
    """What can be done with a case."""

    SUBMIT = "submit"
    SUPPLEMENT = "supplement"
    RESUBMIT = "resubmit"
    WITHDRAW = "withdraw"
    CLAIM = "claim"
    HAND_OVER = "hand_over"
    NOTE = "note"
    ACCEPT = "accept"
    ASK_BACK = "ask_back"
    RECALL = "recall"
    FINISH = "finish"
    REFUSE = "refuse"
    REPORT = "report"


@dataclass(frozen=True)
class Transition:
    """`target` None: the state stays. `kinds` None: for all kinds of cases."""

    action: Action
    words: str
    by: Role
    sources: frozenset[State]
    target: State | None
    reason: bool = False
    """Whether a reason must be given."""
    kinds: frozenset[Kind] | None = None

    def applies(self, state: State, kind: Kind) -> bool:
        """Whether it may be done with such a case."""
        return state in self.sources and (self.kinds is None or kind in self.kinds)


_AT_THE_CENTRE = OPEN - {State.CORRECTING}
_RECEIVED = frozenset(State) - {State.DRAFT}

TRANSITIONS = (
    Transition(Action.SUBMIT, "提交", Role.CONTACT, frozenset({State.DRAFT}), State.SUBMITTED),
    Transition(Action.SUPPLEMENT, "补交材料", Role.CONTACT, _AT_THE_CENTRE, None),
    Transition(
        Action.RESUBMIT, "重新提交", Role.CONTACT, frozenset({State.CORRECTING}), State.RESUBMITTED
    ),
    Transition(Action.WITHDRAW, "撤回", Role.CONTACT, OPEN, State.WITHDRAWN),
    Transition(Action.CLAIM, "领取", Role.STAFF, OPEN, None),
    Transition(Action.HAND_OVER, "转交", Role.STAFF, OPEN, None),
    Transition(Action.NOTE, "备注", Role.STAFF, _RECEIVED, None, reason=True),
    Transition(
        Action.ACCEPT,
        "受理",
        Role.STAFF,
        frozenset({State.SUBMITTED, State.RESUBMITTED}),
        State.ACCEPTED,
    ),
    Transition(
        Action.ASK_BACK, "要求补正", Role.STAFF, _AT_THE_CENTRE, State.CORRECTING, reason=True
    ),
    Transition(
        Action.RECALL, "收回补正要求", Role.STAFF, frozenset({State.CORRECTING}), State.ACCEPTED
    ),
    Transition(
        Action.FINISH,
        "办结",
        Role.STAFF,
        frozenset({State.ACCEPTED, State.RESUBMITTED}),
        State.FINISHED,
    ),
    Transition(Action.REFUSE, "不予办理", Role.STAFF, OPEN, State.REFUSED, reason=True),
    Transition(
        Action.REPORT,
        "报备",
        Role.STAFF,
        frozenset({State.FINISHED}),
        State.REPORTED,
        kinds=frozenset({Kind.CHANGE}),
    ),
)

BY_ACTION = {transition.action: transition for transition in TRANSITIONS}


class NotAllowed(Exception):
    """The action does not fit; the message is a polite Chinese sentence for whoever tried."""


def check(action: Action, role: Role, state: State, kind: Kind, reason: str = "") -> Transition:
    """The transition, if it may be made. Raises NotAllowed."""
    transition = BY_ACTION[action]
    if transition.by is not role:
        who = "服务中心工作人员" if transition.by is Role.STAFF else "提交的机构"
        raise NotAllowed(f"“{transition.words}”要由{who}来做。")
    if not transition.applies(state, kind):
        raise NotAllowed(f"这件办件现在是“{state.label}”，不能再“{transition.words}”。")
    if transition.reason and not reason.strip():
        raise NotAllowed(f"“{transition.words}”要写明内容或原因。")
    return transition


def allowed(role: Role, state: State, kind: Kind) -> tuple[Action, ...]:
    """What somebody on this side may do now."""
    return tuple(t.action for t in TRANSITIONS if t.by is role and t.applies(state, kind))
