"""Giving, erasing and letting go of what is kept about people."""

from collections.abc import Mapping

from werkbrief.jobs.actions import Work
from werkbrief.privacy.actions.asking import ask_erasure
from werkbrief.privacy.actions.closing import ask_closing, named_until
from werkbrief.privacy.actions.giving import (
    INSIGHT,
    ask_insight,
    ask_insight_of_account,
    work_on_insight,
)
from werkbrief.privacy.actions.retaining import JOBS as RETAINING
from werkbrief.privacy.actions.retaining import (
    ask_round,
    retain_due,
    work_on_retention,
)
from werkbrief.privacy.actions.setting import TERMS, set_terms

JOBS: Mapping[str, Work] = {**RETAINING, INSIGHT: work_on_insight}

__all__ = [
    "JOBS",
    "TERMS",
    "ask_closing",
    "ask_erasure",
    "ask_insight",
    "ask_insight_of_account",
    "ask_round",
    "named_until",
    "retain_due",
    "set_terms",
    "work_on_insight",
    "work_on_retention",
]
