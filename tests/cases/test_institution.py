"""Values that cannot be right are not taken."""

import pytest

from bot.cases.institution import WrongWords, check_changed


def test_a_new_value_differs_from_the_old_one() -> None:
    before = {"before.legal_rep": "李 建国", "before.name": "甲校"}
    check_changed(before, {"after.legal_rep": "王建国"})
    check_changed(before, {"after.address": "甲校"})
    check_changed(before, {"before.legal_rep": "李建国"})
    with pytest.raises(WrongWords, match="和变更前填的“李 建国”一样"):
        check_changed(before, {"after.legal_rep": "李建国"})
