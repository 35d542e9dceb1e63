"""`ontrafelaar run`: a file of shifts in, pay lines out."""

import csv
import io
import json
import sys

import pytest

from ontrafelaar.arriving import open_rows, read_workers
from ontrafelaar.cli import main
from ontrafelaar.clock import hours

SHIFTS = """\
medewerker;datum;begin;einde;pauze;contract
Ann;2026-02-02;07:00;17:00;60;38:00
Bo;2026-02-03;15:00;23:30;30;
Ann;2026-02-03;07:00;17:00;60;38:00
Ann;2026-02-04;07:00;17:00;60;38:00
Ann;2026-02-05;07:00;17:00;60;38:00
Ann;2026-02-06;22:00;02:00;0:15;38:00
"""


@pytest.fixture
def shifts_file(tmp_path):
    def shifts_file(text, name="shifts.csv"):
        file = tmp_path / name
        file.write_text(text, encoding="utf-8")
        return file

    return shifts_file


def told(capsys):
    return list(csv.DictReader(io.StringIO(capsys.readouterr().out)))


def short(row):
    name = f" {row['rules']}" if row["rules"] else ""
    return f"{row['worker']} {hours(int(row['minutes']))} @{row['percent']}{name}"


def test_each_shift_gets_its_lines_and_a_week_counts_whole(shifts_file, capsys):
    file = shifts_file(SHIFTS)
    assert main(["run", str(file), "--pack", "glastuinbouw"]) == 0
    rows = told(capsys)
    assert [short(row) for row in rows if row["date"] >= "2026-02-06"] == [
        "Ann 1:45 @150 avond",
        "Ann 2:00 @150 nacht",
    ]
    assert sum(int(row["minutes"]) for row in rows) == 4 * 540 + 225 + 480
    assert rows[0]["kind"] == "uren"


def test_lines_per_worker_are_rounded_as_agreed(shifts_file, capsys):
    file = shifts_file("worker,start,end\nAnn,2026-02-02 07:02,2026-02-02 11:00\n")
    words = ["run", "--in", str(file), "--pack", "glastuinbouw", "--per", "medewerker"]
    assert main([*words, "--convention", "regel=15m"]) == 0
    assert [row["minutes"] for row in told(capsys)] == ["240"]


def test_a_week_has_lines_of_its_own(shifts_file, capsys):
    days = "\n".join(f"Ann,2026-02-{d:02},07:00,17:00,60" for d in (2, 3, 4, 5, 6, 9))
    file = shifts_file(f"worker,date,start,end,break\n{days}\n")
    words = ["run", str(file), "--pack", "glastuinbouw", "--per", "week"]
    assert main(words) == 0
    assert [(row["date"], short(row)) for row in told(capsys)] == [
        ("2026-02-02", "Ann 38:00 @100"),
        ("2026-02-02", "Ann 7:00 @135 overwerk"),
        ("2026-02-09", "Ann 9:00 @100"),
    ]


def test_amounts_and_lines_beside_the_hours_come_too(shifts_file, capsys):
    file = shifts_file(
        "worker,start,end,tags\nAnn,2026-03-04T20:00,2026-03-05T05:00,eendaagse rit\n"
    )
    assert main(["run", str(file), "--pack", "beroepsgoederenvervoer"]) == 0
    rows = {row["rules"]: row for row in told(capsys)}
    assert rows["nacht"]["kind"] == "toeslag"
    assert rows["nacht"]["percent"] == "19"


def test_what_tops_up_a_week_stands_on_a_line_without_a_shift(shifts_file, capsys):
    file = shifts_file("worker,date,start,end,contract\nAnn,2026-03-02,8:00,12:00,32\n")
    assert main(["run", str(file), "--pack", "beroepsgoederenvervoer"]) == 0
    assert [(row["shift"], row["minutes"]) for row in told(capsys)] == [
        ("2", "240"),
        ("", "1680"),
    ]


def test_lines_as_json_and_from_standard_input(tmp_path, capsys, monkeypatch):
    out = tmp_path / "lines.jsonl"
    monkeypatch.setattr(sys, "stdin", io.StringIO(SHIFTS))
    assert main(["run", "--pack", "glastuinbouw", "--out", str(out)]) == 0
    assert capsys.readouterr().out == ""
    rows = [json.loads(line) for line in out.read_text().splitlines()]
    assert {row["worker"] for row in rows} == {"Ann", "Bo"}


def test_json_with_moments_in_a_zone_and_hours_without_a_clock(shifts_file, capsys):
    file = shifts_file(
        '{"worker": 1, "start": "2026-10-24T20:00:00Z", "end": "2026-10-25T05:30Z"}\n'
        '{"worker": 1, "date": "2026-10-27", "hours": 7.5, "shift": "A7"}\n',
        "shifts.jsonl",
    )
    assert main(["run", str(file), "--pack", "glastuinbouw"]) == 0
    rows = told(capsys)
    assert sum(int(row["minutes"]) for row in rows if row["shift"] == "1") == 570
    assert [row["minutes"] for row in rows if row["shift"] == "A7"] == ["450"]


def test_parquet_goes_in_and_out(tmp_path, shifts_file):
    pa = pytest.importorskip("pyarrow")
    parquet = pytest.importorskip("pyarrow.parquet")
    rows = [dict(row) for _, row in open_rows(shifts_file(SHIFTS), sys.stdin)]
    source, out = tmp_path / "shifts.parquet", tmp_path / "lines.parquet"
    parquet.write_table(pa.Table.from_pylist(rows), source)
    words = ["run", str(source), "--pack", "glastuinbouw", "--out", str(out)]
    assert main(words) == 0
    minutes = parquet.read_table(out)["minutes"].to_pylist()
    assert sum(minutes) == 4 * 540 + 225 + 480


@pytest.mark.parametrize(
    ("row", "place", "said"),
    [
        ("Ann;2026-02-02;25:00;26:00;0;", ":2: ", "25:00"),
        ("Ann;2026-02-30;07:00;16:00;0;", ":2: ", "day"),
        ("Ann;2026-02-02;;16:00;0;", ":2: ", "start ontbreekt"),
        ("Ann;2026-02-02;07:00;16:00;een;", ":2: ", "een"),
    ],
)
def test_a_row_that_can_not_be_read_is_named(shifts_file, capsys, row, place, said):
    heading = SHIFTS.splitlines()[0]
    file = shifts_file(f"{heading}\n{row}\n")
    assert main(["run", str(file), "--pack", "glastuinbouw"]) == 1
    error = capsys.readouterr().err
    assert f"shifts.csv{place}" in error
    assert said in error
    assert "2026-02-02 07:00" in error


@pytest.mark.parametrize("name", ["weg.csv", "weg.parquet", "kapot.jsonl"])
def test_a_file_that_can_not_be_read_is_one_sentence(shifts_file, capsys, name):
    file = shifts_file("{", name) if name.startswith("k") else shifts_file("").parent
    path = file if file.is_file() else file / name
    assert main(["run", str(path), "--pack", "glastuinbouw"]) == 1
    assert capsys.readouterr().err.count("\n") == 1


def test_a_terminal_shows_how_far_it_is(shifts_file, capsys, monkeypatch):
    days = "\n".join(f"w{n},2026-02-02,07:00,16:00,60" for n in range(200))
    file = shifts_file(f"worker,date,start,end,break\n{days}\n")
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True, raising=False)
    assert main(["run", str(file), "--pack", "glastuinbouw"]) == 0
    assert "200 van 200 medewerkers" in capsys.readouterr().err


def test_workers_come_in_the_order_of_the_file(shifts_file):
    found = read_workers(open_rows(shifts_file(SHIFTS), sys.stdin), "shifts.csv")
    assert [(one.name, len(one.shifts), one.contract) for one in found] == [
        ("Ann", 5, 2280),
        ("Bo", 1, None),
    ]


def test_who_worked_before_the_first_version_is_told_and_the_others_come_out(
    shifts_file, capsys
):
    rows = "Ann,2023-02-05,08:00,12:00\nAnn,2024-02-05,08:00,12:00\n"
    rows += "Bo,2024-02-05,08:00,12:00\n"
    file = shifts_file(f"worker,date,start,end\n{rows}")
    assert main(["run", str(file), "--pack", "hoveniers"]) == 1
    out, err = capsys.readouterr()
    assert "Ann: CAO Hoveniersbedrijf: voor 05-02-2023 is er geen versie" in err
    found = list(csv.DictReader(io.StringIO(out)))
    assert [(one["worker"], one["kind"], one["minutes"]) for one in found] == [
        ("Ann", "niet gerekend", ""),
        ("Ann", "niet gerekend", ""),
        ("Bo", "uren", "240"),
    ]
    assert "is er geen versie" in found[0]["status"]
