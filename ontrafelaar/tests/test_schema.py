"""The JSON Schema for editors says of a pack what the reader says."""

import json
import re
import tomllib
from datetime import date
from importlib.resources import files

import pytest
from jsonschema import Draft202012Validator

from ontrafelaar import PackError, packs
from ontrafelaar.cli import main
from ontrafelaar.reading import read_pack
from ontrafelaar.schema import pack_schema

SCHEMA = Draft202012Validator(pack_schema())
PACKS = sorted(
    (
        f
        for f in files("ontrafelaar").joinpath("packs").iterdir()
        if f.suffix == ".toml"
    ),
    key=lambda file: file.name,
)
PACK = """\
[cao]
id = "klein"
name = "Kleine cao"
valid = 2020-01-01
source = "art. 1"
holidays = ["nieuwjaar"]

[rules]
avond = { pay = "50%", when = "ma-vr 20:00-24:00, niet feestdag", art = "2" }
overwerk = { pay = "35%", over = "38:00 per week", counts = "ma-vr", art = "3" }

[matrix.uren]
art = "4"
"00:00-06:00" = "ma-vr 30, za 50"

[stack]
pay = "(avond | overwerk) + uren"

[[example]]
in = "2026-02-02..06 07:00-16:00 /60; 2026-02-07 7:30 uur"
out = "8:00 @100"
"""
REFUSED = [
    ('pay = "50%"', 'pay = "veel"'),
    ('pay = "50%"', 'pay = "€ 3 per maand"'),
    ('pay = "50%"', "pay = 50"),
    ("ma-vr 20:00", "ma-vr 25 uur"),
    ("20:00-24:00", "20:00-25:00"),
    ("20:00-24:00", "20:00-23:75"),
    ("ma-vr 20:00", "maandag 20:00"),
    ('when = "ma-vr 20:00-24:00, niet feestdag", ', ""),
    ('art = "2"', 'art = ""'),
    (', art = "2"', ""),
    (', art = "2"', ', art = "2", kleur = "rood"'),
    (', art = "2"', ', art = "2", if = "begin < zeven"'),
    (', art = "2"', ', art = "2", if = "niet begin"'),
    (', art = "2"', ', art = "2", counts = "ma-vr"'),
    (', art = "2"', ', art = "2", round = "veel"'),
    (', art = "2"', ', art = "2", kind = "lunch 0:30"'),
    ("38:00 per week", "38 uur per week"),
    ("38:00 per week", "38:00 per eeuw"),
    ('counts = "ma-vr"', 'counts = "soms"'),
    ("(avond | overwerk) + uren", "(avond | overwerk) +"),
    ("(avond | overwerk) + uren", "| avond"),
    ("valid = 2020-01-01", 'valid = "gisteren"'),
    ('id = "klein"\n', ""),
    ("nieuwjaar", "goede vrijdag"),
    ("[stack]", "[stapel]"),
    ("ma-vr 30, za 50", "ma-vr dertig"),
    ("00:00-06:00", "nacht"),
    ('source = "art. 1"', 'source = "art. 1"\nbreak = "soms"'),
    ('source = "art. 1"', 'source = "art. 1"\nminimum = "lang"'),
    ('source = "art. 1"', 'source = "art. 1"\nguarantee = "altijd"'),
    ('source = "art. 1"', 'source = "art. 1"\nstatus = "klaar"'),
    ('source = "art. 1"', 'source = "art. 1"\nkleur = "rood"'),
    ("in =", "binnen ="),
    ('out = "8:00 @100"\n', ""),
]


def as_json(text):
    """As an editor sees it: a date is a string."""
    return json.loads(json.dumps(tomllib.loads(text), default=date.isoformat))


@pytest.mark.parametrize("file", PACKS, ids=lambda file: file.name)
def test_every_pack_that_ships_fits_the_schema(file):
    told = [e.message for e in SCHEMA.iter_errors(as_json(file.read_text("utf-8")))]
    assert not told


def test_a_pack_that_is_read_fits():
    read_pack(PACK)
    assert SCHEMA.is_valid(as_json(PACK))


@pytest.mark.parametrize(("old", "new"), REFUSED)
def test_what_the_reader_refuses_the_editor_marks(old, new):
    assert old in PACK
    wrong = PACK.replace(old, new, 1)
    assert not SCHEMA.is_valid(as_json(wrong))
    if old not in ("in =", 'out = "8:00 @100"\n'):
        with pytest.raises(PackError):
            read_pack(wrong)


def test_the_schema_is_one_itself_and_reads_in_an_editor(capsys):
    """Editors know ECMAScript's expressions: no names in groups, no lookbehind."""
    assert main(["schema"]) == 0
    told = json.loads(capsys.readouterr().out)
    Draft202012Validator.check_schema(told)
    patterns = re.findall(r'"pattern": "([^"]+)"', json.dumps(told))
    assert len(patterns) > 20
    assert not [one for one in patterns if "?P<" in one or "?<" in one]


@pytest.mark.parametrize("pack", packs(), ids=lambda pack: pack.file)
def test_every_pack_says_how_far_it_can_be_trusted(pack):
    """A status unless the text itself was read; six examples; an article everywhere."""
    assert pack.trust
    assert bool(pack.status) == (pack.file != "schoonmaak-2024.toml")
    assert (pack.status == "onvolledig") <= bool(pack.missing)
    assert len(pack.examples) >= 6
    assert all(rule.article for rule in pack.rules)
