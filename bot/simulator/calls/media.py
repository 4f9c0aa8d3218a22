"""Files in calls: uploaded, or known by their id."""

from __future__ import annotations

from typing import Any

from bot.simulator.state.files import PHOTO_LIMIT, UPLOAD_LIMIT, Photo, StoredFile
from bot.simulator.state.images import size_of
from bot.simulator.state.message import Content
from bot.simulator.state.world import World
from bot.simulator.wire.arguments import Arguments, Upload
from bot.simulator.wire.errors import ApiError, bad_request, not_simulated
from bot.simulator.wire.formatted import CAPTION_LIMIT, formatted
from bot.simulator.wire.jsontypes import JsonDict

_MEDIA_KEYS = {
    "document": {"disable_content_type_detection", "thumbnail"},
    "photo": {"show_caption_above_media", "has_spoiler"},
}


def document_of(world: World, arguments: Arguments, reference: str) -> StoredFile:
    """The document that the reference means."""
    upload = _upload(arguments, reference)
    if upload is not None:
        return world.files.add_document(upload.name, upload.content, upload.mime)
    stored = _known(world, reference)
    if stored.kind != "document":
        raise bad_request(f"can't use file of type {stored.kind.title()} as Document")
    return stored


def photo_of(world: World, arguments: Arguments, reference: str) -> Photo:
    """The picture that the reference means."""
    upload = _upload(arguments, reference)
    if upload is not None:
        return world.files.add_photo(_checked_picture(upload.content))
    photo = world.files.photo(_known(world, reference).id)
    if photo is None:
        raise bad_request("can't use file of type Document as Photo")
    return photo


def _checked_picture(content: bytes) -> bytes:
    if len(content) > PHOTO_LIMIT:
        raise bad_request("file is too big for a photo")
    size = size_of(content)
    if size is None:
        raise bad_request("IMAGE_PROCESS_FAILED")
    width, height = size
    if width + height > 10_000 or max(size) > 20 * max(min(size), 1):
        raise bad_request("PHOTO_INVALID_DIMENSIONS")
    return content


def _upload(arguments: Arguments, reference: str) -> Upload | None:
    if not reference.startswith("attach://"):
        return None
    upload = arguments.files.get(reference.removeprefix("attach://"))
    if upload is None:
        raise bad_request(f"there is no file for {reference} in the request")
    if not upload.content:
        raise bad_request("file must be non-empty")
    if len(upload.content) > UPLOAD_LIMIT:
        raise ApiError(413, "Request Entity Too Large")
    return upload


def _known(world: World, reference: str) -> StoredFile:
    if "://" in reference:
        raise not_simulated("sending files by web address")
    stored = world.files.get(reference)
    if stored is None:
        raise bad_request(
            "wrong file identifier/HTTP URL specified"
            if reference
            else "there is no file in the request"
        )
    return stored


def album_part(world: World, arguments: Arguments, item: Any) -> Content:
    """One part of an album."""
    kind = str(item.get("type")) if isinstance(item, dict) else ""
    if kind not in _MEDIA_KEYS:
        raise not_simulated(f"album parts of type {kind}")
    unknown = set(item) - {"type", "media", "caption", "parse_mode", "caption_entities"}
    if unknown - _MEDIA_KEYS[kind]:
        raise bad_request(f"can't parse InputMedia: unknown fields {sorted(unknown)}")
    text, entities = _caption(item)
    reference = str(item.get("media", ""))
    if kind == "photo":
        return Content(text, entities, photo=photo_of(world, arguments, reference))
    return Content(text, entities, document=document_of(world, arguments, reference))


def _caption(item: JsonDict) -> tuple[str, list[JsonDict]]:
    return formatted(
        str(item.get("caption", "")),
        str(item.get("parse_mode", "")),
        item.get("caption_entities"),
        what="caption",
        limit=CAPTION_LIMIT,
    )
