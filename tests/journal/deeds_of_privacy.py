"""Every deed on what is kept about people, for the table."""

from datetime import date

from tests.cast import MONDAY, NOW
from tests.journal.scene import Table
from werkbrief.jobs.actions import work_through
from werkbrief.privacy import actions
from werkbrief.privacy.models import Retention
from werkbrief.staffing.actions import end_access, stamp

PRIVACY = Table()


def left(it):
    it.judged()
    it.kowalski.ends_on = MONDAY
    it.kowalski.save()
    it.begin()
    return it.kowalski.worker


@PRIVACY.row(
    "ask_erasure", "privacy.erasure_asked", about=("Kowalski, Anna", "31-12-2033")
)
def ask_erasure(it):
    worker = left(it)
    for _ in range(2):
        actions.ask_erasure(worker, **it.jet)


@PRIVACY.row("ask_closing", "privacy.account_closed", about="Bram Boot")
def ask_closing(it):
    end_access(it.cast.brams, **it.jet)
    it.begin()
    for _ in range(2):
        actions.ask_closing(it.cast.bram, it.cast.agency, **it.jet)


@PRIVACY.row("set_terms", "privacy.terms_set", about=("jaren na de laatste dag", "8"))
def set_terms(it):
    held = Retention.objects.create(agency=it.cast.agency)
    terms = {name: getattr(held, name) for name in actions.TERMS} | {"years": 8}
    seen = stamp(held, actions.TERMS)
    actions.set_terms(it.cast.agency, terms, seen=seen, **it.jet)


@PRIVACY.row("work_on_insight", "privacy.insight_given", about="Kowalski, Anna")
def work_on_insight(it):
    actions.ask_insight(left(it), **it.jet)
    work_through(actions.JOBS, clock=lambda: NOW)


@PRIVACY.row(
    "work_on_retention",
    *("privacy.erasure_asked", "privacy.erased", "privacy.retained"),
    by="",
    about=("naam en loonnummer", "medewerkers 1"),
)
def work_on_retention(it):
    it.kowalski.starts_on, it.kowalski.ends_on = date(2015, 1, 1), date(2015, 2, 1)
    it.kowalski.save()
    actions.retain_due(at=NOW)
    work_through(actions.JOBS, clock=lambda: NOW)


NO_DEEDS = {
    "ask_insight": "the job itself records that it was made",
    "ask_insight_of_account": "the job itself records that it was made",
    "ask_round": "the round records what it took away",
    "named_until": "it only tells until when",
    "retain_due": "the round records what it took away",
}
