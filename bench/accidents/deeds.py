"""What people do in the portal, each to be done once: wholly, or not at all."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from http.client import HTTPException
from urllib.parse import urlencode

from django.db import connection
from django.utils import timezone

from bench.approving import monday
from bench.frame.cast import Place, settle
from bench.frame.served import Line
from bench.frame.visitor import SECRET, cookies_of
from werkbrief.accounts.models import User
from werkbrief.exchange.models import Batch, Delivery, Receiver
from werkbrief.journal.models import Change, Event
from werkbrief.staffing.models import AgencyRole, Assignment, JobFunction, Role, Worker
from werkbrief.timesheets.actions import Slip, add_manual
from werkbrief.timesheets.models import (
    Decision,
    ManualAnswer,
    ManualDay,
    TimeEntry,
    TimeEntryQuerySet,
)
from werkbrief.words.clock import at
from werkbrief.words.notation import Typed

FORM = {"X-CSRFToken": SECRET, "Content-Type": "application/x-www-form-urlencoded"}
WORKERS = 100


@dataclass(frozen=True, slots=True)
class Deed:
    """`stands` gives figures that are all zero before, and all `full` afterwards."""

    name: str
    cookies: str
    path: str
    fields: dict[str, str]
    full: int
    stands: Callable[[], tuple[int, ...]]

    def do(self, bind: str) -> tuple[int, str]:
        """The status and the page; (0, reason) when no answer came."""
        line = Line(bind, self.cookies)
        try:
            body = urlencode(self.fields).encode()
            status, page = line.ask("POST", self.path, body, PLAIN)
        except (OSError, HTTPException) as trouble:
            return 0, repr(trouble)
        finally:
            line.http.close()
        return status, page.decode(errors="replace")

    @property
    def is_torn(self) -> bool:
        return self._figures() not in ({0}, {self.full})

    @property
    def is_done(self) -> bool:
        return self._figures() == {self.full}

    def _figures(self) -> set[int]:
        found = set(self.stands())
        connection.close()
        return found


# Not packed: the sentence on the page is looked for.
PLAIN = {**FORM, "Accept-Encoding": "identity"}


def one_of_each(name: str) -> list[Deed]:
    """Saving, approving a column, converting, handing over: at a client of its own."""
    place = settle(WORKERS, name=name)
    # A batch takes what a whole agency approved: here of nobody else.
    other = settle(WORKERS, name=f"{name}-levert", agency=f"{name}-levert")
    deeds = [
        saving(place),
        approving(place),
        converting(place, _office(place)),
        handing_over(other, _office(other)),
    ]
    connection.close()
    return deeds


def saving(place: Place, *, pause: int = 45) -> Deed:
    """One entry of the Tuesday, which nobody approves meanwhile."""
    pk, version = _entries(place, 1).values_list("pk", "version").order_by("pk")[0]
    before = _changes([pk], "timesheets.changed")
    return Deed(
        "opslaan",
        cookies_of(place.planner),
        place.path("wijzigingen/"),
        {"gezien": f"{pk}:{version}", "pauze": str(pause)},
        1,
        lambda: (
            TimeEntry.objects.filter(pk=pk, break_minutes=pause).count(),
            TimeEntry.objects.get(pk=pk).version - version,
            _changes([pk], "timesheets.changed") - before,
        ),
    )


def approving(place: Place) -> Deed:
    """The whole Monday."""
    column = dict(monday(place))
    return Deed(
        "een kolom goedkeuren",
        cookies_of(place.planner),
        place.path("goedkeuringen/"),
        {"gezien": ",".join(f"{pk}:{version}" for pk, version in column.items())},
        len(column),
        lambda: (
            Decision.objects.filter(entry__in=list(column)).count(),
            TimeEntry.objects.filter(pk__in=list(column), version=2).count(),
            _changes(list(column), "timesheets.approved"),
        ),
    )


def converting(place: Place, office: User) -> Deed:
    """Three days of somebody who was not planned."""
    function = JobFunction.objects.filter(client=place.client).first()
    name = f"{place.client.slug}-los"
    worker = Worker.objects.create(
        agency=place.client.agency, payroll_number=name, name="Los, Lies"
    )
    placed = Assignment.objects.create(
        agency_id=place.client.agency_id,
        client=place.client,
        worker=worker,
        job_function=function,
        starts_on=place.week.monday - timedelta(weeks=4),
    )
    days = place.week.days[:3]
    slip = Slip(function, f"Los {name}", days, Typed(start=450, end=960, pause=30))
    manual = add_manual(place.client, slip, by=place.planner, at=timezone.now())
    return Deed(
        "omzetten",
        cookies_of(office),
        f"/kantoor/handmatig/{manual.pk}/omzetting/",
        {"plaatsing": str(placed.pk)},
        len(days),
        lambda: (
            ManualAnswer.objects.filter(manual=manual).count() * len(days),
            ManualDay.objects.filter(manual=manual, entry__isnull=False).count(),
            TimeEntry.objects.filter(assignment=placed).count(),
            Decision.objects.filter(entry__assignment=placed).count(),
        ),
    )


def handing_over(place: Place, office: User) -> Deed:
    """A batch of the Fridays; they are approved on the side, once and for all."""
    Decision.objects.bulk_create(
        Decision(
            entry=entry,
            agency_id=entry.agency_id,
            verdict="approved",
            by=place.planner,
            at=timezone.now(),
        )
        for entry in _entries(place, 4)
    )
    receiver = Receiver.objects.create(
        agency=place.client.agency, name=place.client.slug, supplier_kvk="12345678"
    )
    return Deed(
        "een levering maken",
        cookies_of(office),
        f"/kantoor/leveren/ontvangers/{receiver.pk}/leveringen/?week={place.week}",
        {"daad": "leveren"},
        WORKERS,
        lambda: (
            Batch.objects.filter(receiver=receiver).count() * WORKERS,
            receiver.timecards.count(),
            Delivery.objects.filter(batch__receiver=receiver).count(),
        ),
    )


def _entries(place: Place, day: int) -> TimeEntryQuerySet:
    on = place.week.days[day]
    return place.client.time_entries.between(at(on, 0), at(on + timedelta(days=1), 0))


def _office(place: Place) -> User:
    name = f"{place.client.slug}-kantoor"
    user = User.objects.create(username=name, name="Jet", has_own_password=True)
    AgencyRole.objects.create(
        agency=place.client.agency, user=user, role=Role.ADMINISTRATOR
    )
    return user


def _changes(subjects: list[int], verb: str) -> int:
    events = Event.objects.filter(verb=verb)
    return Change.objects.filter(subject_id__in=subjects, event__in=events).count()
