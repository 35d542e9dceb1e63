"""What the base schedule could learn, in a queue for the Job Coach (S8.7)."""

from datetime import timedelta

import pytest
from django.utils import timezone

from tests.cast import entry, placed, seen
from werkbrief.planning.actions import Block, Pattern, schedule
from werkbrief.timesheets.actions import approve
from werkbrief.timesheets.models import LessonAnswer
from werkbrief.words.weeks import Week

QUEUE = "/kantoor/grondplannen/"


@pytest.fixture
def jet(cast, signed_in):
    return signed_in(cast.jet)


@pytest.fixture
def anna(cast):
    """Usual until four; the last three weeks until half past four, each day."""
    anna, now = placed(cast.anker), timezone.now()
    this = Week.of(timezone.localdate())
    blocks = tuple(Block(day, 450, 960, 30) for day in (0, 1))
    schedule(anna, Pattern((this + -9).monday, blocks), by=None, at=now)
    for week in (this + -3, this + -2, this + -1):
        for day in (0, 1):
            one = entry(anna, week.days[day], end="16:30")
            approve(cast.anker.time_entries.all(), seen(one), by=cast.anna, at=now)
    return anna


def text(answer):
    return answer.content.decode()


def stamp(jet):
    page = text(jet.get(QUEUE))
    return page.partition('name="gezien" value="')[2].partition('"')[0]


def test_days_alike_stand_in_one_line_with_their_weeks(jet, anna):
    page = text(jet.get(QUEUE))
    assert "ma en di" in page
    assert "07:30–16:00/30" in page
    assert "<b>07:30–16:30/30</b>" in page
    last = Week.of(timezone.localdate()).previous
    assert f"{last.previous.number} en {last.number}" in page


def test_one_click_takes_it_over_and_it_leaves_the_queue(jet, anna):
    done = jet.post(f"{QUEUE}{anna.pk}/overname/", {"gezien": stamp(jet)}, follow=True)
    assert "geldt zo vanaf volgende week" in text(done)
    assert "Voorstellen" not in text(done)
    newest = anna.base_schedules.latest("valid_from")
    assert newest.valid_from == Week.of(timezone.localdate()).next.monday
    again = jet.post(f"{QUEUE}{anna.pk}/overname/", {"gezien": "x"})
    assert again.status_code == 409


def test_declining_asks_why_and_does_not_come_back(jet, anna):
    address = f"{QUEUE}{anna.pk}/afwijzing/"
    refused = jet.post(address, {"gezien": stamp(jet)})
    assert refused.status_code == 422
    assert "waarom niet" in text(refused)
    jet.post(address, {"gezien": stamp(jet), "antwoord": "Piekweken"})
    assert {one.reason for one in LessonAnswer.objects.all()} == {"Piekweken"}
    assert "Voorstellen" not in text(jet.get(QUEUE))


def test_hours_that_changed_since_are_refused(cast, jet, anna):
    before = stamp(jet)
    now = timezone.now()
    one = entry(anna, (Week.of(timezone.localdate()).previous).days[3])
    approve(cast.anker.time_entries.all(), seen(one), by=cast.anna, at=now)
    blocks = (Block(0, 480, 960, 30),)
    start = Week.of(timezone.localdate()).monday - timedelta(weeks=1)
    schedule(anna, Pattern(start, blocks), by=None, at=now)
    refused = jet.post(f"{QUEUE}{anna.pk}/overname/", {"gezien": before})
    assert refused.status_code == 409
