"""The registry books that the transcripts send."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import cache

from bot.reports.data import FiledOccupation, RegisteredInstitution
from bot.reports.registry_template import write_registry

DAY = date(2024, 3, 21)
SCHOOL = RegisteredInstitution(
    name="忻州虚构职业培训学校",
    kind="社会培训评价组织",
    code="52140900MJ00000011",
    form="民办非企业单位",
    legal_person="赵一",
    address="忻州市虚构路1号",
    contact="张文",
    phone="13800000000",
    filed_on=DAY,
    occupations=(
        FiledOccupation("虚构工", ("初级工（五级）", "中级工（四级）"), filed_on=DAY),
        FiledOccupation("想象工", ("初级工（五级）",), filed_on=DAY),
    ),
)
COMPANY = RegisteredInstitution(
    name="忻州虚构机械有限公司",
    kind="用人单位",
    code="91140900MA0K00001G",
    form="企业",
    legal_person="孙三",
    address="忻州市虚构路2号",
    occupations=(FiledOccupation("假想工", ("高级工（三级）",), filed_on=DAY),),
)


@cache
def books(name: str) -> bytes | None:
    """The content of a book by its name; None for what is no book."""
    if not name.endswith(".xlsx"):
        return None
    if "有错" in name:
        wrong = replace(COMPANY, code="91140900MA0K00001X", kind="公司")
        return write_registry((SCHOOL, wrong), DAY)
    if "修改" in name:
        return write_registry((replace(SCHOOL, phone="13700000000"),), DAY)
    return write_registry((SCHOOL, COMPANY), DAY)
