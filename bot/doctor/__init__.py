"""Examinations for the operator: each yields findings with a remedy where one is needed."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Finding:
    """One thing that was looked at; `remedy` says what to do where it is not well."""

    what: str
    remedy: str = ""

    @property
    def well(self) -> bool:
        """Nothing has to be done."""
        return not self.remedy
