"""One deed on stage: what it needs beforehand, and what it left in the journal."""

from collections.abc import Callable
from dataclasses import dataclass

from tests.cast import MONDAY, NOW, Cast, entry, placed, seen, shift
from werkbrief.journal.models import Event
from werkbrief.planning.actions import Cells
from werkbrief.planning.reads.proposals import stamp
from werkbrief.timesheets.actions import approve
from werkbrief.words.clock import day_of

# What somebody may write of another, and an address: neither may be in the journal.
WORDS, ADDRESS, SECRET = "lag met griep in bed", "zus@prive.example", "geheim-4711"


class Scene:
    """The cast and one worker, Anna Kowalski, number 4711, at Anker in Kas 1.

    Everything before `begin` is preparation.
    """

    def __init__(self, cast: Cast) -> None:
        self.cast, self.since = cast, 0
        self.jet = {"by": cast.jet, "at": NOW}
        self.anna = {"by": cast.anna, "at": NOW}

    @property
    def kowalski(self):
        if not hasattr(self, "_kowalski"):
            self._kowalski = placed(
                self.cast.anker, "Kowalski, Anna", "4711", department="Kas 1"
            )
        return self._kowalski

    @property
    def entries(self):
        return self.cast.anker.time_entries.all()

    def entry(self, *args):
        return entry(self.kowalski, *args)

    def shift(self, *args):
        return shift(self.kowalski, *args)

    def judged(self):
        made = self.entry()
        approve(self.entries, seen(made), **self.anna)
        made.refresh_from_db()
        return made

    def cells(self, *days):
        """The worker's cells of these days as they stand on screen."""
        days = days or (MONDAY,)
        rows = list(self.kowalski.shifts.standing())
        told = {
            (self.kowalski.pk, day): stamp([s for s in rows if day_of(s.start) == day])
            for day in days
        }
        return Cells(self.cast.anker, told)

    def begin(self) -> None:
        last = Event.objects.order_by("pk").last()
        self.since = last.pk if last else 0

    @property
    def events(self):
        return list(Event.objects.filter(pk__gt=self.since).order_by("pk"))


@dataclass(frozen=True)
class Deed:
    """What a verb leaves: its records in their order, by whom, about whom, changed."""

    verbs: tuple[str, ...]
    act: Callable[[Scene], object]
    by: str
    about: tuple[str, ...]


class Table(dict):
    """Verb -> how it is done; filled in by decorated functions."""

    def row(self, name, *verbs, by="jet", about=()):
        """`about`: what must be read in the journal: who or what, and the client."""
        about = (about,) if isinstance(about, str) else about

        def keep(act):
            assert name not in self
            self[name] = Deed(verbs, act, by, about)
            return act

        return keep
