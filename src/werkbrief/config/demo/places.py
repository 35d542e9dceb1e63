"""The clients of the example agency, and how their people work."""

from dataclasses import dataclass

from werkbrief.config.demo.patterns import (
    FRI,
    MON,
    SAT,
    SUN,
    THU,
    TUE,
    WED,
    WEEKDAYS,
    Pattern,
    alternating,
    hours,
    weekly,
)

UNTIL_SATURDAY = (*WEEKDAYS, SAT)


@dataclass(frozen=True, slots=True)
class Gang:
    """People who do the same work in the same place: how many, and their week."""

    department: str
    crew: str
    job_function: str
    headcount: int
    patterns: tuple[Pattern, ...]
    cost_center: str = ""


@dataclass(frozen=True, slots=True)
class Place:
    """A client. `deadline_minutes` overrides the agency's time of day."""

    name: str
    slug: str
    number: str
    pack: str
    gangs: tuple[Gang, ...]
    tags: tuple[str, ...] = ()
    deadline_minutes: int | None = None


_DAY = weekly(hours(7, 15.5))
_LONG_FRIDAY = weekly(hours(7, 16, (MON, TUE, WED, THU)), hours(7, 13.5, (FRI,)))
_FOUR_DAYS = weekly(hours(7, 16.5, (MON, TUE, THU, FRI), break_minutes=45))
_WITH_SATURDAY = weekly(
    hours(7, 15, (TUE, WED, THU, FRI)), hours(6, 12.5, (SAT,), break_minutes=15)
)
_EARLY = weekly(hours(5, 13.5))
_EARLY_OR_LATE = alternating(hours(6, 14.5), hours(14.5, 23))
_LATE_OR_EARLY = alternating(hours(14.5, 23), hours(6, 14.5))
_NIGHTS = weekly(hours(22, 30.5, (SUN, MON, TUE, WED, THU), break_minutes=45))
_NIGHTS_OR_DAYS = alternating(
    hours(21, 30, (MON, TUE, WED, THU), break_minutes=60),
    hours(6, 15.5, (MON, TUE, WED, THU), break_minutes=60),
)
_TRIPS = weekly(hours(4.5, 14, (MON, TUE, WED, THU, FRI), break_minutes=60))
_MORNING_AND_EVENING = weekly(
    hours(6, 8.5, break_minutes=0), hours(17, 20.5, break_minutes=15)
)
_EVENINGS = weekly(hours(18, 22, break_minutes=15))
_WEEKEND = weekly(
    hours(17.5, 22.5, (THU, FRI), break_minutes=15), hours(7, 13, (SAT, SUN))
)

GREENHOUSE = Place(
    "Kwekerij Halverzon",
    "halverzon",
    "K-1001",
    "glastuinbouw",
    (
        Gang("Oogst", "", "Oogstmedewerker", 26, (_DAY, _DAY, _WITH_SATURDAY)),
        Gang("Gewasverzorging", "", "Gewasverzorger", 18, (_DAY, _FOUR_DAYS)),
        Gang("Sortering", "", "Inpakmedewerker", 13, (_LONG_FRIDAY, _WITH_SATURDAY)),
        Gang("Sortering", "", "Heftruckchauffeur", 3, (_DAY,)),
    ),
)
PEPPERS = Place(
    "Halverzon Paprika",
    "halverzon-paprika",
    "K-1002",
    "glastuinbouw",
    (
        Gang("Oogst", "", "Oogstmedewerker", 12, (_DAY, _WITH_SATURDAY)),
        Gang("Sortering", "", "Inpakmedewerker", 5, (_LONG_FRIDAY,)),
    ),
)
SEEDLINGS = Place(
    "Halverzon Opkweek",
    "halverzon-opkweek",
    "K-1003",
    "glastuinbouw",
    (Gang("", "", "Plantmedewerker", 9, (_DAY, _FOUR_DAYS)),),
)
EXPORTER = Place(
    "Westerhof Bloemenexport",
    "westerhof",
    "K-2040",
    "glastuinbouw",
    (
        Gang("Inkoop", "", "Keurmeester", 6, (_EARLY,), "2010"),
        Gang("Inpak", "Ploeg A", "Inpakmedewerker", 48, (_EARLY_OR_LATE,), "2100"),
        Gang("Inpak", "Ploeg B", "Inpakmedewerker", 46, (_LATE_OR_EARLY,), "2100"),
        Gang("Boeketterie", "Dagploeg", "Bloembinder", 44, (_DAY, _FOUR_DAYS), "2200"),
        Gang("Boeketterie", "Dagploeg", "Lijnleider", 4, (_DAY,), "2200"),
        Gang("Expeditie", "Ploeg A", "Orderpicker", 14, (_EARLY_OR_LATE,), "2300"),
        Gang("Expeditie", "Ploeg B", "Orderpicker", 14, (_LATE_OR_EARLY,), "2300"),
        Gang("Expeditie", "Dagploeg", "Heftruckchauffeur", 4, (_EARLY,), "2300"),
    ),
)
TRANSPORT = Place(
    "Noordvaart Transport",
    "noordvaart",
    "K-3300",
    "beroepsgoederenvervoer",
    (
        Gang("Rijden", "Nacht", "Chauffeur CE", 9, (_NIGHTS, _NIGHTS_OR_DAYS)),
        Gang("Rijden", "Dag", "Chauffeur C", 8, (_TRIPS,)),
        Gang("Overslag", "Nacht", "Loodsmedewerker", 7, (_NIGHTS,)),
    ),
    tags=("eendaagse rit",),
    deadline_minutes=10 * 60,
)
CLEANER = Place(
    "Glansrijk Schoonmaak",
    "glansrijk",
    "K-4120",
    "schoonmaak",
    (
        Gang("Kantoren", "", "Schoonmaker", 12, (_EVENINGS, _MORNING_AND_EVENING)),
        Gang("Bedrijfshallen", "", "Schoonmaker", 6, (_WEEKEND, _EVENINGS)),
        Gang("Bedrijfshallen", "", "Glazenwasser", 3, (_DAY,)),
    ),
)
PLACES = (GREENHOUSE, PEPPERS, SEEDLINGS, EXPORTER, TRANSPORT, CLEANER)
