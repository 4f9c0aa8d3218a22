"""`python -m tests.reports.pictures`: the papers as pictures for docs/, from invented data.

Needs LibreOffice and poppler (apt-get install libreoffice-writer libreoffice-calc poppler-utils
fonts-noto-cjk). Look at the pictures after each change of a report.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from PIL import Image, ImageChops, ImageOps

from bot.reports.application import application
from bot.reports.case_summary import case_summary
from bot.reports.cases_table import cases_table
from bot.reports.chart import chart
from bot.reports.quarter import quarter_list
from bot.reports.registry_template import write_registry
from bot.reports.verdict import verdict
from tests.reports import more_samples, samples

FOLDER = Path(__file__).parents[2] / "docs" / "images"
MOST = 200 * 1024
_DOTS = 80
_COLOURS = 32
_BORDER = 12


@dataclass(frozen=True)
class Shown:
    """A paper, and which of its pages are shown."""

    suffix: str
    make: Callable[[], bytes]
    pages: tuple[int, ...] = (1,)


def _three_at_once() -> bytes:
    return application(replace(samples.application, **more_samples.THREE_AT_ONCE))


PICTURES = {
    "report-application": Shown(".docx", lambda: application(samples.application)),
    "report-application-3": Shown(".docx", _three_at_once),
    "report-case": Shown(".docx", lambda: case_summary(samples.case)),
    "report-quarter": Shown(".xlsx", lambda: quarter_list(samples.quarter)),
    "report-cases": Shown(".xlsx", lambda: cases_table(more_samples.many(), samples.TODAY)),
    "report-registry": Shown(".xlsx", lambda: write_registry((), samples.TODAY), (1, 2)),
    "report-verdict": Shown(".docx", lambda: verdict(samples.self_check), (1, 2)),
}


def main() -> None:
    """Writes all of them into docs/images, or into the folder that is named."""
    target = Path(sys.argv[1]) if len(sys.argv) > 1 else FOLDER
    if not shutil.which("soffice") or not shutil.which("pdftoppm"):
        sys.exit("没有 LibreOffice 或 poppler，见本文件开头。")
    target.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        for name, shown in PICTURES.items():
            for page, picture in _pages(Path(folder), name, shown):
                more = f"-{page}" if len(shown.pages) > 1 else ""
                _save(picture, target / f"{name}{more}.png")
        drawn = Path(folder) / "chart.png"
        drawn.write_bytes(chart(samples.statistics))
        _save(Image.open(drawn).convert("RGB").resize((720, 1260)), target / "report-chart.png")


def _pages(folder: Path, name: str, shown: Shown) -> list[tuple[int, Image.Image]]:
    paper = folder / f"{name}{shown.suffix}"
    paper.write_bytes(shown.make())
    convert = ["soffice", "--headless", "--convert-to", "pdf", "--outdir", str(folder), str(paper)]
    subprocess.run(convert, check=True, capture_output=True, timeout=180)
    found = []
    for page in shown.pages:
        stem = folder / f"{name}-{page}"
        draw = ["pdftoppm", "-r", str(_DOTS), "-f", str(page), "-l", str(page), "-png"]
        subprocess.run(
            [*draw, "-singlefile", str(paper.with_suffix(".pdf")), str(stem)], check=True
        )
        found.append((page, _trimmed(Image.open(stem.with_suffix(".png")).convert("RGB"))))
    return found


def _trimmed(picture: Image.Image) -> Image.Image:
    """Without the empty end of the sheet, with a thin frame."""
    white = Image.new("RGB", picture.size, "white")
    foot = picture.height * 93 // 100  # the page number stands below
    body = ImageChops.difference(picture, white).crop((0, 0, picture.width, foot)).getbbox()
    end = picture.height if body is None or body[3] > foot * 0.8 else body[3] + 4 * _BORDER
    return ImageOps.expand(picture.crop((0, 0, picture.width, end)), 1, "grey")


def _save(picture: Image.Image, path: Path) -> None:
    picture.quantize(_COLOURS).save(path, optimize=True)
    size = path.stat().st_size
    print(f"{path.name}　{size // 1024} KB")
    if size > MOST:
        sys.exit(f"{path.name} 太大。")


if __name__ == "__main__":
    main()
