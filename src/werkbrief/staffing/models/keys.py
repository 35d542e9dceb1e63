"""The agency of a row that belongs to something else: which agency's it is, itself."""

from typing import Any

from django.db import models


class AgencyKey(models.ForeignKey[Any, Any]):
    """Filled in by itself on saving, from what the row belongs to (`through`).

    With it the database can keep agencies apart row by row, and a distributed one can
    cut every table by it. What the row belongs to holds the constraint already, so
    this needs neither a check nor an index of its own.
    """

    def __init__(self, through: str = "", **kwargs: Any) -> None:  # noqa: ANN401
        self.through = through
        kwargs = {
            "to": "staffing.Agency",
            "on_delete": models.DO_NOTHING,
            "related_name": "+",
            "editable": False,
            "db_index": False,
            "db_constraint": False,
            **kwargs,
        }
        super().__init__(**kwargs)

    def deconstruct(self) -> Any:  # noqa: ANN401
        """A migration needs no more than the column."""
        name, _, args, kwargs = super().deconstruct()
        return name, "django.db.models.ForeignKey", args, kwargs

    def pre_save(self, model_instance: models.Model, add: bool) -> Any:  # noqa: ANN401, FBT001
        """No statement where the row was made with what it belongs to at hand."""
        if add or getattr(model_instance, self.attname) is None:
            belongs_to = getattr(model_instance, self.through)
            setattr(model_instance, self.attname, belongs_to.agency_id)
        return super().pre_save(model_instance, add)
