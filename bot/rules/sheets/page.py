"""One review sheet: the article on the left, the machine's reading on the right."""

from __future__ import annotations

from bot.measures import Citation, load
from bot.rules.clause import Clause
from bot.rules.procedures import ORDER, PROCEDURES
from bot.rules.sheets.reading import lines
from bot.rules.sheets.scenarios import Scenario, load_all
from bot.rules.verdict import Note

ARTICLES = (3, 5, 8, *range(10, 15), *range(17, 27))
"""Articles that a check reads or that stand within its span."""

NOT_CHECKED = {
    10: "本条写的是人社部门公开征集遴选，不是机构自己能做到的条件，只作提示。",
    13: "本条写的是人社部门怎样评估、确定、公示，不是机构的条件，只作提示；本工具不预测结果。",
    23: "本条写的是服务中心初审、组织考察，不是机构的条件，只作提示；由谁最后批准没有写。",
}


def clauses_of(article: int) -> list[tuple[Clause, list[str]]]:
    """The clauses of an article, each once, with the names of the checks that read it."""
    found: dict[tuple[str, str, str], tuple[Clause, list[str]]] = {}
    for procedure in PROCEDURES.values():
        for clause in procedure.clauses:
            if clause.citation.article == article:
                key = (clause.code, clause.quotation, clause.title)
                found.setdefault(key, (clause, []))[1].append(procedure.name)
    return sorted(found.values(), key=lambda pair: ORDER.index(pair[0].code))


def _notes_of(article: int) -> list[Note]:
    notes = [
        reminder.note
        for procedure in PROCEDURES.values()
        for reminder in procedure.reminders
        if reminder.note.citation.article == article
    ]
    return list(dict.fromkeys(notes))


def _mentions(scenario: Scenario, article: int) -> bool:
    codes = {clause.code for clause, _ in clauses_of(article)}
    return not codes.isdisjoint((*scenario.failed, *scenario.unknown))


def coverage(article: int) -> str:
    """本条5项：自动判断4项，人工1项."""
    clauses = [clause for clause, _ in clauses_of(article)]
    judged = sum(1 for clause in clauses if clause.judged)
    if not clauses:
        return "本条0项：没有机构自查的条件"
    return (
        f"本条{len(clauses)}项：自动判断{len(clauses) - judged}项，"
        f"人工{judged}项（只记自述，由主管部门判断）"
    )


def _cell(parts: list[str]) -> str:
    return "<br>".join(part.replace("|", "\\|").replace("\n", "<br>") for part in parts)


def _rows(article: int) -> list[str]:
    rows = []
    for clause, checks in clauses_of(article):
        left = [f"**{clause.citation.label}**", f"「{clause.quotation}」"]
        right = [f"**{clause.title}**（{'、'.join(checks)}）", *lines(clause)]
        rows.append(f"| {_cell(left)} | {_cell(right)} |")
    return rows


def _scenario_rows(article: int) -> list[str]:
    rows = []
    for scenario in load_all():
        if _mentions(scenario, article):
            codes = "、".join((*scenario.failed, *scenario.unknown))
            cells = (
                scenario.name,
                scenario.situation,
                f"{scenario.label}（{codes}）",
                scenario.why,
            )
            rows.append(f"| {' | '.join(_cell([cell]) for cell in cells)} |")
    return rows


def _table(heads: tuple[str, ...], rows: list[str]) -> list[str]:
    return [f"| {' | '.join(heads)} |", "|" + "---|" * len(heads), *rows, ""]


SIGNATURE = (
    "## 复核",
    "",
    "| 复核意见 | 签名 | 日期 |",
    "|---|---|---|",
    "| □ 与条文一致　□ 需修改：　　　　　　　　 |　　　　　　|　　　　年　　月　　日 |",
    "",
)


def sheet(article: int, version: str) -> str:
    """The Markdown of one sheet."""
    measures = load()
    printed = measures.articles[article].printed.splitlines()
    text = [
        f"# {Citation(article).label} 复核表",
        "",
        f"{measures.document_number}，{measures.date.replace(' ', '')}；规则版本 {version}。"
        "本表由规则自动生成，请勿手改。",
        "",
        f"**{coverage(article)}**",
        "",
        "## 条文",
        "",
        *(f"> {line}\n>" for line in printed),
        "",
    ]
    rows = _rows(article)
    if rows:
        text += ["## 逐项对照", "", *_table(("条文", "机器怎样读"), rows)]
    if article in NOT_CHECKED:
        text += [NOT_CHECKED[article], ""]
    notes = _notes_of(article)
    if notes:
        text += ["## 结论上的固定提示", "", *(f"- {note.text}" for note in notes), ""]
    scenarios = _scenario_rows(article)
    if scenarios:
        heads = ("编号", "情形", "结论", "理由")
        text += ["## 情形", "", *_table(heads, scenarios)]
    return "\n".join([*text, *SIGNATURE])


def index(version: str) -> str:
    """The list of all sheets and maps."""
    rows = [f"| [{Citation(a).label}](article-{a}.md) | {coverage(a)} |" for a in ARTICLES]
    maps = [f"- [{p.name}（{p.span}）](map-{p.key}.svg)" for p in PROCEDURES.values()]
    return "\n".join(
        [
            "# 规则复核表",
            "",
            f"规则版本 {version}。由 `python -m bot.rules.sheets` 和 "
            "`python -m bot.interview.maps` 生成；测试证明它们与规则一致。",
            "",
            *_table(("条", "自动与人工"), rows),
            "## 各项自查怎样走",
            "",
            *maps,
            "",
        ]
    )
