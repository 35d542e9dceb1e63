"""Which column is which: Dutch headers in many spellings, in any order."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from werkbrief.exchange.reading.mistakes import Unreadable
from werkbrief.staffing.models import fold

HEADER_WITHIN = 25
_NAMES = {
    "client": """
        klant klantnaam opdrachtgever opdrachtgevernaam inlener inlenernaam bedrijf
        bedrijfsnaam relatie debiteur client
    """,
    "department": """
        afdeling afdelingsnaam afd locatie werkplek department
    """,
    "crew": """
        ploeg ploegnaam ploegen crew
    """,
    "job_function": """
        functie functienaam functieomschrijving rol werk function
    """,
    "payroll_number": """
        loonnummer loonnr personeelsnummer personeelsnr persnr persnummer
        medewerkernummer medewerkernr medewerkersnummer werknemernummer
        werknemersnummer werknemernr flexwerkernummer uitzendkrachtnummer
        registratienummer stamnummer
    """,
    "name": """
        naam medewerker medewerkernaam naammedewerker werknemer werknemernaam
        naamwerknemer uitzendkracht naamuitzendkracht flexwerker kandidaat
        volledigenaam achternaamvoornaam
    """,
    "day": """
        datum dag werkdag werkdatum datumdienst dienstdatum date
    """,
    "start": """
        start starttijd starttijden begin begintijd aanvang aanvangstijd van vantijd
        tijdvan starten
    """,
    "end": """
        eind einde eindtijd eindetijd tot tottijd tijdtot totenmet tm stoptijd
    """,
    "pause": """
        pauze pauzes pauzemin pauzeminuten pauzeinminuten pauzetijd pauzeduur
        minutenpauze break
    """,
    "headcount": """
        aanvraag aangevraagd aantalaangevraagd aantalgevraagd gevraagd aantal
        aantalpersonen aantalmensen aantalkrachten benodigd headcount
    """,
    "number": """
        plaatsing plaatsingsnummer plaatsingnummer plaatsingnr contractnummer
    """,
    "starts_on": """
        begindatum startdatum ingangsdatum vanaf datumindienst indienst
    """,
    "ends_on": """
        einddatum totdatum datumuitdienst uitdienst
    """,
    "contract": """
        contracturen urenperweek contracturenperweek weekuren
    """,
    "cost_center": """
        kostenplaats kostenplaatscode kpl kostenpl kostendrager
    """,
}
_KNOWN = {name: field for field, names in _NAMES.items() for name in names.split()}
_TITLES = {
    "client": "Opdrachtgever",
    "day": "Datum",
    "start": "Starttijd",
    "end": "Eindtijd",
    "payroll_number": "Loonnummer",
    "name": "Naam",
    "job_function": "Functie",
    "department": "Afdeling",
    "crew": "Ploeg",
    "pause": "Pauze",
    "headcount": "Aantal gevraagd",
    "cost_center": "Kostenplaats",
    "number": "Plaatsing",
    "starts_on": "Begindatum",
    "ends_on": "Einddatum",
    "contract": "Contracturen",
}
REQUIRED = ("client", "day", "start", "end")
ONE_OF = ("payroll_number", "headcount")
_ENOUGH = 3
_PLANNING = (
    "Opdrachtgever, Afdeling, Functie, Loonnummer, Naam, Datum, Starttijd, Eindtijd, "
    "Pauze"
)


@dataclass(frozen=True, slots=True)
class Needs:
    """Which columns a sort of sheet can't do without.

    `example` is a header of one, `below` what stands under it.
    """

    required: tuple[str, ...] = REQUIRED
    one_of: tuple[str, ...] = ONE_OF
    enough: int = _ENOUGH
    example: str = _PLANNING
    below: str = "diensten"


PLANNING = Needs()
PEOPLE = Needs(
    ("payroll_number", "name"),
    (),
    2,
    "Loonnummer, Naam, Opdrachtgever, Functie, Afdeling, Begindatum, Einddatum",
    "mensen",
)


@dataclass(frozen=True, slots=True)
class Columns:
    """Where each field stands, what its header says, and which headers mean nothing."""

    places: dict[str, int]
    titles: dict[str, str]
    skipped: tuple[str, ...]
    header_line: int

    def title(self, field: str) -> str:
        return self.titles.get(field) or _TITLES[field]


Row = tuple[int, Sequence[object]]


def recognised(cells: Iterable[object]) -> int:
    """How many different fields these header cells name."""
    return len({field for cell in cells if (field := _field(cell))})


def find_columns(rows: Sequence[Row], needs: Needs = PLANNING) -> Columns:
    """Find the header among the first rows; Unreadable when there is none."""
    best = max(rows[:HEADER_WITHIN], key=lambda row: recognised(row[1]), default=None)
    if best is None or recognised(best[1]) < needs.enough:
        raise Unreadable(
            "Er staat geen rij met kolomnamen in dit bestand. Zet in de eerste rij "
            f"bijvoorbeeld: {needs.example}."
        )
    return _columns(*best, needs)


def _columns(line: int, cells: Sequence[object], needs: Needs) -> Columns:
    places: dict[str, int] = {}
    titles: dict[str, str] = {}
    skipped = []
    for place, cell in enumerate(cells):
        title, field = str(cell or "").strip(), _field(cell)
        if not field:
            skipped += [title] if title else []
            continue
        if field in places:
            raise Unreadable(
                f"De kolommen “{titles[field]}” en “{title}” betekenen hetzelfde "
                f"({_TITLES[field].lower()}). Haal er één weg."
            )
        places[field], titles[field] = place, title
    _refuse_missing(places, needs)
    return Columns(places, titles, tuple(skipped), line)


def _refuse_missing(places: dict[str, int], needs: Needs) -> None:
    missing = [_TITLES[field] for field in needs.required if field not in places]
    if needs.one_of and not places.keys() & set(needs.one_of):
        missing.append(_TITLES[needs.one_of[0]])
    if len(missing) == 1:
        raise Unreadable(f"De kolom {missing[0]} ontbreekt. Voeg die toe.")
    if missing:
        raise Unreadable(f"De kolommen {', '.join(missing)} ontbreken. Voeg die toe.")


def _field(cell: object) -> str:
    if not isinstance(cell, str):
        return ""
    return _KNOWN.get(re.sub(r"[^a-z0-9]", "", fold(cell)), "")
