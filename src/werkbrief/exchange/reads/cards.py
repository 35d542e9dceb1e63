"""The timecards of a week: every approved hour of an agency, per assignment."""

from collections.abc import Iterator

from django.db.models import F

from werkbrief.exchange.timecards.cards import Card, Named, Worked
from werkbrief.exchange.timecards.pieces import pieces
from werkbrief.pay.reads import Line, hour_types_of, pay_of_hours
from werkbrief.planning.reads import absent_days
from werkbrief.staffing.models import Agency, Client
from werkbrief.timesheets.models import TimeEntry, TimeEntryQuerySet, Verdict
from werkbrief.words.clock import day_of, instant
from werkbrief.words.weeks import Week

_FIELDS = (
    "pk",
    "start",
    "end",
    "break_minutes",
    "worker_id",
    "decision__by__name",
    "decision__at",
)
_ASSIGNMENT = (
    "assignment__pk",
    "assignment__number",
    "worker__payroll_number",
    "worker__name",
    "assignment__department__pk",
    "assignment__department__code",
    "assignment__department__name",
    "assignment__cost_center__pk",
    "assignment__cost_center__code",
    "assignment__cost_center__name",
)
_UNPAID = "De loonregels van {day:%d-%m-%Y} zijn niet te berekenen."


def cards_of(agency: Agency, week: Week, *, has_absences: bool) -> list[Card]:
    """Everything approved: six statements a client that worked that week, and one."""
    return list(cards_one_by_one(agency, week, has_absences=has_absences))


def cards_one_by_one(
    agency: Agency, week: Week, *, has_absences: bool = False
) -> Iterator[Card]:
    """The same; no more than one client's week is in memory."""
    clients = agency.clients.filter(
        pk__in=TimeEntry.objects.filter(agency=agency).in_week(week).values("client")
    )
    hour_types = hour_types_of(agency)
    for client in clients.order_by("pk"):
        for card in _cards(client, week, has_absences=has_absences):
            card.hour_types = hour_types
            yield card


def _cards(client: Client, week: Week, *, has_absences: bool) -> Iterator[Card]:
    entries = client.time_entries.in_week(week)
    approved = entries.filter(decision__verdict=Verdict.APPROVED)
    paid = pay_of_hours(client, week, approved)
    cards: dict[int, Card] = {}
    for place, worked in _approved(approved, paid):
        _card(cards, client, week, place).worked.append(worked)
    if has_absences:
        for place, worked in _absent(client, entries, week):
            _card(cards, client, week, place).worked.append(worked)
    yield from cards.values()


def _approved(
    entries: TimeEntryQuerySet, paid: dict[int, list[Line] | str]
) -> Iterator[tuple[tuple[str, ...], Worked]]:
    rows = entries.order_by("assignment_id", "start").values_list(
        *_FIELDS, *_ASSIGNMENT
    )
    for pk, start, end, pause, _, by, at, *place in rows:
        lines = paid.get(pk, _UNPAID.format(day=day_of(start)))
        problem = lines if isinstance(lines, str) else ""
        found = () if isinstance(lines, str) else tuple(pieces(lines, start, end))
        if any(piece.percent is None for piece in found):
            problem = (
                f"Het percentage op {day_of(start):%d-%m-%Y} is nog te bepalen; vul "
                "het in bij de cao van deze opdrachtgever."
            )
        if any(line.is_to_judge for line in lines if not isinstance(line, str)):
            problem = (
                f"Een loonregel van {day_of(start):%d-%m-%Y} is met de hand gezet en "
                "de berekening is sindsdien veranderd; vraag de opdrachtgever haar te "
                "beoordelen."
            )
        yield (
            tuple(place),
            Worked(
                pk,
                start,
                end,
                pause,
                found,
                approver=by or "",
                approved_at=instant(at),
                problem=problem,
            ),
        )


def _absent(
    client: Client, entries: TimeEntryQuerySet, week: Week
) -> Iterator[tuple[tuple[str, ...], Worked]]:
    """Planned hours of who is away and for whom nobody typed or judged anything."""
    away = absent_days(client, week)
    rows = entries.filter(is_occupying=True, is_touched=False, decision=None)
    for pk, start, end, pause, worker, _, _, *place in rows.order_by(
        F("assignment_id"), "start"
    ).values_list(*_FIELDS, *_ASSIGNMENT):
        if (worker, day_of(start)) in away:
            yield tuple(place), Worked(pk, start, end, pause, is_absent=True)


def _card(
    cards: dict[int, Card], client: Client, week: Week, place: tuple[str, ...]
) -> Card:
    pk, number, payroll, name, *parts = place
    assignment = int(pk)
    if assignment not in cards:
        cards[assignment] = Card(
            assignment,
            number or str(pk),
            week,
            client=Named(client.number or client.slug, client.name),
            worker=Named(payroll, name),
            department=_named("A", *parts[:3]),
            cost_center=_named("K", *parts[3:]),
        )
    return cards[assignment]


def _named(letter: str, pk: str | None, code: str, name: str) -> Named | None:
    """A part without a code gets one that stays."""
    return Named(code or f"{letter}{pk}", name) if pk else None
