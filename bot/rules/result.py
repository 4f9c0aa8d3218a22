"""What one clause says about one case."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Status(StrEnum):
    """Three values, and two ways of not being concerned."""

    MET = "met"
    FAILED = "failed"
    OPEN = "open"
    """Unknown, only the authority has it, or two live readings differ: 待核实."""
    OUTSIDE = "outside"
    """The clause does not concern this institution or this request."""
    WRONG_PROCEDURE = "wrong_procedure"
    """The whole check is 不适用: the reason says where to go."""


@dataclass(frozen=True)
class Result:
    """A status with its reason in plain Chinese; `remedy` is the smallest change that passes."""

    status: Status
    reason: str
    remedy: str = ""


def met(reason: str) -> Result:
    """The words of the clause are satisfied by what was answered."""
    return Result(Status.MET, reason)


def failed(reason: str, remedy: str) -> Result:
    """The clause fails under every reading judged tenable."""
    return Result(Status.FAILED, reason, remedy)


def still_open(reason: str) -> Result:
    """Neither yes nor no."""
    return Result(Status.OPEN, reason)


def outside(reason: str) -> Result:
    """Not a condition here."""
    return Result(Status.OUTSIDE, reason)


def wrong_procedure(reason: str) -> Result:
    """This check is not the one that the institution needs."""
    return Result(Status.WRONG_PROCEDURE, reason)
