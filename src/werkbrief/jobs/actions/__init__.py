"""Asking for work in the background, doing it, and putting it away."""

from werkbrief.jobs.actions.asking import Wanted, ask, ask_again, put_away_old
from werkbrief.jobs.actions.runs import Run
from werkbrief.jobs.actions.working import Work, work_through

__all__ = [
    "Run",
    "Wanted",
    "Work",
    "ask",
    "ask_again",
    "put_away_old",
    "work_through",
]
