"""The lines that are asked for: exactly those of the reading (measures-reading.md, (c))."""

import itertools

import pytest

from bot.cases.kinds import Item, Kind
from bot.cases.materials import wanted

LEGAL = ("书面申请材料（写明变更原因）", "变更后法人身份证复印件")
APPOINTMENT = "任职文件"
ADDRESS = ("地址变更依据", "变更后地址相关资质")
NAME = ("机构名称变更依据", "变更后机构名称相关资质")
OTHER = "其他材料"
COMBINATIONS = [
    chosen
    for size in (1, 2, 3, 4)
    for chosen in itertools.combinations([item.value for item in Item], size)
]
WITH_APPOINTMENT = {"employer_enterprise": "company", "vocational_school": "institution"}
WITHOUT = {"social_org": "private_non_enterprise"}
DOUBTFUL = {"social_org": "company", "employer_non_enterprise": "institution"}


def asked(kind: str, form: str, chosen: tuple[str, ...], **more: str) -> list[tuple[str, bool]]:
    facts = {"kind": kind, "form": form, "filed": "xinzhou", "items": " ".join(chosen)}
    facts |= {"entity": "no", "place": "here", "school": "no", **more}
    return [(line.name, line.optional) for line in wanted(Kind.CHANGE, facts)]


def expected(chosen: tuple[str, ...], appointment: bool | None) -> list[tuple[str, bool]]:
    found: list[tuple[str, bool]] = []
    if "legal_rep" in chosen:
        found += [(name, False) for name in LEGAL]
        if appointment is not False:
            found.append((APPOINTMENT, appointment is None))
    if "address" in chosen:
        found += [(name, False) for name in ADDRESS]
    if "name" in chosen:
        found += [(name, False) for name in NAME]
    if "other" in chosen:
        found.append((OTHER, True))
    return found


@pytest.mark.parametrize("chosen", COMBINATIONS, ids="+".join)
def test_a_combined_change_asks_for_the_union_and_no_more(chosen: tuple[str, ...]) -> None:
    for kind, form in WITH_APPOINTMENT.items():
        assert asked(kind, form, chosen) == expected(chosen, True)
    for kind, form in WITHOUT.items():
        assert asked(kind, form, chosen) == expected(chosen, False)
    for kind, form in DOUBTFUL.items():
        assert asked(kind, form, chosen) == expected(chosen, None)


def test_a_school_among_the_social_organisations_may_leave_the_doubtful_line_out() -> None:
    form = "private_non_enterprise"
    assert asked("social_org", form, ("legal_rep",), school="yes") == expected(("legal_rep",), None)


def test_another_legal_entity_has_no_list_and_one_free_line() -> None:
    assert asked("employer_enterprise", "company", ("legal_rep",), entity="yes") == [(OTHER, True)]
