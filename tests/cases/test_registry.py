"""The registry: imports, invitations, what a finished case changes, what nobody may see."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from bot.cases import registry
from bot.cases.case import Case
from bot.cases.kinds import Kind
from bot.cases.lifecycle import Actor
from bot.cases.states import State
from bot.cases.transitions import Role
from bot.storage import bindings, cases, institutions
from bot.storage import registry as rows
from bot.storage.database import Transaction
from tests.cases.books import COMPANY, SCHOOL
from tests.cases.samples import FACTS, submitted
from tests.support import MONDAY, Stage

CLERK = Actor(1, "王芳", Role.STAFF)


async def imported(tx: Transaction, *wanted: Any, remove: bool = False) -> None:
    diff = registry.preview(await registry.current(tx), wanted)
    await registry.apply(tx, diff, CLERK, MONDAY, remove=remove)


async def test_an_import_writes_what_was_shown_and_nothing_else(stage: Stage) -> None:
    async with stage.bot.services.db.transaction() as tx:
        await imported(tx, SCHOOL, COMPANY)
        assert set(await registry.current(tx)) == {SCHOOL, COMPANY}
        changed = replace(SCHOOL, phone="0350-1", occupations=SCHOOL.occupations[:1])
        await imported(tx, changed)
        assert set(await registry.current(tx)) == {changed, COMPANY}, "没有列出的不动"
        found = await institutions.by_code(tx, SCHOOL.code)
        assert found is not None
        old = {h["what"]: (h["before"], h["after"]) for h in await rows.history(tx, found["id"])}
        assert old["联系电话"] == ("13800000000", "0350-1")
        assert "职业 想象工" in old
        await imported(tx, changed, remove=True)
        assert await registry.current(tx) == (changed,)
        gone = await institutions.by_code(tx, COMPANY.code)
        assert gone is not None
        assert gone["filed"] == 0


async def case_of(tx: Transaction, stage: Stage, kind: Kind = Kind.CHANGE, **facts: str) -> Case:
    case = await submitted(tx, stage, kind, **{"code": COMPANY.code, **facts})
    await cases.update(tx, case.id, MONDAY, state=State.FINISHED)
    return await cases.get(tx, case.id)


async def test_a_finished_change_is_taken_over_and_the_old_value_kept(stage: Stage) -> None:
    async with stage.bot.services.db.transaction() as tx:
        await imported(tx, COMPANY)
        facts = {"before.legal_rep": "孙三", "after.legal_rep": "李四"}
        case = await case_of(tx, stage, Kind.CHANGE, items="name legal_rep", **facts)
        said = await registry.take_over(tx, case, MONDAY)
        assert len(said) == 2
        (now,) = await registry.current(tx)
        assert (now.name, now.legal_person) == (FACTS["after.name"], "李四")
        assert now.address == COMPANY.address
        number = case.institution_id or 0
        kept = await rows.history(tx, number)
        assert {(h["what"], h["before"], h["source"]) for h in kept} == {
            ("机构名称", COMPANY.name, case.reference),
            ("法定代表人", "孙三", case.reference),
        }
        assert await registry.take_over(tx, case, MONDAY) == (), "再来一次什么也不变"


@pytest.mark.parametrize(
    "facts",
    [
        {"entity": "yes"},
        {"entity": "unknown"},
        {"items": "address", "place": "site", "before.address": "甲", "after.address": "乙"},
        {"items": "other", "detail.other": "机构类别", "before.other": "甲", "after.other": "乙"},
    ],
    ids=["换了单位", "不清楚", "只搬场地", "改类别"],
)
async def test_what_is_in_doubt_changes_nothing_by_itself(
    stage: Stage, facts: dict[str, str]
) -> None:
    async with stage.bot.services.db.transaction() as tx:
        await imported(tx, COMPANY)
        case = await case_of(tx, stage, Kind.CHANGE, **facts)
        assert await registry.take_over(tx, case, MONDAY) == ()
        assert await registry.current(tx) == (COMPANY,)


async def test_a_finished_addition_adds_to_the_occupations(stage: Stage) -> None:
    async with stage.bot.services.db.transaction() as tx:
        await imported(tx, COMPANY)
        new = await case_of(tx, stage, Kind.NEW_OCCUPATION, occupation="虚构工")
        await registry.take_over(tx, new, MONDAY)
        level = await case_of(tx, stage, Kind.NEW_LEVEL, occupation="假想工", levels="技师（二级）")
        await registry.take_over(tx, level, MONDAY)
        (now,) = await registry.current(tx)
        filed = {o.name: o.levels for o in now.occupations}
        assert filed == {
            "假想工": ("高级工（三级）", "技师（二级）"),
            "虚构工": ("初级工（五级）", "中级工（四级）"),
        }


async def test_an_institution_that_is_not_filed_is_not_put_into_the_registry(stage: Stage) -> None:
    async with stage.bot.services.db.transaction() as tx:
        case = await case_of(tx, stage)
        assert await registry.take_over(tx, case, MONDAY) == ()
        assert await registry.current(tx) == ()


async def test_an_invitation_binds_one_person_once_and_ends(stage: Stage) -> None:
    now = MONDAY
    async with stage.bot.services.db.transaction() as tx:
        await imported(tx, COMPANY)
        row = await institutions.by_code(tx, COMPANY.code)
        assert row is not None
        await bindings.invite(tx, row["id"], "first-token", "王芳", now)
        await bindings.invite(tx, row["id"], "second-token", "王芳", now)
        assert await bindings.invitation(tx, "first-token") is None, "旧链接作废"
        found = await bindings.invitation(tx, "second-token")
        assert found is not None
        late = now + bindings.VALID + timedelta(seconds=1)
        assert not await bindings.accept(tx, found, 5, late)
        assert await bindings.accept(tx, found, 5, now)
        assert not await bindings.accept(tx, found, 6, now)
        assert await institutions.bound_to(tx, row["id"]) == [5]
        stored = await tx.all("SELECT * FROM invitations")
        assert all("second-token" not in str(tuple(r)) for r in stored), "只存摘要"


async def test_who_is_bound_sees_the_institutions_cases_and_who_was_unbound_none(
    stage: Stage,
) -> None:
    for person in (stage.contact, stage.other):
        person.start()
    await stage.pump()
    async with stage.bot.services.db.transaction() as tx:
        await imported(tx, COMPANY)
        case = await submitted(tx, stage, code=COMPANY.code)
        number = case.institution_id or 0
        for person in (stage.contact, stage.other):
            await bindings.invite(tx, number, f"token-{person.id}", "王芳", MONDAY)
            found = await bindings.invitation(tx, f"token-{person.id}")
            assert found is not None
            assert await bindings.accept(tx, found, person.id, MONDAY)
        await bindings.unbind(tx, stage.contact.id, number)
    stage.contact.says("/my")
    stage.other.says("/my")
    await stage.pump()
    assert case.reference not in str(stage.contact.chat.last.buttons)
    assert case.reference in str(stage.other.chat.last.buttons)
    shown = stage.contact.chat.last
    stage.contact.presses_button(shown, {"callback_data": f"my:c:{case.id}"})
    stage.other.presses(case.reference)
    await stage.pump()
    assert "没有找到这件办件" in stage.contact.chat.last.text
    assert FACTS["after.name"] in stage.other.chat.last.text
    async with stage.bot.services.db.transaction() as tx:
        from bot.handlers.cases.access import addressees

        assert await addressees(tx, await cases.get(tx, case.id)) == [stage.other.id]


async def test_a_code_typed_by_a_stranger_shows_no_more_than_the_name(stage: Stage) -> None:
    async with stage.bot.services.db.transaction() as tx:
        await imported(tx, SCHOOL)
    stage.other.start()
    await stage.pump()
    stage.other.says("/change")
    await stage.pump()
    stage.other.says(SCHOOL.code)
    await stage.pump()
    seen = stage.other.chat.transcript()
    assert SCHOOL.name in seen
    for secret in (SCHOOL.legal_person, SCHOOL.address, SCHOOL.phone):
        assert secret not in seen


async def test_an_old_value_that_the_registry_has_otherwise_is_marked(stage: Stage) -> None:
    told = {"name": COMPANY.name, "code": COMPANY.code, "items": "legal_rep address"}
    told |= {"after.legal_rep": "乙", "after.address": "新址"}
    wrong = {**told, "before.legal_rep": "别人", "before.address": "别处9号"}
    right = {**told, "before.legal_rep": COMPANY.legal_person}
    right["before.address"] = f"山西省{COMPANY.address}"
    marks = []
    async with stage.bot.services.db.transaction() as tx:
        await rows.put(tx, COMPANY, MONDAY)
        for facts in (wrong, right):
            case = await submitted(tx, stage, Kind.CHANGE, **facts)
            marks.append([m for m in case.marks if "登记库里的不一致" in m])
    assert marks == [
        ["填写的原法定代表人与登记库里的不一致", "填写的原地址与登记库里的不一致"],
        [],
    ]
