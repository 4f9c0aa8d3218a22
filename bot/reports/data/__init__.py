"""What goes into the reports: plain data, light to import. The files are made elsewhere."""

from bot.reports.data.application import ADDRESS, LEGAL_PERSON, NAME, OTHER, Application, Change
from bot.reports.data.case import CaseSummary, Event, Material, StoredFile
from bot.reports.data.cases import CaseLine
from bot.reports.data.quarter import (
    ChangedItem,
    CompletedChange,
    Quarter,
    QuarterList,
    is_late,
)
from bot.reports.data.registry import (
    CellProblem,
    FiledOccupation,
    RegisteredInstitution,
    RegistryReading,
)
from bot.reports.data.self_check import ClauseRow, Outcome, SelfCheck
from bot.reports.data.statistics import MonthFigures, Statistics, TypeFigures

__all__ = [
    "ADDRESS",
    "LEGAL_PERSON",
    "NAME",
    "OTHER",
    "Application",
    "CaseLine",
    "CaseSummary",
    "CellProblem",
    "Change",
    "ChangedItem",
    "ClauseRow",
    "CompletedChange",
    "Event",
    "FiledOccupation",
    "Material",
    "MonthFigures",
    "Outcome",
    "Quarter",
    "QuarterList",
    "RegisteredInstitution",
    "RegistryReading",
    "SelfCheck",
    "Statistics",
    "StoredFile",
    "TypeFigures",
    "is_late",
]
