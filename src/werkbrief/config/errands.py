"""What the background does: errands each minute, and the jobs that people ask for."""

from collections.abc import Mapping

from werkbrief.exchange.actions import COMPARISON, deliver_due, tell_due
from werkbrief.exchange.actions import JOBS as EXCHANGE
from werkbrief.jobs.actions import Work, put_away_old
from werkbrief.notices.actions import (
    post_due,
    remind_due,
    tell_answered,
    tell_workers,
    warn_coaches_due,
)
from werkbrief.privacy.actions import JOBS as PRIVACY
from werkbrief.privacy.actions import retain_due

# What goes out: to back offices, to clients, to Job Coaches, to workers; then the mail.
ERRANDS = (
    deliver_due,
    tell_due,
    remind_due,
    warn_coaches_due,
    tell_answered,
    tell_workers,
    post_due,
    put_away_old,
    retain_due,
)
# A kind of job, and what does it. Who may see a kind stands in office.kinds.
JOBS: Mapping[str, Work] = {**EXCHANGE, **PRIVACY}
# These change nothing: they may take all the time that others leave.
READING = frozenset({"payroll", COMPARISON})
