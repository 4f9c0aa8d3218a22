"""Words and ways of writing that all reports share."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

SHANGHAI = ZoneInfo("Asia/Shanghai")

CENTRE = "忻州市职业技能服务中心"
DOCUMENT_NUMBER = "忻人社办发〔2024〕2号"
MEASURES = "《忻州市职业技能等级评价机构管理办法》"
MEASURES_VERSION = "（2024年修订版）"
BASIS = f"{MEASURES}{MEASURES_VERSION}（{DOCUMENT_NUMBER}）"

SELF_CHECK_FOOTER = (
    f"本结果只按{DOCUMENT_NUMBER}的文字和您填写的情况自查，不是受理或批准。"
    f"待核实事项请向{CENTRE}或市人社局职业能力建设科核实。"
    "文件没有写明的时限、费用、表格，本工具不作答复。"
)
"""Fixed: what a self-check is and is not."""

DATE_BLANK = "　　　　年　　月　　日"
"""Room to write a date by hand."""


def long_date(day: date) -> str:
    """2026年11月23日: no leading zeros, as in official documents."""
    if isinstance(day, datetime):
        day = local(day).date()
    return f"{day.year}年{day.month}月{day.day}日"


def moment(at: datetime) -> str:
    """2026年11月23日 14:05, in Shanghai time."""
    at = local(at)
    return f"{long_date(at.date())} {at:%H:%M}"


def local(at: datetime) -> datetime:
    """The moment on a clock in Shanghai. Raises ValueError for a time without a zone."""
    if at.tzinfo is None:
        raise ValueError(f"时间没有时区：{at.isoformat()}")
    return at.astimezone(SHANGHAI)


def listed(words: tuple[str, ...]) -> str:
    """法人、地址、机构名称."""
    return "、".join(words)
