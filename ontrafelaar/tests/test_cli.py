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
