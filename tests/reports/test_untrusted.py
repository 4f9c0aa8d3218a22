from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.reports.registry_reader import read_registry
from bot.reports.registry_template import write_registry
from bot.reports.untrusted import MAX_BYTES, MAX_UNPACKED, RefusedFileError, open_workbook
from tests.reports.opened import part, repacked
from tests.reports.samples import TODAY
from tests.reports.test_registry_template import ROWS

GOOD = write_registry((), TODAY)
FILLED = write_registry(ROWS, TODAY)
PARTS = {n: part(FILLED, n).encode() for n in ZipFile(BytesIO(FILLED)).namelist()}
BOMB = (
    b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">'
    b'<!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]><x>&b;</x>'
)


def a_zip(**parts: bytes) -> bytes:
    out = BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as container:
        for name, content in parts.items():
            container.writestr(name, content)
    return out.getvalue()


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "这不是Excel文件"),
        ("机构名称,机构类型".encode(), "这不是Excel文件"),
        (b"PK\x03\x04" + b"x" * 100, "这不是Excel文件"),
        (b"\xd0\xcf\x11\xe0" + b"x" * 100, "旧版（.xls）或加了密码"),
        (b"x" * (MAX_BYTES + 1), "文件超过5MB"),
        (a_zip(letter=b"x"), "这不是Excel工作簿"),
        (a_zip(**{f"p{n}": b"" for n in range(501)}), "过大"),
        (repacked(GOOD, {"xl/workbook.xml": BOMB}), "不该有的内容"),
        (repacked(GOOD, {"xl/worksheets/sheet2.xml": "<?xml?>".encode("utf-16")}), "不该有的内容"),
        (repacked(GOOD, {"xl/workbook.xml": b"<broken"}), "已损坏"),
        (GOOD[: len(GOOD) // 2], "这不是Excel文件"),
    ],
)
def test_it_is_refused_with_a_reason(data: bytes, message: str) -> None:
    with pytest.raises(RefusedFileError, match=message):
        open_workbook(data)
    (problem,) = read_registry(data, TODAY).errors
    assert message in str(problem)


def test_a_small_file_that_unpacks_to_a_huge_one_is_refused_before_it_is_unpacked() -> None:
    data = repacked_small("xl/media/huge.bin", MAX_UNPACKED)
    assert len(data) < MAX_BYTES
    with pytest.raises(RefusedFileError, match="解开后过大"):
        open_workbook(data)


def repacked_small(name: str, size: int) -> bytes:
    out = BytesIO(GOOD)
    with ZipFile(out, "a", ZIP_DEFLATED) as container:
        container.writestr(name, bytes(size))
    return out.getvalue()


def test_a_sheet_that_is_damaged_in_the_middle_is_an_error_not_a_crash() -> None:
    xml = part(GOOD, "xl/worksheets/sheet2.xml")
    cut = xml[: xml.index("</sheetData>") - 40].encode()
    reading = read_registry(repacked(GOOD, {"xl/worksheets/sheet2.xml": cut}), TODAY)
    assert any("已损坏" in str(problem) for problem in reading.errors)


@given(st.data())
@settings(max_examples=150, deadline=None)
def test_no_damage_makes_it_crash(data: st.DataObject) -> None:
    name = data.draw(st.sampled_from(sorted(PARTS)))
    damaged = bytearray(PARTS[name])
    for _ in range(data.draw(st.integers(1, 6))):
        place = data.draw(st.integers(0, len(damaged) - 1))
        damaged[place] = data.draw(st.integers(0, 255))
    read_registry(repacked(FILLED, {name: bytes(damaged)}), TODAY)


def test_macros_and_links_are_not_followed(tmp_path: Path) -> None:
    data = repacked(
        GOOD, {"xl/vbaProject.bin": b"x", "xl/externalLinks/externalLink1.xml": b"<x/>"}
    )
    assert open_workbook(data).sheetnames[1:] == ["机构", "职业等级"]
    assert not list(tmp_path.iterdir())
