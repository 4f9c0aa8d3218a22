"""Questions of the form that are answered in words: what is asked, and how it is read."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from bot.cases import institution
from bot.cases.kinds import Item

LONG, SHORT = 500, 120


@dataclass(frozen=True)
class Prompt:
    """`read` gives the facts to be stored. Raises institution.WrongWords.

    `quick` are answers by a tap: (value in the button, words on it).
    """

    question: str
    read: Callable[[str], Mapping[str, str]]
    hint: str = ""
    quick: tuple[tuple[str, str], ...] = ()


def _plain(step: str, what: str, most: int = SHORT) -> Callable[[str], Mapping[str, str]]:
    return lambda words: {step: institution.value(words, most, what)}


def _code(words: str) -> Mapping[str, str]:
    code = institution.code(words)
    return {"code": code, "form": institution.form_of(code)}


def _contact(words: str) -> Mapping[str, str]:
    person, phone = institution.contact(words)
    return {"contact": person, "phone": phone}


_BEFORE_AFTER = {
    Item.LEGAL_REP: (
        "原来的法定代表人是谁？",
        "新的法定代表人是谁？",
        "只写姓名，不要写身份证号。",
    ),
    Item.ADDRESS: ("原来的地址是哪里？", "新的地址是哪里？", "请写到门牌号。"),
    Item.NAME: ("原来的机构名称是什么？", "新的机构名称是什么？", "请写全称。"),
    Item.OTHER: ("原来登记的内容是什么？", "要改成什么？", ""),
}

PROMPTS: dict[str, Prompt] = {
    "code": Prompt(
        "请发贵机构的统一社会信用代码。",
        _code,
        "18位，在营业执照或法人登记证书上。机构信息只填一次，以后会记住。",
    ),
    "name": Prompt(
        "请发机构全称。", lambda words: {"name": institution.name(words)}, "和登记证照上的一样。"
    ),
    "contact": Prompt(
        "请发联系人姓名和电话，写在一行。",
        _contact,
        "例如：张文 13800000000。办理情况会在这里通知。",
    ),
    "detail.other": Prompt(
        "要改哪一项备案信息？",
        _plain("detail.other", "要改的备案信息", 30),
        "请写名称，例如：开户银行。办法没有列出这类变更要交哪些材料，提交后由工作人员核实。",
        (("category", "机构类别"),),
    ),
    "reason": Prompt("请写变更原因。", _plain("reason", "原因", LONG), "一两句话就行，最多500字。"),
    "occupation": Prompt(
        "要新增哪个职业（工种）？", _plain("occupation", "职业（工种）名称", 40), "请写名称。"
    ),
    "swap": Prompt(
        "打算换出哪些已备案的职业（工种）？",
        _plain("swap", "职业（工种）名称", SHORT),
        "第二十六条写明社会培训评价组织需要新增的，「按照以旧换新的办法调整」。",
        (("none", "不换出"),),
    ),
    **{
        f"before.{item}": Prompt(before, _plain(f"before.{item}", "原来的内容"), hint)
        for item, (before, _, hint) in _BEFORE_AFTER.items()
    },
    **{
        f"after.{item}": Prompt(after, _plain(f"after.{item}", "新的内容"), hint)
        for item, (_, after, hint) in _BEFORE_AFTER.items()
    },
}
PROMPTS["before.name"] = Prompt(
    _BEFORE_AFTER[Item.NAME][0],
    _plain("before.name", "原来的内容"),
    "请写全称。",
    (("same", "就是前面填的机构名称"),),
)
PROMPTS["before.legal_rep"] = Prompt(
    _BEFORE_AFTER[Item.LEGAL_REP][0],
    _plain("before.legal_rep", "原来的内容"),
    "只写姓名，不要写身份证号。",
)

ADDITION_REASON = Prompt(
    "请写申请说明。",
    _plain("reason", "说明", LONG),
    "例如为什么要新增、现有条件怎样，最多500字。",
)


def quick_value(step: str, value: str, facts: Mapping[str, str]) -> str | None:
    """What a tapped answer stands for; None for one that does not exist."""
    found = {
        ("detail.other", "category"): "机构类别",
        ("swap", "none"): "不换出",
        ("before.name", "same"): facts.get("name", ""),
    }
    return found.get((step, value)) or None
