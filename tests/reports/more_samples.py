"""More invented content, for the pictures: three changes at once, a page of cases."""

from datetime import timedelta
from typing import Any

from bot.cases.workdays import workdays_between
from bot.reports.data import CaseLine, Change
from tests.reports.samples import (
    COLLEGE_CODE,
    COMPANY_CODE,
    NOON,
    SCHOOL,
    SCHOOL_CODE,
    application,
)

THREE_AT_ONCE: dict[str, Any] = {
    "institution": "忻州示例职业技术学院（虚构）",
    "credit_code": COLLEGE_CODE,
    "kind": "职业院校（含技工院校）",
    "changes": (
        *application.changes,
        Change("机构名称", "忻州示例职业技术学院（虚构）", "忻州示例职业大学（虚构）"),
    ),
    "materials": (
        "变更后法人身份证复印件",
        "任职文件",
        "地址变更依据",
        "变更后地址相关资质",
        "机构名称变更依据",
        "变更后机构名称相关资质",
    ),
    "reason": "上级任命示例乙为院长；学院升格更名，整体迁入新校区。",
    "reference": "忻变-2026-9DTV",
}


def many() -> tuple[CaseLine, ...]:
    """A page of cases of all kinds and states."""
    subjects = ("法人变更", "组合变更（法人、地址）", "地址变更", "新增职业（工种）", "新增等级")
    kinds = ("社会培训评价组织", "用人单位（企业）", "职业院校（含技工院校）")
    names = (SCHOOL, "忻州示例煤机制造有限公司（虚构）", "忻州示例职业技术学院（虚构）")
    codes = (SCHOOL_CODE, COMPANY_CODE, COLLEGE_CODE)
    found = []
    for n in range(14):
        at, closed = NOON - timedelta(days=150 - 10 * n, hours=n % 5), n < 10
        done = at + timedelta(days=3 + n % 4)
        found.append(
            CaseLine(
                reference=f"忻{'变变变职级'[n % 5]}-2026-{'34679ACDEFGHJK'[n]}7K3",
                procedure=subjects[n % 5],
                institution=names[n % 3],
                credit_code=codes[n % 3],
                kind=kinds[n % 3],
                state="待补正" if n == 11 else "办结" if closed else "受理",
                assignee=("示例丁", "示例戊")[n % 2],
                submitted_at=at,
                accepted_at=at + timedelta(days=1, hours=1) if n != 13 else None,
                closed_at=done if closed else None,
                workdays=workdays_between(at, done).days if closed else None,
                reported_in="2026年第三季度" if n < 8 and n % 5 < 3 else "",
                note="材料齐，登记库已更新。" if closed and n % 5 < 3 else "",
            )
        )
    return tuple(found)
