"""A whole week at once: copied, filled from the base schedule, or for a request."""

from datetime import timedelta

import pytest
from django.utils import timezone

from tests.cast import MONDAY, NOW, WEEK, placed, shift
from werkbrief.planning.actions import Need, ask_for_staff, tell_absent
from werkbrief.planning.models import OrderAnswer, Shift, StaffingOrder
from werkbrief.words.clock import at, clock, day_of
from werkbrief.words.weeks import Week

NEXT = WEEK.next
GRID = f"/kantoor/planning/{NEXT}/anker/"


@pytest.fixture
def jet(cast, signed_in):
    return signed_in(cast.jet)


@pytest.fixture
def anna(cast):
    return placed(cast.anker)


def text(answer):
    return answer.content.decode()


def stamp(preview):
    return text(preview).partition('name="gezien" value="')[2].partition('"')[0]


def copied(jet):
    preview = jet.get(f"{GRID}overnemen/")
    return jet.post(f"{GRID}overname/", {"van": WEEK, "gezien": stamp(preview)})


def test_a_week_is_copied_once_and_only_where_nothing_stands(cast, jet, anna):
    emre = placed(cast.anker, "Yılmaz, Emre")
    for one in (anna, emre):
        shift(one)
        shift(one, WEEK.days[4], "22:00", "6:00")
    shift(emre, NEXT.monday, "9:00", "12:00", 0)
    preview = text(jet.get(f"{GRID}overnemen/"))
    assert "<b>3 diensten</b> voor 2 medewerkers" in preview
    assert "1 overgeslagen: staat al iets gepland" in preview
    assert "3 diensten ingepland" in text(copied(jet))
    made = [(day_of(s.start), clock(s.start)) for s in cast.anker.shifts.in_week(NEXT)]
    assert sorted(made) == [
        (NEXT.monday, "07:30"),
        (NEXT.monday, "09:00"),
        (NEXT.days[4], "22:00"),
        (NEXT.days[4], "22:00"),
    ]
    assert "Er viel niets in te plannen" in text(copied(jet))


def test_whoever_is_away_gone_or_busy_is_left_out_with_the_reason(cast, jet, anna):
    away = placed(cast.anker, "Weg, Willem")
    gone = placed(cast.anker, "Klaar, Karel")
    busy = placed(cast.anker, "Druk, Daan")
    for one in (anna, away, gone, busy):
        shift(one)
    tell_absent(away.worker, NEXT.monday, None, by=cast.jet, at=NOW)
    gone.ends_on = WEEK.sunday
    gone.save()
    shift(placed(cast.boot, number=busy.worker.payroll_number), NEXT.monday)
    preview = text(jet.get(f"{GRID}overnemen/"))
    for why in ("dan afwezig", "niet (meer) geplaatst", "elders ingepland"):
        assert f"1 overgeslagen: {why}" in preview or why in preview
    copied(jet)
    assert cast.anker.shifts.in_week(NEXT).get().assignment == anna


def test_a_preview_that_is_no_longer_true_is_refused(cast, jet, anna):
    shift(anna)
    seen = stamp(jet.get(f"{GRID}overnemen/"))
    shift(anna, NEXT.monday)
    refused = jet.post(f"{GRID}overname/", {"van": WEEK, "gezien": seen})
    assert refused.status_code == 409
    assert "intussen gewijzigd" in text(refused)
    assert cast.anker.shifts.in_week(NEXT).count() == 1


def test_a_copied_week_is_undone_in_one_go(cast, jet, anna):
    shift(anna)
    shift(anna, WEEK.days[2])
    done = text(copied(jet))
    number = done.partition('data-event="')[2].partition('"')[0]
    jet.post(f"{GRID}ongedaan/", {"daad": number})
    assert not cast.anker.shifts.in_week(NEXT).standing().exists()


def test_the_usual_week_fills_who_nobody_planned_and_does_so_once(cast, jet, anna):
    """S6.7 on screen: previewed, idempotent, and what stands stays."""
    emre = placed(cast.anker, "Yılmaz, Emre")
    for one in (anna, emre):
        usual = one.base_schedules.create(valid_from=MONDAY)
        usual.blocks.create(weekday=0, start=420, end=930, break_minutes=30)
        usual.blocks.create(weekday=2, start=420, end=930, break_minutes=30)
    shift(emre, NEXT.days[3])
    preview = jet.get(f"{GRID}grondplan/")
    assert "<b>2 diensten</b> voor 1 medewerker" in text(preview)
    assert "2 overgeslagen: staat al iets gepland" in text(preview)
    done = jet.post(f"{GRID}vulling/", {"gezien": stamp(preview)})
    assert "2 diensten ingepland" in text(done)
    again = jet.get(f"{GRID}grondplan/")
    assert "Er komt niets bij" in text(again)
    jet.post(f"{GRID}vulling/", {"gezien": stamp(again)})
    assert Shift.objects.count() == 3


@pytest.fixture
def coming(cast):
    """Anna's client asks for two, the day after tomorrow."""
    function = placed(cast.anker, "Eerste, Eva").job_function
    day = timezone.localdate() + timedelta(days=2)
    need = Need(2, function, [day], 420, 930, 30)
    (order,) = ask_for_staff(need, client=cast.anker, by=cast.anna, at=NOW)
    return order


def _grid(order):
    return f"/kantoor/planning/{Week.of(day_of(order.start))}/anker/"


def test_a_request_shows_per_day_and_is_filled_from_everybody(cast, jet, coming):
    for number in range(45):
        placed(cast.anker, f"Nowak, {number}")
    grid = _grid(coming)
    page = text(jet.get(grid))
    assert "0/2" in page
    assert "2 open" in page
    dialog = text(jet.get(f"{grid}aanvragen/{coming.pk}/"))
    assert "46 vrij die dag" in dialog
    queue = text(jet.get("/kantoor/meldingen/"))
    assert "En nog 6 die vrij zijn" in queue
    chosen = cast.anker.assignments.get(worker__name="Nowak, 44")
    done = jet.post(f"{grid}aanvragen/{coming.pk}/invulling/", {"plaatsing": chosen.pk})
    assert "1 dienst ingepland" in text(done)
    assert "1/2" in text(done)
    made = Shift.objects.get()
    assert made.order == coming
    assert made.time_entry.start == made.start
    assert OrderAnswer.objects.get().outcome == "accepted"


def test_whoever_takes_over_a_shift_fills_the_same_request(cast, jet, coming):
    first, other = cast.anker.assignments.get(), placed(cast.anker, "Nowak, Piotr")
    grid = _grid(coming)
    jet.post(f"{grid}aanvragen/{coming.pk}/invulling/", {"plaatsing": first.pk})
    made = Shift.objects.get()
    day = day_of(made.start).isoformat()
    jet.post(
        f"{grid}verplaatsingen/",
        {
            "plaatsing": first.pk,
            "dag": day,
            "gezien": f"{made.pk}:{made.start}:{made.end}:{made.break_minutes}",
            "dienst": made.pk,
            "naar_plaatsing": other.pk,
            "naar_dag": day,
        },
    )
    assert Shift.objects.standing().get().order == coming


def test_what_came_in_with_a_planning_is_filled_without_an_answer(cast, jet, anna):
    order = StaffingOrder.objects.create(
        agency=cast.agency,
        client=cast.anker,
        job_function=anna.job_function,
        headcount=1,
        start=at(NEXT.monday, 420),
        end=at(NEXT.monday, 930),
    )
    shift(placed(cast.anker, "Yılmaz, Emre"), NEXT.monday, "7:00", "15:30")
    order.headcount = 2
    order.save()
    assert "1 van 2 ingepland" in text(jet.get(f"{GRID}aanvragen/{order.pk}/"))
    address = f"{GRID}aanvragen/{order.pk}/invulling/"
    assert jet.post(address, {"plaatsing": anna.pk}).status_code == 200
    assert order.shifts.count() == 1
    assert not OrderAnswer.objects.exists()
    full = jet.post(address, {"plaatsing": anna.pk})
    assert full.status_code == 422
    assert "al gevuld" in text(full)


def test_previews_ask_the_same_for_many(cast, jet, django_assert_max_num_queries):
    def people(count):
        for _ in range(count):
            one = placed(cast.anker)
            shift(one)
            usual = one.base_schedules.create(valid_from=MONDAY)
            usual.blocks.create(weekday=0, start=420, end=930)

    counts = {}
    for count in (2, 20):
        people(count)
        for name in ("overnemen", "grondplan"):
            jet.get(f"{GRID}{name}/")
            with django_assert_max_num_queries(16) as asked:
                jet.get(f"{GRID}{name}/")
            counts.setdefault(name, []).append(len(asked))
    assert all(few == many for few, many in counts.values())
