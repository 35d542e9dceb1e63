"""Behind every scope stands PostgreSQL itself: another agency's rows are not there."""

import pytest
from django.apps import apps
from django.db import DatabaseError, connection, transaction
from django.http import StreamingHttpResponse
from django.test import RequestFactory

from tests.cast import NOW, WEEK, entry, placed
from werkbrief.config.walls import WallMiddleware
from werkbrief.jobs.actions import Wanted, ask, work_through
from werkbrief.portal.views import timesheets
from werkbrief.staffing.models import Client, Department, Membership, Worker
from werkbrief.timesheets.models import TimeEntry
from werkbrief.walls import EVERYWHERE, everywhere, standing, stay_within, within

pytestmark = pytest.mark.postgresql


@pytest.fixture
def two_houses(cast):
    """Hours at both agencies."""
    for client, name in ((cast.anker, "Kowalski, Anna"), (cast.duin, "Duin, Dirk")):
        entry(placed(client, name, department="Kas 1"))
    return cast


def test_every_table_of_an_agency_stands_behind_the_wall(db):
    """A table that comes later and forgot its policy is named here."""
    ours = {
        model._meta.db_table
        for model in apps.get_models(include_auto_created=True)
        if model.__module__.startswith("werkbrief.")
    }
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT relname FROM pg_class JOIN pg_policy ON polrelid = pg_class.oid "
            "WHERE relrowsecurity AND relforcerowsecurity AND polname = 'agency_wall'"
        )
        walled = {name for (name,) in cursor.fetchall()}
        cursor.execute(
            "SELECT rolsuper OR rolbypassrls FROM pg_roles WHERE rolname = current_user"
        )
        assert cursor.fetchone() == (False,)
    of_nobody = {table for table in ours if table.startswith("accounts_")}
    assert ours - walled == of_nobody | {"staffing_agency"}


def test_a_question_that_forgets_its_scope_gets_only_ones_own(two_houses):
    cast = two_houses
    assert TimeEntry.objects.count() == 2
    for agency, client in ((cast.agency, cast.anker), (cast.other_agency, cast.duin)):
        with within(agency.pk):
            assert {one.client for one in TimeEntry.objects.all()} == {client}
            assert Worker.objects.get().agency == agency
            assert set(Client.objects.values_list("agency", flat=True)) == {agency.pk}
            # By kept SQL and by a cursor on the server as well.
            assert len(list(TimeEntry.objects.all().iterator(chunk_size=1))) == 1
    assert TimeEntry.objects.count() == 2


def test_a_request_sees_its_agency_only_even_where_the_code_forgot(
    two_houses, signed_in, monkeypatch
):
    """The view asks for every entry there is; Anna's agency has one of the two."""
    seen = []

    def forgetful(*_args):
        seen.append((standing(), TimeEntry.objects.count(), Worker.objects.count()))
        raise ZeroDivisionError

    monkeypatch.setattr(timesheets, "week_sheet", forgetful)
    with pytest.raises(ZeroDivisionError):
        signed_in(two_houses.anna).get(f"/klanten/anker/weken/{WEEK}/werkbriefjes/")
    assert seen == [(two_houses.agency.pk, 1, 1)]
    assert standing() == EVERYWHERE


@pytest.mark.parametrize(
    "write",
    [
        lambda it: Worker.objects.create(agency=it.duin.agency, payroll_number="9"),
        lambda it: Department.objects.create(client=it.duin, name="Kas 9"),
        lambda it: Membership.objects.create(user=it.anna, client=it.duin),
        lambda it: Worker.objects.update(agency=it.duin.agency),
    ],
)
def test_a_row_of_another_agency_is_not_written(two_houses, write):
    assert two_houses.duin.agency.pk
    with (
        within(two_houses.agency.pk),
        pytest.raises(DatabaseError, match="row-level security"),
        transaction.atomic(),
    ):
        write(two_houses)
    assert Worker.objects.filter(agency=two_houses.duin.agency).count() == 1


def test_what_is_not_seen_is_not_changed_either(two_houses):
    with within(two_houses.agency.pk):
        assert TimeEntry.objects.update(break_minutes=0) == 1
    kept = TimeEntry.objects.get(client=two_houses.duin)
    assert kept.break_minutes == 30


def test_after_a_rollback_it_is_told_again(two_houses):
    """A savepoint takes back what was told inside it, and we know that it did."""
    agency = two_houses.agency.pk
    with transaction.atomic():
        with within(agency), transaction.atomic():
            assert TimeEntry.objects.count() == 1
            transaction.set_rollback(True)
        assert TimeEntry.objects.count() == 2
        with within(agency):
            assert TimeEntry.objects.count() == 1
            with pytest.raises(DatabaseError), transaction.atomic():
                connection.cursor().execute("SELECT 1 / 0")
            assert TimeEntry.objects.count() == 1
            with everywhere():
                assert TimeEntry.objects.count() == 2
    assert TimeEntry.objects.count() == 2


def test_a_job_works_within_the_agency_that_asked_for_it(two_houses):
    seen = []
    ask(Wanted(two_houses.agency, "count", "Tellen"), by=None, at=NOW)
    work_through(
        {"count": lambda _: seen.append(TimeEntry.objects.count())},
        clock=lambda: NOW,
    )
    assert seen == [1]


def test_a_stream_is_made_where_its_request_stood(two_houses):
    def view(request):
        stay_within(two_houses.agency.pk)
        return StreamingHttpResponse(str(TimeEntry.objects.count()) for _ in range(2))

    answer = WallMiddleware(view)(RequestFactory().get("/"))
    assert standing() == EVERYWHERE
    assert b"".join(answer.streaming_content) == b"11"


def test_it_costs_no_statement_of_its_own(two_houses, django_assert_num_queries):
    with within(two_houses.agency.pk), django_assert_num_queries(1):
        assert TimeEntry.objects.count() == 1
