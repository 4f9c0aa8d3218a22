"""The reports as the bot asks for them: each made in a process of its own.

`await make.application(content)` and so on; importing this module loads no Office library.
Everything raises ValueError for content that cannot be printed, in Chinese, and
ReportFailedError when the child fails or takes too long.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from bot.reports.data import (
    Application,
    CaseLine,
    CaseSummary,
    QuarterList,
    RegisteredInstitution,
    RegistryReading,
    SelfCheck,
    Statistics,
)
from bot.reports.worker import TIMEOUT, in_process

LONG = 600.0
"""Seconds for a table of all cases."""


async def application(content: Application) -> bytes:
    """书面申请, docx."""
    return await _file("application", "application", content)


async def verdict(content: SelfCheck) -> bytes:
    """自查结果, docx."""
    return await _file("verdict", "verdict", content)


async def case_summary(content: CaseSummary) -> bytes:
    """办件记录, docx."""
    return await _file("case_summary", "case_summary", content)


async def quarter_list(content: QuarterList) -> bytes:
    """季度变更报备清单, xlsx."""
    return await _file("quarter", "quarter_list", content)


async def cases_table(cases: Iterable[CaseLine], prepared_on: date) -> bytes:
    """办件一览, xlsx."""
    return await _file("cases_table", "cases_table", tuple(cases), prepared_on, seconds=LONG)


async def write_registry(rows: Sequence[RegisteredInstitution], prepared_on: date) -> bytes:
    """登记表, xlsx; without rows the template."""
    return await _file("registry_template", "write_registry", tuple(rows), prepared_on)


async def read_registry(data: bytes, today: date) -> RegistryReading:
    """What a filled 登记表 says."""
    reading = await in_process("registry_reader", "read_registry", data, today)
    assert isinstance(reading, RegistryReading)
    return reading


async def chart(figures: Statistics) -> bytes:
    """办件统计, PNG."""
    return await _file("chart", "chart", figures)


async def _file(module: str, name: str, *arguments: object, seconds: float = TIMEOUT) -> bytes:
    data = await in_process(module, name, *arguments, seconds=seconds)
    assert isinstance(data, bytes)
    return data
