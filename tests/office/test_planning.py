"""The office plans a week: what stands on screen and what deeds answer."""

from datetime import timedelta

import pytest
from django.urls import reverse

from tests.cast import MONDAY, NOW, WEEK, crowd, entry, placed, seen, shift
from werkbrief.planning.models import Absence, Shift
from werkbrief.planning.reads.proposals import stamp
from werkbrief.timesheets.actions import approve, change, prepare
from werkbrief.words.clock import clock
from werkbrief.words.notation import Typed

GRID = f"/kantoor/planning/{WEEK}/anker/"


@pytest.fixture
def jet(cast, signed_in):
    return signed_in(cast.jet)


@pytest.fixture
def anna(cast):
    return placed(cast.anker, department="Kas 1")


def cell(assignment, day=MONDAY, *shifts, **more):
    return {
        "plaatsing": assignment.pk,
        "dag": day.isoformat(),
        "gezien": stamp(shifts),
        **more,
    }


def text(answer):
    return answer.content.decode()


def test_everybody_who_is_placed_stands_there_planned_or_not(cast, jet, anna):
    shift(placed(cast.anker, "Yılmaz, Emre", department="Kas 2"))
    gone = placed(cast.anker, "Weg, Willem")
    gone.ends_on = MONDAY - timedelta(days=1)
    gone.save()
    page = text(jet.get(GRID))
    assert "Kowalski, Anna" in page
    assert "07:30–16:00" in page
    assert "Weg, Willem" not in page
    assert "<b>1</b> van 2 medewerkers ingepland" in page
    found = text(jet.get(GRID, {"zoek": "yilm"}))
    assert "Kowalski" not in found
    assert "Emre" in found


def test_the_clients_with_how_far_their_planning_is(cast, jet, anna):
    shift(placed(cast.anker, "Yılmaz, Emre"))
    page = text(jet.get(f"/kantoor/planning/{WEEK}/"))
    assert "1/2" in page
    assert "8:00" in page
    assert "Duin" not in page


def test_a_line_plans_a_shift_and_its_hours_follow_at_once(cast, jet, anna):
    done = jet.post(f"{GRID}diensten/", cell(anna, snel="0730-1600/30"))
    assert done.status_code == 200
    assert "Ingepland." in text(done)
    made = Shift.objects.get()
    assert clock(made.time_entry.start) == "07:30"


def test_an_unreadable_line_is_refused_in_a_sentence(jet, anna):
    refused = jet.post(f"{GRID}diensten/", cell(anna, snel="zeven uur"))
    assert refused.status_code == 409
    assert "niet te lezen" in text(refused)


def test_a_stale_cell_is_refused_with_the_row_as_it_is_now(jet, anna):
    shift(anna)
    refused = jet.post(f"{GRID}diensten/", cell(anna, snel="8-12"))
    assert refused.status_code == 409
    assert "intussen gewijzigd" in text(refused)
    assert "07:30–16:00" in text(refused)


def test_many_cells_are_sent_in_one_go(cast, jet, anna):
    tuesday = (MONDAY + timedelta(days=1)).isoformat()
    chosen = f"{anna.pk}|{MONDAY}|;{anna.pk}|{tuesday}|"
    done = jet.post(f"{GRID}cellen/", {"cellen": chosen, "snel": "8-17"})
    assert "2 diensten ingepland of gewijzigd" in text(done)
    assert jet.post(f"{GRID}cellen/", {"cellen": chosen, "snel": "8"}).status_code > 400
    strange = placed(cast.boot, "Elders, Els")
    chosen = f"{strange.pk}|{MONDAY}|"
    assert jet.post(f"{GRID}cellen/", {"cellen": chosen}).status_code == 404
    stamped = ";".join(
        f"{anna.pk}|{day}|{stamp([one])}"
        for day, one in zip(
            (MONDAY, tuesday), anna.shifts.order_by("start"), strict=True
        )
    )
    done = jet.post(f"{GRID}cellen/", {"cellen": stamped, "daad": "vervalt"})
    assert "2 diensten vervallen" in text(done)


def test_a_plus_plans_one_more_in_the_same_cell(jet, anna):
    first = shift(anna, end="12:00", pause=0)
    jet.post(f"{GRID}diensten/", cell(anna, MONDAY, first, snel="+15-19"))
    assert Shift.objects.standing().count() == 2


def test_a_short_night_s_rest_is_told_and_planned_all_the_same(jet, anna):
    shift(anna, start="14:00", end="23:00")
    tuesday = MONDAY + timedelta(days=1)
    done = jet.post(f"{GRID}diensten/", cell(anna, tuesday, snel="6-12"))
    assert "Let op:" in text(done)
    assert "rust" in text(done)
    assert Shift.objects.count() == 2
    assert "rust" in text(jet.get(f"{GRID}waarschuwingen/"))


def test_work_at_another_client_counts_for_the_rest_and_shows(cast, jet, anna):
    there = placed(cast.boot, number=anna.worker.payroll_number)
    shift(there, start="14:00", end="23:00")
    tuesday = MONDAY + timedelta(days=1)
    done = jet.post(f"{GRID}diensten/", cell(anna, tuesday, snel="6-12"))
    assert "Let op:" in text(done)
    assert "14:00–23:00 Boot" in text(jet.get(GRID))


def test_touched_hours_stay_and_show_as_a_difference(cast, jet, anna):
    """A change after preparing reaches untouched hours only."""
    mine, other = shift(anna), shift(placed(cast.anker, "Yılmaz, Emre"))
    prepare(cast.anker, WEEK, at=NOW)
    hours = mine.time_entry
    entries = cast.anker.time_entries.all()
    change(entries, seen(hours), Typed(end=17 * 60), by=cast.anna, at=NOW)
    for one in (mine, other):
        line = {"dienst": one.pk, "snel": "8-16"}
        jet.post(f"{GRID}diensten/", cell(one.assignment, MONDAY, one, **line))
    for one in (mine, other):
        one.time_entry.refresh_from_db()
    assert clock(mine.time_entry.end) == "17:00"
    assert clock(other.time_entry.start) == "08:00"
    assert text(jet.get(GRID)).count("≠ 07:30–17:00") == 1
    assert "Wat hier wijzigt komt daar niet meer bij" in text(
        jet.get(f"{GRID}cel/", {"plaatsing": anna.pk, "dag": MONDAY.isoformat()})
    )


def test_hours_as_planned_are_no_difference(cast, jet, anna):
    hours = entry(anna)
    approve(cast.anker.time_entries.all(), seen(hours), by=cast.anna, at=NOW)
    assert "≠" not in text(jet.get(GRID))


def test_hours_of_a_shift_that_lapsed_stay_in_sight(cast, jet, anna):
    hours = entry(anna)
    entries = cast.anker.time_entries.all()
    change(entries, seen(hours), Typed(end=17 * 60), by=cast.anna, at=NOW)
    gone = {"dienst": hours.shift_id, "daad": "vervalt"}
    done = jet.post(f"{GRID}diensten/", cell(anna, MONDAY, hours.shift, **gone))
    assert "Dienst vervallen." in text(done)
    assert "≠ 07:30–17:00" in text(done)


def test_away_shows_the_day_and_never_why(jet, anna):
    there = {"plaatsing": anna.pk, "dag": MONDAY.isoformat()}
    away = there | {"van": MONDAY.isoformat(), "tot": MONDAY.isoformat()}
    assert "is afwezig" in text(jet.post(f"{GRID}afwezigheid/", away))
    assert 'data-s="absent"' in text(jet.get(GRID))
    assert "tot en met ma 16 nov" in text(jet.get(f"{GRID}cel/", there))
    jet.post(f"{GRID}afwezigheid/", away | {"daad": "aanwezig"})
    assert not Absence.objects.exists()
    assert jet.post(f"{GRID}afwezigheid/", there).status_code == 422


def test_undo_takes_the_hours_back_as_well(jet, anna):
    done = jet.post(f"{GRID}diensten/", cell(anna, snel="8-12"))
    number = text(done).partition('data-event="')[2].partition('"')[0]
    assert jet.post(f"{GRID}ongedaan/", {"daad": number}).status_code == 200
    made = Shift.objects.get()
    assert made.is_cancelled
    assert not made.time_entry.is_occupying
    assert jet.post(f"{GRID}ongedaan/", {"daad": number}).status_code == 409


def test_a_second_click_plans_nothing_twice(jet, anna):
    for status in (200, 409):
        done = jet.post(f"{GRID}diensten/", cell(anna, snel="8-12"))
        assert done.status_code == status
    assert Shift.objects.count() == 1


@pytest.mark.parametrize("field", ["plaatsing", "dag"])
def test_what_is_not_of_this_client_and_week_does_not_exist(cast, jet, anna, field):
    other = placed(cast.boot, "Elders, Els").pk
    wrong = {"plaatsing": other, "dag": "2026-12-24"}[field]
    sent = cell(anna, snel="8-12") | {field: wrong}
    assert jet.post(f"{GRID}diensten/", sent).status_code == 404
    assert jet.get(f"{GRID}cel/", sent).status_code == 404
    assert not Shift.objects.exists()


def test_the_dialog_offers_what_the_usual_week_says(cast, jet, anna):
    usual = anna.base_schedules.create(valid_from=MONDAY)
    usual.blocks.create(weekday=0, start=420, end=930, break_minutes=30)
    page = text(
        jet.get(f"{GRID}cel/", {"plaatsing": anna.pk, "dag": MONDAY.isoformat()})
    )
    assert 'value="07:00"' in page
    assert "Zoals in het grondplan" in page


@pytest.mark.parametrize(
    "address",
    [GRID, f"{GRID}waarschuwingen/", f"/kantoor/planning/{WEEK}/"],
)
def test_the_screens_ask_the_same_for_many(
    cast, jet, address, django_assert_max_num_queries
):
    crowd(cast.anker, 3)
    jet.get(address)
    with django_assert_max_num_queries(16) as few:
        jet.get(address)
    crowd(cast.anker, 40)
    with django_assert_max_num_queries(16) as many:
        jet.get(address)
    assert len(few) == len(many)


def test_account_managers_look_at_the_board_and_do_not_plan(cast, signed_in):
    week = f"/kantoor/weken/{WEEK}/anker/"
    assert GRID in text(signed_in(cast.jet).get(week))
    cast.jet.agency_roles.update(role="account_manager")
    browser = signed_in(cast.jet)
    assert GRID not in text(browser.get(week))
    assert browser.get(reverse("office_planning")).status_code == 404
    assert "/kantoor/planning/" not in text(browser.get("/kantoor/", follow=True))
