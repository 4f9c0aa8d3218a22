"""Writes the sheets into `docs/rules`."""

from __future__ import annotations

from pathlib import Path

from bot.rules.evaluate import RULES_VERSION
from bot.rules.sheets.page import ARTICLES, index, sheet

FOLDER = Path(__file__).resolve().parents[3] / "docs" / "rules"


def files() -> dict[str, str]:
    """Name and content of every file, as it must stand in the folder."""
    pages = {f"article-{article}.md": sheet(article, RULES_VERSION) for article in ARTICLES}
    return {"README.md": index(RULES_VERSION), **pages}


def main(folder: Path = FOLDER) -> None:
    """Writes all files."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in files().items():
        (folder / name).write_text(content, encoding="utf-8")
