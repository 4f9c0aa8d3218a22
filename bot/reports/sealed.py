"""Same input, same bytes: the containers of Word and Excel without the clock."""

from __future__ import annotations

import re
from io import BytesIO
from shutil import copyfileobj
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

_STAMP = re.compile(rb"(<dcterms:(created|modified)[^>]*>)[^<]*(</dcterms:)")
_CORE = "docProps/core.xml"


def sealed(data: bytes, stamp: str) -> bytes:
    """The container with every time in it set to `stamp` (2026-11-23T00:00:00Z)."""
    out = BytesIO()
    with ZipFile(BytesIO(data)) as source, ZipFile(out, "w", ZIP_DEFLATED) as target:
        for entry in source.infolist():
            renewed = ZipInfo(entry.filename)
            renewed.compress_type = ZIP_DEFLATED
            if entry.filename == _CORE:
                part = source.read(entry)
                target.writestr(renewed, _STAMP.sub(rb"\g<1>" + stamp.encode() + rb"\g<3>", part))
                continue
            renewed.file_size = entry.file_size
            with source.open(entry) as old, target.open(renewed, "w") as new:
                copyfileobj(old, new, 1 << 20)
    return out.getvalue()
