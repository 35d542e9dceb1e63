"""Things with all their columns, out of the rows of a question that joins them."""

from collections.abc import Sequence
from functools import cache
from typing import Any, TypeVar

from django.db import DEFAULT_DB_ALIAS
from django.db.models import Model

M = TypeVar("M", bound=Model)


@cache
def columns(model: type[Model], through: str = "") -> tuple[str, ...]:
    """Name every column of this model, for `values_list`; `through` ends in __."""
    fields = model._meta.concrete_fields  # noqa: SLF001  (Django's documented door)
    return tuple(through + field.attname for field in fields)


def whole(model: type[M], row: Sequence[Any]) -> M:
    """Make the thing that these columns are of, as if Django had read it."""
    return model.from_db(DEFAULT_DB_ALIAS, columns(model), row)
