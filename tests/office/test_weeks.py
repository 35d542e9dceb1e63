"""A client's week from the agency's side: look, look along, take a judgement back."""

import pytest
from django.urls import reverse

from tests.cast import NOW, WEEK, entry, placed, seen
from werkbrief.journal.models import Event
from werkbrief.timesheets.actions import approve, prepare, reject, reopen
from werkbrief.timesheets.models import Decision, Reason, TimeEntry
from werkbrief.timesheets.refusals import Overlapping, StillOpen

SCOPE = TimeEntry.objects


@pytest.fixture
def judged(cast):
    mine = entry(placed(cast.anker))
    approve(SCOPE.all(), seen(mine), by=cast.anna, at=NOW)
    mine.refresh_from_db()
    return mine


def address(name, entry=None):
    return reverse(name, args=[WEEK, "anker", *([entry.pk] if entry else [])])


def test_a_judgement_is_taken_back_and_leaves_its_trace(cast, judged):
    """P6.2: reopened with a reason, the version up, who judged is still told."""
    reopen(SCOPE.all(), judged.pk, reason="verkeerde dag", by=cast.jet, at=NOW)
    fresh = SCOPE.get()
    assert not hasattr(fresh, "decision")
    assert fresh.version == judged.version + 1
    event = Event.objects.get(verb="timesheets.reopened")
    change = event.changes.get()
    assert (event.by, event.reason) == (cast.jet, "verkeerde dag")
    assert (change.before["verdict"], change.before["judged_by"]) == (
        "approved",
        "Anna Anker",
    )
    assert "verdict" not in change.after
    approve(SCOPE.all(), seen(fresh), by=cast.anna, at=NOW)
    assert Decision.objects.count() == 1


def test_what_is_open_can_not_be_reopened(cast, judged):
    reopen(SCOPE.all(), judged.pk, reason="eens", by=cast.jet, at=NOW)
    with pytest.raises(StillOpen):
        reopen(SCOPE.all(), judged.pk, reason="nog eens", by=cast.jet, at=NOW)
    assert Event.objects.filter(verb="timesheets.reopened").count() == 1


def test_the_planning_no_longer_moves_what_was_once_judged(cast, judged):
    reopen(SCOPE.all(), judged.pk, reason="eens", by=cast.jet, at=NOW)
    judged.shift.is_cancelled = True
    judged.shift.save()
    prepare(cast.anker, WEEK, at=NOW)
    assert SCOPE.get().is_occupying


@pytest.mark.django_db(transaction=True)
def test_a_rejected_entry_stays_shut_while_the_worker_is_elsewhere(cast):
    mine = entry(placed(cast.anker))
    reject(SCOPE.all(), seen(mine), Reason.SWAPPED, by=cast.anna, at=NOW)
    entry(placed(cast.boot, number=mine.worker.payroll_number))
    with pytest.raises(Overlapping):
        reopen(SCOPE.all(), mine.pk, reason="toch", by=cast.jet, at=NOW)
    assert Decision.objects.filter(entry=mine).exists()


def test_the_entry_tells_its_history_and_asks_why(cast, judged, signed_in):
    jet = signed_in(cast.jet)
    page = jet.get(address("office_week_entry", judged)).text
    assert "goedgekeurd" in page
    assert "Anna Anker" in page
    silent = jet.post(address("office_week_reopen", judged), {"reden": " "})
    assert silent.status_code == 422
    assert "Schrijf in één zin waarom" in silent.text
    done = jet.post(
        address("office_week_reopen", judged), {"reden": "Dag fout"}, follow=True
    )
    assert "staat weer open" in done.text
    assert "heropend" in done.text
    assert "Dag fout" in done.text
    twice = jet.post(address("office_week_reopen", judged), {"reden": "Dag fout"})
    assert twice.status_code == 409


def test_the_week_stands_as_the_client_sees_it(cast, judged, signed_in):
    page = signed_in(cast.jet).get(address("office_week_client")).text
    assert "Kowalski, Anna" in page
    assert "✓ goed" in page


def test_looking_along_is_read_only_marked_and_written_down(cast, judged, signed_in):
    jet = signed_in(cast.jet)
    screen = reverse("timesheets", args=["anker", WEEK])
    assert jet.get(screen).status_code == 404
    page = jet.post(address("office_week_look"), follow=True)
    assert page.redirect_chain[-1][0] == screen
    assert "Je kijkt mee bij" in page.text
    event = Event.objects.get(verb="staffing.looked_along")
    assert (event.by, event.agency_id) == (cast.jet, cast.agency.pk)
    for deed, fields in (
        ("comments", {"opmerking": "Hm"}),
        ("approvals", {}),
        ("changes", {"snel": "8u"}),
        ("undoings", {"daad": "1"}),
    ):
        posted = {"gezien": f"{judged.pk}:{judged.version}", **fields}
        answer = jet.post(reverse(deed, args=["anker", WEEK]), posted)
        assert answer.status_code == 404, deed
    assert jet.get(reverse("timesheets", args=["boot", WEEK])).status_code == 404
    jet.post(reverse("office_looking_end"))
    assert jet.get(screen).status_code == 404


def test_nobody_looks_along_at_another_agency(cast, signed_in):
    daan = signed_in(cast.daan)
    assert daan.post(address("office_week_look")).status_code == 404
    session = daan.session
    session["meekijken"] = "anker"
    session.save()
    assert daan.get(reverse("timesheets", args=["anker", WEEK])).status_code == 404
