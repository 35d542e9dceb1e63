"""A table that fills within one deed is not walked as if it were empty."""

import pytest
from django.db import connection, transaction

from werkbrief.rows import count_anew, make
from werkbrief.staffing.models import Agency, Client, Department

pytestmark = [pytest.mark.postgresql, pytest.mark.django_db(transaction=True)]
MANY = 5_000


def believed():
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT reltuples FROM pg_class WHERE oid = %s::regclass",
            [Department._meta.db_table],
        )
        return cursor.fetchone()[0]


@pytest.fixture
def taken_back():
    """A trial of many rows was taken back, after which the database looked: nothing."""
    agency = Agency.objects.create(name="Kasdorp", slug="kasdorp")
    anker = Client.objects.create(agency=agency, name="Anker", slug="anker")
    with transaction.atomic():
        fill(anker)
        transaction.set_rollback(True)
    with connection.cursor() as cursor:
        cursor.execute(f"ANALYZE {Department._meta.db_table}")
    return anker


def fill(anker):
    make(
        [
            Department(agency=anker.agency, client=anker, name=f"Kas {n}")
            for n in range(MANY)
        ]
    )


def test_what_is_misjudged_is_looked_at_within_the_deed(taken_back):
    assert believed() == 0
    with transaction.atomic():
        fill(taken_back)
        count_anew()
        assert believed() == pytest.approx(MANY, rel=0.2)


def test_where_nothing_is_misjudged_one_statement_asks(
    taken_back, django_assert_num_queries
):
    fill(taken_back)
    count_anew()
    with django_assert_num_queries(1):
        count_anew()
