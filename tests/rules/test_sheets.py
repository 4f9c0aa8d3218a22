"""The review sheets are current, complete and readable."""

import re
from pathlib import Path

import pytest

from bot.measures import load
from bot.rules import PROCEDURES, RULES_VERSION
from bot.rules.clause import Clause
from bot.rules.fact import Kind
from bot.rules.sheets.page import ARTICLES, NOT_CHECKED, clauses_of, coverage, sheet
from bot.rules.sheets.reading import lines, own_facts
from bot.rules.sheets.scenarios import Scenario, load_all
from bot.rules.sheets.write import FOLDER, files, main
from tests.rules.cases import CLAUSES, title


@pytest.mark.parametrize("name", files())
def test_the_stored_sheet_is_current(name: str) -> None:
    """If this fails: `python -m bot.rules.sheets`, and have the sheet reviewed again."""
    assert (FOLDER / name).read_text(encoding="utf-8") == files()[name]


def test_the_command_writes_all_files_into_a_new_folder(tmp_path: Path) -> None:
    main(tmp_path / "docs" / "rules")
    written = {p.name: p.read_text(encoding="utf-8") for p in (tmp_path / "docs/rules").iterdir()}
    assert written == files()
    main(tmp_path / "docs" / "rules")


def test_nothing_else_is_left_in_the_folder() -> None:
    assert {path.name for path in FOLDER.glob("*.md")} == set(files())


@pytest.mark.parametrize("article", ARTICLES)
def test_a_sheet_shows_the_whole_article_and_every_clause(article: int) -> None:
    text = sheet(article, RULES_VERSION)
    for line in load().articles[article].printed.splitlines():
        assert f"> {line}\n" in text
    for clause, _ in clauses_of(article):
        assert f"「{clause.quotation}」" in text
        for doubt in clause.doubts:
            assert f"⚠ {doubt}" in text
    assert "签名" in text
    assert "日期" in text
    assert coverage(article) in text


def test_every_clause_stands_on_a_sheet() -> None:
    shown = {clause.quotation for article in ARTICLES for clause, _ in clauses_of(article)}
    assert {clause.quotation for _, clause in CLAUSES} <= shown
    assert {a for a in ARTICLES if not clauses_of(a)} == set(NOT_CHECKED)


def test_the_line_of_coverage_counts_what_the_authority_judges() -> None:
    assert coverage(12) == "本条2项：自动判断2项，人工0项（只记自述，由主管部门判断）"
    assert coverage(18) == "本条7项：自动判断6项，人工1项（只记自述，由主管部门判断）"
    assert coverage(13) == "本条0项：没有机构自查的条件"


@pytest.mark.parametrize("case", CLAUSES, ids=title)
def test_every_reading_says_what_gives_which_result(case: tuple[str, Clause]) -> None:
    clause = case[1]
    facts = own_facts(clause)
    assert clause.reading or (len(facts) == 1 and facts[0].kind is Kind.CHOICE)
    told = "\n".join(lines(clause))
    assert re.search("符合|待核实|齐|缺|做到|不适用", told)
    assert bool(clause.bound) == ("含本数" in told)
    assert bool(clause.judged) == ("自述具备" in told)


def test_a_reading_in_full() -> None:
    [(clause, _)] = [x for x in clauses_of(11) if x[0].title == "专职工作人员"]
    assert lines(clause) == [
        "适用：三类机构",
        "问：专职工作人员",
        "符合：有",
        "不符合：只有兼职人员 / 没有",
        "待核实：有全职人员，但还兼做别的工作 / 不清楚",
        "缺了怎样补：配备专门从事这项工作的人员",
        "⚠ 没有写人数；全职人员兼做别的工作算不算专职，没有写明",
    ]


def test_a_reading_with_a_premise_and_for_one_kind_of_institution() -> None:
    [(paper, _)] = [x for x in clauses_of(22) if x[0].title == "地址变更依据"]
    assert lines(paper)[:6] == [
        "适用：三类机构",
        "前提：改地址",
        "问：地址变更依据",
        "齐：有",
        "缺：没有",
        "待核实：不清楚",
    ]
    [(mechanism, _)] = [x for x in clauses_of(11) if x[0].title == "培养与使用相结合的长效机制"]
    assert lines(mechanism)[:4] == [
        "适用：用人单位",
        "问：培养与使用相结合的长效机制",
        "符合：有",
        "不符合：没有",
    ]


@pytest.mark.parametrize("code", sorted({clause.code for _, clause in CLAUSES}))
def test_every_code_has_a_scenario(code: str) -> None:
    assert [s.name for s in load_all() if code in (*s.failed, *s.unknown)]


@pytest.mark.parametrize("scenario", load_all(), ids=lambda scenario: scenario.name)
def test_a_scenario_is_told_in_words(scenario: Scenario) -> None:
    assert 5 <= len(scenario.situation) <= 40
    assert 4 <= len(scenario.why) <= 60
    assert scenario.label in PROCEDURES[scenario.procedure].words.values()
