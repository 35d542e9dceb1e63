"""What an import did, or would do."""

from collections import Counter
from dataclasses import dataclass, field

from werkbrief.exchange.actions.counted import sentences_of
from werkbrief.exchange.reading.mistakes import Mistake


@dataclass(slots=True)
class Outcome:
    """Counts of what an import made and changed; with mistakes nothing was done.

    `enrolled` counts what is new to the agency, by its Dutch name. `blocked` shifts
    overlap hours that somebody typed, and get no entry.
    """

    lines: int = 0
    mistakes: list[Mistake] = field(default_factory=list)
    skipped_columns: tuple[str, ...] = ()
    enrolled: Counter[str] = field(default_factory=Counter)
    created: int = 0
    changed: int = 0
    cancelled: int = 0
    unchanged: int = 0
    ordered: int = 0
    entries: int = 0
    blocked: int = 0
    worked: int = 0
    away: int = 0
    weeks: list[str] = field(default_factory=list)

    @property
    def shifts(self) -> int:
        """How many shifts have been looked at."""
        return self.created + self.changed + self.cancelled + self.unchanged

    @property
    def does_nothing(self) -> bool:
        touched = self.created + self.changed + self.cancelled + self.ordered
        return not (
            touched or self.entries or self.worked or self.away or self.enrolled
        )

    def sentences(self) -> list[str]:
        """What happened, one sentence a kind; kinds that did not occur are left out."""
        counts = {
            "diensten nieuw": self.created,
            "diensten gewijzigd": self.changed,
            "diensten vervallen": self.cancelled,
            "diensten stonden er al zo": self.unchanged,
            "aanvragen nieuw of gewijzigd": self.ordered,
            **{f"{kind} nieuw of bijgewerkt": n for kind, n in self.enrolled.items()},
            "werkbriefjes klaargezet of bijgewerkt": self.entries,
            "perioden afwezig of weer aanwezig": self.away,
            "werkbriefjes uit urenstaten overgenomen": self.worked,
            "diensten overlappen uren die iemand al invulde; die uren blijven staan": (
                self.blocked
            ),
        }
        return sentences_of(counts)
