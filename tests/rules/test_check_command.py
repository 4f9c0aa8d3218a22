import argparse
import json
from pathlib import Path

import pytest

from bot.cli import check


def write(path: Path, *lines: str) -> Path:
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


GOOD = '{"id": "a", "procedure": "change", "facts": {"filing_status": "not_filed"}}'


def test_one_line_of_json_for_each_scenario(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert check.run([write(tmp_path / "x.jsonl", GOOD, "", GOOD)], json=True) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [json.loads(line) for line in lines] == 2 * [
        {"id": "a", "verdict": "not_applicable", "failed": [], "unknown": [], "materials": []}
    ]


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("{", "不是一行完整的 JSON"),
        ("[]", "应当是一个 JSON 对象"),
        ('{"id": 1}', "缺少 procedure、facts"),
        ('{"id": 1, "procedure": "新增", "facts": {}}', "procedure 只能是 first_filing"),
        ('{"id": 1, "procedure": [], "facts": {}}', "procedure 只能是"),
        ('{"id": 1, "procedure": "change", "facts": []}', "facts 应当是"),
        ('{"id": 1, "procedure": "change", "facts": {"x": NaN}}', "NaN"),
        ('{"id": ' + "9" * 5000 + ', "procedure": "change", "facts": {}}', "数字太长"),
    ],
)
def test_a_bad_line_is_named_and_the_others_are_still_judged(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], line: str, why: str
) -> None:
    path = write(tmp_path / "x.jsonl", GOOD, line, GOOD)
    assert check.run([path], json=True) == 1
    shown = capsys.readouterr()
    assert len(shown.out.splitlines()) == 2
    assert f"{path}:2：" in shown.err
    assert why in shown.err


def test_a_line_that_is_not_utf8_is_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "x.jsonl"
    path.write_bytes(b"\xef\xbb\xbf" + GOOD.encode() + b"\n\xff\n")
    assert check.run([path], json=True) == 1
    shown = capsys.readouterr()
    assert len(shown.out.splitlines()) == 1
    assert "x.jsonl:2：不是 UTF-8 文字" in shown.err


def test_a_missing_file_is_named_and_the_others_are_still_read(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert check.run([tmp_path / "none", write(tmp_path / "x.jsonl", GOOD)], json=False) == 1
    shown = capsys.readouterr()
    assert shown.out == "a  不适用\n"
    assert "打不开文件" in shown.err


def test_a_key_given_twice_with_two_values_counts_as_neither(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    line = '{"id": 1, "procedure": "change", "facts": {"filed_by": "xinzhou", "filed_by": "no"}}'
    check.run([write(tmp_path / "x.jsonl", line)], json=True)
    assert "21" in json.loads(capsys.readouterr().out)["unknown"]


def test_words_for_people_name_failed_unknown_and_materials(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    facts = {
        "filing_status": "filed",
        "institution_type": "vocational_school",
        "change_legal_rep": "yes",
        "legal_entity_replaced": "no",
        "has_written_application": "no",
    }
    line = json.dumps({"id": "b", "procedure": "change", "facts": facts})
    check.run([write(tmp_path / "x.jsonl", line)], json=False)
    assert capsys.readouterr().out == (
        "b  缺所列材料；不符合：22p2；待核实：21、22p1、22p3；"
        "材料：书面申请材料（写明变更原因）、变更后法人身份证复印件、任职文件\n"
    )


def test_the_command_line_names_its_files(tmp_path: Path) -> None:
    parser = argparse.ArgumentParser()
    check.add_parser(parser.add_subparsers())
    args = parser.parse_args(["check", str(write(tmp_path / "x.jsonl", GOOD)), "--json"])
    assert args.main(args) == 0
