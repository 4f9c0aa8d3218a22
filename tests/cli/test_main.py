import json
from datetime import date
from pathlib import Path

import pytest

from bot.cli.main import COMMANDS, main
from bot.reports.data import RegisteredInstitution
from bot.reports.registry_book import write_registry


def test_every_command_is_there_and_explains_itself(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([]) == 2
    shown = capsys.readouterr().out
    assert all(name in shown for name in COMMANDS)


def test_an_unknown_command_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["fly"]) == 2
    assert "没有“fly”这个命令" in capsys.readouterr().err


def test_wrong_use_is_said_in_chinese(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stop:
        main(["backup"])
    assert stop.value.code == 2
    assert "缺少参数：文件" in capsys.readouterr().err


def test_run_without_settings_says_what_is_missing(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("BOT_TOKEN", "STAFF_CHAT_ID", "STAFF_USER_IDS"):
        monkeypatch.delenv(f"XINPING_{name}", raising=False)
    assert main(["run"]) == 2
    assert capsys.readouterr().err.count("没有设置") == 3


def test_a_question_is_answered_as_the_contract_says(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["ask", "第二十六条", "--json"]) == 0
    answer = json.loads(capsys.readouterr().out)
    assert answer["kind"] == "answer"
    assert answer["citations"] == ["article:26"]
    assert "以旧换新" in answer["text"]


def test_a_batch_keeps_the_ids_and_the_order(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    batch = tmp_path / "q.jsonl"
    lines = [{"id": "b", "question": "第四十条"}, {"id": "a", "question": "你好"}]
    batch.write_text("\n".join(json.dumps(line) for line in lines), encoding="utf-8")
    assert main(["ask", "--batch", str(batch), "--json"]) == 0
    answers = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [(a["id"], a["kind"]) for a in answers] == [("b", "not_stated"), ("a", "smalltalk")]


def test_a_registry_book_is_previewed_and_only_then_written(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("XINPING_DATA_DIR", str(tmp_path / "data"))
    row = RegisteredInstitution("晨光学校（虚构）", "职业院校（含技工院校）", "52140900MJ00000011")
    book = tmp_path / "机构.xlsx"
    book.write_bytes(write_registry((row,), date(2026, 11, 23)))
    assert main(["import-registry", str(book)]) == 0
    assert "没有写入" in capsys.readouterr().out
    assert main(["import-registry", str(book), "--yes"]) == 0
    assert "新增1家" in capsys.readouterr().out
    assert main(["import-registry", str(book)]) == 0
    assert "没有变化的1家" in capsys.readouterr().out
