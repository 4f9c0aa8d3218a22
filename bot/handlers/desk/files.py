"""材料: all files of a case as they came; 导出: the case as a folder."""

from __future__ import annotations

from collections.abc import Iterator

from bot.cases.case import Case, File
from bot.handlers.cases.parts import theirs
from bot.handlers.desk.record_event import record
from bot.replies import Album, Replies, SendFile, Text, Toast
from bot.storage import jobs
from bot.turn import Turn

EXPORT = "case_export"
"""The job that packs a case."""
_ALBUM = 10


async def show(turn: Turn, case: Case, _: str) -> Replies:
    """Albums of pictures and of documents: Telegram does not mix them."""
    if not case.files:
        return [Toast("还没有文件。")]
    said: list[Album | SendFile] = []
    for group in _groups(case):
        for start in range(0, len(group), _ALBUM):
            part = group[start : start + _ALBUM]
            said.append(Album(tuple(part)) if len(part) > 1 else part[0])
    return said


def _groups(case: Case) -> Iterator[list[SendFile]]:
    for photo in (True, False):
        yield [
            _file(line.name, file)
            for line in case.needed
            for file in line.counted
            if file.photo is photo
        ]


def _file(line: str, file: File) -> SendFile:
    caption = Text.of(theirs(f"{line}：{file.name}"))
    return SendFile(file.name, caption, file_id=file.file_id, photo=file.photo)


async def export(turn: Turn, case: Case, _: str) -> Replies:
    """Word summary, files and events in one archive, sent to the staff's chat."""
    await jobs.add(turn.tx, EXPORT, {"case": case.id}, turn.now)
    await record(turn, "export", "export", detail={"case": case.reference})
    return [Toast("正在打包，稍后发到群里。")]
