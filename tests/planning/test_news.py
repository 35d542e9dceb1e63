"""What is planned appears by itself, whoever did it; and only that."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from tests.cast import MONDAY, WEEK, placed
from werkbrief.planning.actions import Planned, plan, tell_absent, undo
from werkbrief.planning.models import Shift
from werkbrief.words.clock import at

CLIENTS = f"/klanten/anker/weken/{WEEK}/werkplanning/nieuws/"
OFFICES = f"/kantoor/planning/{WEEK}/anker/nieuws/"


@pytest.fixture
def kowalski(cast):
    return placed(cast.anker)


@pytest.fixture(params=["client", "office"])
def ask(request, cast, client):
    """An open planning, the client's or the office's, with its last mark."""
    is_office = request.param == "office"
    client.force_login(cast.jet if is_office else cast.anna)
    marks = [""]

    def look(**more):
        query = {"stand": marks[-1], "sinds": int(timezone.now().timestamp()) - 2}
        answer = client.get(OFFICES if is_office else CLIENTS, query | more)
        marks.append(answer["X-Stand"])
        return answer

    return look


def planned(assignment, *hours):
    stretches = [Planned(at(MONDAY, 60 * a), at(MONDAY, 60 * b)) for a, b in hours]
    days = {(assignment.pk, MONDAY): stretches}
    return plan(days, agency=assignment.agency, by=None, at=timezone.now())


def test_a_shift_is_drawn_once_and_its_totals_with_it(ask, kowalski):
    """S8.5 for the planning: on both sides of the table."""
    assert ask().status_code == 204
    planned(kowalski, (7, 12))
    told = ask().content.decode()
    assert f'id="r{kowalski.pk}"' in told
    assert "07:00–12:00" in told
    assert f'id="t{kowalski.pk}" data-people="1"' in told
    assert ask().status_code == 204
    planned(kowalski, (8, 12))
    assert "08:00–12:00" in ask().content.decode()


def test_who_is_away_and_what_is_undone_are_news(ask, kowalski, cast):
    planned(kowalski, (7, 12))
    ask()
    now = timezone.now()
    event = tell_absent(kowalski.worker, MONDAY, None, by=cast.jet, at=now)
    assert "afwezig" in ask().content.decode()
    undo(cast.anker, event.pk, by=cast.jet, at=now)
    assert "afwezig" not in ask().content.decode()
    assert Shift.objects.standing().count() == 1


def test_the_whole_sheet_comes_when_asked_for(ask, kowalski):
    planned(kowalski, (7, 12))
    assert '<tbody id="rows">' in ask(heel="1").content.decode()


def test_what_is_planned_elsewhere_is_no_news(ask, cast):
    ask()
    planned(placed(cast.boot, name="Nowak, Ewa"), (7, 12))
    assert ask().status_code == 204


def test_a_quiet_planning_is_asked_for_in_one_statement(ask, kowalski, client):
    """And who asks, and whose planning it is."""
    ask()
    with CaptureQueriesContext(connection) as sent:
        assert ask().status_code == 204
    assert len(sent) <= 5, [each["sql"] for each in sent]
    journal = [each for each in sent if "journal_" in each["sql"]]
    assert len(journal) == 1
