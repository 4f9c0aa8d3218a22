"""The centre's own settings (本中心设定): working days after which somebody is reminded.

None of them stands in the Measures, and no institution is told that it does.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta


@dataclass(frozen=True)
class Limit:
    """A number of working days that staff may change in the chat; 0 switches it off."""

    key: str
    words: str
    default: int
    most: int = 60


UNCLAIMED = Limit("unclaimed", "提交后满多少个工作日没人领取，要提醒", 1)
OPEN = Limit("open", "在办满多少个工作日，列为超期", 10)
CORRECTION = Limit("correction", "要求补正后满多少个工作日没有回音，提醒机构一次", 5)
LIMITS = {limit.key: limit for limit in (UNCLAIMED, OPEN, CORRECTION)}

KEEP_ATTACHMENTS = timedelta(days=3 * 365)
"""Attachments are deleted so long after a case is closed; what was done stays on record.

A setting of the centre. 第二十条第二款 speaks of the records of evaluations, not of these.
"""
DAILY_AT = (8, 40)
"""Hour and minute in Beijing at which the digest comes on working days."""
