"""Writes the maps into `docs/rules`."""

from __future__ import annotations

from pathlib import Path

from bot.interview.maps.flow import picture
from bot.rules import PROCEDURES

FOLDER = Path(__file__).resolve().parents[3] / "docs" / "rules"


def files() -> dict[str, str]:
    """Name and content of every map, as it must stand in the folder."""
    return {f"map-{key}.svg": picture(key) for key in PROCEDURES}


def main(folder: Path = FOLDER) -> None:
    """Writes all maps."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in files().items():
        (folder / name).write_text(content, encoding="utf-8")
