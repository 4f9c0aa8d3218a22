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
    "草稿",
    "不交，下一步",
    "稍后补",
    "据此提交",
    "要一份 Word",
    "首次申报自查",
    "新增等级自查",
    "变更材料自查",
    "申请新增",
    "报变更",
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
_AWAY = (
    "上一步",
    "保存退出",
    "为什么问",
    "首页",
    "放弃",
    "清掉",
    "不问了",
    "换一家",
    "先要一份",
)
_STARTS = ("/change", "/change", "/add", "/check", "/my", "/person")


def errand(stage: ChaosStage, person: Person, group: Group | None) -> str:
    """One sensible step of somebody who wants something."""
    if group is stage.group and person in stage.staff:
        return _desk(stage, person, group)
    shown = stage.recent(person.chat, 1)
    asked = "".join(message.text for message in shown)
    if any(words in asked for words in _WANTS_FILE) and stage.chance.random() < 0.7:
        person.sends_document(f"材料{stage.chance.randrange(9)}.pdf", _PAPER)
        return "传材料"
    if "步，共" in asked and not any(_answers(b) for m in shown for b in _buttons(m)):
        said = forms.fitting(stage.chance, asked, stage.tokens.get(person.id, "员"))
        person.says(said)
        return said
    if stage.chance.random() < 0.1:
        return _start(stage, person)
    return _onwards(stage, person, shown, _ONWARDS) or _start(stage, person)


def _desk(stage: ChaosStage, clerk: Person, group: Group) -> str:
    shown = stage.recent(group.chat, 12)
    asking = [m for m in shown[-4:] if m.text.endswith("请回复本条消息。") and clerk.name in m.text]
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
        found = _has([message], wanted) or [b for b in _buttons(message) if _answers(b)]
        if not found:
            continue
        button = found[0] if stage.chance.random() < 0.4 else stage.chance.choice(found)
        person.presses_button(message, button)
        return f"［{button['text'][:20]}］{button.get('callback_data')!r}"
    return None


def _start(stage: ChaosStage, person: Person) -> str:
    said = stage.chance.choice(_STARTS)
    person.says(said)
    return said


def _has(shown: list[Message], wanted: tuple[str, ...]) -> list[JsonDict]:
    """What begins with a wanted word, the most wanted first."""
    found = [b for m in shown for b in _buttons(m) if b["text"].startswith(wanted)]
    return sorted(found, key=lambda b: [b["text"].startswith(w) for w in wanted].index(True))


def _answers(button: JsonDict) -> bool:
    """Whether it answers a question of a form or a self-check, rather than leads elsewhere."""
    inside = button.get("callback_data", "").startswith(("c:", "case:"))
    return inside and not button["text"].startswith(_AWAY)


def _buttons(message: Message) -> list[JsonDict]:
    return [button for row in message.inline_keyboard for button in row]


ERRANDS = (Deed("办事", 60, errand),)
