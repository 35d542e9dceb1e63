"""What was written in the journal is neither altered nor taken away."""

import pytest
from django.db import DatabaseError, connection, transaction

from tests.cast import NOW
from werkbrief.journal.actions import Deed, Trace, record
from werkbrief.journal.models import Change, Event, WrittenOnce


@pytest.fixture
def line(cast):
    deed = Deed(cast.agency.pk, cast.jet, NOW, "een reden")
    record("timesheets.changed", deed, [Trace("timesheets.timeentry", 1, {}, {"a": 1})])
    return Event.objects.get()


@pytest.mark.parametrize(
    "deed",
    [
        lambda _: Event.objects.update(reason="een andere"),
        lambda _: Event.objects.all().delete(),
        lambda _: Change.objects.update(after={}),
        lambda line: line.changes.all().delete(),
        lambda line: line.save(),
        lambda line: line.delete(),
        lambda line: Event.objects.bulk_update([line], ["reason"]),
        lambda line: Event.objects.update_or_create(
            pk=line.pk, defaults={"reason": "een andere"}
        ),
    ],
)
def test_the_application_refuses_to_alter_or_delete_a_line(line, deed):
    with pytest.raises(WrittenOnce):
        deed(line)
    assert Event.objects.get().reason == "een reden"
    assert Change.objects.get().after == {"a": 1}


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE journal_event SET reason = 'een andere'",
        "DELETE FROM journal_change",
        "UPDATE journal_change SET after = NULL",
        "DELETE FROM journal_event",
    ],
)
def test_on_postgresql_the_database_refuses_it_too(line, statement):
    if connection.vendor != "postgresql":
        # One file, one user: whoever can write it can drop any guard in it.
        return
    with (
        pytest.raises(DatabaseError, match="journal_is_written_once"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(statement)
    assert Event.objects.get().reason == "een reden"
