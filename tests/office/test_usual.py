"""The editor of base schedules, and who has one (S6.5, S6.6, S6.8)."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from tests.cast import NOW, placed
from werkbrief.planning.actions import Block, Pattern, repeat, schedule
from werkbrief.planning.models import BaseSchedule
from werkbrief.planning.reads import usual_week
from werkbrief.words.clock import at, clock, day_of
from werkbrief.words.weeks import Week


@pytest.fixture
def jet(cast, signed_in):
    return signed_in(cast.jet)


@pytest.fixture
def anna(cast):
    return placed(cast.anker)


@pytest.fixture
def coming():
    """The first Monday that is still to come."""
    return Week.of(timezone.localdate()).next.monday


def text(answer):
    return answer.content.decode()


def page(assignment):
    return f"/kantoor/grondplannen/{assignment.pk}/"


def seen(jet, assignment):
    shown = text(jet.get(page(assignment)))
    return shown.partition('name="gezien" value="')[2].partition('"')[0]


def kept(jet, assignment, day, **typed):
    sent = {"vanaf": day.isoformat(), "gezien": seen(jet, assignment)} | typed
    return jet.post(page(assignment), sent)


def week_of(client, week):
    return [
        (day.weekday(), clock(start), clock(end), pause)
        for (_, day), stretches in sorted(usual_week(client, week).items())
        for start, end, pause in stretches
    ]


def test_several_stretches_a_day_and_the_break_that_the_law_asks(
    cast, jet, anna, coming
):
    typed = {"d0-0": "6-10, 15:00-19:00", "d0-2": "0730-1600", "d0-4": "22-6/45"}
    assert kept(jet, anna, coming, **typed).status_code == 302
    assert week_of(cast.anker, Week.of(coming)) == [
        (0, "06:00", "10:00", 0),
        (0, "15:00", "19:00", 0),
        (2, "07:30", "16:00", 30),
        (4, "22:00", "06:00", 45),
    ]


def test_weeks_take_turns_from_the_week_in_which_they_start(cast, jet, anna, coming):
    typed = {"weken": "2", "d0-0": "6-14", "d1-0": "14-22"}
    kept(jet, anna, coming, **typed)
    weeks = [Week.of(coming) + n for n in range(4)]
    starts = [week_of(cast.anker, week)[0][1] for week in weeks]
    assert starts == ["06:00", "14:00", "06:00", "14:00"]


def test_a_new_version_is_a_new_row_and_the_old_one_stays_in_sight(
    cast, jet, anna, coming
):
    old = Pattern(date(2026, 1, 1), (Block(0, 420, 930, 30),))
    schedule(anna, old, by=cast.jet, at=NOW)
    kept(jet, anna, coming, **{"d0-0": "8-17/60"})
    assert BaseSchedule.objects.count() == 2
    shown = text(jet.get(page(anna)))
    assert "ma 07:00–15:30/30" in shown
    assert "ma 08:00–17:00/60" in shown
    assert "Jet Jobcoach" in shown
    assert week_of(cast.anker, Week.of(coming).previous)[0][1] == "07:00"
    assert week_of(cast.anker, Week.of(coming))[0][1] == "08:00"


def test_the_form_goes_on_with_whose_turn_it_is_next_week(cast, jet, anna, coming):
    blocks = (Block(0, 360, 840, 0, 0), Block(0, 840, 1320, 0, 1))
    start = coming - timedelta(weeks=3)
    schedule(anna, Pattern(start, blocks, 2), by=cast.jet, at=NOW)
    shown = text(jet.get(page(anna)))
    first = shown.partition('name="d0-0" value="')[2].partition('"')[0]
    assert first == "14:00-22:00/0"


def test_what_was_planned_by_the_old_one_goes_along_with_its_hours(
    cast, jet, anna, coming
):
    """S6.8: what was planned by hand stays."""
    days = tuple(Block(day, 420, 930, 30) for day in (0, 1))
    schedule(anna, Pattern(coming - timedelta(weeks=1), days), by=None, at=NOW)
    for day, hour in ((coming, 420), (coming + timedelta(days=1), 480)):
        anna.shifts.create(
            agency=cast.agency,
            client=cast.anker,
            worker=anna.worker,
            start=at(day, hour),
            end=at(day, 930),
            break_minutes=30,
        )
    kept(jet, anna, coming, **{"d0-0": "9-17/30", "d0-1": "9-17/30"})
    stands = [
        (day_of(one.start).weekday(), clock(one.start), clock(one.time_entry.start))
        for one in anna.shifts.standing().order_by("start")
    ]
    assert stands == [(0, "09:00", "09:00"), (1, "08:00", "08:00")]


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ({"d0-0": "8u"}, "mist een begin of een eind"),
        ({"d0-0": "morgen"}, "niet te lezen"),
        ({"d0-0": "8-12, 11-15"}, "overlappen"),
        ({"d0-0": "8-9/90"}, "langer pauze dan dienst"),
        ({"vanaf": ""}, "Kies vanaf welke dag"),
        ({"vanaf": "2020-01-06"}, "wat geweest is blijft"),
    ],
)
def test_what_cannot_be_read_is_refused_at_its_field(jet, anna, coming, typed, says):
    refused = kept(jet, anna, coming, **{"d0-1": "8-12"} | typed)
    assert refused.status_code == 422
    assert says in text(refused)
    assert 'aria-invalid="true"' in text(refused)
    assert 'name="d0-1" value="8-12"' in text(refused)
    assert not BaseSchedule.objects.exists()


def test_a_colleague_s_newer_version_is_shown_first(cast, jet, anna, coming):
    before = seen(jet, anna)
    schedule(anna, Pattern(coming, (Block(0, 420, 930),)), by=cast.jet, at=NOW)
    sent = {"vanaf": coming.isoformat(), "gezien": before, "d0-0": "8-12"}
    refused = jet.post(page(anna), sent)
    assert refused.status_code == 409
    assert "intussen gewijzigd" in text(refused)
    assert "ma 07:00–15:30" in text(refused)


def test_the_preview_shows_the_coming_weeks_and_keeps_nothing(jet, anna, coming):
    sent = {"vanaf": coming.isoformat(), "weken": "2", "d0-0": "6-14/30"}
    shown = text(jet.post(f"{page(anna)}voorbeeld/", sent))
    assert shown.count("06:00–14:00") == 2
    assert "7:30" in shown
    refused = jet.post(f"{page(anna)}voorbeeld/", sent | {"d1-3": "x"})
    assert refused.status_code == 422
    assert not BaseSchedule.objects.exists()


def test_the_list_finds_who_has_none_yet(cast, jet, anna):
    emre = placed(cast.boot, "Yılmaz, Emre")
    blocks = tuple(Block(day, 420, 930, 30) for day in range(5))
    repeat(anna, Pattern(date(2026, 1, 1), blocks), by=cast.jet, at=NOW)
    shown = text(jet.get("/kantoor/grondplannen/"))
    assert "ma–vr 07:00–15:30/30" in shown
    assert "1 lopende plaatsing heeft er nog geen" in shown
    found = text(jet.get("/kantoor/grondplannen/", {"zonder": "ja"}))
    assert emre.worker.name in found
    assert anna.worker.name not in found
    assert "Kowalski" in text(jet.get("/kantoor/grondplannen/", {"zoek": "anker"}))


def test_the_list_asks_the_same_for_many(cast, jet, django_assert_max_num_queries):
    counts = []
    for many in (2, 20):
        for _ in range(many):
            one = placed(cast.anker)
            pattern = Pattern(date(2026, 1, 1), (Block(0, 420, 930),))
            schedule(one, pattern, by=None, at=NOW)
        jet.get("/kantoor/grondplannen/")
        with django_assert_max_num_queries(12) as asked:
            jet.get("/kantoor/grondplannen/")
        counts.append(len(asked))
    assert counts[0] == counts[1]
