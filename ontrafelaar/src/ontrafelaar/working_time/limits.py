"""The figures of the law per kind of worker, with their articles.

Read from a text of 2015, whose numbers have not changed since as far as known; a CAO
may deviate where the law says so.
"""

from dataclasses import dataclass

from ontrafelaar.clock import HOUR

ADULT, YOUNG, DRIVER = "18+", "16-17", "chauffeur"
CHILDREN = ("13-14", "15")
SCHOOL, HOLIDAY = "schoolweek", "vakantieweek"


@dataclass(frozen=True, slots=True)
class Limits:
    """Minutes, each with its article. `pauses`: beyond so much work, so much pause."""

    duty: tuple[int, str]
    week: tuple[int, str]
    rest: tuple[int, str]
    pauses: tuple[tuple[int, int], ...]
    pauses_article: str
    averages: tuple[tuple[int, int, str, str], ...] = ()
    free_from: tuple[int, int, str] | None = None
    days: tuple[int, str] | None = None
    sunday: str = ""


TABLES = {
    ADULT: Limits(
        duty=(12 * HOUR, "ATW 5:7.2a"),
        week=(60 * HOUR, "ATW 5:7.2b"),
        rest=(11 * HOUR, "ATW 5:3.2"),
        pauses=((330, 30), (600, 45)),
        pauses_article="ATW 5:4.2",
        averages=(
            (4, 55 * HOUR, "atw.gem4", "ATW 5:7.3"),
            (16, 48 * HOUR, "atw.gem16", "ATW 5:7.2c"),
        ),
    ),
    YOUNG: Limits(
        duty=(9 * HOUR, "ATW 5:7.1"),
        week=(45 * HOUR, "ATW 5:7.1"),
        rest=(12 * HOUR, "ATW 5:3.1"),
        pauses=((270, 30),),
        pauses_article="ATW 5:4.1",
        averages=((4, 40 * HOUR, "atw.gem4", "ATW 5:7.1"),),
        free_from=(23 * HOUR, 30 * HOUR, "ATW 5:3.1"),
    ),
    DRIVER: Limits(
        duty=(12 * HOUR, "ATW 5:7.2a"),
        week=(60 * HOUR, "ATB-v 2.5:8"),
        rest=(11 * HOUR, "ATB-v 2.5:1"),
        pauses=((360, 30), (540, 45)),
        pauses_article="ATB-v 2.5:6",
        averages=((16, 48 * HOUR, "atw.gem16", "ATB-v 2.5:8"),),
    ),
    f"15 {SCHOOL}": Limits(
        duty=(8 * HOUR, "NRK 4:2"),
        week=(12 * HOUR, "NRK 4:2"),
        rest=(12 * HOUR, "NRK 4:2"),
        pauses=((270, 30),),
        pauses_article="NRK 4:2",
        free_from=(19 * HOUR, 31 * HOUR, "NRK 4:2"),
        days=(5, "NRK 4:2"),
    ),
    f"15 {HOLIDAY}": Limits(
        duty=(8 * HOUR, "NRK 5:2"),
        week=(40 * HOUR, "NRK 5:2"),
        rest=(12 * HOUR, "NRK 5:2"),
        pauses=((270, 30),),
        pauses_article="NRK 5:2",
        free_from=(21 * HOUR, 31 * HOUR, "NRK 5:2"),
        days=(5, "NRK 5:2"),
    ),
    f"13-14 {SCHOOL}": Limits(
        duty=(7 * HOUR, "NRK 4:1"),
        week=(12 * HOUR, "NRK 4:1"),
        rest=(14 * HOUR, "NRK 4:1"),
        pauses=((270, 30),),
        pauses_article="NRK 4:1",
        free_from=(19 * HOUR, 31 * HOUR, "NRK 4:1"),
        sunday="NRK 4:1",
    ),
    f"13-14 {HOLIDAY}": Limits(
        duty=(7 * HOUR, "NRK 5:1"),
        week=(35 * HOUR, "NRK 5:1"),
        rest=(14 * HOUR, "NRK 5:1"),
        pauses=((270, 30),),
        pauses_article="NRK 5:1",
        free_from=(19 * HOUR, 31 * HOUR, "NRK 5:1"),
        days=(5, "NRK 5:1"),
        sunday="NRK 5:1",
    ),
}
