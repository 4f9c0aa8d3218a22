"""The written application of 第二十二条第二款, filled in, to be signed and sealed.

The Measures ask for it when the 法人 changes and print no form for it; for 地址 and 机构名称
they do not mention one. The paper says both, so that nobody takes it for a prescribed form.
"""

from __future__ import annotations

from bot.reports.clean import lines
from bot.reports.data.application import LEGAL_PERSON, Application, Change
from bot.reports.paper import BODY, HEADING, LETTER, NOTE, TITLE, Align, Paper, say
from bot.reports.paper_table import Cell, table
from bot.reports.wording import BASIS, CENTRE, DATE_BLANK, listed, long_date


def application(content: Application) -> bytes:
    """The Word file. Raises ValueError when there is no change to apply for."""
    if not content.changes:
        raise ValueError("书面申请至少要有一项变更")
    items = tuple(dict.fromkeys(change.item for change in content.changes))
    title = _title(items)
    paper = Paper(f"{content.institution}{title}", LETTER, content.prepared_on)
    paper.page_numbers()
    paper.write(title, TITLE, Align.CENTRE, after=10)
    paper.write(f"{CENTRE}：", align=Align.LEFT)
    _opening(paper, content, items)
    _heading(paper, "一、变更事项", after=3)
    _changes(paper, content.changes)
    _heading(paper, "二、变更原因", before=8)
    for line in lines(content.reason or "（未填写）"):
        paper.write(line, indent=2)
    _heading(paper, "三、所附材料")
    for number, line in enumerate(content.materials, start=1):
        paper.write(f"{number}. {line}", indent=2)
    if not content.materials:
        paper.write("（未列）", indent=2)
    contact = f"四、联系方式：{content.contact}　{content.phone}"
    paper.write(contact, indent=2, keep=True)
    paper.write("特此申请。", indent=2, after=8, keep=True)
    for line in ("申请机构（盖章）：", "法定代表人（签字）："):
        paper.write(line, left=13, align=Align.LEFT, keep=True)
    paper.write(f"日期：{DATE_BLANK}", left=13, align=Align.LEFT, after=8, keep=True)
    _what_this_paper_is(paper, content, items)
    return paper.save()


def _title(items: tuple[str, ...]) -> str:
    """One line of 二号 holds 18 characters; a longer one gives way to the words of 第五章."""
    title = f"关于{listed(items)}变更的申请"
    if len(title) <= 18:
        return title
    return f"关于{'法人及' if LEGAL_PERSON in items else ''}备案信息变更的申请"


def _opening(paper: Paper, content: Application, items: tuple[str, ...]) -> None:
    # Not justified: the code is one long word and would tear the line before it apart.
    start = f"我单位为{content.institution}，统一社会信用代码"
    paragraph = paper.write(start, align=Align.LEFT, indent=2)
    say(paragraph, content.credit_code, BODY, verbatim=True)
    say(
        paragraph,
        f"，机构类型为{content.kind}。现申请办理{listed(items)}变更，有关情况如下：",
        BODY,
    )


def _heading(paper: Paper, words: str, before: float = 0, after: float = 0) -> None:
    paper.write(words, HEADING, indent=2, before=before, after=after, keep=True)


def _changes(paper: Paper, changes: tuple[Change, ...]) -> None:
    rows = [
        (
            Cell(f"{c.item}\n（{c.detail}）" if c.detail else c.item, Align.CENTRE),
            c.before or "—",
            c.after or "—",
        )
        for c in changes
    ]
    table(paper, (30, 63, 63), rows, head=("变更事项", "变更前", "变更后"))


def _what_this_paper_is(paper: Paper, content: Application, items: tuple[str, ...]) -> None:
    words = (
        f"说明：本件由“忻评助手”按申请机构填写的内容排版，内容由申请机构负责。{BASIS}"
        "没有规定申请的统一格式，本件不是官方表格。"
    )
    if set(items) != {LEGAL_PERSON}:
        words += (
            "第二十二条第二款写明法人变更“需提供书面申请材料，写明变更原因”；"
            "对地址、机构名称和其他备案信息的变更，该条没有写明要书面申请。"
        )
    number = f"办件编号：{content.reference}。" if content.reference else ""
    note = paper.write(f"{words}{number}排版日期：{long_date(content.prepared_on)}。", NOTE)
    note.paragraph_format.keep_together = True
