"""据此提交新增申请: the self-check comes along, as it was shown."""

from bot.cases.kinds import Kind
from bot.cases.self_check import attached
from bot.rules import evaluate
from bot.storage import cases, checks
from tests.cases.samples import submitted
from tests.support import MONDAY, Stage

FACTS = {
    "filing_status": "filed",
    "institution_type": "social_org",
    "filed_occupation_count": 5,
    "evaluated_occupation_count": 3,
}


async def test_the_result_stands_on_the_card_with_the_clauses(stage: Stage) -> None:
    stage.contact.start()
    await stage.pump()
    verdict = evaluate("new_occupation", FACTS)
    async with stage.bot.services.db.transaction() as tx:
        case = await submitted(tx, stage, Kind.NEW_OCCUPATION)
        await checks.attach(tx, case.id, attached(verdict, FACTS, MONDAY.date()))
        case = await cases.get(tx, case.id)
    assert case.check is not None
    assert case.check.label == verdict.label
    assert dict(case.check.facts) == FACTS
    assert "第二十四条第（一）项" in case.check.failed
    stage.clerk.says(f"/find@xinping_demo_bot {case.reference}", in_chat=stage.group)
    await stage.pump()
    shown = stage.group.chat.find(case.reference).text
    assert "自查（2026年11月23日，规则版本" in shown
    assert "不符合：第二十四条第（一）项" in shown
    stage.clerk.presses("自查", in_chat=stage.group)
    await stage.pump()
    assert "✗" in stage.group.chat.last.text or "✗" in stage.group.transcript()
    assert "没有通过核对" not in stage.group.transcript()


async def test_a_run_that_is_anothers_or_unfinished_leads_elsewhere(stage: Stage) -> None:
    stage.contact.start()
    await stage.pump()
    shown = stage.contact.chat.last
    stage.contact.says("/my")
    await stage.pump()
    shown = stage.contact.chat.last
    for data in ("case:from:1", "case:from:x", "case:from:²"):
        stage.contact.presses_button(shown, {"callback_data": data})
        await stage.pump()
        assert "没有找到这次自查" in stage.contact.chat.last.text
