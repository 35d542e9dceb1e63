"""Who did what when, before and after, for every deed; nothing without a trace."""

from datetime import timedelta

import pytest

from tests.cast import MONDAY, NOW, WEEK, crowd, entry, placed, shift
from tests.timesheets.conftest import Hand
from werkbrief.journal.models import Change, Event
from werkbrief.journal.reads import histories, history
from werkbrief.planning.actions import Planned, plan
from werkbrief.timesheets.actions import prepare
from werkbrief.timesheets.actions.locking import KIND
from werkbrief.timesheets.models import Reason, TimeEntry

AFTERWARDS = NOW + timedelta(seconds=5)


def changed(anna, monday):
    anna.change(monday, start=480)


def approved(anna, monday):
    anna.approve(monday)


def rejected(anna, monday):
    anna.reject(monday, reason=Reason.SWAPPED)


def commented(anna, monday):
    anna.comment(monday, text="Kwam later.")


def undone(anna, monday):
    anna.undo(anna.approve(monday), at=AFTERWARDS)


PLAIN = {"start", "end", "break_minutes", "version", "is_touched"}


@pytest.mark.parametrize(
    ("deed", "before", "after"),
    [
        (changed, PLAIN, PLAIN),
        (approved, PLAIN, PLAIN | {"verdict", "reason"}),
        (rejected, PLAIN, PLAIN | {"verdict", "reason"}),
        (commented, None, {"comment"}),
        (undone, PLAIN | {"verdict", "reason"}, PLAIN),
    ],
)
def test_every_deed_leaves_one_readable_record(cast, deed, before, after):
    monday = entry(placed(cast.anker))
    deed(Hand(cast.annas), monday)
    told = history(KIND, monday.pk)[0]
    assert told.verb == f"timesheets.{deed.__name__}"
    assert told.by == "Anna Anker"
    assert told.at in (NOW, AFTERWARDS)
    assert (set(told.before) if told.before else None) == before
    assert set(told.after) == after
    event = Event.objects.latest("pk")
    assert event.agency_id == cast.agency.pk
    assert event.changes.count() == 1


def test_the_hours_before_and_after_are_in_the_record(cast):
    monday = entry(placed(cast.anker))
    anna = Hand(cast.annas)
    anna.change(monday, start=480, pause=45)
    (told,) = history(KIND, monday.pk)
    assert told.after["start"] - told.before["start"] == 30
    assert (told.before["break_minutes"], told.after["break_minutes"]) == (30, 45)
    assert (told.before["version"], told.after["version"]) == (1, 2)


def test_the_reason_of_a_rejection_stands_with_the_deed(cast):
    monday = entry(placed(cast.anker))
    Hand(cast.annas).reject(monday, reason=Reason.SENT_HOME)
    assert history(KIND, monday.pk)[0].reason == "sent_home"


def test_laying_ready_and_withdrawing_are_the_portals_own_deeds(cast):
    planned = shift(placed(cast.anker))
    prepare(cast.anker, WEEK, at=NOW)
    made = TimeEntry.objects.get()
    planned.is_cancelled = True
    planned.save()
    prepare(cast.anker, WEEK, at=NOW)
    gone, born = history(KIND, made.pk)
    assert (born.verb, born.by, born.before) == ("timesheets.prepared", "", None)
    assert gone.before["start"] == made.start
    assert gone.after is None


def test_planning_is_recorded_with_before_and_after(cast):
    assignment = placed(cast.anker)
    deed = {"agency": cast.agency, "by": cast.jet, "at": NOW}
    for stretches in ([(0, 480)], [(60, 480)], []):
        start = shift(assignment, WEEK.next.monday, is_cancelled=True).start
        wanted = [Planned(start + a, start + b) for a, b in stretches]
        plan({(assignment.pk, WEEK.next.monday): wanted}, **deed)
    changes = Change.objects.filter(kind="planning.shift").order_by("pk")
    born, moved, gone = changes
    assert (born.before, gone.after) == (None, None)
    assert moved.after["start"] - moved.before["start"] == 60
    assert gone.before == moved.after
    assert {change.event.by for change in changes} == {cast.jet}


def test_a_refused_deed_leaves_no_record(cast):
    entry(placed(cast.anker), MONDAY)
    anna = Hand(cast.annas)
    monday = anna.scope.get()
    with pytest.raises(Exception, match="langer dan"):
        anna.change(monday, pause=600)
    assert not Event.objects.exists()


def test_a_deed_on_many_is_one_event_with_a_change_for_each(
    cast, django_assert_num_queries
):
    entries = crowd(cast.anker, 40)
    Hand(cast.annas).approve(*entries)
    assert Event.objects.get().changes.count() == 200
    with django_assert_num_queries(1):
        told = histories(KIND, [made.pk for made in entries])
    assert all(len(lines) == 1 for lines in told.values())


def test_the_newest_stands_first_and_others_are_not_told(cast):
    monday, other = entry(placed(cast.anker)), entry(placed(cast.anker))
    anna = Hand(cast.annas)
    anna.comment(monday, other)
    anna.change(monday, start=480, at=AFTERWARDS)
    verbs = [told.verb for told in history(KIND, monday.pk)]
    assert verbs == ["timesheets.changed", "timesheets.commented"]
    assert len(history(KIND, other.pk)) == 1
    assert histories(KIND, []) == {}
