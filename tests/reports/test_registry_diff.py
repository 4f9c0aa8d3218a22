from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from bot.reports.data import FiledOccupation, RegisteredInstitution
from bot.reports.registry_book import FieldChange, registry_diff

OLD = RegisteredInstitution(
    "虚构厂", "用人单位", "甲", occupations=(FiledOccupation("甲工", ("初级工（五级）",)),)
)


def test_added_changed_removed_and_unchanged_are_told_apart() -> None:
    other, gone, new = (replace(OLD, code=code) for code in "乙丙丁")
    changed = replace(OLD, name="虚构新厂")
    diff = registry_diff((OLD, other, gone), (changed, other, new))
    assert diff.added == (new,)
    assert diff.removed == (gone,)
    assert diff.unchanged == (other,)
    assert [(c.before, c.after) for c in diff.changed] == [(OLD, changed)]
    assert diff.changed[0].fields == (FieldChange("机构名称", "虚构厂", "虚构新厂"),)


def test_dates_and_emptied_cells_are_said_in_words() -> None:
    before = replace(OLD, filed_on=date(2024, 3, 21), phone="0350")
    (change,) = registry_diff((before,), (replace(OLD, filed_on=None),)).changed
    assert change.fields == (
        FieldChange("联系电话", "0350", ""),
        FieldChange("备案日期", "2024年3月21日", ""),
    )


def test_an_occupation_gained_lost_or_altered_is_named() -> None:
    after = replace(
        OLD,
        occupations=(
            FiledOccupation("甲工", ("初级工（五级）", "中级工（四级）"), "6", date(2024, 3, 21)),
            FiledOccupation("乙工", ("技师（二级）",)),
        ),
    )
    assert registry_diff((OLD,), (after,)).changed[0].fields == (
        FieldChange(
            "职业 甲工", "初级工（五级）", "初级工（五级）、中级工（四级）；6；2024年3月21日备案"
        ),
        FieldChange("职业 乙工", "", "技师（二级）"),
    )
    (back,) = registry_diff((after,), (OLD,)).changed
    assert back.fields[1] == FieldChange("职业 乙工", "技师（二级）", "")


def test_the_order_of_occupations_does_not_count() -> None:
    two = (FiledOccupation("甲工", ()), FiledOccupation("乙工", ()))
    before, after = replace(OLD, occupations=two), replace(OLD, occupations=two[::-1])
    assert registry_diff((before,), (after,)).changed == ()


institutions = st.lists(
    st.builds(
        RegisteredInstitution,
        name=st.sampled_from("甲乙"),
        kind=st.just("用人单位"),
        code=st.sampled_from("123456"),
    ),
    unique_by=lambda row: row.code,
)


@given(institutions, institutions)
def test_every_institution_is_in_exactly_one_group(
    old: list[RegisteredInstitution], new: list[RegisteredInstitution]
) -> None:
    diff = registry_diff(old, new)
    after = [row.code for row in (*diff.added, *diff.unchanged)]
    after += [change.after.code for change in diff.changed]
    assert sorted(after) == sorted(row.code for row in new)
    before = [row.code for row in (*diff.removed, *diff.unchanged)]
    before += [change.before.code for change in diff.changed]
    assert sorted(before) == sorted(row.code for row in old)
    assert all(change.fields for change in diff.changed)
