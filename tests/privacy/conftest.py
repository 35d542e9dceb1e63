"""Somebody who left long ago, and all that still tells of them."""

from datetime import date, timedelta

import pytest
from django.contrib.admin.models import CHANGE, LogEntry
from django.contrib.contenttypes.models import ContentType

from tests.cast import NOW, entry, placed
from werkbrief.accounts.models import Language
from werkbrief.exchange.models import Import, Supplied
from werkbrief.jobs.actions import Wanted, ask, work_through
from werkbrief.journal.actions import Deed, Trace, record
from werkbrief.notices.models import Letter
from werkbrief.pay.models import LineOverride
from werkbrief.privacy.actions import JOBS
from werkbrief.staffing.actions import give_link, keep_filter
from werkbrief.staffing.models import Worker
from werkbrief.timesheets.models import Comment, Decision, Verdict

NAME, NUMBER, ADDRESS = "Dąbrowski, Łukasz", "PN-48213", "lukasz@voorbeeld.nl"


def work(at=NOW):
    return work_through(JOBS, clock=lambda: at)


@pytest.fixture
def leave(cast):
    """A worker whose last day was this one, with a name in every corner."""

    def left(day):
        assignment = placed(cast.anker, NAME, NUMBER)
        assignment.ends_on = day
        assignment.starts_on = day - timedelta(days=30)
        assignment.save()
        worker = assignment.worker
        hours = entry(assignment, day)
        Decision.objects.create(
            entry=hours,
            agency=cast.agency,
            verdict=Verdict.APPROVED,
            by=cast.anna,
            at=NOW,
        )
        _say(cast, worker, hours)
        return worker

    return left


def _say(cast, worker, hours):
    other = entry(placed(cast.anker, "Berg, Joris"))
    for about, text in (
        (hours, "Dąbrowski was er niet, zei Łukasz zelf"),
        (other, f"Ruilde met Łukasz Dąbrowski ({NUMBER})"),
    ):
        Comment.objects.create(
            agency=cast.agency, entry=about, by=cast.anna, at=NOW, text=text
        )
    LineOverride.objects.create(
        agency=cast.agency,
        entry=hours,
        by=cast.anna,
        at=NOW,
        rules="avond",
        is_addon=False,
        computed="150",
        minutes=60,
        percent=135,
        reason="met Łukasz afgesproken",
    )
    link = give_link(worker, Language.PL, email=ADDRESS, by=cast.jet, at=NOW)
    Letter.objects.create(
        agency=cast.agency,
        key=f"link:{link.pk}",
        to=ADDRESS,
        subject="Twoje godziny",
        text="Łukasz Dąbrowski",
        html="",
        queued_at=NOW,
        try_at=NOW,
    )
    state = {"name": NAME, "payroll_number": NUMBER}
    deed = Deed(cast.agency.pk, cast.jet, NOW, f"{NAME}, Anker")
    record(
        "staffing.kept",
        deed,
        [
            Trace(
                "staffing.worker", worker.pk, state | {"name": "Dombrowski, Ł."}, state
            ),
            Trace("timesheets.timeentry", hours.pk, None, {"comment": "bel Łukasz"}),
        ],
    )
    Import.objects.create(
        agency=cast.agency,
        kind="people",
        name="x.csv",
        at=NOW,
        sentences=[f"Nieuw: Łukasz Dąbrowski {NUMBER}"],
    )
    Supplied.objects.create(
        agency=cast.agency, kind="x", resource=NUMBER, kept={"id": [NUMBER]}, at=NOW
    )
    ask(Wanted(cast.agency, "none", f"Inzage: {NAME}"), by=cast.jet, at=NOW)
    keep_filter(cast.annas, "Mijn Łukasz Dąbrowski", "zoek=%C5%81ukasz+D%C4%85browski")
    LogEntry.objects.create(
        user=cast.jet,
        content_type=ContentType.objects.get_for_model(Worker),
        object_id=str(worker.pk),
        object_repr=str(worker),
        action_flag=CHANGE,
    )


@pytest.fixture
def long_gone(leave):
    return leave(date(2018, 12, 28))


@pytest.fixture
def just_gone(leave):
    return leave(date(2026, 10, 30))
