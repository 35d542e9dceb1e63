"""What is wrong in a pack is told: file, line, rule and remedy."""

import pytest

from ontrafelaar import PackError
from ontrafelaar.checking import failures
from ontrafelaar.reading import read_pack

PACK = """\
[cao]
id = "klein"
name = "Kleine cao"
valid = 2020-01-01
source = "art. 1"

[rules]
avond = { pay = "50%", when = "ma-vr 20:00-24:00", art = "2" }

[stack]
pay = "avond"
"""


def broken(old, new):
    assert old in PACK
    with pytest.raises(PackError) as caught:
        read_pack(PACK.replace(old, new), "klein.toml")
    return caught.value


def test_a_pack_that_is_right_is_read():
    pack = read_pack(PACK, "klein.toml")
    assert pack.rules[0].name == "avond"
    assert str(pack.valid) == "2020-01-01"


@pytest.mark.parametrize(
    ("old", "new", "rule", "remedy"),
    [
        ('"50%"', '"veel"', "avond", "percentage"),
        ("ma-vr 20:00", "ma-vr 25 uur", "avond", "when"),
        ("20:00-24:00", "20:00-25:00", "avond", "when"),
        ('when = "ma-vr 20:00-24:00", ', "", "avond", "when"),
        (', art = "2"', "", "avond", "art"),
        (', art = "2"', ', art = "2", kleur = "rood"', "avond", "kleur"),
        (', art = "2"', ', art = "2", if = "begin < zeven"', "avond", "if"),
        (', art = "2"', ', art = "2", round = "veel"', "avond", "round"),
        ('pay = "avond"', 'pay = "avnod"', "stack", "avnod"),
        ('pay = "avond"', 'pay = "avond |"', "stack", "regelnaam"),
        ("valid = 2020-01-01", 'valid = "gisteren"', "cao", "datum"),
        ('id = "klein"\n', "", "cao", "id"),
        ("[stack]", "[stapel]", "stapel", "stack"),
    ],
)
def test_an_error_names_the_rule_and_the_remedy(old, new, rule, remedy):
    error = broken(old, new)
    assert error.rule == rule
    assert error.file == "klein.toml"
    assert remedy in str(error)


def test_an_error_names_the_line():
    assert broken('"50%"', '"veel"').line == 8
    assert str(broken('"50%"', '"veel"')).startswith("klein.toml:8: regel 'avond': ")


def test_an_unknown_holiday_is_told_with_the_known_ones():
    error = broken('source = "art. 1"', 'source = "1"\nholidays = ["goede vrijdag"]')
    assert "goede vrijdag" in str(error)
    assert "hemelvaart" in str(error)


def test_what_is_no_toml_is_told_too():
    error = broken("[rules]", "[rules")
    assert "TOML" in str(error)


@pytest.mark.parametrize(
    "line",
    [
        'break = "soms"',
        'minimum = "3"x',
        'minimum = "lang"',
        'guarantee = "altijd"',
        'kleur = "rood"',
    ],
)
def test_what_the_head_can_not_say_is_refused(line):
    with pytest.raises(PackError):
        read_pack(PACK.replace("[rules]", f"{line}\n[rules]"), "klein.toml")


def test_a_rule_that_is_not_counted_yet_can_not_be_left_out():
    week = 'week = { pay = "35%", over = "38:00 per week", counts = "niet dag", '
    day = 'dag = { pay = "50%", over = "9:00 per dag", counts = "niet week", '
    rules = f'[rules]\n{week}art = "1" }}\n{day}art = "2" }}\n'
    error = broken("[rules]\n", rules)
    assert error.rule == "week"
    assert "zet die erboven" in str(error)


@pytest.mark.parametrize("weeks", ["0 weken", "53 weken"])
def test_a_period_of_weeks_fits_in_a_year(weeks):
    error = broken('when = "ma-vr 20:00-24:00"', f'over = "1:00 per {weeks}"')
    assert "over" in str(error)


def test_the_line_of_an_example_that_fails_is_told():
    text = PACK + '[[example]]\nin = "2026-02-02 08:00-09:00"\nout = "1:00 @100"\n'
    text += '[[example]]\nin = "2026-02-02 08:00-09:00"\nout = "2:00 @100"\n'
    [error] = failures(read_pack(text, "klein.toml"))
    assert error.line == text.splitlines().index("[[example]]", 14) + 1


def test_what_is_no_toml_names_where_it_is():
    error = broken('art = "2" }', 'art = "2"')
    assert (error.line, error.rule) == (8, "avond")


@pytest.mark.parametrize(
    ("old", "new", "line", "way_out"),
    [
        ('art = "2"', 'if = "deeltijd tot 22,8 uur", art = "2"', 8, "geen komma"),
        ('when = "ma-vr 20:00-24:00"', 'over = "9,5 per dag"', 8, "9:30, niet 9,5"),
        ("avond = {", "late avond = {", 8, "geen spaties of accenten"),
        ("avond = {", "één = {", 8, "geen spaties of accenten"),
        (
            "valid = 2020-01-01",
            'valid = "1-9-2024"',
            4,
            "is geen datum; schrijf zonder aanhalingstekens: 2024-09-01",
        ),
        ("valid = 2020-01-01", 'valid = "2024-09-30"', 4, "aanhalingstekens: 2024-09-"),
        ('source = "art. 1"', 'source = "1"\nstatus = "klaar"', 6, "kies uit concept"),
        ('source = "art. 1"', 'source = "1"\nkleur = "rood"', 6, "kies uit"),
        ('source = "art. 1"', 'source = "1"\nbreak = "soms"', 6, "vanaf 4:30"),
        ('source = "art. 1"', 'source = "1"\nholidays = ["pasn"]', 6, "kies uit"),
    ],
)
def test_a_slip_of_a_clerk_is_told_on_its_line_with_the_way_out(
    old, new, line, way_out
):
    error = broken(old, new)
    assert error.line == line
    assert way_out in str(error)


def test_a_name_with_a_space_is_named():
    assert broken("avond = {", "late avond = {").rule == "late avond"
