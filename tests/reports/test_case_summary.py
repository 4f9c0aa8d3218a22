from dataclasses import replace

import pytest

from bot.reports.case_summary import _size, case_summary
from tests.reports import samples
from tests.reports.opened import everything, word_text


def test_case_changes_materials_files_events_and_result_are_there() -> None:
    text = word_text(case_summary(samples.case))
    for words in (
        "办件编号 | 忻变-2026-7K3M | 办件事项 | 组合变更（法人、地址）",
        "法人 | 示例甲 | 示例乙",
        "4 | 变更后地址相关资质 | 无法提供\n原因：新证正在换发 | —",
        "租赁合同.pdf（4.9 MB，2026年11月14日 12:05，a01ba01ba01b）",
        "2026年11月16日 12:05 | 要求补正 | 工作人员 示例丁 | 地址变更依据：请补充理事会决议",
        "2026年11月23日办结",
        "规则版本：2026.11.1",
        samples.case.chain,
    ):
        assert words in text


def test_events_stand_in_the_order_given() -> None:
    text = word_text(case_summary(samples.case))
    places = [text.index(f" | {event.what} | ") for event in samples.case.events]
    assert places == sorted(places)


def test_an_empty_case_is_printed_too() -> None:
    content = replace(
        samples.case, changes=(), materials=(), events=(), result="", chain="", reason=""
    )
    text = word_text(case_summary(content))
    assert "尚未办结。" in text
    assert "链式校验值" not in text


def test_names_of_files_carry_no_identity_number() -> None:
    material = samples.case.materials[1]
    file = replace(material.files[0], name="示例140902198001011234.jpg")
    content = replace(samples.case, materials=(replace(material, files=(file,)),))
    assert "140902198001011234" not in everything(case_summary(content))


@pytest.mark.parametrize(
    ("count", "words"), [(0, "0 B"), (1023, "1023 B"), (1024, "1 KB"), (5 * 1024**2, "5.0 MB")]
)
def test_sizes_are_said_in_the_nearest_unit(count: int, words: str) -> None:
    assert _size(count) == words
