"""What a file is, by its bytes."""

import io
import zipfile

import pytest

from bot.cases.sniff import ACCEPTED, EMPTY, PACKED, UNKNOWN, sniff


def zipped(*names: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as container:
        for name in names:
            container.writestr(name, "x")
    return out.getvalue()


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (b"%PDF-1.7 ...", "PDF"),
        (b"\xff\xd8\xff\xe0", "JPEG"),
        (b"\x89PNG\r\n\x1a\n....", "PNG"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "DOC"),
        (b"\x00\x00\x00\x18ftypheic", "HEIC"),
        (b"RIFF\x00\x00\x00\x00WEBPVP8 ", "WEBP"),
        (b"BM\x36\x00\x00\x00\x00\x00\x00\x00", "BMP"),
        (zipped("word/document.xml"), "DOCX"),
        (zipped("xl/workbook.xml"), "XLSX"),
        (zipped("OFD.xml"), "OFD"),
    ],
)
def test_papers_are_accepted(content: bytes, kind: str) -> None:
    assert sniff(content) == kind
    assert kind in ACCEPTED


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (b"", EMPTY),
        (b"MZ\x90\x00", UNKNOWN),
        (b"BMW, a text", UNKNOWN),
        (b"<html>", UNKNOWN),
        (zipped("a.pdf"), PACKED),
        (b"PK\x03\x04broken", PACKED),
        (b"Rar!\x1a\x07", PACKED),
    ],
)
def test_everything_else_is_not(content: bytes, kind: str) -> None:
    assert sniff(content) == kind
    assert kind not in ACCEPTED
