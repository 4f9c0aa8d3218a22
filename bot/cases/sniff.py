"""What a file is by its first bytes; its name and what the sender's phone says are not asked."""

from __future__ import annotations

from io import BytesIO
from zipfile import BadZipFile, ZipFile

MAX_DOWNLOAD = 20 * 1024 * 1024
"""Telegram gives a bot no file that is larger."""

_STARTS = (
    (b"%PDF-", "PDF"),
    (b"\xff\xd8\xff", "JPEG"),
    (b"\x89PNG\r\n\x1a\n", "PNG"),
    (b"GIF87a", "GIF"),
    (b"GIF89a", "GIF"),
    (b"II*\x00", "TIFF"),
    (b"MM\x00*", "TIFF"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "DOC"),
    (b"{\\rtf", "RTF"),
)
_PACKED = (b"Rar!", b"7z\xbc\xaf\x27\x1c", b"\x1f\x8b")
_PARTS = (("word/document.xml", "DOCX"), ("xl/workbook.xml", "XLSX"), ("OFD.xml", "OFD"))
_HEIC = frozenset({b"heic", b"heix", b"hevc", b"mif1", b"msf1"})

ACCEPTED = frozenset(
    (
        "PDF",
        "JPEG",
        "PNG",
        "GIF",
        "BMP",
        "TIFF",
        "WEBP",
        "HEIC",
        "DOC",
        "DOCX",
        "XLSX",
        "OFD",
        "RTF",
    )
)
PACKED = "压缩包"
UNKNOWN = "其他"
EMPTY = "空文件"


def sniff(content: bytes) -> str:
    """One of ACCEPTED, or PACKED, EMPTY, UNKNOWN."""
    if not content:
        return EMPTY
    if content.startswith(b"PK\x03\x04"):
        return _container(content)
    if content[4:8] == b"ftyp" and content[8:12] in _HEIC:
        return "HEIC"
    if content.startswith(b"RIFF") and content[8:12] == b"WEBP":
        return "WEBP"
    if content.startswith(b"BM") and content[6:10] == bytes(4):
        return "BMP"
    if content.startswith(_PACKED):
        return PACKED
    return next((kind for start, kind in _STARTS if content.startswith(start)), UNKNOWN)


def _container(content: bytes) -> str:
    try:
        with ZipFile(BytesIO(content)) as container:
            names = set(container.namelist())
    except (BadZipFile, ValueError, NotImplementedError, OSError, EOFError):
        return PACKED
    return next((kind for part, kind in _PARTS if part in names), PACKED)
