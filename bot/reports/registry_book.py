"""The registry of institutions as an Excel book: write, read, compare."""

from bot.reports.data.registry import (
    CellProblem,
    FiledOccupation,
    RegisteredInstitution,
    RegistryReading,
)
from bot.reports.registry_diff import (
    ChangedInstitution,
    FieldChange,
    RegistryDiff,
    registry_diff,
)
from bot.reports.registry_reader import read_registry
from bot.reports.registry_template import write_registry

__all__ = [
    "CellProblem",
    "ChangedInstitution",
    "FieldChange",
    "FiledOccupation",
    "RegisteredInstitution",
    "RegistryDiff",
    "RegistryReading",
    "read_registry",
    "registry_diff",
    "write_registry",
]
