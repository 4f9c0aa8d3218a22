"""Questions of the form that are answered by a tap: their words and their options."""

from __future__ import annotations

from dataclasses import dataclass

from bot.cases.institution import KINDS
from bot.cases.kinds import Item
from bot.reports.levels import BEYOND, NUMBERED


@dataclass(frozen=True)
class Choice:
    """A question with options (value, words); `why` says why it is asked."""

    question: str
    options: tuple[tuple[str, str], ...]
    why: str = ""


_KINDS = ("employer_enterprise", "employer_non_enterprise", "vocational_school", "social_org")

CHOICES = {
    "known": Choice("是贵机构吗？", (("yes", "是"), ("no", "不是，我自己填"))),
    "kind": Choice(
        "贵机构是按哪一类备案的？",
        (*((k, KINDS[k]) for k in _KINDS), ("several", "不止一类"), ("unknown", "不清楚")),
        "看备案时的类别，不看营业执照：公司也可能是社会培训评价组织。要交哪些材料与类别有关。",
    ),
    "filed": Choice(
        "贵机构在哪里备案？",
        (
            ("xinzhou", "在忻州市备案"),
            ("elsewhere", "在省里或其他市备案"),
            ("not_filed", "还没有备案，或已退出目录"),
            ("unknown", "不清楚"),
        ),
    ),
    "entity": Choice(
        "单位本身换了没有？",
        (
            ("no", "没换，还是原来的单位"),
            ("yes", "换成了另一个法人单位"),
            ("unknown", "不清楚"),
        ),
        "合并、由别的单位承接，属于换了单位。办法没有写换了单位怎样办，要由工作人员核实。",
    ),
    "school": Choice(
        "贵机构本身是学校吗？例如民办培训学校。",
        (("no", "不是"), ("yes", "是"), ("unknown", "不清楚")),
        "第二十二条第二款写的是「企业或院校还需提供任职文件」，所以问一下。",
    ),
    "place": Choice(
        "这次地址变更属于哪一种？",
        (
            ("here", "登记地址变了，新址在忻州市内"),
            ("away", "登记地址变了，新址不在忻州市内"),
            ("site", "登记地址没变，只搬了评价场地"),
            ("unknown", "不清楚"),
        ),
    ),
}

MULTIPLE = {
    "what": Choice(
        "要变更哪些内容？可以多选，一次办完。",
        tuple((item.value, item.label) for item in Item),
    ),
    "levels": Choice(
        "要新增哪些等级？可以多选。",
        tuple((str(number), words) for number, words in enumerate(NUMBERED)),
    ),
}
_EMPLOYERS = "employer"
_BEYOND = tuple((str(number), words) for number, words in enumerate(BEYOND, start=len(NUMBERED)))


def multiple(step: str, institution_kind: str) -> Choice:
    """第八条第三款 lets 用人单位 set up 特级技师 and 首席技师 as well."""
    found = MULTIPLE[step]
    if step == "levels" and institution_kind.startswith(_EMPLOYERS):
        return Choice(found.question, (*found.options, *_BEYOND))
    return found
