"""第二十五条: determinations recorded with date and person, withdrawn, listed.

Routes: cov:list:<page>, cov:new, cov:off:<number>[:yes]. The form: occupation, reached or not,
by whom, on which day. Buttons of the form: df:<deed>:<form>:<version>:<value>.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from markupsafe import Markup

from bot.cases.institution import WrongWords
from bot.handlers.cases.parts import bold, lines, theirs, whole
from bot.handlers.desk import guard
from bot.handlers.desk.determined import said
from bot.handlers.desk.parts import press, wait_for_words
from bot.handlers.desk.record_event import record
from bot.replies import Button, Edit, Replies, Say, Text, Toast, keyboard
from bot.reports.typed import day
from bot.reports.wording import long_date
from bot.storage import desk, determinations
from bot.storage.desk import Form
from bot.turn import Turn

PAGE = 8
DECIDERS = ("忻州市职业技能服务中心", "市人社局职业能力建设科")
_MENU = Button("登记库", data="reg:menu")
_LIST = Button("认定列表", data="cov:list:0")


@guard.pressed
async def pressed(turn: Turn) -> Replies:
    """Any button that begins with ``cov:``."""
    match turn.incoming.data.split(":"):
        case ["cov", "list", page]:
            return await _list(turn, whole(page) or 0)
        case ["cov", "new"]:
            form = await desk.open_form(turn.tx, turn.user_id, "coverage", None, {}, turn.now)
            return await wait_for_words(turn, form, "哪个职业（工种）？请写名称。")
        case ["cov", "off", number, *sure]:
            return await _withdraw(turn, whole(number) or 0, sure == ["yes"])
    return [Toast("这个按钮已经失效。")]


async def _list(turn: Turn, page: int) -> Replies:
    found = await determinations.page(turn.tx, PAGE + 1, page * PAGE)
    rows = [
        [Button(f"撤销：{row['occupation']}"[:40], data=f"cov:off:{row['id']}")]
        for row in found[:PAGE]
    ]
    moves = []
    if page:
        moves.append(Button("上一页", data=f"cov:list:{page - 1}"))
    if len(found) > PAGE:
        moves.append(Button("下一页", data=f"cov:list:{page + 1}"))
    text = Text.of(
        bold("第二十五条的认定"),
        "自查会用到这里登记的认定，并写明日期和认定人。情况会变，请及时更新或撤销。",
        lines(*(Markup("· {}").format(said(row)) for row in found[:PAGE]))
        if found
        else "还没有登记。",
    )
    new = [Button("登记一条", data="cov:new"), _MENU]
    return [Say(text, keyboard(*rows, moves, new))]


async def with_words(turn: Turn, form: Form, words: str) -> Replies:
    """First the occupation, later the day."""
    data: dict[str, Any] = dict(form.data)
    if "occupation" not in data:
        if len(words) > 40:
            raise WrongWords("职业（工种）名称太长了，请写40字以内。")
        data["occupation"] = words
        return await _next(turn, await desk.change(turn.tx, form, data))
    try:
        data["on"] = day(words, turn.now.date()).isoformat()
    except ValueError as error:
        raise WrongWords(f"日期不对：{error}。") from None
    return await _next(turn, await desk.change(turn.tx, form, data))


async def _next(turn: Turn, form: Form) -> Replies:
    data = form.data
    head = Markup("<b>{}</b>").format(theirs(data["occupation"]))
    if "reached" not in data:
        rows = [
            [press("已达到三分之二覆盖面", form, "set", "reached", 1)],
            [press("未达到", form, "set", "reached", 0)],
        ]
        return [
            Say(Text.of(head, "市域内布局是否已达到三分之二覆盖面？"), keyboard(*rows, _no(form)))
        ]
    if "by" not in data:
        rows = [[press(name, form, "set", "by", n)] for n, name in enumerate(DECIDERS)]
        return [Say(Text.of(head, "由谁认定的？"), keyboard(*rows, _no(form)))]
    if "on" not in data:
        rows = [
            [press("今天", form, "set", "on", 0), press("昨天", form, "set", "on", 1)],
            [press("另写日期", form, "date")],
        ]
        return [Say(Text.of(head, "哪一天认定的？"), keyboard(*rows, _no(form)))]
    reached = "已达到三分之二" if data["reached"] else "未达到三分之二"
    on = long_date(date.fromisoformat(data["on"]))
    text = Text.of(
        bold("请核对后登记"), head, lines(reached, f"认定：{DECIDERS[data['by']]}，{on}")
    )
    return [Say(text, keyboard([press("登记", form, "save")], _no(form)))]


def _no(form: Form) -> list[Button]:
    return [press("算了", form, "drop")]


async def form_pressed(turn: Turn, form: Form, deed: str, value: str) -> Replies:
    """The buttons of the form."""
    key, _, number = value.partition(":")
    chosen = whole(number)
    if deed == "date":
        return await wait_for_words(turn, form, "认定的日期？例如 2026年11月20日。")
    if deed == "save" and {"occupation", "reached", "by", "on"} <= set(form.data):
        return await _save(turn, form)
    if deed != "set" or key not in ("reached", "by", "on") or chosen is None or chosen > 1:
        return [Toast("这个按钮已经失效。")]
    kept: Any = chosen
    if key == "on":
        kept = (turn.now.date() - timedelta(days=chosen)).isoformat()
    return await _next(turn, await desk.change(turn.tx, form, {**form.data, key: kept}))


async def _save(turn: Turn, form: Form) -> Replies:
    await desk.close(turn.tx, form.id, done=True)
    data = form.data
    number = await determinations.record(
        turn.tx,
        data["occupation"],
        bool(data["reached"]),
        date.fromisoformat(data["on"]),
        DECIDERS[data["by"]],
        turn.incoming.user_name,
        turn.now,
    )
    await record(turn, f"determination:{number}", "determine", detail=dict(data))
    row = await determinations.get(turn.tx, number)
    assert row is not None
    shown = Edit(Text.of("已登记。"), message_id=turn.incoming.message_id)
    return [shown, Say(Text.of(said(row)), keyboard([_LIST, _MENU]))]


async def _withdraw(turn: Turn, number: int, sure: bool) -> Replies:
    row = await determinations.get(turn.tx, number)
    if row is None or row["withdrawn_at"] is not None:
        return [Toast("这一条已经撤销。", alert=True)]
    if not sure:
        yes = Button("确定撤销", data=f"cov:off:{number}:yes")
        return [Say(Text.of("确定撤销这一条吗？", said(row)), keyboard([yes], [_LIST]))]
    await determinations.withdraw(turn.tx, number, turn.incoming.user_name, turn.now)
    await record(turn, f"determination:{number}", "withdraw")
    return [Say(Text.of("已撤销，自查不再使用这一条。"), keyboard([_LIST, _MENU]))]
