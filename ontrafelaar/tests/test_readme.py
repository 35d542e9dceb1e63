"""S5.1.5: the examples the packs were promised with come out of `try`, exactly."""

import pytest

from ontrafelaar.cli import main

TLN = "beroepsgoederenvervoer"
ROSTER = ["--roster", "ma-vr 07:00-16:00"]
WEEK = "2026-02-02..06 07:00-16:00 /60"
EXAMPLES = [
    ("glastuinbouw", [WEEK], "38:00 @100; 2:00 @135 overwerk"),
    ("glastuinbouw", ["2026-02-03 15:00-23:30 /30"], "4:30 @100; 3:30 @150 avond"),
    ("glastuinbouw", ["2026-02-02 07:00-16:00 /30"], "8:30 @100"),
    (
        "glastuinbouw",
        [f"{WEEK}; 2026-02-07 12:00-18:00 /30"],
        "38:00 @100; 4:30 @135 overwerk; 3:00 @150 zaterdag",
    ),
    (
        "glastuinbouw",
        ["2026-02-06 22:00-06:30 /30"],
        "2:00 @150 avond; 6:00 @150 nacht",
    ),
    (
        "glastuinbouw",
        ["2026-02-07 23:00-03:00"],
        "1:00 @150 zaterdag; 3:00 @200 zondag",
    ),
    ("glastuinbouw", ["2026-02-03 06:00-18:00 /45"], "10:00 @100; 1:15 @150 dagmax"),
    ("glastuinbouw", ["2025-12-25 08:00-12:00"], "4:00 @150 feestdag"),
    (
        f"{TLN}-2024",
        ["2025-03-03..07 06:00-15:48", "--fact", "contract=32:00"],
        "40:00 @100; 4:00 @130 overuur",
    ),
    (
        TLN,
        ["2026-03-02..06 06:00-15:48", "--fact", "contract=32:00"],
        "32:00 @100; 12:00 @130 overuur",
    ),
    (TLN, ["2026-03-02..06 06:00-16:00"], "40:00 @100; 5:00 @130 overuur"),
    (TLN, ["2026-03-07 06:00-12:00"], "5:30 @150 zaterdag"),
    (
        TLN,
        ["2026-03-04 20:00-05:00", "--tag", "eendaagse rit"],
        "8:00 @100; 8:00 +19 nacht",
    ),
    (TLN, ["2026-04-27 08:00-14:00"], "5:30 @200 feestdag"),
    (TLN, ["2026-04-05 08:00-12:00"], "4:00 @200 zondag"),
    (
        "schoonmaak",
        ["2026-02-03 14:00-24:00"],
        "7:30 @100; 1:30 @130 laat; 1:00 @155 laat+overwerk",
    ),
    (
        "schoonmaak",
        ["2026-02-08 22:00-07:00"],
        "1:00 @100; 6:00 @150 maandag; 2:00 @150 weekend",
    ),
    (
        "bouw-infra",
        ["2026-02-05 07:00-20:00 /60", *ROSTER],
        "8:00 @100; 3:00 @125 overwerk-eerst; 1:00 @150 overwerk",
    ),
    ("bouw-infra", ["2026-02-07 08:00-12:00", *ROSTER], "4:00 @150 overwerk"),
    (
        "metaal-en-techniek",
        ["2026-02-02 07:00-19:30 /60", *ROSTER],
        "8:00 @100; 2:00 @128.44 overwerk-eerst; 1:30 @146.56 overwerk",
    ),
    (
        "retail-nonfood",
        ["2026-02-04 12:00-23:00 /30"],
        "9:30 @100; 1:00 @150 avond",
    ),
    (
        "technische-groothandel B",
        ["2026-02-07 08:00-18:00 /30"],
        "7:30 @125 uren-25; 1:00 @150 uren-50; 1:00 @200 uren-100",
    ),
    ("rijk", ["2026-02-02 06:45-15:15 /30"], "6:45 @100; 1:15 @120 vroeg"),
    ("rijk", ["2026-02-02 07:00-15:30 /30"], "8:00 @100"),
    (
        "uitzendkrachten",
        ["2026-02-03 08:00-09:30", "--fact", "contract=0:00"],
        "1:30 @100; 1:30 @100 minimum",
    ),
]


@pytest.mark.parametrize(("pack", "words", "result"), EXAMPLES)
def test_an_example_of_the_readme_comes_out_exactly(pack, words, result, capsys):
    assert main(["try", pack, *words]) == 0
    assert capsys.readouterr().out == f"{result}\n"


HEAD = "[cao]\nid='klein'\nname='Klein'\nvalid=2020-01-01\nsource='art. 1'\n"
NIGHT = (
    "nacht = { pay = '30%', when = 'alle 00:00-06:00', art = '1' }\n"
    "overwerk = { pay = '25%', over = '0:00 per dag', art = '2' }\n"
)
DAYS = (
    "dag = { pay = '50%', over = '9:00 per dag', art = '1' }\n"
    "week = { pay = '35%', over = '38:00 per week', counts = 'niet dag', art = '2' }\n"
)
HOURS = (
    "a = { pay = '10%', when = 'di', art = '1' }\n"
    "b = { pay = '20%', when = 'wo', art = '2' }\n"
)
QUARTERS = "2026-02-02 08:00-14:05 /0; 2026-02-03 08:00-09:20; 2026-02-04 08:00-09:05"
OWN = [
    (NIGHT, "nacht + overwerk", ["2026-02-03 02:00-03:00"], "1:00 @155 nacht+overwerk"),
    (NIGHT, "nacht | overwerk", ["2026-02-03 02:00-03:00"], "1:00 @130 nacht"),
    (NIGHT, "overwerk > nacht", ["2026-02-03 02:00-03:00"], "1:00 @125 overwerk"),
    (
        NIGHT,
        "nacht * overwerk",
        ["2026-02-03 02:00-03:00"],
        "1:00 @162.5 nacht+overwerk",
    ),
    (
        DAYS,
        "dag | week",
        ["2026-02-02 07:00-18:00 /0; 2026-02-03..06 07:00-14:15 /0"],
        "38:00 @100; 2:00 @150 dag",
    ),
    (
        HOURS,
        "a | b",
        [QUARTERS, "--convention", "regel=15m"],
        "6:00 @100; 1:15 @110 a; 1:00 @120 b",
    ),
    (
        HOURS,
        "a | b",
        [QUARTERS, "--convention", "regel=15m, totaal blijft"],
        "6:15 @100; 1:15 @110 a; 1:00 @120 b",
    ),
]


@pytest.mark.parametrize("own", OWN)
def test_an_example_with_rules_of_its_own_comes_out_of_a_file(own, capsys, tmp_path):
    rules, stack, words, result = own
    file = tmp_path / "eigen.toml"
    file.write_text(f"{HEAD}[rules]\n{rules}[stack]\npay = '{stack}'\n")
    assert main(["try", str(file), *words]) == 0
    assert capsys.readouterr().out == f"{result}\n"
