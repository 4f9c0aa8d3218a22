"""Who asks: categories, registered forms, and how people type names, codes and telephones."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping

from bot.reports.clean import has_identity_number, printable
from bot.reports.typed import credit_code
from bot.rules.facts import institution as facts

KINDS = {o.value: o.words for o in facts.institution_type.options}
"""The categories as the rules know them, with their words."""
FORMS = {o.value: o.words for o in facts.legal_form.options}
FORMS["unknown"] = "不清楚"

REGISTRY_KINDS = {
    "用人单位": "employer_unsure",
    "职业院校": "vocational_school",
    "社会培训评价组织": "social_org",
}
REGISTRY_FORMS = {
    "企业": "company",
    "民办非企业单位": "private_non_enterprise",
    "社会团体": "social_group",
    "事业单位": "institution",
    "机关": "government",
    "其他": "other_form",
}
_BY_PREFIX = {
    "91": "company",
    "92": "individual_business",
    "51": "social_group",
    "52": "private_non_enterprise",
    "12": "institution",
    "11": "government",
}
_PHONE = re.compile(r"(?<!\d)(1\d{10}|0\d{2,3}-?\d{7,8}(?:-\d{1,5})?)(?!\d)")


class WrongWords(ValueError):
    """What was typed cannot be taken; the message says why, in Chinese."""


def code(words: str) -> str:
    """The 18 characters of a 统一社会信用代码, checked. Raises WrongWords."""
    if re.search(r"[\u4e00-\u9fff]{4}", words):
        raise WrongWords("这一步要的是18位的代码，不是名称。请看营业执照或法人登记证书。")
    try:
        return credit_code(words)
    except ValueError as error:
        raise WrongWords(
            f"这个统一社会信用代码不对：{error}。请对照营业执照或法人登记证书再发一次。"
        ) from None


def form_of(credit: str) -> str:
    """The registered form that the first two characters of a code tell (GB 32100)."""
    return _BY_PREFIX.get(credit[:2], "unknown")


def kind_of(registry_kind: str, form: str) -> str:
    """The rules' word for a category of the registry; an employer's form tells which sort."""
    found = REGISTRY_KINDS.get(registry_kind, "other")
    if found != "employer_unsure" or form in ("", "unknown"):
        return found
    return "employer_enterprise" if form == "company" else "employer_non_enterprise"


def value(words: str, most: int, what: str) -> str:
    """Free words in one field, fit to be stored and shown. Raises WrongWords."""
    text = printable(unicodedata.normalize("NFC", words))
    if not text:
        raise WrongWords(f"没有看到{what}，请再发一次。")
    if len(text) > most:
        raise WrongWords(f"{what}太长了（{len(text)}字），请精简到{most}字以内再发。")
    if has_identity_number(text):
        raise WrongWords("文字里好像有身份证号码。这里不需要，也不保存，请去掉后再发。")
    return text


def check_changed(filled: Mapping[str, str], told: Mapping[str, str]) -> None:
    """A new value must not be the old one. Raises WrongWords."""
    for key, new in told.items():
        kind, _, item = key.partition(".")
        old = filled.get(f"before.{item}")
        if kind == "after" and old and "".join(old.split()) == "".join(new.split()):
            raise WrongWords(
                f"和变更前填的“{old[:40]}”一样。请发变更后的；变更前填错了请按“上一步”改。"
            )


def name(words: str) -> str:
    """The full name of an institution, on one line. Raises WrongWords."""
    text = re.sub(r"\s+", "", value(words, 60, "机构名称"))
    if len(text) < 4:
        raise WrongWords("请发机构全称，和登记证照上的一样。")
    return text


def contact(words: str) -> tuple[str, str]:
    """“张文 13800000000” → name and telephone. Raises WrongWords."""
    text = value(words, 60, "联系人和电话")
    plain = unicodedata.normalize("NFKC", text)
    match = _PHONE.search(plain)
    if match is None:
        raise WrongWords("没有看到电话号码。请把姓名和电话写在一行，例如：张文 13800000000。")
    person = re.sub(
        r"联系人|姓名|联系电话|电话|手机号?|[\s:：,，、;；]", "", plain.replace(match[0], "")
    )
    if not 1 < len(person) <= 20:
        raise WrongWords("没有看到联系人姓名。请把姓名和电话写在一行，例如：张文 13800000000。")
    return person, match[1]
