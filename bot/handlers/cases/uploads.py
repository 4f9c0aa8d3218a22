"""Files for a line of the materials. Flow: case_file, ref ``<case>:line.<line>``."""

from __future__ import annotations

from bot.answers.answer import Kind as AnswerKind
from bot.answers.answer import Layer
from bot.cases.case import Case, FileState, Line, LineState
from bot.cases.questions import looks_like_a_question
from bot.cases.sniff import MAX_DOWNLOAD
from bot.delivery.incoming import Kind, SentFile
from bot.handlers.cases import papers
from bot.handlers.cases.show import at, present
from bot.handlers.cases.typed import asked, expected
from bot.handlers.checks.freely import question_in
from bot.replies import Replies, Say, Text
from bot.reports.clean import free_text
from bot.storage import attachments, cases, jobs
from bot.turn import Turn

FETCH = "case_file"
"""The job that fetches a file from Telegram."""
MOST_PER_LINE = 20
_SHORTEST_TOPIC = 6
_FILE_WANTED = Text.of(
    "这一步等的是文件，这句话没有用上。",
    "现在没有这份材料的，请按下面的按钮；要提问，请写成一句问话。",
)
_TAP_WANTED = Text.of("这一步请点下面的按钮，这句话没有用上。要提问，请写成一句问话。")
TOO_BIG = Text.of(
    "这个文件超过20MB，机器人取不下来，只能请工作人员在聊天里看，没有存档。",
    "请尽量压缩或分成几个小一点的再发；拍照也可以。",
)


async def take(turn: Turn) -> Replies | None:
    """A file; words are a question, or lead nowhere."""
    case = await expected(turn)
    if case is None:
        return None
    if turn.incoming.kind is not Kind.FILE:
        return await _words(turn, case, _FILE_WANTED)
    line = papers.line_of(case, at(case))
    sent = turn.incoming.file
    if line is None or sent is None:
        return None
    album = turn.incoming.album or ""
    if len(line.counted) >= MOST_PER_LINE:
        return [
            Say(Text.of(f"一份材料最多{MOST_PER_LINE}个文件，这个没有收。请合并后再发。")),
            *await present(turn, case),
        ]
    if any(f.unique_id == sent.unique_id and f.state.counts for f in line.files):
        if album and any(f.album == album for f in line.files):
            return []
        return [Say(Text.of("这个文件刚才已经收到了。")), *await present(turn, case)]
    return await _keep(turn, case, line, sent, album)


async def elsewhere(turn: Turn) -> Replies | None:
    """Flow case_choice: the screen waits for a tap; words are a question."""
    case = await expected(turn)
    if case is None:
        return None
    if turn.incoming.kind is not Kind.FILE:
        return await _words(turn, case, _TAP_WANTED)
    words = Text.of("现在这一步不收文件，刚才的文件没有存下。要交或换材料，请先点到那份材料。")
    return [Say(words), *await present(turn, case)]


async def _words(turn: Turn, case: Case, wanted: Text) -> Replies:
    """A question is answered; to other words the step says what it waits for."""
    words = turn.incoming.words.strip()
    if looks_like_a_question(words) or _means_a_question(turn, words):
        return await asked(turn, case)
    return [Say(wanted), *await present(turn, case)]


def _means_a_question(turn: Turn, words: str) -> bool:
    """Not by its form, but by what it is about; a few characters alone are about nothing."""
    answer = turn.services.answers.answer(words)
    if answer.kind is AnswerKind.HANDOFF or answer.layer is Layer.REFERENCE:
        return True
    return len(words) >= _SHORTEST_TOPIC and question_in(words, answer)


async def _keep(turn: Turn, case: Case, line: Line, sent: SentFile, album: str) -> Replies:
    too_big = (sent.size or 0) > MAX_DOWNLOAD
    state = FileState.TOO_BIG if too_big else FileState.FETCHING
    first = not any(f.album == album for f in line.files) if album else True
    name = _name(case, sent)
    number = await attachments.add(
        turn.tx, case.id, line.id, sent, state, turn.now, name=name, album=album
    )
    if not too_big:
        await jobs.add(turn.tx, FETCH, {"file": number}, turn.now)
    await cases.set_line(turn.tx, line.id, LineState.GIVEN)
    await cases.update(turn.tx, case.id, turn.now, bump=("form",), step=f"line.{line.id}")
    case = await cases.get(turn.tx, case.id)
    topic = f"case:{case.id}:up:{album or number}"
    shown = await present(turn, case, topic=topic, again=not first)
    return [Say(TOO_BIG), *shown] if too_big else shown


def _name(case: Case, sent: SentFile) -> str:
    """The file's own name without folders; pictures have none and are numbered."""
    if sent.photo:
        count = sum(f.photo for line in case.lines for f in line.files)
        return f"照片{count + 1}.jpg"
    name = free_text(sent.name.replace("\\", "/").rpartition("/")[2]).replace("\n", " ")
    if len(name) <= 60:
        return name or "文件"
    stem, dot, suffix = name.rpartition(".")
    return f"{stem[:50]}….{suffix}" if dot and len(suffix) <= 8 else f"{name[:59]}…"
