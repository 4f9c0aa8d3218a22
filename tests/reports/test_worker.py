import asyncio
import subprocess
import sys
from dataclasses import replace

import pytest

from bot.reports import make
from bot.reports.application import application
from bot.reports.worker import ReportFailedError, in_process
from tests.reports import samples


async def test_a_report_made_in_a_child_is_the_same_file() -> None:
    assert await make.application(samples.application) == application(samples.application)


async def test_a_book_is_read_in_a_child() -> None:
    data = await make.write_registry((), samples.TODAY)
    (problem,) = (await make.read_registry(data, samples.TODAY)).errors
    assert str(problem) == "没有一行机构"


async def test_content_that_cannot_be_printed_is_a_value_error_here_too() -> None:
    with pytest.raises(ValueError, match="至少要有一项变更"):
        await make.application(replace(samples.application, changes=()))


async def test_many_at_once_wait_their_turn_and_all_arrive() -> None:
    files = await asyncio.gather(*(make.application(samples.application) for _ in range(5)))
    assert set(files) == {application(samples.application)}


async def test_a_child_that_fails_is_an_error_with_its_words() -> None:
    with pytest.raises(ReportFailedError, match="no_such_report"):
        await in_process("no_such_report", "x")


async def test_a_child_that_takes_too_long_is_ended() -> None:
    with pytest.raises(ReportFailedError, match="超过0秒"):
        await in_process("chart", "chart", samples.statistics, seconds=0.01)


def test_asking_for_reports_loads_no_office_library() -> None:
    heavy = "{'docx', 'openpyxl', 'PIL', 'lxml', 'stdnum'}"
    code = (
        f"import sys; from bot.reports import data, make; print(sorted({heavy} & set(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60
    )
    assert done.stdout.strip() == "[]"
