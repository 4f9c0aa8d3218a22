"""The Measures as rules: clauses with 条/款/项 and quotation, three-valued, without clock or I/O.

`evaluate(procedure, facts) -> Verdict` is the whole interface; facts are declared in `facts/`.
A sentence of the Measures is found by its number: 第二十四条 in `articles/article_24.py`.
"""

from bot.rules.evaluate import RULES_VERSION, evaluate
from bot.rules.procedures import ORDER, PROCEDURES, Procedure
from bot.rules.result import Status
from bot.rules.verdict import Finding, Note, Verdict, Word

__all__ = [
    "ORDER",
    "PROCEDURES",
    "RULES_VERSION",
    "Finding",
    "Note",
    "Procedure",
    "Status",
    "Verdict",
    "Word",
    "evaluate",
]
