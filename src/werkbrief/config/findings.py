"""What one look at an installation found."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at, and the remedy when it is not well."""

    is_well: bool
    sentence: str
