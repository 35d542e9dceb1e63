"""The command line: what one types and what comes back."""

import pytest

from ontrafelaar.cli import main

EXAMPLE = '[[example]]\nin = "2026-02-02 19:00-21:00"\nout = "{}"\n'
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


@pytest.fixture
def pack_file(tmp_path):
    file = tmp_path / "klein.toml"
    file.write_text(PACK + EXAMPLE.format("1:00 @100; 1:00 @150 avond"))
    return file


def test_packs_lists_each_version(capsys):
    assert main(["packs"]) == 0
    told = capsys.readouterr().out
    assert "glastuinbouw-2025" in told
    assert "beroepsgoederenvervoer-2024" in told


def test_check_runs_the_examples_of_every_pack_that_ships(capsys):
    # S8.9
    assert main(["check"]) == 0
    assert ", 0 fout" in capsys.readouterr().out


def test_check_of_a_file_whose_example_fails_says_which(pack_file, capsys):
    assert main(["check", str(pack_file)]) == 0
    pack_file.write_text(PACK + EXAMPLE.format("2:00 @100"))
    assert main(["check", str(pack_file)]) == 1
    told = capsys.readouterr().out
    assert "1 voorbeelden, 1 fout" in told
    assert "1:00 @150 avond" in told


def test_a_file_that_is_not_there_is_one_sentence(tmp_path, capsys):
    assert main(["check", str(tmp_path / "weg.toml")]) == 1
    assert "niet te openen" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["try", "tuinbouw", "2026-02-02 07:00-16:00"], "kies uit"),
        (["try", "glastuinbouw", "morgen"], "niet gelezen"),
        (["try", "glastuinbouw", "2024-02-02 07:00-16:00"], "geen versie"),
        (["try", "glastuinbouw", "2026-02-02 7:00-9:00", "--fact", "loon=1"], "loon"),
        (
            [
                "try",
                "glastuinbouw",
                "2026-02-02 7:00-9:00",
                "--convention",
                "pauze=ooit",
            ],
            "kies uit laagste",
        ),
    ],
)
def test_what_can_not_be_computed_is_one_sentence(words, sentence, capsys):
    assert main(words) == 1
    assert sentence in capsys.readouterr().err


def test_a_date_chooses_the_version(capsys):
    shifts = "2025-12-29 06:00-15:48; 2025-12-30..31 06:00-15:48"
    assert main(["try", "beroepsgoederenvervoer", shifts, "--date", "2026-02-02"]) == 0
    assert capsys.readouterr().out


def test_a_convention_places_the_break(capsys):
    shifts = "2026-02-03 17:00-23:00 /60"
    for placement, line in (
        ("laagste", "2:00 @100; 3:00 @150 avond"),
        ("hoogste", "3:00 @100; 2:00 @150 avond"),
        ("na 4:00", "3:00 @100; 2:00 @150 avond"),
        ("midden", "2:30 @100; 2:30 @150 avond"),
        ("naar rato", "2:30 @100; 2:30 @150 avond"),
    ):
        words = ["try", "glastuinbouw", shifts, "--convention", f"pauze={placement}"]
        assert main(words) == 0
        assert capsys.readouterr().out == f"{line}\n"


def test_explain_says_why_and_why_not_in_two_languages(capsys):
    words = ["explain", "glastuinbouw", "2026-02-03 06:30-21:00 /45"]
    assert main(words) == 0
    dutch = capsys.readouterr().out
    assert "dagmax (10:00 per dag, art. 18.4, 28.1)" in dutch
    assert "avond" in dutch
    assert "ploegendienst" in dutch
    assert main([*words, "--language", "en"]) == 0
    assert "normal hours" in capsys.readouterr().out


def test_explain_warns_when_the_pack_has_ended(capsys):
    assert main(["explain", "glastuinbouw", "2026-06-02 07:00-16:00"]) == 0
    assert "nawerking" in capsys.readouterr().out


EARLY = "2019-12-30 19:00-21:00"
BEFORE = "voor 30-12-2019 is er geen versie; de eerste geldt vanaf 01-01-2020"


@pytest.mark.parametrize("verb", ["try", "explain"])
def test_a_day_before_a_pack_of_your_own_is_refused(verb, pack_file, capsys):
    assert main([verb, str(pack_file), EARLY]) == 1
    assert BEFORE in capsys.readouterr().err


def test_no_day_that_is_chosen_goes_before_the_first_version(capsys):
    words = ["try", "hoveniers", "2023-02-05 08:00-12:00", "--date", "2024-02-05"]
    assert main(words) == 1
    assert "vanaf 01-07-2023" in capsys.readouterr().err


def test_what_is_missing_is_told_of_a_concept_too(capsys):
    assert main(["explain", "graan", "2024-02-05 08:00-12:00"]) == 0
    told = capsys.readouterr().out
    assert "is een concept" in told
    assert "is onvolledig: slaapuren." in told


def test_try_tells_beside_the_line_what_one_should_know(capsys):
    assert main(["try", "hoveniers", "2024-11-05 08:00-12:00"]) == 0
    told = capsys.readouterr()
    assert told.out == "4:00 @100\n"
    for sentence in (
        "nawerking",
        "is onvolledig: percentage",
        "contracturen zijn niet",
    ):
        assert sentence in told.err


def test_a_word_that_no_rule_asks_for_is_told(pack_file, capsys):
    told = "woord 'klein contrct' komt in geen regel voor"
    words = ["2026-02-03 08:00-12:00", "--tag", "klein contrct", "--tag", "oproep"]
    assert main(["try", str(pack_file), *words]) == 0
    assert capsys.readouterr().err == f"  ! {told}\n"
    assert main(["explain", str(pack_file), *words]) == 0
    assert told in capsys.readouterr().out
    example = EXAMPLE.format("1:00 @100; 1:00 @150 avond")
    pack_file.write_text(f'{PACK}{example}facts = {{ tags = ["klein contrct"] }}\n')
    assert main(["check", str(pack_file)]) == 0
    assert told in capsys.readouterr().out


def test_a_pack_that_proves_nothing_is_told(pack_file, capsys):
    pack_file.write_text(PACK)
    assert main(["check", str(pack_file)]) == 0
    assert "zonder voorbeelden is er niets nagerekend" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("words", "way_out"),
    [
        (["2024-02-05 08:00-12:00 | contract=20:00"], "--fact contract=20:00 en --tag"),
        (["2024-02-05 08:00-12:00", "--fact", "woord=klein"], "geef je met --tag"),
        (["5-2-2024 08:00-12:00"], "de datum als 2024-02-05 en de tijd als 08:00"),
        (["2024-02-05 8.00-12.00"], "de datum als 2024-02-05 en de tijd als 08:00"),
    ],
)
def test_a_slip_is_told_with_the_way_out(words, way_out, capsys):
    assert main(["try", "hoveniers", *words]) == 1
    assert way_out in capsys.readouterr().err


def test_help_speaks_dutch_of_every_choice(capsys):
    for verb in ("check", "try", "explain", "run", "compare"):
        with pytest.raises(SystemExit):
            main([verb, "--help"])
        told = capsys.readouterr().out
        assert told.startswith("gebruik: ontrafelaar")
        assert "options" not in told
        assert "show this" not in told
