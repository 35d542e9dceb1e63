"""Who may be forgotten is: everywhere, and nothing but the name (GDPR 17, AWR 52)."""

import pytest
from django.db import DatabaseError, connection, transaction

from tests.cast import NOW, placed
from tests.privacy.conftest import ADDRESS, NAME, NUMBER, work
from tests.privacy.everywhere import tables_with
from werkbrief.journal.actions import MARK, Deed, record
from werkbrief.journal.models import Change, Event
from werkbrief.privacy.actions import ask_closing, ask_erasure, retain_due
from werkbrief.privacy.actions import forgetting as forgetting_room
from werkbrief.privacy.models import Erasure, Retention
from werkbrief.privacy.reads.due import due_today
from werkbrief.privacy.refusals import AlreadyErased, StillOpens, StillWorks
from werkbrief.staffing.actions import end_access
from werkbrief.staffing.models import Worker
from werkbrief.timesheets.models import Comment, TimeEntry

WORDS = ("Dąbrowski", "Dombrowski", "Łukasz", "dabrowski", NUMBER, ADDRESS)


def due(agency):
    return {one.what: one.count for one in due_today(agency, NOW) if one.count}


def test_after_an_erasure_no_text_anywhere_knows_the_name(cast, long_gone):
    hours = TimeEntry.objects.get(worker=long_gone)
    before = (hours.start, hours.end, hours.decision.verdict, Event.objects.count())
    assert len(tables_with(*WORDS)) > 12
    ask_erasure(long_gone, by=cast.jet, at=NOW)
    work()
    assert tables_with(*WORDS) == set()
    hours.refresh_from_db()
    assert (hours.start, hours.end, hours.decision.verdict) == before[:3]
    # Nothing of the journal went: two deeds were added.
    assert Event.objects.count() == before[3] + 2
    texts = sorted(Comment.objects.values_list("text", flat=True))
    assert texts == sorted(
        [f"{MARK} was er niet, zei {MARK} zelf", f"Ruilde met {MARK} ({MARK})"]
    )
    with pytest.raises(AlreadyErased):
        ask_erasure(long_gone, by=cast.jet, at=NOW)


def test_what_the_law_wants_kept_stays_and_the_address_goes(cast, just_gone):
    made = ask_erasure(just_gone, by=cast.jet, at=NOW)
    work()
    assert str(made.kept_until) == "2033-12-31"
    assert tables_with(ADDRESS) == set()
    assert Worker.objects.get(pk=just_gone.pk).name == NAME
    # Asked twice is asked once; and when the term is over the name goes by itself.
    assert ask_erasure(just_gone, by=cast.jet, at=NOW) == made
    later = NOW.replace(year=2034, month=1)
    retain_due(at=later)
    work(at=later)
    assert tables_with(*WORDS) == set()


def test_who_still_works_here_is_not_forgotten(cast):
    with pytest.raises(StillWorks, match="laatste dag"):
        ask_erasure(placed(cast.anker).worker, by=cast.jet, at=NOW)


def test_the_term_of_the_agency_does_it_by_itself_once_a_day(cast, long_gone):
    assert due(cast.agency) == {"Medewerkers": 1}
    assert due(cast.other_agency) == {}
    for _ in range(2):
        retain_due(at=NOW)
        work()
    assert tables_with(*WORDS) == set()
    assert due(cast.agency) == {}
    kept = Event.objects.get(verb="privacy.retained")
    assert kept.changes.get().after == {"erased": {"medewerkers": 1}}
    assert Retention.objects.get(agency=cast.agency).ran_on == NOW.date()


def test_ended_half_way_the_rest_is_found_all_the_same(cast, long_gone, monkeypatch):
    """The name is gone from the worker by then: what to search for was kept."""
    whole = forgetting_room.sweep
    monkeypatch.setattr(forgetting_room, "sweep", _ended)
    retain_due(at=NOW)
    with pytest.raises(KeyboardInterrupt):
        work()
    assert Worker.objects.get(pk=long_gone.pk).name == MARK
    assert tables_with(NUMBER)
    monkeypatch.setattr(forgetting_room, "sweep", whole)
    tomorrow = NOW.replace(day=24)
    retain_due(at=tomorrow)
    work(at=tomorrow)
    assert tables_with(*WORDS) == set()
    assert Erasure.objects.get().needles == {}


def _ended(*_args):
    raise KeyboardInterrupt


def test_an_account_closes_first_and_keeps_its_name_under_what_it_judged(cast):
    cast.anna.email = "anna@anker.example"
    cast.anna.save()
    with pytest.raises(StillOpens):
        ask_closing(cast.anna, cast.agency, by=cast.jet, at=NOW)
    _judge(cast)
    end_access(cast.annas, by=cast.jet, at=NOW)
    made = ask_closing(cast.anna, cast.agency, by=cast.jet, at=NOW)
    work()
    cast.anna.refresh_from_db()
    assert (cast.anna.name, cast.anna.is_active) == ("Anna Anker", False)
    assert not cast.anna.has_usable_password()
    assert str(made.kept_until) == "2033-12-31"
    assert tables_with("anna@anker.example") == set()
    later = NOW.replace(year=2034, month=1)
    retain_due(at=later)
    work(at=later)
    assert tables_with("Anna Anker", "anna@anker.example") == set()


def _judge(cast):
    record(
        "timesheets.approved", Deed(cast.agency.pk, cast.anna, NOW, "Anna Anker zegt")
    )


@pytest.mark.postgresql
@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE journal_event SET by_id = NULL",
        "UPDATE journal_event SET reason = 'een andere'",
        "UPDATE journal_event SET verb = '‹gewist›'",
        """UPDATE journal_change SET after = '{"name": "iemand anders"}'""",
        "UPDATE journal_change SET after = NULL",
        """UPDATE journal_change SET before = '{"name": "‹gewist›", "n": 1}'""",
        "DELETE FROM journal_change",
    ],
)
def test_behind_the_door_the_journal_only_forgets(cast, long_gone, statement):
    """PostgreSQL compares each line: nothing but text, and only into the mark."""
    lines = list(Change.objects.order_by("pk").values())
    opened = "SELECT set_config('werkbrief.forgetting', 'on', true)"
    with (
        pytest.raises(DatabaseError, match="journal_is_written_once"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(f"{opened}; {statement}")
    assert list(Change.objects.order_by("pk").values()) == lines
