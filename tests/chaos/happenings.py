"""What happens to chats and to time, by nobody in particular."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from bot.simulator.group import Group
from tests.chaos.scene import ChaosStage

DAY = 24 * 3600.0


@dataclass(frozen=True)
class Happening:
    """`weight` against the weights of the deeds; `first`: before what else a round brings."""

    name: str
    weight: float
    do: Callable[[ChaosStage], str]
    first: bool = False


def _later(stage: ChaosStage) -> str:
    hours = stage.chance.choice([0.01, 0.5, 3, 20, 80])
    stage.later(hours=hours)
    stage.bot.worker.wake()
    return f"{hours}小时"


def _standing(stage: ChaosStage) -> str:
    """The bot becomes an administrator (and hears everything), or no longer is one."""
    group = stage.chance.choice([stage.group, stage.others])
    if group.chat.members.get(stage.telegram.bot.id) == "kicked":
        group.adds_bot(stage.telegram.bot)
        return "重新加入"
    act = stage.chance.choice([group.promotes, group.demotes])
    act(stage.telegram.bot)
    return f"{group.title} {act.__name__}"


def _kicked(stage: ChaosStage) -> str:
    """Out of a group; out of the staff's only for a moment."""
    group: Group = stage.chance.choice([stage.group, stage.others])
    group.kicks_bot(stage.telegram.bot)
    if group is stage.group:
        group.adds_bot(stage.telegram.bot)
    return group.title


def _upgraded(stage: ChaosStage) -> str:
    group = stage.chance.choice([stage.group, stage.others])
    if group.chat.type != "group" or stage.received < 300:
        return "没有可升级的群"
    group.upgrades()
    return group.title


def _back(stage: ChaosStage) -> str:
    """Somebody who had stopped the bot starts it again, or only lets it write."""
    blocked = [p for p in stage.people if p.chat.blocked]
    if not blocked:
        return "没有人"
    person = stage.chance.choice(blocked)
    if stage.chance.random() < 0.5:
        person.unblocks()
    else:
        person.start()
    return person.name


def _again(stage: ChaosStage) -> str:
    """Telegram repeats what it has delivered already, as it may do for a day."""
    young = [update for born, update in stage.redelivered if stage.hand() - born < DAY]
    stage.repeated.update(update.update_id for update in young)
    stage.again += young
    return f"{len(young)}件"


HAPPENINGS = (
    Happening("过一段时间", 1.5, _later, first=True),
    Happening("机器人升降职", 0.7, _standing),
    Happening("踢出机器人", 0.3, _kicked),
    Happening("群升级", 0.3, _upgraded),
    Happening("恢复机器人", 2.5, _back),
    Happening("重复投递", 1.0, _again),
)
