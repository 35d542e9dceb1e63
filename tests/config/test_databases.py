"""Both databases are set so that several processes can write at once."""

import sqlite3
import threading

import pytest
from django.db import connection, transaction
from django.db.utils import ConnectionHandler, IntegrityError

from werkbrief.config import databases
from werkbrief.staffing.models import Agency, Client


@pytest.mark.sqlite
@pytest.mark.django_db
@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("journal_mode", "wal"),
        ("synchronous", 2),
        ("foreign_keys", 1),
        ("busy_timeout", 20_000),
        ("temp_store", 2),
    ],
)
def test_sqlite_writes_durably_beside_readers(name, value, tmp_path):
    """As the portal opens it; the tests' own database is in more of a hurry."""
    settings = {**databases.SQLITE, "NAME": str(tmp_path / "werkbrief.sqlite3")}
    opened = ConnectionHandler({"default": settings})["default"]
    with opened.cursor() as cursor:
        cursor.execute(f"PRAGMA {name}")
        assert cursor.fetchone()[0] == value
    opened.close()


@pytest.mark.sqlite
@pytest.mark.django_db(transaction=True)
def test_a_transaction_takes_the_write_lock_at_its_start():
    file = connection.settings_dict["NAME"]
    with transaction.atomic():
        Agency.objects.count()
        other = sqlite3.connect(file, timeout=0, isolation_level=None)
        with pytest.raises(sqlite3.OperationalError, match="locked"):
            other.execute("BEGIN IMMEDIATE")
        assert other.execute("SELECT COUNT(*) FROM staffing_agency").fetchone() == (0,)
        other.close()


@pytest.mark.django_db(transaction=True)
def test_two_writers_wait_for_each_other_and_lose_nothing():
    agency = Agency.objects.create(name="Kas", slug="kas", contacts="0")

    def add():
        try:
            for _ in range(20):
                with transaction.atomic():
                    fresh = Agency.objects.select_for_update().get(pk=agency.pk)
                    fresh.contacts = str(int(fresh.contacts) + 1)
                    fresh.save()
        finally:
            connection.close()

    writers = [threading.Thread(target=add) for _ in range(3)]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    agency.refresh_from_db()
    assert agency.contacts == "60"


@pytest.mark.django_db
def test_a_selection_of_thousands_is_one_statement(django_assert_num_queries):
    agency = Agency.objects.create(name="Kas", slug="kas")
    clients = [Client(agency=agency, name=f"K{n}", slug=f"k{n}") for n in range(2000)]
    with django_assert_num_queries(1):
        Client.objects.bulk_create(clients)
    with django_assert_num_queries(1):
        assert len(Client.objects.in_bulk([client.pk for client in clients])) == 2000


@pytest.mark.django_db(transaction=True)
def test_a_row_cannot_point_at_nothing():
    with pytest.raises(IntegrityError):
        Client.objects.create(agency_id=404, name="Wees", slug="wees")


@pytest.mark.postgresql
@pytest.mark.django_db
def test_postgres_keeps_its_connections_and_looks_whether_they_live():
    assert connection.settings_dict["CONN_MAX_AGE"] == 600
    assert connection.settings_dict["CONN_HEALTH_CHECKS"]


def test_a_socket_and_a_password_with_odd_signs_are_read():
    read = databases.read("postgresql://anna:a%40b@%2Frun%2Fpg/werkbrief")
    assert (read["HOST"], read["PASSWORD"]) == ("/run/pg", "a@b")


@pytest.mark.postgresql
@pytest.mark.django_db(transaction=True)
def test_a_request_after_the_database_came_back_gets_a_new_connection():
    """Who had a connection that the server ended doesn't notice (one per request)."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_backend_pid()")
        old = cursor.fetchone()[0]
    assert connection.is_usable()
    killer = connection.copy()
    with killer.cursor() as cursor:
        cursor.execute("SELECT pg_terminate_backend(%s, 5000)", [old])
    killer.close()
    assert not connection.is_usable()
    connection.health_check_enabled = True
    connection.health_check_done = False
    connection.close_if_health_check_failed()
    assert Client.objects.count() == 0
