"""The invented people of the demo."""

from __future__ import annotations

from bot.simulator.demo import DemoCast, Hint, Seat, Side
from bot.simulator.server import TelegramServer

STAFF_GROUP = "评价机构办件群（演示）"


def cast(server: TelegramServer) -> DemoCast:
    """Three contacts of invented institutions, two invented clerks and their group."""
    contacts = [
        Seat(server.person("张文", role="机构"), "晨光职业技术学校（虚构）"),
        Seat(server.person("李敏", role="机构"), "云岭机械有限公司（虚构）"),
        Seat(server.person("郝亮", role="机构"), "启航职业培训学校（虚构）"),
    ]
    clerks = [
        Seat(server.person("王芳", role="工作人员"), "职业技能服务中心（演示）"),
        Seat(server.person("赵强", role="工作人员"), "职业技能服务中心（演示）"),
    ]
    group = server.group(STAFF_GROUP, [seat.person for seat in clerks])
    left = Side(
        "机构",
        contacts,
        hint_title="第一次来？可以这样试",
        hints=(
            Hint("换法人要带什么材料", "换法人要带什么材料"),
            Hint("法人变更几天能办完（办法没写）", "法人变更几天能办完"),
            Hint("备了6个只开了3个，能再加一个吗", "备了6个只开了3个，能再加一个吗"),
            Hint("做一次自查", "/check"),
            Hint("报一件法人变更", "/change"),
        ),
    )
    right = Side(
        "工作人员",
        clerks,
        [group],
        hint_title="这边是工作群",
        hints=(
            Hint("机构提交后，这里会出现办件卡片，点按钮办理", "", fill_only=True),
            Hint("看待办", "/queue"),
        ),
        opens_group=True,
    )
    return DemoCast(left, right, about="左边是机构联系人，右边是服务中心的工作群")
