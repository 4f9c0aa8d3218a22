"""The registry from and to Excel: template, preview with errors by cell, confirmation.

Flow: desk_book, ref = the id of the form. Buttons: df:<deed>:<form>:<version>.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from markupsafe import Markup

from bot.cases import registry
from bot.cases.lifecycle import Actor
from bot.cases.sniff import MAX_DOWNLOAD
from bot.cases.transitions import Role
from bot.delivery.incoming import Kind
from bot.delivery.worker import Finish, Hopeless, Work
from bot.handlers.cases.parts import bold, lines, theirs
from bot.handlers.cases.temporary import forget_later
from bot.handlers.desk import card, guard
from bot.handlers.desk.parts import answers, asked_under, press
from bot.replies import Button, Edit, Replies, Reply, Say, SendFile, Text, Toast, keyboard
from bot.reports import make
from bot.reports.data import RegistryReading
from bot.reports.registry_diff import FieldChange, RegistryDiff
from bot.services import Services
from bot.storage import desk, focus, jobs
from bot.storage import registry as registry_rows
from bot.storage.database import Transaction
from bot.storage.desk import Form
from bot.storage.focus import Focus
from bot.turn import Turn

FLOW = "desk_book"
READ, APPLY, BOOK = "registry_read", "registry_apply", "registry_book"
_SHOWN = 15
_MENU = Button("登记库", data="reg:menu")


async def ask(turn: Turn) -> Replies:
    """导入登记表: waits for the file, as a reply."""
    form = await desk.open_form(turn.tx, turn.user_id, "book", None, {}, turn.now)
    await focus.put(turn.tx, turn.chat_id, turn.user_id, Focus(FLOW, str(form.id)))
    who = card.mention(turn.user_id, turn.incoming.user_name)
    text = Text.of(
        Markup("{}　请回复本条消息，发来填好的登记表（.xlsx）。").format(who),
        "导入前会先给您看有哪些变化，确认以后才生效。",
    )
    return [Say(text, force_reply=True, topic=asked_under(form.id))]


async def order_book(turn: Turn, *, blank: bool) -> Replies:
    """The template, or the registry as it is."""
    await jobs.add(turn.tx, BOOK, {"chat": turn.chat_id, "blank": blank}, turn.now)
    return [Toast("正在生成，稍后发来。")]


async def take(turn: Turn) -> Replies | None:
    """The file that was asked for."""
    if await guard.refusal(turn):
        return None
    waiting = await focus.get(turn.tx, turn.chat_id, turn.user_id)
    form = await desk.form(turn.tx, int(waiting.ref)) if waiting else None
    if form is None or form.user_id != turn.user_id:
        await focus.clear(turn.tx, turn.chat_id, turn.user_id)
        return None
    if not await answers(turn, form.id):
        return None
    if turn.incoming.kind is not Kind.FILE or turn.incoming.file is None:
        await focus.clear(turn.tx, turn.chat_id, turn.user_id)
        return [Say(Text.of("没有收到文件，导入已停下。"), keyboard([_MENU]))]
    sent = turn.incoming.file
    if (sent.size or 0) > MAX_DOWNLOAD:
        return [Say(Text.of("文件超过20MB，取不下来。登记表不超过5MB，请检查后再发。"))]
    await focus.clear(turn.tx, turn.chat_id, turn.user_id)
    work = {"form": form.id, "file": sent.file_id, "chat": turn.chat_id}
    await jobs.add(turn.tx, READ, work, turn.now)
    return [Say(Text.of("收到，正在核对，请稍候。"), reply_to=turn.incoming.message_id)]


def reading(services: Services) -> Work:
    """Work for jobs {"form", "file", "chat"}: reads the book and shows what it would change."""

    async def work(payload: Mapping[str, Any]) -> Finish:
        assert services.telegram is not None, "set when the bot is made"
        source = await services.telegram.get_file(payload["file"])
        content = bytes(await source.download_as_bytearray())
        found = await make.read_registry(content, services.clock.now().date())
        path = await services.files.save(content)

        async def finish(tx: Transaction) -> Iterable[Reply]:
            await forget_later(tx, services.clock.now(), path)
            return await _preview(tx, int(payload["form"]), path, found, int(payload["chat"]))

        return finish

    return work


async def _preview(
    tx: Transaction, number: int, path: str, found: RegistryReading, chat: int
) -> Iterable[Reply]:
    form = await desk.form(tx, number)
    if form is None:
        return ()
    if found.errors:
        await desk.close(tx, number, done=False)
        return [
            Say(_errors(found), keyboard([Button("重新导入", data="reg:import"), _MENU]), to=chat)
        ]
    diff = registry.preview(await registry.current(tx), found.rows)
    form = await desk.change(tx, form, {"path": path, "digest": registry.digest(diff)})
    if not (diff.added or diff.changed or diff.removed):
        await desk.close(tx, number, done=True)
        text = Text.of(f"登记表里的{len(diff.unchanged)}家机构与登记库完全一样，不用导入。")
        return [Say(text, keyboard([_MENU]), to=chat)]
    return [Say(await _changes(tx, diff, found), keyboard(*_choices(form, diff)), to=chat)]


def _choices(form: Form, diff: RegistryDiff) -> list[list[Button]]:
    rows = []
    if diff.added or diff.changed:
        rows.append([press("确认导入", form, "yes")])
    if diff.removed:
        words = f"确认导入，并移出没有列出的{len(diff.removed)}家"
        rows.append([press(words, form, "remove")])
    return [*rows, [press("不导入", form, "drop")]]


def _errors(found: RegistryReading) -> Text:
    shown = [str(problem) for problem in found.errors[:_SHOWN]]
    more = len(found.errors) - len(shown)
    return Text.of(
        bold(f"登记表有{len(found.errors)}处要改，没有导入"),
        theirs("\n".join(f"· {problem}" for problem in shown)),
        f"还有{more}处，改好以上各处后再导入一次。" if more > 0 else None,
    )


async def _changes(tx: Transaction, diff: RegistryDiff, found: RegistryReading) -> Text:
    said = [f"＋ {row.name}（{row.kind}，职业{len(row.occupations)}个）" for row in diff.added]
    for changed in diff.changed:
        fields = "；".join(
            f"{f.what}：{f.before or '空'} → {f.after or '空'}" for f in changed.fields
        )
        said.append(f"改 {changed.after.name}：{fields}")
    said += [f"－ {row.name}（登记表里没有）" for row in diff.removed]
    warned = [str(problem) for problem in found.warnings[:_SHOWN]]
    return Text.of(
        bold("导入后会有这些变化"),
        f"新增{len(diff.added)}家，修改{len(diff.changed)}家，"
        f"登记表里没有的{len(diff.removed)}家，不变{len(diff.unchanged)}家。",
        theirs("\n".join(s[:300] for s in said[:_SHOWN])),
        f"……还有{len(said) - _SHOWN}项" if len(said) > _SHOWN else None,
        lines("请留意：", theirs("\n".join(f"· {w}" for w in warned))) if warned else None,
    )


async def _field(tx: Transaction, code: str, field: FieldChange) -> str:
    """Old and new; a value that a finished case has set is not lost unseen."""
    source = await registry_rows.set_by_case(tx, code, field.what)
    warning = f"（{source} 办结时改的，请核对）" if source else ""
    return f"{field.what}：{field.before or '空'} → {field.after or '空'}{warning}"


async def pressed(turn: Turn, form: Form, deed: str, value: str) -> Replies:
    """Confirmed: read and compared once more, then written."""
    if deed not in ("yes", "remove") or not form.data.get("path"):
        return [Toast("这个按钮已经失效。")]
    await desk.close(turn.tx, form.id, done=True)
    work = {
        "path": form.data["path"],
        "digest": form.data["digest"],
        "remove": deed == "remove",
        "chat": turn.chat_id,
        "by": turn.user_id,
        "name": turn.incoming.user_name,
    }
    await jobs.add(turn.tx, APPLY, work, turn.now)
    return [Edit(Text.of("正在导入……"), message_id=turn.incoming.message_id)]


def applying(services: Services) -> Work:
    """Work for jobs made by the confirmation; nothing is written if the registry has changed."""

    async def work(payload: Mapping[str, Any]) -> Finish:
        now = services.clock.now()
        try:
            content = await services.files.read(payload["path"])
        except OSError:
            return _too_old(int(payload["chat"]))
        found = await make.read_registry(content, now.date())
        if found.errors:
            raise Hopeless("book changed")

        async def finish(tx: Transaction) -> Iterable[Reply]:
            diff = registry.preview(await registry.current(tx), found.rows)
            again = keyboard([Button("重新导入", data="reg:import"), _MENU])
            if registry.digest(diff) != payload["digest"]:
                words = Text.of("核对之后登记库又有了变化，没有导入。请重新导入一次。")
                return [Say(words, again, to=int(payload["chat"]))]
            actor = Actor(int(payload["by"]), payload["name"], Role.STAFF)
            await registry.apply(tx, diff, actor, now, remove=bool(payload["remove"]))
            words = Text.of(_done(diff, remove=bool(payload["remove"])))
            return [Say(words, keyboard([_MENU]), to=int(payload["chat"]))]

        return finish

    return work


def _too_old(chat: int) -> Finish:
    async def finish(_: Transaction) -> Iterable[Reply]:
        words = Text.of("核对的文件已经清理，没有导入。请重新导入一次。")
        return [Say(words, keyboard([Button("重新导入", data="reg:import"), _MENU]), to=chat)]

    return finish


def _done(diff: RegistryDiff, *, remove: bool) -> str:
    gone = f"，移出{len(diff.removed)}家" if remove and diff.removed else ""
    return f"已导入：新增{len(diff.added)}家，修改{len(diff.changed)}家{gone}。旧值都留有记录。"


def books(services: Services) -> Work:
    """Work for jobs {"chat", "blank"}: the registry as a book."""

    async def work(payload: Mapping[str, Any]) -> Finish:
        async with services.db.transaction() as tx:
            rows = () if payload["blank"] else await registry.current(tx)
        today = services.clock.now().date()
        path = await services.files.save(await make.write_registry(rows, today))
        name = "机构登记表（空白）.xlsx" if payload["blank"] else f"机构登记表{today:%Y%m%d}.xlsx"

        async def finish(tx: Transaction) -> Iterable[Reply]:
            await forget_later(tx, services.clock.now(), path)
            caption = Text.of("填好后在登记库里按“导入登记表”。")
            return [SendFile(name, caption, path=path, to=int(payload["chat"]))]

        return finish

    return work
