from dataclasses import replace

import pytest
from docx.shared import Length

from bot.measures import Citation, load
from bot.reports.application import application
from bot.reports.clean import HIDDEN
from bot.reports.data import Change
from tests.reports import samples
from tests.reports.opened import everything, part, word, word_lines, word_text


def changing(*items: str) -> str:
    changes = tuple(Change(item, "旧", "新") for item in items)
    return word_text(application(replace(samples.application, changes=changes)))


def test_everything_that_was_filled_in_stands_in_it() -> None:
    lines = word_lines(application(samples.application))
    text = "\n".join(lines)
    assert "关于法人、地址变更的申请" in lines
    assert "忻州市职业技能服务中心：" in lines
    for words in (
        samples.SCHOOL,
        samples.SCHOOL_CODE,
        "社会培训评价组织",
        "法人 | 示例甲 | 示例乙",
        samples.application.reason,
        "3. 变更后地址相关资质",
        "四、联系方式：示例丙　0350-0000000",
        "忻变-2026-7K3M",
        "2026年11月23日",
    ):
        assert words in text


def test_there_is_room_to_sign_to_seal_and_to_date() -> None:
    lines = word_lines(application(samples.application))
    assert "申请机构（盖章）：" in lines
    assert "法定代表人（签字）：" in lines
    assert "日期：　　　　年　　月　　日" in lines


def test_it_says_that_it_is_no_official_form() -> None:
    text = word_text(application(samples.application))
    assert "内容由申请机构负责" in text
    assert "没有规定申请的统一格式，本件不是官方表格" in text


def test_it_does_not_say_that_the_measures_ask_for_it_where_they_do_not() -> None:
    doubt = "该条没有写明要书面申请"
    assert doubt not in changing("法人")
    assert doubt in changing("地址")
    assert doubt in changing("法人", "机构名称")
    words = "需提供书面申请材料，写明变更原因"
    assert words in changing("地址")
    assert load().quotes(Citation(22, 2), words)


@pytest.mark.parametrize(
    ("items", "title"),
    [
        (("法人",), "关于法人变更的申请"),
        (("机构名称", "地址"), "关于机构名称、地址变更的申请"),
        (("法人", "地址", "机构名称"), "关于法人、地址、机构名称变更的申请"),
        (("法人", "地址", "机构名称", "其他备案信息"), "关于法人及备案信息变更的申请"),
        (("地址", "机构名称", "其他备案信息"), "关于备案信息变更的申请"),
        (("其他备案信息", "其他备案信息"), "关于其他备案信息变更的申请"),
    ],
)
def test_the_title_names_the_changes(items: tuple[str, ...], title: str) -> None:
    assert title in changing(*items).splitlines()


def test_other_information_is_named() -> None:
    change = Change("其他备案信息", "", "新", detail="联系电话")
    text = word_text(application(replace(samples.application, changes=(change,))))
    assert "其他备案信息\n（联系电话） | — | 新" in text


def test_without_a_change_there_is_no_application() -> None:
    with pytest.raises(ValueError, match="至少要有一项变更"):
        application(replace(samples.application, changes=()))


def test_no_identity_card_number_gets_into_it() -> None:
    number = "140902198001011234"
    content = replace(
        samples.application,
        reason=f"新法人身份证{number}",
        materials=(f"复印件{number}",),
        changes=(Change("法人", number, f"示例乙 {number}"),),
        contact=number,
    )
    data = application(content)
    assert number not in everything(data)
    assert HIDDEN in word_text(data)


def test_a_credit_code_of_digits_only_is_not_taken_for_a_person() -> None:
    code = "911409199001011234"
    content = replace(samples.application, credit_code=code)
    assert code in word_text(application(content))


def test_control_characters_do_not_break_the_file() -> None:
    content = replace(samples.application, reason="甲\x00\x0b\u202e乙\r\n第二段", contact="\ud800")
    lines = word_lines(application(content))
    assert {"甲乙", "第二段"} <= set(lines)


def test_page_fonts_and_language_are_those_of_a_chinese_office() -> None:
    data = application(samples.application)
    section = word(data).sections[0]
    assert [round(Length(side).mm) for side in (section.page_width, section.page_height)] == [
        210,
        297,
    ]
    document = part(data, "word/document.xml")
    for font in ("方正小标宋简体", "黑体", "仿宋", "楷体"):
        assert f'w:eastAsia="{font}"' in document
    assert 'w:hint="eastAsia"' in document
    assert "asciiTheme" not in document
    table = part(data, "word/fontTable.xml")
    assert '<w:font w:name="方正小标宋简体"><w:altName w:val="方正小标宋_GBK,' in table
    assert 'w:eastAsia="zh-CN"' in part(data, "word/styles.xml")
    assert " PAGE " in "".join(part(data, name) for name in ("word/footer1.xml",)), (
        "the footer counts the pages"
    )


def test_the_same_content_gives_the_same_bytes() -> None:
    assert application(samples.application) == application(samples.application)
