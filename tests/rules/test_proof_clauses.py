"""Each clause passes, fails and is unknown somewhere, and can decide a check alone.

What this does not prove: that the statuses are the right ones; the scenarios say that.
"""

import pytest

from bot.rules import PROCEDURES, Status, evaluate
from tests.rules.cases import MET
from tests.rules.search import statuses

NEVER_FAILS = {
    "first_filing": {
        "要开展的评价": "另两种评价由服务中心实施：不适用，不是不符合",
        "备案情况": "已经备案：不适用，不是不符合",
        "机构类别": "第三条写「主要包括」，不在其中的只能待核实",
        "退出过目录": "没有写不得再申报",
        "全市布局": "首次申报是否适用没有写明",
        "不超过5个": "首次申报是否适用没有写明",
    },
    "new_occupation": {
        "要开展的评价": "另两种评价：不适用",
        "备案情况": "没有备案：不适用",
        "备案地": "没有写明",
        "这个职业（工种）是否已在备案范围内": "已备案：不适用",
        "一人兼任两种角色": "没有写明",
    },
    "new_level": {
        "要开展的评价": "另两种评价：不适用",
        "备案情况": "没有备案：不适用",
        "备案地": "没有写明",
        "这个职业（工种）是否已在备案范围内": "没有备案：不适用",
        "拟新增的等级": "五个级别之外没有写可以，也没有写不可以",
        "一人兼任两种角色": "没有写明",
        "人员和题库也覆盖新增的等级": "没有写等级",
    },
    "change": {
        "备案情况": "没有备案：不适用",
        "备案地": "没有写由谁受理",
        "受理单位": "提醒交到哪里，不算缺材料",
        "法人主体不变": "没有写",
        "只换法定代表人": "没有写",
        "新地址在忻州市内": "没有写",
        "变更事项": "没有填写时待核实",
        "改其他备案信息": "没有列材料",
        "改机构类别": "没有写",
        "换法定代表人": "是否变更，不是条件",
        "改地址": "是否变更，不是条件",
        "变更的是登记地址": "没有写明",
        "改机构名称": "是否变更，不是条件",
    },
    "duties": {
        "备案情况": "没有备案：不适用",
        "评价方式": "只用一种方式的怎样算没有写",
        "发的都是职业技能等级证书": "第十九条与第三条写法不一致",
    },
}
"""The clauses that can be open but never failed, and why."""

NEVER_OPEN = {("new_occupation", "要开展的评价"), ("new_level", "要开展的评价")}
"""Who asks for an addition has been filed for 职业技能等级认定: not asking leaves nothing open."""

NEVER_MET = {
    ("first_filing", "退出过目录"),
    ("first_filing", "全市布局"),
    ("new_occupation", "备案地"),
    ("new_level", "备案地"),
    ("change", "变更事项"),
    ("change", "改其他备案信息"),
    ("change", "改机构类别"),
    ("change", "换法定代表人"),
    ("change", "改地址"),
    ("change", "变更的是登记地址"),
    ("change", "改机构名称"),
}
"""They raise a doubt or do not concern the case; there is nothing to be had."""

NEVER_ALONE = {("change", "法人主体不变"), ("change", "只换法定代表人")}
"""第十一条 and 第二十二条第二款 ask about the same answer: both open together."""

KEYS = [
    pytest.param(key, id=f"{key[0]} {PROCEDURES[key[0]].clauses[key[1]].title}")
    for key in statuses()
]


def named(key: tuple[str, int]) -> tuple[str, str]:
    return key[0], PROCEDURES[key[0]].clauses[key[1]].title


@pytest.mark.parametrize("key", KEYS)
def test_a_clause_fails_and_can_decide_alone_that_the_word_is_ineligible(
    key: tuple[str, int],
) -> None:
    explained = named(key)[1] in NEVER_FAILS[key[0]]
    seen = {status for status, _ in statuses()[key]}
    assert (Status.FAILED in seen) is not explained
    assert explained or (Status.FAILED, True) in statuses()[key]


@pytest.mark.parametrize("key", KEYS)
def test_a_clause_is_open_and_can_decide_alone_that_the_word_is_needs_review(
    key: tuple[str, int],
) -> None:
    seen = {status for status, _ in statuses()[key]}
    assert (Status.OPEN in seen) is (named(key) not in NEVER_OPEN)
    alone = named(key) not in NEVER_OPEN | NEVER_ALONE
    assert ((Status.OPEN, True) in statuses()[key]) is alone


@pytest.mark.parametrize("key", KEYS)
def test_a_clause_is_met_somewhere(key: tuple[str, int]) -> None:
    seen = {status for status, _ in statuses()[key]}
    assert (Status.MET in seen) is (named(key) not in NEVER_MET)


@pytest.mark.parametrize(
    ("procedure", "who"), [(p, who) for p, cases in MET.items() for who in cases]
)
def test_the_starting_points_are_met_in_full(procedure: str, who: str) -> None:
    verdict = evaluate(procedure, MET[procedure][who])
    assert (verdict.failed, verdict.unknown) == ((), ())
    assert verdict.word == "eligible"


def test_every_check_ends_in_each_of_its_four_words() -> None:
    for key, procedure in PROCEDURES.items():
        seen = {status for k, found in statuses().items() if k[0] == key for status, _ in found}
        assert {Status.FAILED, Status.OPEN, Status.WRONG_PROCEDURE} <= seen, procedure.name
