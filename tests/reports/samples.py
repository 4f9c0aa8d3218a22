"""Invented institutions and cases; nothing here exists."""

from datetime import UTC, date, datetime, timedelta

from bot.reports.data import (
    Application,
    CaseSummary,
    Change,
    ChangedItem,
    ClauseRow,
    CompletedChange,
    Event,
    Material,
    MonthFigures,
    Outcome,
    Quarter,
    QuarterList,
    SelfCheck,
    Statistics,
    StoredFile,
    TypeFigures,
)

TODAY = date(2026, 11, 23)
NOON = datetime(2026, 11, 23, 4, 5, tzinfo=UTC)
SCHOOL = "忻州示例职业培训学校（虚构）"
SCHOOL_CODE = "52140900MJ00000011"
COLLEGE_CODE = "12140900MB0000001N"
COMPANY_CODE = "91140900MA0XXXXX1Y"

application = Application(
    institution=SCHOOL,
    credit_code=SCHOOL_CODE,
    kind="社会培训评价组织",
    changes=(
        Change("法人", "示例甲", "示例乙"),
        Change("地址", "忻州市示例路1号", "忻州市示例路26号示例大厦三层301室"),
    ),
    reason="原法定代表人示例甲任期届满，经理事会选举，由示例乙接任；原办学场地租期届满，迁至新址。",
    materials=(
        "变更后法人身份证复印件",
        "地址变更依据",
        "变更后地址相关资质",
    ),
    contact="示例丙",
    phone="0350-0000000",
    prepared_on=TODAY,
    reference="忻变-2026-7K3M",
)

self_check = SelfCheck(
    subject="新增职业（工种）",
    overall="不符合",
    overall_reason="有1项按任何一种读法都不符合，另有1项要由服务中心答复。",
    clauses=(
        ClauseRow(
            "第二十四条第（一）项",
            "开展认定评价的职业（工种）达到备案职业（工种）的三分之二的覆盖面",
            "备案6个，已开展3个",
            Outcome.FAILED,
            "不符合",
            "3×3＝9，小于2×6＝12。“达到”含本数。",
            "还需再开展至少1个职业（工种）",
        ),
        ClauseRow(
            "第二十五条",
            "对市域内已备案机构中相关职业（工种）布局已达到三分之二覆盖面的，"
            "不予新增职业（工种）。",
            "不清楚",
            Outcome.UNKNOWN,
            "待核实",
            "只有主管部门能答复，本工具不推算。",
            "向忻州市职业技能服务中心询问并记下答复人和日期",
        ),
        ClauseRow(
            "第二十四条第（一）项",
            "认定评价工作推进有序",
            "是",
            Outcome.MET,
            "自述具备",
            "由主管部门判断。",
        ),
        ClauseRow(
            "第二十四条第（二）项",
            "具有与所申请职业（工种）相应的专家队伍、考评人员、专职工作人员、内部督导人员，"
            "特别是要具有一定数量的题库资源储备",
            "专家队伍、考评人员、专职工作人员、内部督导人员、题库：都有",
            Outcome.MET,
            "符合",
            "文件没有规定人数和题量。",
        ),
        ClauseRow(
            "第二十四条第（三）项",
            "自有与所申请职业（工种）相适应的理论、实操场地",
            "自有",
            Outcome.MET,
            "符合",
        ),
        ClauseRow(
            "第二十六条",
            "社会培训评价组织备案的职业（工种）原则上不超过5个",
            "—",
            Outcome.NOT_APPLICABLE,
            "不适用",
            "本条只对社会培训评价组织。",
        ),
    ),
    answers=(
        ("机构是哪一类？", "用人单位"),
        ("想新增哪个职业（工种）？", "示例工（虚构）"),
        ("该职业（工种）属于水平评价类吗？", "是"),
        ("现在备案了多少个职业（工种）？", "6"),
        ("备案以来实际组织过至少一次评价的有多少个？", "3"),
        ("有没有违法违规、失信等不良行为记录？", "没有"),
        ("市内该职业（工种）布局是否已达到三分之二？", "不清楚"),
    ),
    checked_on=TODAY,
    rules_version="2026.11.1",
    institution="忻州示例煤机制造有限公司（虚构）",
    credit_code=COMPANY_CODE,
    kind="用人单位（企业）",
    reference="自查-2026-4HWP",
)

case = CaseSummary(
    reference="忻变-2026-7K3M",
    procedure="组合变更（法人、地址）",
    institution=SCHOOL,
    credit_code=SCHOOL_CODE,
    kind="社会培训评价组织",
    state="办结",
    changes=application.changes,
    reason=application.reason,
    materials=(
        Material(
            "书面申请材料（写明变更原因）",
            "已交",
            (StoredFile("书面申请（盖章）.pdf", 348_211, NOON - timedelta(days=9), "3f9a" * 16),),
        ),
        Material(
            "变更后法人身份证复印件",
            "已交",
            (StoredFile("照片1.jpg", 1_820_113, NOON - timedelta(days=9), "77c0" * 16),),
        ),
        Material(
            "地址变更依据",
            "已交",
            (
                StoredFile("租赁合同.pdf", 5_120_448, NOON - timedelta(days=9), "a01b" * 16),
                StoredFile("理事会决议.pdf", 731, NOON - timedelta(days=4), "b2d4" * 16),
            ),
        ),
        Material("变更后地址相关资质", "无法提供", (), "原因：新证正在换发"),
    ),
    events=(
        Event(NOON - timedelta(days=9), "提交", "机构联系人 示例丙"),
        Event(NOON - timedelta(days=8, hours=2), "领取", "工作人员 示例丁"),
        Event(
            NOON - timedelta(days=7),
            "要求补正",
            "工作人员 示例丁",
            "地址变更依据：请补充理事会决议（第二十二条第三款）",
        ),
        Event(NOON - timedelta(days=4), "重新提交", "机构联系人 示例丙"),
        Event(NOON - timedelta(days=3), "受理", "工作人员 示例丁"),
        Event(NOON, "办结", "工作人员 示例戊", "材料齐，已更新登记信息"),
    ),
    result="2026年11月23日办结。登记信息已更新：法人、地址。",
    rules_version="2026.11.1",
    printed_at=NOON,
    contact="示例丙",
    chain="9d1c" * 16,
)

quarter = QuarterList(
    quarter=Quarter(2026, 4),
    prepared_on=date(2027, 1, 4),
    changes=(
        CompletedChange(
            "忻变-2026-7K3M",
            SCHOOL,
            SCHOOL_CODE,
            "社会培训评价组织",
            (
                ChangedItem("法人", "示例甲", "示例乙"),
                ChangedItem("地址", "忻州市示例路1号", "忻州市示例路26号示例大厦三层301室"),
            ),
            application.reason,
            date(2026, 11, 20),
            date(2026, 11, 23),
        ),
        CompletedChange(
            "忻变-2026-2QRN",
            "忻州示例煤机制造有限公司（虚构）",
            COMPANY_CODE,
            "用人单位",
            (
                ChangedItem(
                    "机构名称", "忻州示例煤机厂（虚构）", "忻州示例煤机制造有限公司（虚构）"
                ),
            ),
            "改制",
            date(2026, 9, 25),
            date(2026, 9, 29),
        ),
        CompletedChange(
            "忻变-2026-9DTV",
            "忻州示例技工学校（虚构）",
            COLLEGE_CODE,
            "职业院校",
            (ChangedItem("法人", "示例己", "示例庚"),),
            '=HYPERLINK("http://示例")（填写人原文，按文字保存）',
            date(2026, 12, 1),
            date(2026, 12, 4),
        ),
    ),
)

statistics = Statistics(
    months=tuple(
        MonthFigures(2025 if month == 12 else 2026, month, received, still_open, median)
        for month, received, still_open, median in (
            (12, 4, 0, 6),
            (1, 7, 0, 5),
            (2, 2, 0, 7.5),
            (3, 11, 0, 6),
            (4, 9, 0, 5),
            (5, 6, 0, 4.5),
            (6, 13, 1, 4),
            (7, 8, 0, 5),
            (8, 0, 0, None),
            (9, 10, 1, 4),
            (10, 12, 3, 3.5),
            (11, 9, 6, 3),
        )
    ),
    types=(
        TypeFigures("法人变更", 31, 3, 4),
        TypeFigures("地址变更", 22, 2, 4.5),
        TypeFigures("机构名称变更", 9, 1, 5),
        TypeFigures("组合变更", 8, 1, 6),
        TypeFigures("其他备案信息变更", 3, 0, 3),
        TypeFigures("新增职业（工种）", 12, 3, 9.5),
        TypeFigures("新增等级", 6, 1, 8),
    ),
    received=91,
    open=11,
    median_workdays=4.5,
    as_of=TODAY,
    title="办件统计（示例数据，均为虚构）",
)
