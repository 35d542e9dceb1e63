"""Random weeks: who works when, under which pack, and what is known and agreed."""

import re
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

import ontrafelaar
from naive.clocks import passes
from naive.vocabulary import made_pack
from ontrafelaar import Shift

FOLDER = Path(ontrafelaar.__file__).parent / "packs"
SHIPPED = [file.read_text(encoding="utf-8") for file in sorted(FOLDER.glob("*.toml"))]
FAMILIES = [text for text in SHIPPED if 'id        = "beroepsgoederenvervoer"' in text]
MONDAYS = [
    date.fromisoformat(day)
    for day in (
        "2026-03-23", "2026-10-19", "2025-10-20", "2026-03-30", "2025-12-22",
        "2025-12-29", "2026-12-21", "2026-12-28", "2020-12-28", "2025-05-05",
        "2026-04-27", "2025-04-21", "2026-05-11", "2026-05-25", "2024-02-26",
    )
]  # fmt: skip
ROSTERS = (
    "ma-vr 07:00-16:00", "di-za 08:00-17:00", "ma-vr 14:00-23:00", "alle 22:00-06:30",
    "ma-do 08:00-13:00", "za-zo 08:00-17:00", "ma-vr 06:00-18:00, niet wo 12:00-18:00",
)  # fmt: skip
PAUSES = (None, None, 0, 0, 15, 30, 30, 45, 60, 75, 1500)
AGREED = {
    "pauze": ("laagste", "hoogste", "midden", "na 4:00", "na 0:45", "naar rato"),
    "klok": ("15m", "5m", "15m medewerker", "30m opdrachtgever"),
    "dienst": ("15m", "15m omlaag", "6m omhoog"),
    "regel": ("15m", "15m, totaal blijft", "30m omlaag"),
    "tijd": ("wandklok",),
    "netto": ("geregistreerd",),
    "stijl": ("toeslag",),
}


@dataclass(frozen=True)
class Case:
    """Texts of packs by date, shifts, and what the notation calls facts and agreed."""

    packs: tuple[str, ...]
    shifts: tuple[Shift, ...]
    facts: dict
    agreed: dict


def random_case(chance, number=None):
    """`number` goes round all shipped packs; without it any, shipped or made."""
    packs = _packs(chance, number)
    monday = chance.choice(MONDAYS)
    if chance.random() < 0.3:
        monday += timedelta(weeks=chance.randint(-40, 40))
    weeks = chance.choice([1] * 8 + [2, 5])
    packs = _dated(chance, packs, monday, weeks)
    words = [word for text in packs for word in _tags(text)]
    shifts = _shifts(chance, monday, weeks, words)
    agreed = _agreed(chance, packs)
    if any("consignatie" in shift.tags for shift in shifts):
        for one in ("pauze", "dienst"):  # what a spread break interrupts nobody knows
            agreed.pop(one, None)
    return Case(packs, shifts, _facts(chance, packs, words), agreed)


def _packs(chance, number):
    if chance.random() < 0.3:
        return [made_pack(chance, "2000-01-01") for _ in range(chance.randint(1, 2))]
    if chance.random() < 0.1:
        return FAMILIES
    number = chance.randrange(len(SHIPPED)) if number is None else number
    text = SHIPPED[number % len(SHIPPED)]
    if chance.random() < 0.3:
        return [text, re.sub(r'pay( *)= "(\d+)%', r'pay\1= "\2.5%', text)]
    return [text]


def _dated(chance, packs, monday, weeks):
    """The first holds always; the second from some day in these weeks."""
    since = [date(2000, 1, 1), monday + timedelta(chance.randint(1, 7 * weeks - 1))]
    if packs is FAMILIES and monday == date(2025, 12, 29):
        since[1] = date(2026, 1, 1)
    return tuple(
        re.sub(r"(?m)^valid( *)= .*$", f"valid = {day}", text)
        for day, text in zip(since, packs, strict=False)
    )


def _tags(text):
    """The words that conditions of this pack ask for."""
    found = set()
    for said in re.findall(r"""if = ["'](.*?)["']""", text):
        for part in said.split(" en "):
            word = part.removeprefix("niet ")
            if not re.search(r"[<>]|bevat|minstens|vanaf|voor|van", word):
                found.add(word)
    return sorted(found)


def _shifts(chance, monday, weeks, words):
    found = []
    for week in range(weeks):
        start, step = chance.randrange(0, 1440, 15), chance.choice((1, 15, 60))
        length = chance.choice((240, 450, 480, 540, 600, 700, 840))
        for day in range(7):
            if chance.random() < 0.25 + 0.3 * (day > 4):
                continue
            low = (week * 7 + day) * 1440 + start + chance.randrange(-120, 121, step)
            high = low + max(length + chance.randrange(-180, 241, step), 1)
            found += _day(chance, monday, low, high, words)
    found.sort(key=lambda one: one.start)
    keys, until = [], 0
    for one in found:
        if _stands_apart(one) or one.start >= until:
            keys.append(one)
            until = until if _stands_apart(one) else max(until, one.end)
    chance.shuffle(keys)
    return tuple(keys)


def _stands_apart(shift):
    return bool(shift.tags & {"afwezig", "consignatie"}) or shift.start == shift.end


def _day(chance, monday, low, high, words):
    """Mostly one shift; perhaps cut in two, away, on standby or without clock times."""
    name = f"{low}"
    low, high = max(low, 0), max(high, 1)
    start, end = passes(monday, low), passes(monday, high)
    if start >= end:
        return []
    what = chance.random()
    if what < 0.05:
        return [Shift(name, start, end, None, tags=frozenset({"afwezig"}))]
    if what < 0.1:
        there = passes(monday, low // 1440 * 1440)
        return [Shift(name, there, there, 0, net=chance.randrange(30, 600))]
    tags = frozenset(word for word in (*words, "nieuw werk") if chance.random() < 0.1)
    if what < 0.25 and end - start > 2:
        middle = chance.randint(start + 1, end - 1)
        after = min(middle + chance.choice((0, 0, 30, 60, 200)), end - 1)
        return [
            Shift(f"{name}a", start, middle, chance.choice(PAUSES), tags=tags),
            Shift(f"{name}b", max(after, middle), end, chance.choice(PAUSES)),
        ]
    found = []
    if what > 0.95:
        around = passes(monday, low - 60), passes(monday, high + 200)
        found.append(Shift(f"{name}w", *around, None, tags=frozenset({"consignatie"})))
    return [*found, _plain(chance, name, start, end, tags)]


def _plain(chance, name, start, end, tags):
    breaks, net = (), None
    if chance.random() < 0.12:
        edges = sorted(chance.randint(start, end) for _ in range(4))
        breaks = ((edges[0], edges[1]), (edges[2], edges[3]))
    if chance.random() < 0.1:
        net = max(end - start - chance.randrange(-20, 90), 1)
    return Shift(name, start, end, chance.choice(PAUSES), breaks, tags, net)


def _facts(chance, packs, words):
    found = {"tags": [word for word in words if chance.random() < 0.3]}
    if chance.random() < 0.1:
        found["tags"].append("oproep")
    if chance.random() < 0.6:
        found["contract"] = chance.choice(["0:00", "12:00", "24:00", "36:00", "40:00"])
    if chance.random() < 0.6:
        found["rooster"] = chance.choice(ROSTERS)
    if chance.random() < 0.3:
        found["uurloon"] = chance.choice(["14,40", "50,70"])
    if chance.random() < 0.3:
        found["aangewezen"] = {"zaterdagen": ["2026-03-28", "2026-10-24"]}
    if chance.random() < 0.2:
        days = [chance.choice(MONDAYS) - timedelta(n) for n in range(30)]
        found["gewerkt"] = sorted({day.isoformat() for day in days})
    near = {name: n for text in packs for name, n in _counted(text)}
    if near and chance.random() < 0.5:
        found["geteld"] = near
    return found


def _counted(text):
    """A count just below the limit of each rule that counts for long."""
    long = r"(?:maand|kwartaal|jaar|4 weken)"
    rule = rf"""(?m)^([\w-]+) .*over = ["'](\d+):\d\d[^"']* per {long}"""
    for name, hours in re.findall(rule, text):
        yield name, f"{max(int(hours) - 20, 0)}:15"


def _agreed(chance, packs):
    found = {
        name: chance.choice(choices)
        for name, choices in AGREED.items()
        if chance.random() < (0.5 if name == "pauze" else 0.12)
    }
    names = re.findall(r"(?m)^([\w-]+) +=.*pay", packs[0])
    for key in ("zonder", "normaal"):
        if names and chance.random() < 0.1:
            found[key] = [chance.choice(names)]
    return found
