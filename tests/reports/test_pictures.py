"""The pictures in docs/ are those that the command makes, and small."""

import re
from pathlib import Path

from tests.reports.pictures import FOLDER, MOST, PICTURES

PAGE = Path(FOLDER).parent / "cases" / "files.md"


def test_every_paper_is_shown_and_every_picture_is_there() -> None:
    shown = set(re.findall(r"\.\./images/(report-[\w-]+\.png)", PAGE.read_text(encoding="utf-8")))
    made = {
        f"{name}-{page}.png" if len(paper.pages) > 1 else f"{name}.png"
        for name, paper in PICTURES.items()
        for page in paper.pages
    } | {"report-chart.png"}
    assert shown == made == {path.name for path in FOLDER.glob("report-*.png")}


def test_no_picture_is_large() -> None:
    for path in FOLDER.glob("report-*.png"):
        assert path.stat().st_size < MOST, path.name
