"""Hours of timecards that come in, approved by their sending; and who is away."""

from collections.abc import Sequence
from datetime import date

from werkbrief.exchange.actions.placing import Slot
from werkbrief.exchange.actions.remembering import last_event
from werkbrief.exchange.reading.lines import Away, Hours
from werkbrief.exchange.reading.names import key
from werkbrief.exchange.reads import PARTS, Register
from werkbrief.journal.actions import Deed
from werkbrief.journal.models import Event
from werkbrief.planning.actions import tell_absent, tell_present
from werkbrief.timesheets.actions import approve, take_clocked
from werkbrief.timesheets.models import TimeEntry
from werkbrief.words.clock import day_of


def take_worked(
    worked: Sequence[Hours], slots: Sequence[Slot], known: Register, deed: Deed
) -> int:
    """Make these the hours and approve them; how many are new or changed.

    Raises AlreadyFinal where other hours were judged already. What nobody signed for
    (`by` None) stays open.
    """
    by_posting = {id(slot.posting): slot for slot in slots if slot.posting}
    clocked: dict[tuple[int, date], list[tuple[int, int, int]]] = {}
    for one in worked:
        slot = by_posting.get(id(one.posting))
        if slot is None or slot.assignment is None:
            continue
        _name_codes(one, slot, known)
        for times in one.stretches:
            day = (slot.assignment.pk, day_of(times[0]))
            clocked.setdefault(day, []).append(times)
    did = take_clocked(clocked, agency=known.agency, by=deed.by, at=deed.at)
    if deed.by and clocked:
        _approve(list(clocked), deed)
    return len(did.created) + len(did.changed)


def tell_away(away: Sequence[Away], known: Register, deed: Deed) -> int:
    """In the order of the message: what comes later holds; how many changed."""
    if not away:
        return 0
    before = last_event()
    for one in away:
        worker = known.worker(one.payroll_number)
        tell = tell_absent if one.is_away else tell_present
        if worker:
            tell(worker, one.first, one.last, by=deed.by, at=deed.at)
    verbs = ("planning.absent", "planning.present")
    mine = Event.objects.filter(agency_id=deed.agency_id, pk__gt=before)
    return mine.filter(verb__in=verbs, at=deed.at).count()


def _approve(days: list[tuple[int, date]], deed: Deed) -> None:
    wanted = {assignment for assignment, _ in days}
    entries = TimeEntry.objects.filter(assignment__in=wanted).open()
    rows = entries.values_list("pk", "version", "assignment", "start")
    told = set(days)
    seen = {
        pk: version
        for pk, version, assignment, start in rows
        if (assignment, day_of(start)) in told
    }
    if seen and deed.by:
        scope = TimeEntry.objects.filter(agency=deed.agency_id)
        approve(scope, seen, by=deed.by, at=deed.at)


def _name_codes(one: Hours, slot: Slot, known: Register) -> None:
    """A part that has no code yet gets the one that the sender knows it by."""
    for kind, code in one.codes.items():
        name = getattr(one.posting, kind)
        place = known.parts.get((kind, slot.client.pk, key(name))) if name else None
        if place and code and code != name:
            PARTS[kind].objects.filter(pk=place, code="").update(code=code[:40])
