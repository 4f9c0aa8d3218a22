"""What a person types who means to get through: values that fit what was asked last."""

from __future__ import annotations

import random

from stdnum.cn import uscc

_VALUES = {
    "信用代码": (),
    "机构全称": (),
    "机构名称": (),
    "联系人": ("张文 13800000000", "李敏，0350-3333333", "13900000001王五"),
    "法定代表人": ("王大海", "李小红", "阿卜杜拉·买买提"),
    "地址": ("忻州市忻府区长征西街1号", "忻州市定襄县晋昌镇建设路8号", "太原市小店区1号"),
    "职业": ("保育师", "电工", "养老护理员、育婴员"),
    "原因": ("上级任命", "租约到期，搬到新址", "扩大评价范围"),
    "日期": ("2026-11-01", "2025年3月5日", "去年", "2026-02-30"),
    "哪天": ("2026-11-01", "2024.1.1"),
    "几": ("3", "6", "0", "12", "三个"),
    "多少": ("3", "200", "1", "九百"),
    "答复": ("请带齐材料到窗口办理。", "看第二十二条。"),
    "补正": ("扫描件看不清，请重拍", "缺公章"),
    "备注": ("已电话联系",),
}
_PLAIN = ("好的", "3", "张文", "忻州市忻府区长征西街1号", "保育师", "2026-11-01", "租约到期")


def credit_code(chance: random.Random) -> str:
    """A code whose last character is right."""
    head = chance.choice(["91", "52", "12", "51", "92"])
    body = head + "140902" + "".join(chance.choices("0123456789ABCDEFGHJKLMNPQRTUWXY", k=9))
    return body + str(uscc.calc_check_digit(body))


def fitting(chance: random.Random, asked: str, token: str) -> str:
    """An answer to the bot's last words; `token` marks whose it is."""
    if "信用代码" in asked and chance.random() < 0.8:
        return credit_code(chance)
    if "机构全称" in asked or "机构名称" in asked:
        return f"忻州市{token}职业培训学校"
    for word, values in _VALUES.items():
        if word in asked and values:
            found = chance.choice(values)
            marked = word in ("法定代表人", "地址", "原因", "职业") and chance.random() < 0.5
            return f"{found}{token}" if marked else found
    return chance.choice(_PLAIN)
