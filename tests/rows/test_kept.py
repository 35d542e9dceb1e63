"""A kept question answers as the question itself does, whatever is asked."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from werkbrief.journal.models import Event
from werkbrief.planning.models import Absence
from werkbrief.rows import columns, kept, whole
from werkbrief.rows.kept import FEW, NotToBeKept
from werkbrief.staffing.models import Client, Membership, Worker

pytestmark = pytest.mark.django_db
NOON = datetime(2026, 11, 17, 12, tzinfo=UTC)


@pytest.fixture
def events():
    return [
        Event.objects.create(verb=f"deed.{n}", at=NOON + timedelta(hours=n))
        for n in range(FEW + 3)
    ]


def _since(verb: str, at: datetime, pks: tuple[int, ...]):
    found = Event.objects.filter(at__gte=at, pk__in=pks).exclude(verb=verb)
    return found.order_by("pk").values_list("pk", "at")


def test_the_second_asking_answers_the_second_question(events):
    ask = kept(_since)
    for number, length in ((0, 3), (4, 3), (2, 5), (1, FEW + 2), (0, 0)):
        at = NOON + timedelta(hours=number)
        pks = tuple(event.pk for event in events[:length])
        found = ask("deed.1", at, pks)
        assert found == list(_since("deed.1", at, pks)), (number, length)


def test_the_sql_is_written_once_and_sent_each_time(events):
    times = []

    @kept
    def ask(pk: int):
        times.append(pk)
        return Event.objects.filter(pk=pk).values_list("verb")

    with CaptureQueriesContext(connection) as sent:
        told = [ask(event.pk) for event in events]
    assert told == [[(event.verb,)] for event in events]
    assert len(sent) == len(events)
    assert len(times) == 2, "written twice to find the holes, and then no more"


def test_none_is_another_question_than_a_number(events):
    @kept
    def ask(agency: int | None):
        return Event.objects.filter(agency_id=agency).values_list("pk")

    theirs = Event.objects.create(agency_id=7, verb="tests.done", at=events[0].at)
    assert ask(7) == [(theirs.pk,)]
    assert len(ask(None)) == len(events)
    assert ask(8) == []


def test_days_go_along_as_days(cast):
    @kept
    def ask(first: date, last: date):
        away = Absence.objects.filter(starts_on__lte=last, ends_on__gte=first)
        return away.values_list("worker_id", "starts_on")

    monday = date(2026, 11, 16)
    worker = Worker.objects.create(
        agency=cast.agency, payroll_number="9", name="Nowak, Ewa"
    )
    Absence.objects.create(
        agency=worker.agency, worker=worker, starts_on=monday, ends_on=monday
    )
    assert ask(monday, monday) == [(worker.pk, monday)]
    assert ask(monday + timedelta(days=1), monday + timedelta(days=2)) == []


@pytest.mark.parametrize(
    "write",
    [
        lambda pk: Event.objects.filter(pk__gte=pk - 1).values_list("pk"),
        lambda pk: Event.objects.filter(pk__gte=pk).values_list("pk")[: pk + 1],
        lambda pk: Event.objects.filter(verb=f"deed.{pk}").values_list("pk"),
        lambda pk: Event.objects.filter(pk=pk),
        lambda pk: Event.objects.filter(pk=pk).values_list("pk", flat=True),
    ],
    ids=["counts on", "cuts", "writes into a text", "things", "flat"],
)
def test_a_question_that_changes_its_value_is_not_kept(write):
    with pytest.raises(NotToBeKept):
        kept(write)(1)


def test_what_is_read_whole_is_as_django_reads_it(cast):
    asked = Membership.objects.filter(pk=cast.annas.pk)
    (row,) = asked.values_list(*columns(Membership), *columns(Client, "client__"))
    width = len(columns(Membership))
    assert whole(Membership, row[:width]) == asked.get()
    client = whole(Client, row[width:])
    assert client.__dict__.keys() >= {"name", "agency_id"}
    assert client == asked.get().client
    client.save()
