"""Files opened again, as a reader would see them."""

from collections.abc import Iterator
from io import BytesIO
from typing import Any
from zipfile import ZipFile

from docx import Document
from openpyxl import load_workbook


def word(data: bytes) -> Any:
    return Document(BytesIO(data))


def word_lines(data: bytes) -> list[str]:
    return list(_lines(word(data)))


def word_text(data: bytes) -> str:
    return "\n".join(word_lines(data))


def _lines(document: Any) -> Iterator[str]:
    for section in document.sections:
        for part in (section.header, section.footer):
            yield from (p.text for p in part.paragraphs)
    for block in document.iter_inner_content():
        if hasattr(block, "rows"):
            for row in block.rows:
                yield " | ".join(cell.text for cell in row.cells)
        else:
            yield block.text


def part(data: bytes, name: str) -> str:
    with ZipFile(BytesIO(data)) as container:
        return container.read(name).decode()


def everything(data: bytes) -> str:
    """All XML of the container: nothing can hide in it."""
    with ZipFile(BytesIO(data)) as container:
        return "\n".join(
            container.read(n).decode() for n in container.namelist() if n.endswith(".xml")
        )


def excel(data: bytes) -> Any:
    return load_workbook(BytesIO(data))


def repacked(data: bytes, changes: dict[str, bytes]) -> bytes:
    """The container with some parts replaced or added."""
    out = BytesIO()
    with ZipFile(BytesIO(data)) as source, ZipFile(out, "w") as target:
        for name in source.namelist():
            if name not in changes:
                target.writestr(name, source.read(name))
        for name, content in changes.items():
            target.writestr(name, content)
    return out.getvalue()
