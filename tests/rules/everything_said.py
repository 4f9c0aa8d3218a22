"""All that each clause can say, and in how many cases: `python -m tests.rules.everything_said`.

The cases are those of `search.variations`: one or two answers differ from a case in which all is
met. Numbers are written as #, so that a clause on numbers has a line for each thing it says.
"""

import re
from collections import Counter
from functools import cache
from pathlib import Path

from bot.rules import PROCEDURES
from bot.rules.clause import Clause
from bot.rules.fact import Kind
from bot.rules.given import Given
from tests.rules.cases import MET
from tests.rules.search import variations
from tests.rules.verdicts import MARKS

FOLDER = Path(__file__).parent / "everything_said"


def _said(clause: Clause, case: dict[str, object]) -> str:
    result = clause.judge(Given(case))
    words = f"{MARKS[result.status]} {result.reason}"
    words += f" → {result.remedy}" if result.remedy else ""
    counted = any(fact.kind in (Kind.NUMBER, Kind.DATE) for fact in clause.reads)
    return re.sub(r"\d+", "#", words) if counted else words


def told(procedure: str) -> str:
    """The text for one check."""
    lines = []
    for clause in PROCEDURES[procedure].clauses:
        lines.append(f"【{clause.citation.label} {clause.title}】「{clause.quotation}」")
        cases = [c for base in MET[procedure].values() for c in variations(base, clause.reads)]
        found = Counter(_said(clause, case) for case in cases)
        lines += [f"  {words}（{count}种情形）" for words, count in found.items()]
        lines.append("")
    return "\n".join(lines)


@cache
def files() -> dict[str, str]:
    """Name and content of every text."""
    return {f"{procedure}.txt": told(procedure) for procedure in PROCEDURES}


if __name__ == "__main__":
    FOLDER.mkdir(exist_ok=True)
    for name, content in files().items():
        (FOLDER / name).write_text(content, encoding="utf-8")
