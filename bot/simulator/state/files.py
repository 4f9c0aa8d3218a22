"""Files: identifiers, links that live one hour, and how large they may be."""

from __future__ import annotations

import hashlib
import itertools
import re
from dataclasses import dataclass
from pathlib import PurePosixPath

from bot.simulator.clock import Clock
from bot.simulator.state.images import mime_of, placeholder, size_of
from bot.simulator.wire.errors import bad_request
from bot.simulator.wire.jsontypes import JsonDict, JsonList

DOWNLOAD_LIMIT = 20 * 1024 * 1024
UPLOAD_LIMIT = 50 * 1024 * 1024
PHOTO_LIMIT = 10 * 1024 * 1024
LINK_SECONDS = 3600
_SUFFIX = re.compile(r"\.[A-Za-z0-9]{1,10}\Z")


@dataclass(frozen=True, eq=False)
class StoredFile:
    """A file that Telegram keeps. Without `content` only its size is pretended."""

    id: str
    unique_id: str
    kind: str
    name: str
    mime: str
    size: int
    content: bytes | None = None
    width: int = 0
    height: int = 0

    def document(self) -> JsonDict:
        """A `Document` of the Bot API."""
        return {
            "file_id": self.id,
            "file_unique_id": self.unique_id,
            "file_name": self.name,
            "mime_type": self.mime,
            "file_size": self.size,
        }

    def photo_size(self) -> JsonDict:
        """A `PhotoSize` of the Bot API."""
        return {
            "file_id": self.id,
            "file_unique_id": self.unique_id,
            "file_size": self.size,
            "width": self.width,
            "height": self.height,
        }


@dataclass(frozen=True, eq=False)
class Photo:
    """A picture in two sizes; the last one is the picture itself."""

    sizes: tuple[StoredFile, ...]

    @property
    def full(self) -> StoredFile:
        """The picture itself."""
        return self.sizes[-1]

    def json(self) -> JsonList:
        """The `photo` of a message."""
        return [size.photo_size() for size in self.sizes]


class FileStore:
    """All files, by id, and the links that were given out."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._numbers = itertools.count(1)
        self._origin = clock()
        self._files: dict[str, StoredFile] = {}
        self._photos: dict[str, Photo] = {}
        self._links: dict[str, tuple[StoredFile, float]] = {}

    def add_document(
        self, name: str, content: bytes | None, mime: str, size: int | None = None
    ) -> StoredFile:
        """Keep a document; without content, `size` says how large it claims to be."""
        length = size if content is None else len(content)
        return self._keep("document", name, mime, length or 0, content, (0, 0))

    def add_photo(self, content: bytes) -> Photo:
        """Keep a picture and a thumbnail of it, as the real server offers several sizes."""
        width, height = size_of(content) or (1280, 960)
        scale = max(width, height, 90) / 90
        small = (max(1, round(width / scale)), max(1, round(height / scale)))
        thumbnail = placeholder(*small)
        photo = Photo(
            (
                self._keep("photo", "", "image/png", len(thumbnail), thumbnail, small),
                self._keep("photo", "", mime_of(content), len(content), content, (width, height)),
            )
        )
        for size in photo.sizes:
            self._photos[size.id] = photo
        return photo

    def get(self, file_id: str) -> StoredFile | None:
        """The file with this id."""
        return self._files.get(file_id)

    def photo(self, file_id: str) -> Photo | None:
        """The picture one of whose sizes has this id."""
        return self._photos.get(file_id)

    def link(self, file_id: str) -> JsonDict:
        """The answer to `getFile`: a path that can be fetched for an hour."""
        stored = self._files.get(file_id)
        if stored is None:
            raise bad_request("invalid file_id")
        if stored.size > DOWNLOAD_LIMIT:
            raise bad_request("file is too big", avoidable=False)
        suffix = PurePosixPath(stored.name).suffix if stored.name else ".jpg"
        if not _SUFFIX.match(suffix):
            suffix = ""
        path = f"{stored.kind}s/file_{next(self._numbers)}{suffix}"
        self._links[path] = (stored, self._clock() + LINK_SECONDS)
        return {
            "file_id": stored.id,
            "file_unique_id": stored.unique_id,
            "file_size": stored.size,
            "file_path": path,
        }

    def fetch(self, path: str) -> bytes | None:
        """The content behind a link that is still alive."""
        stored, until = self._links.get(path, (None, 0.0))
        if stored is None or self._clock() > until:
            return None
        return stored.content if stored.content is not None else bytes(stored.size)

    def _keep(
        self, kind: str, name: str, mime: str, size: int, content: bytes | None, wh: tuple[int, int]
    ) -> StoredFile:
        number = next(self._numbers)
        digest = hashlib.sha256(f"{self._origin}:{number}:{kind}:{name}".encode()).hexdigest()
        prefix = "BQACAgUAAx" if kind == "document" else "AgACAgUAAx"
        stored = StoredFile(
            f"{prefix}{number}-{digest[:32]}",
            f"AQAD{digest[32:44]}",
            kind,
            name,
            mime,
            size,
            content,
            *wh,
        )
        self._files[stored.id] = stored
        return stored
