"""Every table that could hold a name in words, and the way from it to its agency."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from django.apps import apps
from django.db import models

from werkbrief.staffing.models import Agency

# A client or a part of it may be named after somebody: that is a company's name. The
# worker and the account themselves are emptied by name, not searched.
NOT_SEARCHED = {
    *("Agency", "Logo", "Client", "Site", "Department", "Crew", "JobFunction"),
    *("CostCenter", "Agreement", "SignOn", "Receiver", "Layout", "Webhook"),
    *("Worker", "User", "Erasure"),
}
# Digests and secrets: there is no name in them, and one sign less breaks them.
SEALED = {"digest", "hint", "print", "secret", "sealed_secret", "nonce", "fingerprint"}


@dataclass(frozen=True, slots=True)
class Place:
    """One table: its texts, its JSON, and the key that says which agency's a row is."""

    model: type[models.Model]
    agency: str
    texts: tuple[str, ...]
    values: tuple[str, ...]


@cache
def places() -> tuple[Place, ...]:
    """Of every table of ours with words in it; a new one is among them by itself."""
    return tuple(_places())


def _places() -> Iterator[Place]:
    for model in apps.get_models():
        if not model.__module__.startswith("werkbrief."):
            continue
        if model.__name__ in NOT_SEARCHED:
            continue
        fields = [f for f in model._meta.concrete_fields if not _is_sealed(f)]  # noqa: SLF001
        texts = tuple(
            f.name
            for f in fields
            if isinstance(f, (models.CharField, models.TextField))
        )
        values = tuple(f.name for f in fields if isinstance(f, models.JSONField))
        if texts or values:
            yield Place(model, way_to_agency(model), texts, values)


def _is_sealed(field: Any) -> bool:  # noqa: ANN401
    return bool(field.name in SEALED or field.choices)


@cache
def way_to_agency(model: type[models.Model]) -> str:
    """The shortest way along keys that are always filled: "client__agency_id".

    A key of its own comes first: a deed or a letter of no agency is in nobody's house.
    """
    if hasattr(model, "agency_id"):
        return "agency_id"
    ways: list[tuple[type[models.Model], str]] = [(model, "")]
    for there, way in ways:
        for field in there._meta.concrete_fields:  # noqa: SLF001
            to = field.related_model
            if field.null or not isinstance(to, type):
                continue
            if to is Agency:
                return f"{way}{field.attname}"
            if to.__module__.startswith("werkbrief.") and way.count("__") < 4:  # noqa: PLR2004
                ways.append((to, f"{way}{field.name}__"))
    raise LookupError(model)
