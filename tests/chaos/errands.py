"""People who mean it: they bring requests to the end, and staff decide on them.

Without them noise alone would hardly ever reach a submitted case.
"""

from __future__ import annotations

from bot.simulator import Message, Person
from bot.simulator.group import Group
from bot.simulator.wire.jsontypes import JsonDict
from tests.chaos import forms
from tests.chaos.deeds import Deed
from tests.chaos.scene import ChaosStage

_PAPER = b"%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n"
_WANTS_FILE = ("请直接发照片", "请发照片", "再发一次", "重新发")
_ONWARDS = (
    "提交",
    "重新提交",
    "确定",
    "核对无误",
    "交齐了",
    "选好了",
    "这是要填写的内容",
    "接着填",
    "接着办",
    "去补正",
    "另填一份",
    "☐",
    "没换",
    "在忻州市备案",
    "社会培训评价组织",
    "▫️",
)
_STAFF = (
    "领取",
    "受理",
    "要求补正",
    "发出",
    "确定",
    "用：",
    "办结",
    "不予办理",
    "☐",
    "材料",
    "备注",
)
_STARTS = ("/change", "/add", "/check", "/my", "/person")


def errand(stage: ChaosStage, person: Person, group: Group | None) -> str:
    """One sensible step of somebody who wants something."""
    if group is stage.group and person in stage.staff:
        return _desk(stage, person, group)
    shown = stage.recent(person.chat, 3)
    asked = "\n".join(message.text for message in shown[-1:])
    if any(words in asked for words in _WANTS_FILE) and stage.chance.random() < 0.7:
        person.sends_document(f"材料{stage.chance.randrange(9)}.pdf", _PAPER)
        return "传材料"
    words_wanted = "请发" in asked or "请写" in asked or asked.rstrip().endswith(("？", "填。"))
    if words_wanted and (not _has(shown, _ONWARDS) or stage.chance.random() < 0.5):
        said = forms.fitting(stage.chance, asked, stage.tokens.get(person.id, "员"))
        person.says(said)
        return said
    return _onwards(stage, person, shown, _ONWARDS) or _start(stage, person)


def _desk(stage: ChaosStage, clerk: Person, group: Group) -> str:
    shown = stage.recent(group.chat, 10)
    asking = [m for m in shown if m.text.endswith("请回复本条消息。") and clerk.name in m.text]
    if asking and stage.chance.random() < 0.6:
        clerk.replies(asking[-1], forms.fitting(stage.chance, asking[-1].text, "员"))
        return "回复要写的话"
    shown = stage.chance.sample(shown, len(shown))
    done = _onwards(stage, clerk, shown, _STAFF)
    if done is None:
        clerk.says(stage.chance.choice(["/queue", "/questions"]), in_chat=group)
    return done or "看待办"


def _onwards(
    stage: ChaosStage, person: Person, shown: list[Message], wanted: tuple[str, ...]
) -> str | None:
    for message in reversed(shown):
        found = _has([message], wanted)
        if found:
            button = stage.chance.choice(found)
        elif choices := [b for b in _buttons(message) if _choice(b)]:
            button = stage.chance.choice(choices)
        else:
            continue
        person.presses_button(message, button)
        return f"［{button['text'][:20]}］{button.get('callback_data')!r}"
    return None


def _start(stage: ChaosStage, person: Person) -> str:
    said = stage.chance.choice(_STARTS)
    person.says(said)
    return said


def _has(shown: list[Message], wanted: tuple[str, ...]) -> list[JsonDict]:
    return [b for m in shown for b in _buttons(m) if b["text"].startswith(wanted)]


def _choice(button: JsonDict) -> bool:
    """Whether it answers a question of a form or a self-check, rather than leads elsewhere."""
    away = ("上一步", "保存退出", "为什么问", "首页", "放弃", "清掉", "不问了")
    mine = ("c:", "case:")
    return button.get("callback_data", "").startswith(mine) and not button["text"].startswith(away)


def _buttons(message: Message) -> list[JsonDict]:
    return [button for row in message.inline_keyboard for button in row]


ERRANDS = (Deed("办事", 60, errand),)
