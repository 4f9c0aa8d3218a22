"""Our table of methods agrees with the official description, where that lies beside the repo."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from bot.simulator.calls.handlers import HANDLERS
from bot.simulator.wire.table import METHODS, UNSIMULATED

ROOT = Path(__file__).resolve().parents[2]
REFERENCES = [ROOT.parent / "reference", ROOT.parent / "shared" / "reference"]
FOUND = [file for folder in REFERENCES for file in folder.glob("telegram-bot-api-*.json")]
KINDS = {
    ("Integer",): "i",
    ("String",): "s",
    ("Boolean",): "b",
    ("Integer", "String"): "c",
    ("InputFile", "String"): "f",
    ("InputFile",): "u",
}


def kind_of(types: list[str]) -> str:
    if tuple(types) in KINDS:
        return KINDS[tuple(types)]
    return "a" if all(t.startswith("Array of") for t in types) else "o"


def test_every_method_of_the_table_has_a_handler() -> None:
    assert set(METHODS) == set(HANDLERS)
    known = {name for spec in METHODS.values() for name in spec.parameters}
    assert known >= UNSIMULATED


@pytest.mark.skipif(not FOUND, reason="没有 ../shared/reference，无从核对")
@pytest.mark.parametrize("method", METHODS)
def test_parameters_kinds_and_requirements_are_the_official_ones(method: str) -> None:
    reference: dict[str, Any] = json.loads(FOUND[-1].read_text(encoding="utf-8"))
    fields = reference["methods"][method].get("fields") or []
    official = {f["name"]: (kind_of(f["types"]), f["required"]) for f in fields}
    ours = {p.name: (p.kind, p.required) for p in METHODS[method].parameters.values()}
    assert ours == official
