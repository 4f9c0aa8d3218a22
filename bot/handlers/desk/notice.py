"""/notice: one message to all bound contacts, after a look at it, with its progress."""

from __future__ import annotations

from collections.abc import Iterable

from markupsafe import Markup

from bot.handlers.cases.parts import bold, lines, theirs
from bot.handlers.desk import guard
from bot.handlers.desk.parts import press, wait_for_words
from bot.handlers.desk.record_event import record
from bot.replies import Button, Edit, Replies, Reply, Say, Text, Toast, WhenUnsure, keyboard
from bot.services import Services
from bot.storage import desk, notices
from bot.storage.database import Transaction
from bot.storage.desk import Form
from bot.turn import Turn


@guard.command
async def command(turn: Turn) -> Replies:
    """/notice."""
    bound, filed = await notices.count_institutions(turn.tx)
    if not bound:
        words = "还没有绑定联系人的机构，通知没有地方可发。先用 /registry 导入机构、发邀请链接。"
        return [Say(Text.of(words))]
    form = await desk.open_form(turn.tx, turn.user_id, "notice", None, {}, turn.now)
    question = f"通知写什么？将发给已绑定的{bound}家机构（登记共{filed}家）的联系人。"
    return await wait_for_words(turn, form, question)


async def with_words(turn: Turn, form: Form, words: str) -> Replies:
    """The notice as it will be read, once more before it goes out."""
    form = await desk.change(turn.tx, form, {"words": words})
    people = await notices.recipients(turn.tx)
    rows = [
        [press(f"发给{len(people)}位联系人", form, "send")],
        [press("重写", form, "again"), press("算了", form, "drop")],
    ]
    text = Text.of(bold("请再看一遍，机构会收到："), *_notice(words).paragraphs)
    return [Say(text, keyboard(*rows))]


async def pressed(turn: Turn, form: Form, deed: str, value: str) -> Replies:
    """Sent once: the form is closed by it."""
    if deed == "again":
        return await wait_for_words(turn, form, "通知写什么？")
    words = form.data.get("words")
    if deed != "send" or not words:
        return [Toast("这个按钮已经失效。")]
    await desk.close(turn.tx, form.id, done=True)
    people = await notices.recipients(turn.tx)
    number = await notices.add(turn.tx, words, turn.incoming.user_name, len(people), turn.now)
    detail = {"people": len(people)}
    await record(turn, f"notice:{number}", "notice", why=words, detail=detail)
    home = keyboard([Button("问工作人员", data="person:ask"), Button("首页", data="home")])
    said: list[Reply] = [
        Say(_notice(words), home, to=p, unsure=WhenUnsure.RESEND, about=f"notice:{number}")
        for p in people
    ]
    shown = Edit(Text.of("通知已开始发送，进展见下一条。"), message_id=turn.incoming.message_id)
    progress = Say(Text.of(f"通知正在发送：共{len(people)}位。"), topic=_topic(number))
    return [shown, progress, *said]


async def refresh(tx: Transaction, services: Services, number: int) -> Iterable[Reply]:
    """The progress anew."""
    row = await notices.get(tx, number)
    if row is None:
        return ()
    found = await notices.progress(tx, number)
    sent, failed = found.get("sent", 0), found.get("failed", 0) + found.get("uncertain", 0)
    waiting = found.get("waiting", 0) + found.get("sending", 0)
    text = Text.of(
        lines(
            bold("通知发送完毕" if not waiting else "通知正在发送"),
            f"共{row['total']}位：已送达{sent}，没有送达{failed}，待发{waiting}",
            "没有送达的，多半是对方停用了机器人，请另行联系。" if failed else None,
        ),
        Markup("内容：{}").format(theirs(row["words"])),
    )
    return [Edit(text, to=services.staff_chat, topic=_topic(number))]


def _topic(number: int) -> str:
    return f"notice:{number}"


def _notice(words: str) -> Text:
    return Text.of(bold("忻州市职业技能服务中心通知"), *map(theirs, words.split("\n\n")))
