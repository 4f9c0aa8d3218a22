"""Cases in which everything is met: the starting point from which the tests break one thing."""

from bot.rules import PROCEDURES
from bot.rules.clause import Clause
from bot.rules.sheets.scenarios import load_all

_BY_NAME = {scenario.name: dict(scenario.facts) for scenario in load_all()}

MET: dict[str, dict[str, dict[str, object]]] = {
    "first_filing": {
        "employer": _BY_NAME["首-01"],
        "school": _BY_NAME["首-02"],
        "social": _BY_NAME["首-03"],
    },
    "new_occupation": {
        "school": _BY_NAME["职-01"],
        "social": _BY_NAME["职-11"],
        "employer": _BY_NAME["职-01"] | {"institution_type": "employer_enterprise"},
    },
    "new_level": {"employer": _BY_NAME["级-01"], "social": _BY_NAME["级-02"]},
    "change": {"all": _BY_NAME["变-10"], "social": _BY_NAME["变-09"]},
    "duties": {
        "all": _BY_NAME["责-01"],
        "destroyed": _BY_NAME["责-08"]
        | {
            "electronic_destroyed": "destroyed",
            "electronic_evaluated_on": "2024-05-08",
            "electronic_certified_on": "2024-06-10",
            "electronic_destroyed_on": "2029-06-10",
        },
    },
}

CLAUSES: list[tuple[str, Clause]] = [
    (procedure.key, clause) for procedure in PROCEDURES.values() for clause in procedure.clauses
]


def title(case: tuple[str, Clause]) -> str:
    return f"{case[0]} {case[1].code} {case[1].title}"
