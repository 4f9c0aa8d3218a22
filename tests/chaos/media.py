"""Files, pictures, and messages of every other kind as Telegram writes them."""

from __future__ import annotations

import io
import random
import zlib
from functools import cache
from typing import Any

from openpyxl import Workbook

from bot.simulator.state.images import placeholder

Json = dict[str, Any]
MIB = 1024 * 1024
_NAMES = (
    "任职文件.pdf",
    "营业执照.jpg",
    "申请表.docx",
    "花名册.xlsx",
    "登记库.xlsx",
    "../../../etc/passwd",
    "..\\..\\x.exe",
    "con.pdf",
    "没有后缀",
    ".pdf",
    "a" * 250 + ".pdf",
    "名" * 60 + ".docx",
    "\u202egpj.exe",
    "emoji😀.png",
    "<b>.pdf",
    "a\nb.pdf",
    "=cmd|' /C calc'!A0.xlsx",
    "双.后.缀.tar.gz",
    " ",
    "%s{0}.pdf",
    "NUL\x00.pdf",
)
_HEADS = (
    b"%PDF-1.7\n",
    b"PK\x03\x04",
    b"\xff\xd8\xff\xe0",
    b"MZ\x90",
    b"<html>",
    b"",
    b"\xd0\xcf\x11\xe0",
)


def document(chance: random.Random) -> tuple[str, bytes | None, int | None]:
    """A name, and bytes or a pretended size."""
    name = chance.choice(_NAMES)
    if chance.random() < 0.15:
        return name, None, chance.choice([0, 1, 20 * MIB, 20 * MIB + 1, 2000 * MIB])
    if name.endswith("xlsx") and chance.random() < 0.5:
        return name, workbook(), None
    body = chance.randbytes(chance.choice([0, 1, 10, 4000]))
    return name, chance.choice(_HEADS) + body, None


@cache
def workbook() -> bytes:
    """A real Excel file with cells that nobody expects."""
    book, place = Workbook(), io.BytesIO()
    sheet = book.active
    assert sheet is not None
    for row in (["机构名称", "统一社会信用代码"], ["=1+1", 9e99], [None, "<b>"], ["名" * 300] * 40):
        sheet.append(row)
    book.save(place)
    return place.getvalue()


def picture(chance: random.Random) -> bytes:
    """A picture, sometimes one that is none."""
    if chance.random() < 0.2:
        return chance.randbytes(chance.choice([1, 30]))
    return placeholder(chance.choice([1, 90, 1280]), chance.choice([1, 90]), chance.randrange(256))


def album(chance: random.Random) -> list[tuple[str, bytes] | bytes]:
    """2 to 10 pictures or documents, sometimes both."""
    items: list[tuple[str, bytes] | bytes] = []
    for _ in range(chance.choice([2, 3, 10])):
        if chance.random() < 0.5:
            items.append(picture(chance))
        else:
            name, content, _ = document(chance)
            items.append((name, content or b""))
    return items


def _file(kind: str, **more: Any) -> Json:
    number = zlib.crc32(kind.encode())
    return {
        "file_id": f"CAACAgUAAx{number}",
        "file_unique_id": f"AgAD{number}",
        "file_size": 1234,
        **more,
    }


_PERSON: Json = {"id": 510999999, "is_bot": False, "first_name": "别人"}
POLL: Json = {
    "id": "5",
    "question": "选？",
    "options": [{"text": "甲", "voter_count": 0, "persistent_id": "a"}],
    "total_voter_count": 0,
    "is_closed": False,
    "is_anonymous": True,
    "type": "regular",
    "allows_multiple_answers": False,
    "allows_revoting": False,
    "members_only": False,
}
_SIZE = {"width": 512, "height": 512}
OTHER: dict[str, Json] = {
    "贴纸": {
        "sticker": _file(
            "sticker", **_SIZE, type="regular", is_animated=False, is_video=False, emoji="👍"
        )
    },
    "语音": {"voice": _file("voice", duration=3, mime_type="audio/ogg")},
    "音乐": {"audio": _file("audio", duration=180, title="歌"), "caption": "听"},
    "视频": {"video": _file("video", **_SIZE, duration=9), "caption": "<b>看</b>"},
    "圆视频": {"video_note": _file("note", length=240, duration=9)},
    "动图": {
        "animation": _file("gif", **_SIZE, duration=2),
        "document": _file("gif", file_name="a.gif.mp4", mime_type="video/mp4"),
    },
    "位置": {"location": {"longitude": 112.73, "latitude": 38.41, "live_period": 900}},
    "地点": {
        "location": {"longitude": 112.73, "latitude": 38.41},
        "venue": {
            "location": {"longitude": 112.73, "latitude": 38.41},
            "title": "服务中心",
            "address": "忻州",
        },
    },
    "名片": {"contact": {"phone_number": "+8613800000000", "first_name": "<i>"}},
    "投票": {"poll": POLL},
    "骰子": {"dice": {"emoji": "🎲", "value": 6}},
    "游戏": {"game": {"title": "戏", "description": "", "photo": []}},
    "快拍": {"story": {"chat": {"id": 5, "type": "private"}, "id": 1}},
    "清单": {
        "checklist": {"title": "清单", "tasks": [{"id": 1, "text": "一", "text_entities": []}]}
    },
    "分享用户": {"users_shared": {"request_id": 1, "users": [{"user_id": 5}]}},
    "网页应用": {"web_app_data": {"data": "{}", "button_text": "按"}},
    "没见过的": {"hologram": {"colour": "red", "size": [1, 2, 3]}},
    "空消息": {},
}
"""What stands in a message besides its chat and sender."""

SERVICE: dict[str, Json] = {
    "自动删除": {"message_auto_delete_timer_changed": {"message_auto_delete_time": 86400}},
    "换了标题": {"new_chat_title": "新标题<b>"},
    "有人进群": {"new_chat_members": [_PERSON]},
    "有人退群": {"left_chat_member": _PERSON},
    "开通话": {"video_chat_started": {}},
    "建话题": {"forum_topic_created": {"name": "题", "icon_color": 1}},
    "删了头像": {"delete_chat_photo": True},
}
"""What Telegram itself writes in a chat; nobody waits for an answer to it."""
