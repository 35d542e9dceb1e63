"""Packs damaged in every way a hand or a program can think of."""

import json
import re
from datetime import UTC, date, datetime
from pathlib import Path

import ontrafelaar
from ontrafelaar import PackError, read_pack, read_shifts, unravel
from ontrafelaar.checking import failures

FOLDER = Path(ontrafelaar.__file__).parent / "packs"
CORPUS = Path(__file__).parent / "corpus"
SMALL = """\
[cao]
id = "klein"
name = "Kleine cao"
valid = 2020-01-01
source = "art. 1"
holidays = ["kerst"]
[rules]
avond = { pay = "50%", when = "ma-vr 20:00-24:00", art = "2" }
week  = { pay = "35%", over = "38:00 per week", counts = "niet avond", art = "3" }
[matrix.uren]
art = "4"
"00:00-06:00" = "ma 50, di-vr 30"
[stack]
pay = "avond | week | uren"
[aangewezen]
dagen = [2026-02-07]
[[example]]
in = "2026-02-03 18:00-21:00"
out = "2:00 @100; 1:00 @150 avond"
facts = { contract = "32:00", tags = ["hotel"] }
"""
REMEDY = re.compile(
    r"\b(schrijf|kies|geef|haal|herstel|noem|zie|zet|ken|begin|maak|reken)\b"
)
WEEK = "2026-02-02..06 07:00-16:00; 2026-02-07 22:00-06:00 /30; 2026-02-08 3:00 uur"
KEYS = (
    "pay", "when", "over", "counts", "if", "round", "minimaal", "choice", "kind", "art",
    "plus", "id", "valid", "until", "holidays", "break", "minimum", "guarantee", "in",
    "absence", "maandloon", "law", "status", "trust", "out", "facts", "convention",
    "telt", "niet", "kleur", "", "é", "a.b", "[", "avond ", "rooster", "geteld",
    "uurloon", "contract", "tags", "aangewezen", "gewerkt", "pauze", "klok", "codes",
)  # fmt: skip
TEXTS = (
    "", " ", "?", "50%", "33 1/0%", "1/3%", "-5%", "nan%", "inf", "1e999999999",
    "9" * 400, "9" * 5000, "9" * 400 + "%", "€ 1 per uur", "€ 1 per eeuw",
    "0.78% van maandloon", "ma-vr 20:00-24:00", "ma 24:00-24:00", "zo-zo 00:00-00:00",
    "feestdag op xx", "za 21:00..ma 05:00", "za 99:99..ma 05:00", "aangewezen dagen",
    "niet", "niet avond", "niet week", "niet niet", "38:00 per week",
    "0:00-0:00 per dag", "1:00 per 0 weken", "1:00 per 99 weken",
    "99999999:00 per jaar", "contract/0 per week", "1:60 per dag",
    "contract x weken per jaar", "min(40:00, contract) per maand", "per", "en en en",
    "begin < 07:00", "dienst bevat 00:00-00:00", "99 van 99", "0 van 0", "begin en",
    "vanaf 2026-13-45", "vanaf 0001-01-01", "minstens 9:99 in 1:00-2:00", "niet hotel",
    "15m", "0m", "999m", "15m, onder 99m vervalt", "pauze 0:30", "gat tot 9:99",
    "avond |", "avond | onbekend", "(" * 3000, "(avond", "avond * avond + avond",
    "a > b > c", "alle 20:00-24:00, buiten rooster", "binnen rooster", "aansluitend",
    "vanaf 4:30 30m", "boven 0:00 999m", "3:00 per dienst", "contract per week",
    "8:00 per dag", "0% per uur", "chauffeur", "concept", "Z", "kerst",
    "٣٨:٠٠ per week", "²:00", "\u202e50%", "😀", "\x7f", "ß", "0001-01-01 22:00-06:00",
    "a\nb", '"', "\\", "9999-12-31 22:00-06:00", "2026-02-30 08:00-09:00",
    "2026-02-02..01 08:00-09:00", "2026-02-02 08:00-08:00 /9999",
    "2026-02-02 99:99 uur", "8:00 @100", "ma-vr 07:00-16:00", "2026-02-02", "totaal",
    "laagste", "na 99:00", "naar rato", "wandklok", "toeslag",
)  # fmt: skip
VALUES = (
    0, -1, 1, 10**30, 1.5, -0.0, float("nan"), float("inf"), True, False, [], {},
    [[]], [{}], {"a": {"b": []}}, [1, "a"], date(1, 1, 1), date(9999, 12, 31),
    date(2026, 2, 7), datetime(2026, 2, 7, 12, 30, tzinfo=UTC),
    ["kerst", "kerst"], ["goede vrijdag"],
)  # fmt: skip


def written(table):
    """As TOML; every table below the top is written inline."""
    return "\n".join(f"{_key(key)} = {_value(one)}" for key, one in table.items())


def _key(key):
    return json.dumps(key)


def _value(one):
    if isinstance(one, dict):
        return "{" + ", ".join(f"{_key(k)} = {_value(v)}" for k, v in one.items()) + "}"
    if isinstance(one, list):
        return "[" + ", ".join(map(_value, one)) + "]"
    if isinstance(one, str):
        return json.dumps(one).replace("\x7f", "\\u007f")
    if isinstance(one, bool):
        return str(one).lower()
    return one.isoformat() if isinstance(one, date) else repr(one)


def mutilated(chance, table):
    """A copy with one to four wounds, somewhere in the tree."""
    table = _copy(table)
    for _ in range(chance.choice((1, 1, 1, 2, 4))):
        places = list(_places(table))
        where, key = chance.choice(places)
        what = chance.random()
        if what < 0.2:
            del where[key]
        elif what < 0.55:
            where[key] = chance.choice(TEXTS)
        elif what < 0.7:
            where[key] = _copy(chance.choice(VALUES))
        elif what < 0.85:
            other, name = chance.choice(places)
            where[key] = _copy(other[name]) if _holds(other, name) else 0
        elif isinstance(where, dict):
            where[chance.choice(KEYS)] = _copy(chance.choice((*TEXTS, *VALUES)))
        else:
            where.append(chance.choice(TEXTS))
    return table


def _holds(where, key):
    return key in where if isinstance(where, dict) else key < len(where)


def _places(tree):
    """Every table or list with a key in it."""
    for key in list(tree) if isinstance(tree, dict) else range(len(tree)):
        yield tree, key
        if isinstance(tree[key], dict | list):
            yield from _places(tree[key])
    if not tree:
        yield {"leeg": 0}, "leeg"


def _copy(tree):
    if isinstance(tree, dict):
        return {key: _copy(one) for key, one in tree.items()}
    return [_copy(one) for one in tree] if isinstance(tree, list) else tree


def scratched(chance, text):
    """The text itself damaged: cut off, lines doubled or lost, signs replaced."""
    what, lines = chance.random(), text.splitlines(keepends=True) or [""]
    at = chance.randrange(len(lines))
    if what < 0.2:
        return text[: chance.randrange(len(text) + 1)]
    if what < 0.4:
        return "".join(lines[:at] + lines[at : at + 3] * 2 + lines[at + 3 :])
    if what < 0.5:
        return "".join(lines[:at] + lines[at + 1 :])
    place = chance.randrange(len(text) + 1)
    if what < 0.75:
        sign = chance.choice('"[]{}=,.\n#\\\x00\ufeff\udcff😀 0|>-:%')
        return text[:place] + sign + text[place + chance.randint(0, 2) :]
    return text[:place] + chance.choice(TEXTS) + text[place + chance.randint(0, 9) :]


def told(text):
    """The PackErrors that this text gives; anything else that is raised is a bug.

    Also what reads gets its shifts: a pack that is read must compute.
    """
    try:
        pack = read_pack(text, "kapot.toml")
        found = list(failures(pack))
        unravel(read_shifts(WEEK), pack).explain()
    except PackError as error:
        return [error]
    return found


def is_whole(error):
    """File, line, rule and remedy."""
    place = error.file == "kapot.toml" and error.line > 0 and bool(error.rule)
    return place and bool(REMEDY.search(error.what))
