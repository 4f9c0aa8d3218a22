import json
from pathlib import Path

import pytest

from bot.cli import ask, evaluate
from bot.cli.main import main


@pytest.fixture(autouse=True)
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, answerer: object) -> Path:
    monkeypatch.setenv("XINPING_DATA_DIR", str(tmp_path))
    monkeypatch.setattr(ask, "load", lambda: answerer)
    monkeypatch.setattr(evaluate, "load", lambda: answerer)
    return tmp_path


def test_ask_says_what_a_person_would_see(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["ask", "资料要留多久"]) == 0
    assert "纸质材料保管不少于3年" in capsys.readouterr().out


def test_ask_as_json(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["ask", "资料要留多久", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["citations"] == ["article:20"]


def test_a_batch_goes_on_after_a_bad_line(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = data / "q.jsonl"
    file.write_text('{"id": "a", "question": "你好"}\n坏行\n{"id": 2, "question": "第26条"}\n')
    assert main(["ask", "--batch", str(file), "--json"]) == 1
    captured = capsys.readouterr()
    lines = [json.loads(line) for line in captured.out.splitlines()]
    assert [(line["id"], line["kind"]) for line in lines] == [("a", "smalltalk"), (2, "answer")]
    assert f"{file}:2" in captured.err


def test_ask_without_a_question_or_with_both_is_wrong_use() -> None:
    assert main(["ask"]) == 2
    assert main(["ask", "问", "--batch", "x"]) == 2
    assert main(["ask", "--batch", "没有这个文件", "--json"]) == 1


def test_eval_lists_what_is_wrong_and_what_changed(
    data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = data / "q.jsonl"
    right = {"id": 1, "question": "第26条", "gold": ["article:26"], "must_contain": ["5个"]}
    file.write_text(json.dumps({**right, "gold": ["article:1"]}) + "\n")
    assert main(["eval", str(file)]) == 1
    out = capsys.readouterr().out
    assert "✗ q.jsonl:1" in out
    assert "未达标" in out
    file.write_text(json.dumps(right) + "\n")
    assert main(["eval", str(file)]) == 0
    assert "变好了  q.jsonl:1" in capsys.readouterr().out
    assert main(["eval", str(file)]) == 0
    assert "没有变化" in capsys.readouterr().out


def test_eval_judges_scenarios_too(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = data / "s.jsonl"
    case = {"id": "x", "procedure": "new_level", "facts": {"filing_status": "not_filed"}}
    due = {"verdict": "not_applicable"}
    file.write_text(json.dumps({**case, "expected": due}) + "\n")
    assert main(["eval", str(file)]) == 0
    assert "自查和变更情形：100.0%" in capsys.readouterr().out


def test_eval_of_a_file_that_is_not_there(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["eval", "没有.jsonl"]) == 1
    assert "没有这个文件" in capsys.readouterr().err
