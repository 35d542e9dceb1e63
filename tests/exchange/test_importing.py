"""An agency brings its planning in."""

import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.exchange.conftest import NOW
from tests.exchange.files import ANNA, HEADER, csv, everything, many, shift, workbook
from werkbrief.journal.models import Event
from werkbrief.planning.models import Shift, StaffingOrder
from werkbrief.staffing.models import Assignment, Department, Worker
from werkbrief.timesheets.models import TimeEntry
from werkbrief.words.clock import clock

WITH_HEADCOUNT = (*HEADER, "Aantal gevraagd", "Ploeg", "Kostenplaats")


def times():
    return [
        (clock(s.start), clock(s.end), s.break_minutes)
        for s in Shift.objects.filter(is_cancelled=False).order_by("start")
    ]


def test_a_planning_becomes_shifts_and_entries(take, anker):
    outcome = take(csv(shift("16-11-2026"), shift("17-11-2026", "22:00", "6:00", 45)))
    assert not outcome.mistakes
    assert outcome.created == 2
    assert outcome.entries == 2
    assert times() == [("07:00", "15:30", 30), ("22:00", "06:00", 45)]
    worker = Worker.objects.get()
    assert (worker.payroll_number, worker.name) == ("00234", "Kowalski, Anna")
    assert worker.folded == "kowalski, anna 00234"
    assert TimeEntry.objects.filter(client=anker).count() == 2
    assert str(Assignment.objects.get().starts_on) == "2026-11-16"


def test_importing_twice_changes_nothing_not_even_the_journal(take):
    rows = [
        shift("16-11-2026"),
        shift("17-11-2026"),
        shift("17-11-2026", "18:00", "20:00"),
    ]
    rows = [(*row, 12, "Dagploeg", "KP1") for row in rows]
    take(csv(*rows, header=WITH_HEADCOUNT))
    before = everything()
    outcome = take(csv(*rows, header=WITH_HEADCOUNT))
    assert everything() == before
    assert outcome.does_nothing
    assert outcome.unchanged == 3


def test_a_trial_tells_the_same_and_writes_nothing(take):
    before = everything()
    trial = take(csv(shift("16-11-2026")), is_trial=True)
    assert everything() == before
    assert trial == take(csv(shift("16-11-2026")))


def test_the_file_replaces_the_day_and_leaves_other_days(take):
    take(csv(shift("16-11-2026"), shift("17-11-2026")))
    outcome = take(csv(shift("17-11-2026", "8:00", "16:00")))
    assert (outcome.changed, outcome.created, outcome.cancelled) == (1, 0, 0)
    assert times() == [("07:00", "15:30", 30), ("08:00", "16:00", 30)]


def test_every_mistake_is_told_with_its_line_and_nothing_is_written(take):
    before = everything()
    outcome = take(
        csv(
            shift("16-11-2026"),
            shift("32-11-2026"),
            shift("16-11-2026", "half acht"),
            shift("18-11-2026", "7:00", "7:00"),
            shift("19-11-2026", "7:00", "8:00", "90"),
            ("Ankr", *shift("20-11-2026")[1:]),
        )
    )
    assert [(m.line, m.column) for m in outcome.mistakes] == [
        (3, "Datum"),
        (4, "Start"),
        (5, "Eind"),
        (6, "Pauze"),
        (7, "Opdrachtgever"),
    ]
    assert "Bedoel je “Anker”?" in outcome.mistakes[-1].remedy
    assert everything() == before


def test_a_number_of_somebody_else_is_refused(take):
    take(csv(shift("16-11-2026")))
    other = (*ANNA[:4], "Pietersen, Klaas")
    outcome = take(csv(shift("17-11-2026", who=other)))
    assert "is in Werkbrief van Kowalski, Anna" in outcome.mistakes[0].remedy


def test_a_name_in_another_spelling_is_the_same_person(take):
    take(csv(shift("16-11-2026")))
    assert not take(csv(shift("17-11-2026", who=(*ANNA[:4], "A. Kowalsky")))).mistakes
    assert Worker.objects.get().name == "Kowalski, Anna"


def test_a_sheet_that_ate_the_zeros_still_finds_the_worker(take):
    take(csv(shift("16-11-2026")))
    outcome = take(workbook(shift("17-11-2026", who=(*ANNA[:3], 234.0, ANNA[4]))))
    assert not outcome.mistakes
    assert Worker.objects.count() == 1


def test_a_worker_in_two_places_at_once_is_told_at_the_later_line(take):
    boot = ("Boot Bloemen", "Veiling", "Inpakker", "00234", "Kowalski, Anna")
    outcome = take(
        csv(shift("16-11-2026"), shift("16-11-2026", "15:00", "18:00", 0, boot))
    )
    (mistake,) = outcome.mistakes
    assert (mistake.line, mistake.column) == (3, "Starttijd")
    assert "staat dan al op regel 2, 07:00–15:30" in mistake.remedy


def test_a_shift_that_is_planned_already_elsewhere_stands_in_the_way(take):
    take(csv(shift("16-11-2026")))
    boot = ("Boot Bloemen", "Veiling", "Inpakker", "00234", "Kowalski, Anna")
    outcome = take(csv(shift("16-11-2026", "15:00", "18:00", 0, boot)))
    assert "bij Anker in Werkbrief" in outcome.mistakes[0].remedy


def test_back_to_back_is_no_overlap(take):
    boot = ("Boot Bloemen", "Veiling", "Inpakker", "00234", "Kowalski, Anna")
    rows = (shift("16-11-2026"), shift("16-11-2026", "15:30", "18:00", 0, boot))
    assert not take(csv(*rows)).mistakes


def test_a_line_with_only_a_number_of_people_is_a_request(take):
    row = ("Anker", "Inpak", "Inpakker", "", "", "16-11-2026", "7:00", "15:30", 30, 12)
    outcome = take(csv(row, header=WITH_HEADCOUNT[:10]))
    assert (outcome.ordered, outcome.created) == (1, 0)
    order = StaffingOrder.objects.get()
    assert (order.headcount, order.department.name) == (12, "Inpak")
    assert not Worker.objects.exists()


def test_the_same_request_with_two_numbers_is_refused(take):
    rows = [
        (*shift("16-11-2026"), 12),
        (*shift("16-11-2026", who=(*ANNA[:3], "7", "B")), 9),
    ]
    outcome = take(csv(*rows, header=WITH_HEADCOUNT[:10]))
    assert "Op regel 2 staat voor dezelfde dienst 12" in outcome.mistakes[0].remedy


def test_departments_are_the_same_in_any_spelling(take):
    other = ("ANKER", " inpak ", "INPAKKER", "9", "Bakker, Bo")
    take(csv(shift("16-11-2026"), shift("16-11-2026", who=other)))
    assert Department.objects.get().name == "Inpak"


def test_a_short_file_finds_the_assignment_that_is_there(take):
    take(csv(shift("16-11-2026")))
    short = ("Klant", "Personeelsnr", "Dag", "Van", "Tot")
    outcome = take(csv(("anker", "00234", "17-11-2026", "8", "12"), header=short))
    assert (outcome.created, Assignment.objects.count()) == (1, 1)


def test_without_a_function_nobody_new_can_be_placed(take):
    short = ("Klant", "Personeelsnr", "Naam", "Dag", "Van", "Tot")
    outcome = take(
        csv(("anker", "1", "Bo Bakker", "17-11-2026", "8", "12"), header=short)
    )
    assert "Vul de functie in." in outcome.mistakes[0].remedy


def test_two_assignments_that_both_fit_are_asked_about(take):
    sort = ("Anker", "Sortering", "Sorteerder", "00234", "Kowalski, Anna")
    take(csv(shift("16-11-2026"), shift("17-11-2026", who=sort)))
    short = ("Klant", "Personeelsnr", "Dag", "Van", "Tot")
    outcome = take(csv(("anker", "00234", "18-11-2026", "8", "12"), header=short))
    assert "meer dan één plaatsing" in outcome.mistakes[0].remedy


def test_an_assignment_that_starts_later_moves_forward(take):
    take(csv(shift("16-11-2026")))
    take(csv(shift("9-11-2026")))
    assert str(Assignment.objects.get().starts_on) == "2026-11-09"


def test_a_cost_centre_is_filled_in_on_the_assignment_that_lacked_it(take):
    take(csv(shift("16-11-2026")))
    outcome = take(csv((*shift("16-11-2026"), "KP1"), header=(*HEADER, "Kostenplaats")))
    assert not outcome.mistakes
    assert Assignment.objects.get().cost_center.name == "KP1"


def test_typed_hours_stay_and_are_told(take):
    take(csv(shift("16-11-2026")))
    Shift.objects.update(is_cancelled=True)
    TimeEntry.objects.update(is_touched=True)
    outcome = take(csv(shift("16-11-2026", "8:00", "16:00")))
    assert outcome.blocked == 1
    assert "die uren blijven staan" in " ".join(outcome.sentences())


def test_the_number_of_statements_does_not_grow_with_the_lines(take):
    asked = []
    take(csv(*many(8)))
    for workers in (12, 60):
        with CaptureQueriesContext(connection) as queries:
            assert not take(csv(*many(workers))).mistakes
        asked.append(len(queries))
    assert asked[0] == asked[1] <= 60


def test_the_journal_tells_who_brought_what_in(take):
    take(csv(shift("16-11-2026")))
    verbs = list(Event.objects.order_by("pk").values_list("verb", "reason"))
    assert verbs == [
        ("staffing.enrolled", "import"),
        ("planning.planned", "import"),
        ("timesheets.prepared", ""),
    ]
    assert {event.at for event in Event.objects.all()} == {NOW}


def test_the_command_tells_and_does(agency, tmp_path, capsys):
    file = tmp_path / "planning.csv"
    file.write_bytes(csv(shift("16-11"), shift("17-11")))
    call_command("import", "planning", str(file), "--dry-run")
    assert "er is niets opgeslagen" in capsys.readouterr().out
    assert not Shift.objects.exists()
    call_command("import", "planning", str(file), "--agency", "kasdorp")
    assert "2 diensten nieuw" in capsys.readouterr().out
    call_command("import", "planning", str(file))
    assert "Alles stond er al zo" in capsys.readouterr().out


def test_the_command_stops_at_mistakes(agency, tmp_path, capsys):
    file = tmp_path / "planning.csv"
    file.write_bytes(csv(shift("16-11", "zeven")))
    with pytest.raises(CommandError, match="er is niets ingelezen"):
        call_command("import", "planning", str(file))
    assert "Regel 2, Start" in capsys.readouterr().err
    with pytest.raises(CommandError, match="--agency: kasdorp"):
        call_command("import", "planning", str(file), "--agency", "x")
