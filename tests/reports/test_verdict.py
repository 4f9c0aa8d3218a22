from dataclasses import replace

from docx.oxml.ns import qn

from bot.reports.data import Outcome
from bot.reports.verdict import verdict
from bot.reports.wording import BASIS, SELF_CHECK_FOOTER
from tests.reports import samples
from tests.reports.opened import part, word, word_lines, word_text


def test_overall_word_basis_date_and_version_stand_at_the_top() -> None:
    lines = word_lines(verdict(samples.self_check))
    assert "新增职业（工种）自查结果" in lines
    assert "总体结果：不符合" in lines
    assert f"依据 | {BASIS}" in lines
    assert "自查日期 | 2026年11月23日" in lines
    assert "规则版本 | 2026.11.1" in lines
    assert any("共6项：不符合1项，待核实1项，自述具备1项，符合2项，不适用1项。" in x for x in lines)


def test_every_clause_has_quotation_answer_sign_word_and_remedy() -> None:
    lines = word_lines(verdict(samples.self_check))
    text = "\n".join(lines)
    for row in samples.self_check.clauses:
        assert row.clause in text
        assert f"“{row.quotation}”" in text
        assert f"{row.outcome.value} {row.word}" in text
        assert row.explanation in text
    assert "怎样可以改变：还需再开展至少1个职业（工种）" in text
    assert [o.value for o in Outcome] == ["✓", "✗", "？", "—"]


def test_clauses_keep_the_order_that_was_given() -> None:
    tables = word(verdict(samples.self_check)).tables
    printed = [row.cells[0].text for row in tables[1].rows][1:]
    assert printed == [row.clause for row in samples.self_check.clauses]


def test_every_answer_is_printed() -> None:
    text = word_text(verdict(samples.self_check))
    for number, (question, answer) in enumerate(samples.self_check.answers, start=1):
        assert f"{number} | {question} | {answer}" in text


def test_the_fixed_footer_and_room_for_a_signature_close_it() -> None:
    lines = word_lines(verdict(samples.self_check))
    assert SELF_CHECK_FOOTER in lines
    assert lines.index(SELF_CHECK_FOOTER) > lines.index("二、填写的全部回答")
    assert any("填表人（签字）：" in line and "机构（盖章）：" in line for line in lines)


def test_nobody_need_give_a_name() -> None:
    content = replace(samples.self_check, institution="", credit_code="", kind="", reference="")
    text = word_text(verdict(content))
    assert "机构名称 | （未填写）" in text
    assert "自查编号" not in text


def test_heads_are_repeated_and_rows_are_not_torn() -> None:
    grid = word(verdict(samples.self_check)).tables[1]
    first = grid.rows[0]._tr.trPr
    assert first.find(qn("w:tblHeader")) is not None
    assert all(row._tr.trPr.find(qn("w:cantSplit")) is not None for row in grid.rows)
    assert "NUMPAGES" in part(verdict(samples.self_check), "word/footer1.xml")


def test_a_long_check_is_printed_whole() -> None:
    content = replace(samples.self_check, clauses=samples.self_check.clauses * 30)
    assert len(word(verdict(content)).tables[1].rows) == 181


def test_the_parts_of_cells_and_tables_stand_in_the_order_that_word_demands() -> None:
    order = ["tblW", "jc", "tblBorders", "tblLayout", "tblCellMar", "tblLook"]
    cells = ["tcW", "shd", "vAlign"]
    for grid in word(verdict(samples.self_check)).tables:
        found = [child.tag.split("}")[1] for child in grid._tbl.tblPr]
        assert [tag for tag in found if tag in order] == [tag for tag in order if tag in found]
        for properties in grid._tbl.iter(qn("w:tcPr")):
            tags = [child.tag.split("}")[1] for child in properties]
            assert tags == [tag for tag in cells if tag in tags]
