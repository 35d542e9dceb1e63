"""Master data: add, change and archive, of which nothing is ever deleted."""

import hashlib
import json
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import Any, TypeVar

from django.core.exceptions import ValidationError
from django.db import IntegrityError, models, transaction

from werkbrief.accounts.models import User
from werkbrief.journal.actions import Deed, Trace, record
from werkbrief.journal.reads import history
from werkbrief.staffing.models import Agency, Assignment, Client, Worker
from werkbrief.staffing.refusals import AtOnce, Overtaken, StillPlaced, Unfit

Thing = TypeVar("Thing", bound=models.Model)
Values = Mapping[str, Any]


def stamp(thing: models.Model, fields: Iterable[str]) -> str:
    """What the screen showed of these fields, in a few signs: to refuse a stale write.

    It tells nothing of the values, and is the same for the same values.
    """
    shown = json.dumps(_plain(thing, fields), sort_keys=True)
    return hashlib.sha256(shown.encode()).hexdigest()[:16]


@transaction.atomic
def add(thing: Thing, *, by: User, at: datetime) -> Thing:
    """A new row of master data. Raises Unfit at the field that is in the way."""
    _save(thing)
    fields = [f.name for f in thing._meta.concrete_fields if f.editable]  # noqa: SLF001
    _record("staffing.made", thing, None, _plain(thing, fields), by, at)
    return thing


@transaction.atomic
def keep(thing: Thing, values: Values, *, seen: str, by: User, at: datetime) -> Thing:
    """Change these fields, if they still are as `seen`; nothing changed is no deed.

    Raises Overtaken when somebody else was first, Unfit at the field in the way.
    """
    held = _locked(thing)
    if stamp(held, values) != seen:
        kind, pk = kind_of(held), int(held.pk)
        raise Overtaken(next(iter(history(kind, pk)), None))
    before = _plain(held, values)
    for name, value in values.items():
        setattr(held, name, value)
    after = _plain(held, values)
    if before != after:
        _save(held)
        changed = [name for name in after if before[name] != after[name]]
        was, now = ({name: all_[name] for name in changed} for all_ in (before, after))
        _record("staffing.kept", held, was, now, by, at)
    return held


@transaction.atomic
def archive(thing: Thing, *, by: User, at: datetime, on: date | None) -> None:
    """Out of the lists from this day on; None brings it back. Twice is harmless.

    Raises StillPlaced for a client or a worker with assignments that go on.
    """
    held: Any = _locked(thing)
    if bool(held.archived_on) == bool(on):
        return
    if on and (count := _running(held, on)):
        raise StillPlaced(count)
    before, held.archived_on = held.archived_on, on
    held.save(update_fields=["archived_on"])
    verb = "staffing.archived" if on else "staffing.restored"
    was, now = ({"archived_on": str(d or "")} for d in (before, on))
    _record(verb, held, was, now, by, at)


def _running(thing: models.Model, on: date) -> int:
    """Assignments that would go on behind an archived client or worker."""
    if not isinstance(thing, (Client, Worker)):
        return 0
    going = Assignment.objects.exclude(ends_on__lt=on)
    mine = {"client": thing} if isinstance(thing, Client) else {"worker": thing}
    return going.filter(**mine).count()


def kind_of(thing: models.Model) -> str:
    """As the journal names it: "staffing.department"."""
    return f"staffing.{thing._meta.model_name}"  # noqa: SLF001


def _locked(thing: Thing) -> Thing:
    rows = type(thing)._default_manager.select_for_update()  # noqa: SLF001
    return rows.get(pk=thing.pk)


def _save(thing: models.Model) -> None:
    for constraint in thing._meta.constraints:  # noqa: SLF001
        try:
            constraint.validate(type(thing), thing)
        except ValidationError:
            raise Unfit(constraint.name) from None
    try:
        with transaction.atomic():
            thing.save()
    except IntegrityError:
        raise AtOnce from None


def _plain(thing: models.Model, fields: Iterable[str]) -> dict[str, Any]:
    """As JSON holds it; a related row by its name, for who reads the journal."""
    found = {}
    for name in fields:
        value = getattr(thing, name)
        simple = isinstance(value, (str, int, bool, list, dict, type(None)))
        found[name] = value if simple else str(value)
    return found


def _record(  # noqa: PLR0913, PLR0917  (a line of the journal has this many parts)
    verb: str,
    thing: models.Model,
    before: dict[str, Any] | None,
    after: dict[str, Any],
    by: User,
    at: datetime,
) -> None:
    deed = Deed(_agency(thing), by, at, _told(thing))
    record(verb, deed, [Trace(kind_of(thing), thing.pk, before, after)])


def _agency(thing: Any) -> int:  # noqa: ANN401
    if isinstance(thing, Agency):
        return thing.pk
    return int(getattr(thing, "agency_id", None) or thing.client.agency_id)


def _told(thing: Any) -> str:  # noqa: ANN401
    """Which thing, for the journal: "Kas 1, Anker"."""
    client = getattr(thing, "client", None)
    name = str(getattr(thing, "name", "") or getattr(thing, "worker", "") or thing)
    return ", ".join(filter(None, (name, str(client or ""))))[:500]
