"""`python -m bot export`: data out of the bot, for whoever runs it."""

import asyncio
import hashlib
import json
import stat
from datetime import datetime
from pathlib import Path

import openpyxl
import pytest

from bot.cases import chain
from bot.cli.main import main
from bot.storage import events
from bot.storage.database import Database
from bot.storage.questions import teach
from tests.cases.samples import submitted
from tests.support import MONDAY, on_stage

PAPER = b"%PDF-1.4 secret"


async def _two_cases(folder: Path) -> tuple[str, str]:
    """Two cases, the first with a paper; both references."""
    async with on_stage(folder) as stage:
        path = await stage.bot.services.files.save(PAPER)
        async with stage.bot.services.db.transaction() as tx:
            first, second = [await submitted(tx, stage) for _ in range(2)]
            await tx.execute(
                "INSERT INTO attachments (case_id, line_id, file_id, unique_id, name, photo, album,"
                " state, type, size, sha256, path, sent_at)"
                " VALUES (?, ?, 'f', 'u', '../决议.pdf', 0, '', 'stored', 'pdf', 15, 'x', ?, ?)",
                (first.id, first.needed[0].id, path, MONDAY.isoformat()),
            )
            await teach(tx, "change_legal_rep", ["换法人"], "王芳", MONDAY)
        return first.reference, second.reference


@pytest.fixture
def references(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> tuple[str, str]:
    data = tmp_path / "data"
    found = asyncio.run(_two_cases(data))
    monkeypatch.setenv("XINPING_DATA_DIR", str(data))
    capsys.readouterr()
    return found


def test_one_case_is_a_folder_with_everything(
    references: tuple[str, str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    number = references[0]
    assert main(["export", str(tmp_path / "out"), "--case", number.lower()]) == 0
    said = capsys.readouterr()
    assert f"{number}：办件记录、1个文件和办理经过" in said.out
    assert "虚构" not in said.out + said.err, "不写机构、人名"
    folder = tmp_path / "out" / number
    endings = sorted(p.suffix for p in folder.rglob("*") if p.is_file())
    assert endings == [".docx", ".jsonl", ".pdf", ".sha256"]
    (paper,) = folder.glob("材料/*/*.pdf")
    assert paper.read_bytes() == PAPER
    assert stat.S_IMODE(paper.stat().st_mode) == 0o600
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    for line in (folder / "校验值.sha256").read_text(encoding="utf-8").splitlines():
        digest, _, name = line.partition("  ")
        assert hashlib.sha256((folder / name).read_bytes()).hexdigest() == digest
    (event,) = map(json.loads, (folder / "经过.jsonl").read_text(encoding="utf-8").splitlines())
    assert chain.seal(chain.START, event) == event["hash"]


def test_nothing_is_overwritten(
    references: tuple[str, str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    command = ["export", str(tmp_path / "out"), "--case", references[0]]
    assert main(command) == 0
    assert main(command) == 1
    assert "没有覆盖" in capsys.readouterr().err
    assert main(["export", str(tmp_path / "out"), "--table"]) == 0
    assert main(["export", str(tmp_path / "out"), "--table"]) == 1


def test_all_cases_are_a_table_and_it_is_recorded_who_took_it(
    references: tuple[str, str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["export", str(tmp_path / "out")]) == 0
    said = capsys.readouterr().out
    assert "2件办件" in said
    assert "1条问法" in said
    (book,) = (tmp_path / "out").glob("办件一览*.xlsx")
    cells = {str(c.value) for row in openpyxl.load_workbook(book).worksheets[0] for c in row}
    assert set(references) <= cells
    assert "换法人" in (tmp_path / "out" / "待审的问法.yaml").read_text(encoding="utf-8")
    last = asyncio.run(_last_export(tmp_path / "data"))
    assert (last["actor_name"], json.loads(last["detail"])) == ("管理员（命令行）", {"cases": 2})
    assert datetime.fromisoformat(last["at"]).tzinfo is not None


async def _last_export(data: Path) -> dict[str, str]:
    db = await Database.open(data / "xinping.db")
    try:
        async with db.transaction() as tx:
            assert await events.first_break(tx) is None
            row = await events.last_of(tx, "export")
        assert row is not None
        return dict(row)
    finally:
        await db.close()


def test_a_wrong_number_is_explained(
    references: tuple[str, str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "out"
    for wrong, words in (("你好", "办件编号的样子是"), ("9999X", "没有编号是")):
        assert main(["export", str(out), "--case", wrong]) == 1
        assert words in capsys.readouterr().err
    short = references[0].rpartition("-")[2]
    assert main(["export", str(out), "--case", short]) == 0
    assert not list(out.glob(".*")), "没有留下半成品"


def test_a_damaged_paper_is_named_and_the_rest_is_there(
    references: tuple[str, str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for path in (tmp_path / "data" / "files").iterdir():
        path.write_bytes(b"torn")
    assert main(["export", str(tmp_path / "out"), "--case", references[0]]) == 0
    said = capsys.readouterr()
    assert "读不出：" in said.err
    assert "0个文件" in said.out


def test_where_it_cannot_write_it_says_so_in_chinese(
    references: tuple[str, str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "file").write_text("x")
    assert main(["export", str(tmp_path / "file" / "out"), "--table"]) == 1
    assert "路径里有一段不是目录" in capsys.readouterr().err
    (tmp_path / "data" / "keys" / "files.key").unlink()
    assert main(["export", str(tmp_path / "out"), "--case", references[0]]) == 1
    assert "没有附件的密钥" in capsys.readouterr().err
    assert not (tmp_path / "data" / "keys" / "files.key").exists(), "没有另造一把"
