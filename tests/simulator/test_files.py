"""Files that people send, and downloads."""

from __future__ import annotations

import pytest

from bot.simulator import ManualClock, Person, TelegramServer
from bot.simulator.state.images import placeholder, size_of
from tests.simulator.api import Api, Refused

MIB = 1024 * 1024


async def test_a_link_gives_the_content_for_one_hour(
    api: Api, server: TelegramServer, clock: ManualClock, alice: Person
) -> None:
    document = alice.sends_document("许可证.pdf", b"%PDF-1.7").update["message"]["document"]
    assert document["mime_type"] == "application/pdf"
    link = await api("getFile", file_id=document["file_id"])
    assert link["file_path"].endswith(".pdf")
    assert server.fetch_file(server.bot.token, link["file_path"]) == (200, b"%PDF-1.7")
    assert server.fetch_file("7000000001:wrong", link["file_path"])[0] == 401
    clock.advance(3601)
    assert server.fetch_file(server.bot.token, link["file_path"])[0] == 404
    assert (await api("getFile", file_id=document["file_id"]))["file_path"] != link["file_path"]


async def test_more_than_20_mib_cannot_be_downloaded(api: Api, alice: Person) -> None:
    large = alice.sends_document("大.zip", size=20 * MIB + 1).update["message"]["document"]
    assert large["file_size"] == 20 * MIB + 1
    with pytest.raises(Refused, match="file is too big"):
        await api("getFile", file_id=large["file_id"])
    just = alice.sends_document("刚好.zip", size=20 * MIB).update["message"]["document"]
    await api("getFile", file_id=just["file_id"])
    with pytest.raises(Refused, match="invalid file_id"):
        await api("getFile", file_id="nonsense")


async def test_odd_names_do_not_break_the_link(
    api: Api, server: TelegramServer, alice: Person
) -> None:
    for name in ("证.p%64f?x#y", "没有后缀", "a.tar.gz"):
        document = alice.sends_document(name, b"x").update["message"]["document"]
        path = (await api("getFile", file_id=document["file_id"]))["file_path"]
        assert not set(path) & set("%?# ")
        assert server.fetch_file(server.bot.token, path) == (200, b"x")


async def test_an_album_is_separate_messages_with_one_group_id(alice: Person) -> None:
    act = alice.sends_album([placeholder(9, 9), placeholder(8, 8)], "两张")
    first, second = (u["message"] for u in act.updates)
    assert first["media_group_id"] == second["media_group_id"]
    assert (first["caption"], second.get("caption")) == ("两张", None)
    act = alice.sends_album([("a.pdf", b"a"), ("b.pdf", b"b"), ("c.pdf", b"c")])
    assert [u["message"]["document"]["file_name"] for u in act.updates] == [
        "a.pdf",
        "b.pdf",
        "c.pdf",
    ]


def test_picture_sizes_are_read_from_the_content() -> None:
    assert size_of(placeholder(12, 34)) == (12, 34)
    assert size_of(b"GIF89a\x05\x00\x07\x00") == (5, 7)
    jpeg = b"\xff\xd8\xff\xe0\x00\x04ab\xff\xc0\x00\x11\x08\x00\x10\x00\x20" + bytes(12)
    assert size_of(jpeg) == (32, 16)
    assert size_of(b"PK\x03\x04") is None
