"""What two packs, versions or conventions make of the same shifts."""

import csv
from fractions import Fraction

import pytest

from ontrafelaar import packs, read_convention, read_facts, read_shifts, unravel
from ontrafelaar.cli import main
from ontrafelaar.comparing import Comparison

TLN = {pack.valid.year: pack for pack in packs() if pack.id == "beroepsgoederenvervoer"}
DRIVER = read_facts({"contract": "32:00"})
WEEK = "2025-03-03..07 06:00-15:48"


def compared(shifts, *, since=0):
    found = Comparison()
    for worker, text in shifts.items():
        given = read_shifts(text)
        old, new = (unravel(given, TLN[y], facts=DRIVER) for y in (2024, 2026))
        found.add(worker, old, new, since)
    return found


def test_the_coming_version_costs_a_part_timer_more():
    """S8.9: overtime from the contract instead of from 40: eight hours at 30 more."""
    total = compared({"Ann": WEEK}).total
    assert (total.old.minutes, total.new.minutes) == (44 * 60, 44 * 60)
    assert total.more == 8 * 60 * Fraction(30, 100)
    assert total.percent == Fraction(144, (40 + 4 * Fraction(13, 10)) * 60) * 100


def test_each_rule_and_each_worker_has_its_part_of_it():
    found = compared({"Ann": WEEK, "Bo": "2025-03-08 06:00-12:00"})
    rules = {row.name: row for row in found.rules}
    assert rules["overuur"].old.minutes == 4 * 60
    assert rules["overuur"].new.minutes == 12 * 60
    assert rules["zaterdag"].is_same
    assert [row.name for row in found.workers if not row.is_same] == ["Ann"]
    assert sum(row.more for row in found.rules) == found.total.more
    assert sum(row.more for row in found.workers) == found.total.more


def test_what_was_worked_before_fills_the_counter_and_is_not_told():
    whole = compared({"Ann": WEEK})
    friday = read_shifts("2025-03-07 06:00-15:48")[0].start
    last = compared({"Ann": WEEK}, since=friday)
    assert last.total.old.minutes == 528
    assert last.total.old.worth > 528
    assert last.total.new.worth - last.total.old.worth < whole.total.more


def test_what_stands_beside_hours_shows_its_hours_and_counts_none_twice():
    night = read_shifts("2026-03-04 20:00-05:00")
    facts = read_facts({"tags": ["eendaagse rit"]})
    outcome = unravel(night, TLN[2026], facts=facts)
    found = Comparison()
    found.add("Ann", outcome, outcome)
    rules = {row.name: row.old for row in found.rules}
    assert (rules["nacht"].minutes, rules["nacht"].worth) == (
        480,
        480 * Fraction(19, 100),
    )
    assert found.total.old.minutes == 480


def test_an_unknown_rate_counts_at_the_base_and_is_told(small):
    pack = small('nacht = { pay = "?", when = "alle 0:00-6:00", art = "1" }', "nacht")
    found = Comparison()
    outcome = unravel(read_shifts("2026-02-02 04:00-08:00"), pack)
    found.add("Ann", outcome, outcome)
    assert found.total.old.worth == 240
    assert found.total.old.unknown == 120


def test_two_conventions_differ_by_where_the_break_falls():
    glas = next(pack for pack in packs() if pack.id == "glastuinbouw")
    given = read_shifts("2026-02-03 17:00-23:00 /60")
    old, new = (
        unravel(given, glas, convention=read_convention({"pauze": placed}))
        for placed in ("laagste", "hoogste")
    )
    found = Comparison()
    found.add("Ann", old, new)
    assert found.total.more == -30
    assert found.total.percent is not None
    assert {row.name: row.more for row in found.rules} == {
        "normale uren": 60,
        "avond": -90,
    }


@pytest.fixture
def shifts_file(tmp_path):
    file = tmp_path / "shifts.csv"
    days = "\n".join(f"Ann,2025-03-{d:02},06:00,15:48,32" for d in range(3, 8))
    file.write_text(f"worker,date,start,end,contract\n{days}\n")
    return file


def test_the_command_tells_it_per_rule_and_per_worker(shifts_file, tmp_path, capsys):
    out = tmp_path / "verschil.csv"
    old, new = "beroepsgoederenvervoer-2024", "beroepsgoederenvervoer-2026"
    words = ["compare", old, new, "--in", str(shifts_file), "--out", str(out)]
    assert main(words) == 0
    told = capsys.readouterr().out
    assert (
        "uren tegen 100%                     45:12      47:36       2:24     5.31"
        in (told)
    )
    assert "overuur" in told
    assert "Ann" in told
    rows = list(csv.DictReader(out.open()))
    assert [row["more_minutes"] for row in rows if row["sort"] == "totaal"] == ["144"]


def test_the_command_compares_two_conventions_and_a_file_of_ones_own(
    shifts_file, tmp_path, capsys
):
    own = tmp_path / "eigen.toml"
    own.write_text(
        '[cao]\nid = "eigen"\nname = "Eigen"\nvalid = 2020-01-01\nsource = "1"\n'
        '[rules]\nvroeg = { pay = "10%", when = "alle 6:00-7:00", art = "1" }\n'
        '[stack]\npay = "vroeg"\n'
    )
    words = ["compare", str(own), str(own), str(shifts_file)]
    assert main([*words, "--new-convention", "zonder=vroeg"]) == 0
    told = capsys.readouterr().out
    assert "-0:30" in told


def test_a_pack_of_ones_own_is_tried_and_explained_too(tmp_path, capsys):
    own = tmp_path / "eigen.toml"
    own.write_text(
        '[cao]\nid = "eigen"\nname = "Eigen"\nvalid = 2020-01-01\nsource = "1"\n'
        '[rules]\nvroeg = { pay = "10%", when = "alle 6:00-7:00", art = "1" }\n'
        '[stack]\npay = "vroeg"\n'
    )
    assert main(["try", str(own), "2026-02-02 06:00-08:00"]) == 0
    assert capsys.readouterr().out == "1:00 @100; 1:00 @110 vroeg\n"
    assert main(["explain", str(own), "2026-02-02 08:00-09:00"]) == 0
    assert "vroeg (art. 1) geldt niet" in capsys.readouterr().out
