"""Self-checks as interviews: questions are data, the journey is a pure function. No Telegram.

    run = start("new_occupation", known=[Known("institution_type", "social_org")])
    card = view(run)                    # what to show now
    run = answer(run, "filing", {"choice": "filed"})

A run is immutable and JSON-serialisable (`to_json`, `from_json`): store it after every step.
Each step returns a new run with the next `revision`; a button carries (question_id, revision), and
a handler that sees an older revision shows `view(run)` again instead of applying the tap.

| call | does |
|---|---|
| `start(procedure, known=())` | first_filing, new_occupation, new_level, change, duties |
| `from_question(facts)` | facts read from a free question as `Known`, to be confirmed |
| `view(run) -> Card` | `card.stage`: ASKING, OFFER (early conclusion), REVIEW, DONE |
| `answer(run, question_id, values)` | `{"choice": id}`, `{"value": typed or tapped}`, all lines |
| `mark(run, question_id, line_id, state_id=None)` | touches a checklist line; None: next state |
| `finish(run, question_id)` | ends a checklist, untouched lines get their first state |
| `back(run)`, `goto(run, question_id)` | to an earlier question; `card.review` names their ids |
| `confirm(run)` | from REVIEW to DONE |
| `why(run, question_id) -> Why` | 为什么问: citation, quotation, help, effect of each answer |
| `review(run)`, `what_changed(earlier, later)` | answers as lines; differences of two runs |
| `conclude(run, day) -> VerdictCard` | at any time; what is unanswered is 待核实 |
| `refresh(run) -> (run, names)` | after loading: which answers the newer rules ask anew |

At an OFFER: `answer(run, OFFER, {"choice": CONTINUE})` or CONCLUDE. 不清楚 is the choice or value
`NOT_SURE`. Typed input: numbers (5, ５, 五, 五个, 共5个), days (2025年3月2日, 2025-3-2;
`spoken_day` makes one of 昨天).
`NotAnswer` (a ValueError) says in Chinese what to do instead; the run stays as it was.
"""

from bot.interview.answers import NotAnswer
from bot.interview.drift import refresh
from bot.interview.journey import KNOWN
from bot.interview.parsing import spoken_day
from bot.interview.prefill import from_question
from bot.interview.question import NOT_SURE, Kind
from bot.interview.review import ReviewLine, review, what_changed
from bot.interview.run import Aside, Known, Run, from_json, to_json
from bot.interview.steps import (
    CONCLUDE,
    CONTINUE,
    OFFER,
    Stage,
    answer,
    back,
    confirm,
    finish,
    goto,
    mark,
    stage,
    start,
)
from bot.interview.verdict_card import FOOTER, MaterialLine, VerdictCard, VerdictLine, conclude
from bot.interview.view import Button, Card, CardLine, view
from bot.interview.why import Effect, Why, why
from bot.rules import RULES_VERSION

rules_version = RULES_VERSION
"""The version to which a new run is pinned."""

__all__ = [
    "CONCLUDE",
    "CONTINUE",
    "FOOTER",
    "KNOWN",
    "NOT_SURE",
    "OFFER",
    "Aside",
    "Button",
    "Card",
    "CardLine",
    "Effect",
    "Kind",
    "Known",
    "MaterialLine",
    "NotAnswer",
    "ReviewLine",
    "Run",
    "Stage",
    "VerdictCard",
    "VerdictLine",
    "Why",
    "answer",
    "back",
    "conclude",
    "confirm",
    "finish",
    "from_json",
    "from_question",
    "goto",
    "mark",
    "refresh",
    "review",
    "rules_version",
    "spoken_day",
    "stage",
    "start",
    "to_json",
    "view",
    "what_changed",
    "why",
]
