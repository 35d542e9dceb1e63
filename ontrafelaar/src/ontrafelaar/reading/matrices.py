"""[matrix]: hours by weekday, as many CAOs print them; sugar for windows."""

import re

from ontrafelaar.pack import Rule
from ontrafelaar.pay import Pay, read_pay
from ontrafelaar.reading.source import Source, Table
from ontrafelaar.windows import Window, Windows, read_windows

HOURS = re.compile(r"\d{1,2}:\d{2}-\d{1,2}:\d{2}")
CELL = re.compile(r"(?P<days>feestdag|alle|[a-z]{2}(?:-[a-z]{2})?) (?P<percent>.+)")
KEYS = {"art", "telt", "niet"}


def read_matrix(source: Source, name: str, raw: object) -> list[Rule]:
    """One rule per percentage, named "naam-50"; zero needs no rule.

    `telt = "totaal"` when the table gives 150 for what is 50 on top; `niet =
    "feestdag"` leaves days out.
    """
    if not isinstance(raw, dict):
        source.fail(f"schrijf een blok [matrix.{name}]", name)
    rows = {key: raw[key] for key in raw if HOURS.fullmatch(key)}
    source.only({k: raw[k] for k in raw if k not in rows}, KEYS, name)
    if not rows:
        source.fail('geef rijen: "00:00-06:00" = "ma 50, di-vr 30"', name)
    is_total = source.optional_text(raw, "telt", name) == "totaal"
    article = source.text_of(raw, "art", name)
    found: dict[Pay, list[Window]] = {}
    for hours in rows:
        for days, pay in _cells(source, rows, hours, name):
            if is_total and pay.percent is not None:
                pay = Pay(percent=pay.percent - 100)  # noqa: PLW2901
            if pay.percent != 0:
                windows = source.read(
                    read_windows, {"when": f"{days} {hours}"}, "when", name
                )
                found.setdefault(pay, []).extend(windows.windows if windows else ())
    without = source.read(
        read_windows, {"when": _without(source, raw, name)}, "when", name
    )
    exceptions = without.windows if without and "niet" in raw else ()
    return [
        Rule(
            name=f"{name}-{_number(pay)}",
            pay=pay,
            article=article,
            windows=Windows((*windows, *exceptions)),
            text=f"tabel {name}",
        )
        for pay, windows in found.items()
    ]


def _without(source: Source, raw: Table, name: str) -> str:
    return f"niet {source.text_of(raw, 'niet', name)}" if "niet" in raw else "alle"


def _cells(source: Source, rows: Table, hours: str, name: str) -> list[tuple[str, Pay]]:
    cells = []
    for part in source.text_of(rows, hours, name).split(","):
        match = CELL.fullmatch(part.strip())
        if not match:
            source.fail(f"{part.strip()!r} wordt niet gelezen; schrijf ma-vr 50", name)
        figure = match["percent"]
        text = figure if figure == "?" or figure.endswith("%") else f"{figure}%"
        pay = source.read(read_pay, {"pay": text}, "pay", name)
        if pay is None or pay.is_amount:
            source.fail("een tabel heeft percentages; schrijf ma-vr 50", name)
        cells.append((match["days"], pay))
    return cells


def _number(pay: Pay) -> str:
    if pay.percent is None:
        return "onbekend"
    hundredths = round(pay.percent * 100)
    whole, rest = divmod(abs(hundredths), 100)
    said = f"{whole}-{rest:02}".rstrip("0").rstrip("-") if rest else str(whole)
    return f"-{said}" if hundredths < 0 else said
