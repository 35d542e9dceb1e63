"""What colleagues do appears by itself, and looking for it costs next to nothing."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from tests.cast import WEEK, entry, placed, seen
from werkbrief.timesheets import actions
from werkbrief.timesheets.reads import entries_for
from werkbrief.words.notation import Typed


@pytest.fixture
def monday(cast):
    return entry(placed(cast.anker))


@pytest.fixture
def ask(cast, client):
    """What Anna's open week asks, with the mark of the last answer."""
    client.force_login(cast.anna)
    marks = [""]

    def look():
        since = int(timezone.now().timestamp()) - 2
        answer = client.get(
            f"/klanten/anker/weken/{WEEK}/nieuws/",
            {"stand": marks[-1], "sinds": since},
        )
        marks.append(answer["X-Stand"])
        return answer

    return look


def change(membership, row, minutes, at=None):
    scope = entries_for(membership)
    actions.change(
        scope,
        seen(row),
        Typed(pause=minutes),
        by=membership.user,
        at=at or timezone.now(),
    )
    row.refresh_from_db()


def test_a_colleagues_deed_is_drawn_once(cast, ask, monday):
    assert ask().status_code == 204
    change(cast.annas, monday, 5)
    answer = ask()
    assert answer.status_code == 200
    assert f'id="e{monday.pk}"' in answer.content.decode()
    assert ask().status_code == 204
    change(cast.annas, monday, 10, at=timezone.now() - timedelta(seconds=15))
    assert ask().status_code == 200, "a deed that took long before it was stored"


def test_what_happens_elsewhere_is_no_news(cast, ask, monday):
    elsewhere = entry(placed(cast.boot, name="Nowak, Ewa"))
    ask()
    change(cast.brams, elsewhere, 5)
    assert ask().status_code == 204


def test_a_quiet_week_is_asked_for_in_one_statement(cast, ask, monday):
    """And three to know who asks."""
    ask()
    with CaptureQueriesContext(connection) as sent:
        assert ask().status_code == 204
    assert len(sent) == 4, [each["sql"] for each in sent]
