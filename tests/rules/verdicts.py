"""What is said about each scenario, as a text: `python -m tests.rules.verdicts` rewrites it.

The clauses that decide are told with reason and remedy; in the first scenario of a file all are.
"""

from pathlib import Path

from bot.rules import Status, evaluate
from bot.rules.result import Result
from bot.rules.sheets.scenarios import FOLDER as SCENARIOS
from bot.rules.sheets.scenarios import Scenario, load

FOLDER = Path(__file__).parent / "verdicts"
MARKS = {
    Status.MET: "✓",
    Status.FAILED: "✗",
    Status.OPEN: "？",
    Status.OUTSIDE: "·",
    Status.WRONG_PROCEDURE: "—",
}


def _line(place: str, title: str, result: Result, self_declared: bool) -> str:
    remedy = f" → {result.remedy}" if result.remedy else ""
    said = "（自述具备）" if self_declared else ""
    return f"  {MARKS[result.status]} {place} {title}：{result.reason}{said}{remedy}"


def _told(scenario: Scenario, everything: bool) -> list[str]:
    verdict = evaluate(scenario.procedure, scenario.facts)
    lines = [f"【{scenario.name}】{scenario.situation}", f"  {verdict.label}"]
    for finding in verdict.findings:
        if everything or finding.status not in (Status.MET, Status.OUTSIDE):
            clause = finding.clause
            place = clause.citation.label
            lines.append(_line(place, clause.title, finding.result, finding.self_declared))
            lines += [f"      {answer}" for answer in finding.answers if not everything]
    lines += [f"  材料：{material}" for material in verdict.materials]
    for note in verdict.notes:
        quoted = f"「{note.quotation}」" if note.quotation else ""
        lines.append(f"  提示：{note.citation.label}：{note.text}{quoted}")
    return [*lines, ""]


def told(path: Path) -> str:
    """The text for one file of scenarios."""
    lines = [line for n, s in enumerate(load(path)) for line in _told(s, everything=n == 0)]
    return "\n".join(lines)


def files() -> dict[str, str]:
    """Name and content of every text."""
    return {f"{path.stem}.txt": told(path) for path in sorted(SCENARIOS.glob("*.yaml"))}


if __name__ == "__main__":
    FOLDER.mkdir(exist_ok=True)
    for name, content in files().items():
        (FOLDER / name).write_text(content, encoding="utf-8")
