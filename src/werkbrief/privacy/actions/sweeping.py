"""Going through every text that an agency keeps, and leaving the mark for a name."""

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from django.db import IntegrityError, models, transaction
from django.db.models.functions import Cast

from werkbrief.journal.actions import MARK, wipe_changes, wipe_reasons
from werkbrief.journal.models import Change, Event
from werkbrief.privacy.reads.needles import Needles
from werkbrief.privacy.reads.places import Place, places

SOME = 200
Telling = Callable[[str, int, int], None]


def sweep(agency_id: int, needles: Needles, tell: Telling) -> int:
    """In every table; how many rows lost a name. Again finds nothing: it is harmless.

    Each row by itself: nobody waits for it, and ended half-way it may begin anew.
    """
    if not needles.whole:
        return 0
    wiped = 0
    for number, place in enumerate(places()):
        tell("Namen zoeken", number, len(places()))
        rows = _holding(place, agency_id, needles)
        wiped += wipe(place, rows.values_list("pk", flat=True), needles)
    return wiped


def wipe(
    place: Place, keys: Iterable[Any], needles: Needles, *, is_near: bool = False
) -> int:
    """Take these rows' words; how many had the name in them."""
    wiped = 0
    for some in _in_some(keys):
        rows = place.model._base_manager.filter(pk__in=some)  # noqa: SLF001
        found = []
        for row in rows.values("pk", *place.texts, *place.values):
            pk = row.pop("pk")
            fresh = {k: needles.wiped(v, is_near=is_near) for k, v in row.items()}
            if changed := {k: v for k, v in fresh.items() if v != row[k]}:
                found.append((pk, changed))
        _write(place, found)
        wiped += len(found)
    return wiped


def _holding(place: Place, agency_id: int, needles: Needles) -> Any:  # noqa: ANN401
    """The rows that may have one of these names in a text."""
    rows = place.model._base_manager.filter(**{place.agency: agency_id})  # noqa: SLF001
    has = models.Q()
    for name in place.texts:
        has |= models.Q(**{f"{name}__iregex": needles.sought})
    for name in place.values:
        rows = rows.alias(**{f"{name}_text": Cast(name, models.TextField())})
        has |= models.Q(**{f"{name}_text__iregex": needles.sought})
    return rows.filter(has)


def _write(place: Place, found: list[tuple[Any, dict[str, Any]]]) -> None:
    if place.model is Event:
        wipe_reasons(
            (pk, _fitting(Event, "reason", row["reason"])) for pk, row in found
        )
    elif place.model is Change:
        wipe_changes(found)
    else:
        for pk, row in found:
            _replace(place.model, pk, row)


def _replace(model: type[models.Model], pk: Any, row: dict[str, Any]) -> None:  # noqa: ANN401
    fitting = {name: _fitting(model, name, value) for name, value in row.items()}
    mine = model._base_manager.filter(pk=pk)  # noqa: SLF001
    try:
        with transaction.atomic():
            mine.update(**fitting)
    except IntegrityError:
        # The name was what made it unique: then its number does.
        mine.update(
            **{
                name: f"{MARK}{pk}" if isinstance(value, str) else value
                for name, value in fitting.items()
            }
        )


def _fitting(model: type[models.Model], name: str, value: Any) -> Any:  # noqa: ANN401
    """The mark can be longer than the name that it stands for."""
    most = getattr(model._meta.get_field(name), "max_length", None)  # noqa: SLF001
    return MARK if isinstance(value, str) and most and len(value) > most else value


def _in_some(keys: Iterable[Any]) -> Iterator[list[Any]]:
    """All keys are read before the first is written."""
    every = list(keys)
    for first in range(0, len(every), SOME):
        yield every[first : first + SOME]
