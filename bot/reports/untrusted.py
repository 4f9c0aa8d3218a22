"""Opening an Excel file that came from outside: limits first, then the library."""

from __future__ import annotations

import warnings
from io import BytesIO
from typing import Any, Final
from zipfile import BadZipFile, ZipFile

from openpyxl import load_workbook

MAX_BYTES: Final = 5 * 1024 * 1024
MAX_UNPACKED: Final = 60 * 1024 * 1024
MAX_PARTS: Final = 500

_OLD_OFFICE = b"\xd0\xcf\x11\xe0"
_WIDE_MARKS = (b"\xff\xfe", b"\xfe\xff")


class RefusedFileError(ValueError):
    """The message is a Chinese sentence for the person who sent the file."""


def open_workbook(data: bytes) -> Any:
    """A workbook for reading only. Formulas stay formulas and are never computed."""
    _check(data)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return load_workbook(BytesIO(data), read_only=True, data_only=False, keep_links=False)
    except Exception as error:  # The library raises whatever a damaged part leads it to.
        raise RefusedFileError("这个Excel文件已损坏，打不开；请在Excel或WPS里另存一次") from error


def _check(data: bytes) -> None:
    if len(data) > MAX_BYTES:
        raise RefusedFileError(f"文件超过{MAX_BYTES // 1024 // 1024}MB")
    if data.startswith(_OLD_OFFICE):
        raise RefusedFileError("这是旧版（.xls）或加了密码的文件；请另存为不加密的.xlsx")
    try:
        with ZipFile(BytesIO(data)) as container:
            _check_parts(container)
    except RefusedFileError:
        raise
    except (BadZipFile, NotImplementedError, RuntimeError, EOFError, OSError, ValueError) as error:
        raise RefusedFileError("这不是Excel文件（.xlsx），或文件已损坏") from error


def _check_parts(container: ZipFile) -> None:
    parts = container.infolist()
    if len(parts) > MAX_PARTS or sum(part.file_size for part in parts) > MAX_UNPACKED:
        raise RefusedFileError("文件解开后过大；请只保留登记表")
    if "xl/workbook.xml" not in container.namelist():
        raise RefusedFileError("这不是Excel工作簿（.xlsx）")
    for part in parts:
        if part.filename.endswith((".xml", ".rels")):
            content = container.read(part)
            # No Excel file declares a document type; one that does wants entities expanded.
            if b"<!DOCTYPE" in content or content.startswith(_WIDE_MARKS):
                raise RefusedFileError("文件里有不该有的内容，已拒绝打开")
