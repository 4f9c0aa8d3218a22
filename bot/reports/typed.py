"""What people type into cells → values. Each raises ValueError with a Chinese sentence."""

from __future__ import annotations

import re
import unicodedata
from datetime import date, datetime, timedelta

from stdnum.cn import uscc
from stdnum.exceptions import InvalidChecksum, InvalidFormat, InvalidLength, ValidationError

from bot.reports.wording import long_date

_DATE = re.compile(
    r"^(\d{4})\s*[年./-]\s*(\d{1,2})\s*[月./-]\s*(\d{1,2})\s*日?(?:\s+0?0:00(:00)?)?$"
)
_COMPACT_DATE = re.compile(r"^(\d{4})(\d{2})(\d{2})$")
_EXCEL_DAY_ZERO = date(1899, 12, 30)


def credit_code(text: str) -> str:
    """The 18 characters, upper case, without spaces."""
    code = re.sub(r"[\s-]", "", unicodedata.normalize("NFKC", text)).upper()
    try:
        return str(uscc.validate(code))
    except InvalidLength:
        raise ValueError(f"应为18位，这里是{len(code)}位") from None
    except InvalidFormat:
        raise ValueError(_odd_characters(code)) from None
    except InvalidChecksum:
        raise ValueError("校验位不对") from None
    except ValidationError:
        raise ValueError("不是统一社会信用代码") from None


def _odd_characters(code: str) -> str:
    odd = [c for c in dict.fromkeys(code) if c not in uscc._alphabet]
    if odd:
        hint = "（字母I、O常是数字1、0之误）" if set(odd) & {"I", "O"} else ""
        return f"含有不会出现的字符“{'”“'.join(odd)}”{hint}"
    return "前8位应为数字"


def day(value: object, today: date) -> date:
    """A date cell, a date in words, or Excel's number of a day; not after `today`."""
    found = _day(value)
    if found > today:
        raise ValueError(f"{long_date(found)}还没有到")
    if found.year < 1949:
        raise ValueError(f"{long_date(found)}太早")
    return found


def _day(value: object) -> date:
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    if isinstance(value, int | float) and float(value).is_integer():
        if 18_000 <= value <= 80_000:
            return _EXCEL_DAY_ZERO + timedelta(days=int(value))
        value = int(value)
    text = unicodedata.normalize("NFKC", str(value)).strip()
    match = _DATE.match(text) or _COMPACT_DATE.match(text)
    if not match:
        raise ValueError(f"看不懂“{text[:20]}”，请写成2024年3月21日或2024-3-21")
    try:
        return date(int(match[1]), int(match[2]), int(match[3]))
    except ValueError:
        raise ValueError(f"没有“{text[:20]}”这一天") from None
