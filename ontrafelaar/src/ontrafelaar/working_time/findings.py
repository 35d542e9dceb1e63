"""A finding: which rule, how grave, which shifts, and the sum in a sentence."""

from collections.abc import Hashable
from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """`LIMIT`: over it. `CARE`: allowed only if something else holds as well."""

    LIMIT = "over de grens"
    CARE = "let op"
    NOT_JUDGED = "niet beoordeeld"


@dataclass(frozen=True, slots=True)
class Finding:
    """`keys` are of the shifts involved; `found` and `limit` in minutes or a number."""

    code: str
    severity: Severity
    article: str
    keys: tuple[Hashable, ...]
    sentence: str
    found: int = 0
    limit: int = 0
