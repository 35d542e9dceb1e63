"""Shifts, facts and conventions as one types them."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from fractions import Fraction

from ontrafelaar.breaks import PLACEMENTS, is_placement
from ontrafelaar.clock import DAY, at, read_hours
from ontrafelaar.normalising import untimed
from ontrafelaar.pack import PackError
from ontrafelaar.rounding import Rounding, read_rounding
from ontrafelaar.shifts import Convention, Facts, Shift
from ontrafelaar.windows import read_windows

SHIFT = re.compile(
    r"(?P<day>\d{4}-\d{2}-\d{2})(?:\.\.(?P<last>\d{2}))? "
    r"(?:(?P<start>\d{1,2}:\d{2})-(?P<end>\d{1,2}:\d{2})|(?P<hours>\d{1,2}:\d{2}) uur)"
    r"(?: ?/(?P<pause>\d{1,4}))?(?P<tags>(?: #[\w-]+)*)"
)
SHIFT_AS = "schrijf 2026-02-02 07:00-16:00 /60"
_OTHERWISE = re.compile(r"\b\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4}|\b\d{1,2}[.,]\d{2}\b")
_WAGE = re.compile(r"\d{1,6}(?:\.\d{1,6})?")
YEARS = range(1900, 2200)
FACTS = ("contract", "tags", "rooster", "uurloon", "aangewezen", "geteld", "gewerkt")
CONVENTIONS = {
    "pauze": "placement", "klok": "punch", "dienst": "shift", "regel": "line",
    "tijd": "clock", "netto": "net", "zonder": "without", "normaal": "at_base",
    "stijl": "style", "codes": "codes",
}  # fmt: skip
_WORDS = {
    "clock": ("verstreken", "wandklok"),
    "net": ("klok", "geregistreerd"),
    "style": ("tarief", "toeslag"),
}


def read_shifts(text: str) -> tuple[Shift, ...]:
    """Read `2026-02-02..06 07:00-16:00 /60 #reis; 2026-02-07 7:30 uur`.

    An end at or before the start is the next day; `24:00` is allowed; a word after `#`
    holds for that shift, with `-` for a space.
    """
    parts = [part.strip() for part in text.split(";") if part.strip()]
    found: list[Shift] = []
    for part in parts:
        found += _read(part, len(found))
    return tuple(found)


def _read(text: str, number: int) -> Iterator[Shift]:
    match = SHIFT.fullmatch(text)
    if not match:
        raise PackError(f"dienst {text!r} niet gelezen; {_instead(text)}")
    pause = int(match["pause"]) if match["pause"] else None
    tags = frozenset(
        tag.removeprefix("#").replace("-", " ") for tag in match["tags"].split()
    )
    try:
        day = date.fromisoformat(match["day"])
        last = day.replace(day=int(match["last"] or day.day))
        times = [read_hours(match[key] or "0") for key in ("start", "end", "hours")]
        if max(times) > DAY or day.year not in YEARS:
            raise ValueError(text)  # noqa: TRY301
    except ValueError:
        raise PackError(
            f"dienst {text!r} niet gelezen: dag of tijd bestaat niet; schrijf een dag "
            "van de kalender en een tijd tot en met 24:00"
        ) from None
    start, end, minutes = times
    for plus in range((last - day).days + 1):
        there = day + timedelta(days=plus)
        if match["hours"]:
            yield replace(untimed(number + plus, there, minutes), tags=tags)
            continue
        until = end if end > start else end + DAY
        yield Shift(number + plus, at(there, start), at(there, until), pause, tags=tags)


def _instead(text: str) -> str:
    if "|" in text or "=" in text:
        return f'{SHIFT_AS}; feiten geef je mee met --fact contract=20:00 en --tag "…"'
    if _OTHERWISE.search(text):
        return "schrijf de datum als 2024-02-05 en de tijd als 08:00"
    return SHIFT_AS


def read_facts(raw: Mapping[str, object]) -> Facts:
    """From `{contract = "32:00", tags = ["…"], rooster = "ma-vr 07:00-16:00"}`.

    Also `uurloon = "14,40"`, `aangewezen = {lijst = ["2026-02-07"]}`, `gewerkt =
    [days]` and `geteld = {regel = "30:00"}`: what was counted before these shifts.
    """
    if strange := set(raw) - set(FACTS):
        known = f"feit {min(strange)!r} is onbekend; ken {', '.join(FACTS)}"
        with_words = '; een woord geef je met --tag "…" of tags = ["…"]'
        raise PackError(known + (with_words if "woord" in strange else ""))
    try:
        return Facts(
            contract=read_hours(str(raw["contract"])) if "contract" in raw else None,
            tags=frozenset(_texts(raw.get("tags", []))),
            roster=read_windows(str(raw["rooster"])).windows
            if "rooster" in raw
            else (),
            hourly_wage=_euros(raw["uurloon"]) if "uurloon" in raw else None,
            designated=tuple(
                (name, _days(days)) for name, days in _table(raw, "aangewezen")
            ),
            worked_days=_days(raw["gewerkt"]) if "gewerkt" in raw else None,
            counted=tuple(
                (name, read_hours(str(one))) for name, one in _table(raw, "geteld")
            ),
        )
    except (ValueError, ZeroDivisionError) as error:
        raise PackError(
            f"een feit is niet gelezen ({error}); schrijf bijvoorbeeld contract=32:00, "
            "rooster=ma-vr 07:00-16:00, uurloon=14,40"
        ) from None


def read_words(raw: Mapping[str, object]) -> tuple[str, ...]:
    """The words among such facts; none where they can't be read."""
    try:
        return tuple(_texts(raw.get("tags", [])))
    except ValueError:
        return ()


def read_convention(raw: Mapping[str, object]) -> Convention:
    """From `{pauze = "na 4:00", dienst = "15m", regel = "15m, totaal blijft"}`.

    `klok` rounds starts and ends, `dienst` a shift, `regel` a line; `tijd` is
    verstreken or wandklok, `netto` klok or geregistreerd, `stijl` tarief or toeslag;
    `zonder` are rules that are not applied, `normaal` those paid as normal hours,
    `codes` name hours.
    """
    if strange := set(raw) - set(CONVENTIONS):
        known = ", ".join(CONVENTIONS)
        raise PackError(f"afspraak {min(strange)!r} is onbekend; ken {known}")
    read: dict[str, object] = {}
    for name, value in raw.items():
        try:
            read[CONVENTIONS[name]] = _agreed(CONVENTIONS[name], value)
        except ValueError as error:
            raise PackError(f"{name} {value!r} is onbekend; {error}") from None
    return Convention(**read)  # type: ignore[arg-type]


def _agreed(field: str, value: object) -> object:
    if field == "placement":
        if not is_placement(str(value)):
            raise ValueError(f"kies uit {', '.join(PLACEMENTS)}")
        return str(value)
    if field in _WORDS:
        if value not in _WORDS[field]:
            raise ValueError(f"kies uit {', '.join(_WORDS[field])}")
        return value
    if field in ("without", "at_base"):
        return frozenset(_texts(value))
    if field == "codes":
        if not isinstance(value, Mapping):
            raise ValueError("schrijf een tabel: codes = { overwerk = OW }")
        return tuple((str(name), str(code)) for name, code in value.items())
    return _rounding(str(value))


def _rounding(text: str) -> Rounding:
    try:
        return read_rounding(text)
    except ValueError:
        raise ValueError(
            'schrijf bijvoorbeeld "15m", "15m omlaag" of "15m, totaal blijft"'
        ) from None


def _texts(raw: object) -> Iterator[str]:
    """A list of words, or one with commas."""
    if isinstance(raw, str):
        raw = [part.strip() for part in raw.split(",") if part.strip()]
    if not isinstance(raw, Sequence):
        raise ValueError(f"{raw!r} is geen lijst")  # noqa: TRY004
    return (str(one) for one in raw)


def _table(raw: Mapping[str, object], key: str) -> Iterator[tuple[str, object]]:
    table = raw.get(key, {})
    if not isinstance(table, Mapping):
        raise ValueError(f"{key} is geen tabel")  # noqa: TRY004
    return ((str(name), value) for name, value in table.items())


def _days(raw: object) -> frozenset[date]:
    return frozenset(date.fromisoformat(day) for day in _texts(raw))


def _euros(raw: object) -> Fraction:
    text = str(raw).replace(",", ".")
    found = Fraction(text) if _WAGE.fullmatch(text) else Fraction(0)
    if found <= 0:
        raise ValueError(f"uurloon {raw}")
    return found
