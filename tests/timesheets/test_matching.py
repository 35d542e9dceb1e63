"""Who is meant by what the client typed: a score, doubles and overlaps (S5.3)."""

import pytest

from bench.frame.misspelling import NAMES, misspelt
from tests.cast import MONDAY, NOW, WEEK, entry, placed
from werkbrief.timesheets.actions import Slip, add_manual
from werkbrief.timesheets.models import ManualEntry
from werkbrief.timesheets.reads import likeness, manual_queue
from werkbrief.words.notation import Typed


@pytest.fixture
def queue(cast):
    """Slips by these names, as the office sees them."""

    def queue(*names, days=(MONDAY,), by=cast.anna, client=None):
        client = client or cast.anker
        function = client.assignments.first().job_function
        for who in names:
            slip = Slip(function, who, days, Typed(start=450, end=960, pause=30))
            add_manual(client, slip, by=by, at=NOW)
        return manual_queue(ManualEntry.objects.all())

    return queue


@pytest.mark.parametrize(
    "typed",
    [
        "Kowalski, Anna",
        "anna kowalski",
        "Kowalsky Ana",
        "A. Kowalski 00234",
        "234",
        "Anna K 234",
        "KOWALSKI  (234)",
    ],
)
def test_the_likeliest_stands_first_however_it_was_typed(cast, queue, typed):
    # P5.3.10
    for name, number in (("Kowalczyk, Anita", "243"), ("Nowak, Anna", "1234")):
        placed(cast.anker, name, number)
    placed(cast.anker, "Kowalski, Anna", "234")
    (slip,) = queue(typed)
    assert slip.candidates[0].worker == "Kowalski, Anna"


def test_nothing_like_anybody_gives_nobody(cast, queue):
    placed(cast.anker, "Kowalski, Anna", "234")
    (slip,) = queue("Xu Qing")
    assert slip.candidates == ()


def test_only_who_is_placed_at_this_client_on_these_days_is_meant(cast, queue):
    left = placed(cast.anker, "Kowalski, Anna", "234")
    left.ends_on = WEEK.previous.sunday
    left.save()
    placed(cast.boot, "Kowalski, Anna", "234")
    (slip,) = queue("Kowalski, Anna 234")
    assert slip.candidates == ()


def test_hours_that_are_there_already_are_told_and_stand_first(cast, queue):
    """S5.3: matching warns of duplicates and overlaps."""
    free = placed(cast.anker, "Nowak, Piotr", "9")
    entry(placed(cast.boot, "Kowalski, Anna", "234"), start="6:00", end="8:00")
    placed(cast.anker, "Kowalski, Anna", "234")
    first, second = queue("Piotr Nowak", "Kowalski 234")
    assert first.line.who == "Kowalski 234"
    assert first.candidates[0].overlaps == ("ma 16-11 06:00–08:00 bij Boot",)
    assert first.is_doubtful
    assert not first.candidates[0].is_sure
    assert second.candidates[0].assignment_id == free.pk
    assert second.candidates[0].is_sure


def test_two_slips_for_one_person_at_one_time_are_told(cast, queue):
    placed(cast.anker, "Kowalski, Anna", "234")
    slips = queue("Anna Kowalski", "Kowalsky, Anna")
    assert [slip.twins for slip in slips] == [
        ("“Kowalsky, Anna” van Anna Anker",),
        ("“Anna Kowalski” van Anna Anker",),
    ]


def test_the_function_decides_between_two_assignments_of_one_worker(cast, queue):
    teler = placed(cast.anker, "Kowalski, Anna", "234", function="Teler")
    placed(cast.anker, "Kowalski, Anna", "234", function="Chauffeur")
    (slip,) = queue("Anna Kowalski")
    assert slip.candidates[0].assignment_id == teler.pk


def test_300_misspelt_names_find_their_own(cast):
    """At least 95 of 100 stand first; bench/matching.py prints the share."""
    known = [(name, str(1000 + 7 * n)) for n, name in enumerate(NAMES)]
    right = 0
    cases = list(misspelt(known, 300))
    for typed, meant in cases:
        best = max(known, key=lambda one: likeness(typed, *one))
        right += best == meant
    assert len(cases) == 300
    assert right / 300 >= 0.95


@pytest.mark.parametrize("slips", [2, 20])
def test_the_queue_takes_as_many_statements_for_ten_times_the_slips(
    cast, queue, django_assert_num_queries, slips
):
    for number in range(slips):
        entry(placed(cast.anker, f"Naam{number}, Test", f"{100 + number}"))
    queue(*[f"Test Naam{number}" for number in range(slips)])
    with django_assert_num_queries(4):
        assert len(manual_queue(ManualEntry.objects.all())) == slips
