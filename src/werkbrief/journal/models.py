"""What happened: one event per deed, one change per thing that it touched."""

from typing import Never, TypeVar

from django.conf import settings
from django.db import models

Line = TypeVar("Line", bound=models.Model)


class WrittenOnce(TypeError):  # noqa: N818  (it is no mistake of the reader's)
    """Somebody's code wanted to alter or delete what happened."""

    def __init__(self, *_args: object, **_kwargs: object) -> None:
        super().__init__(
            "The journal is written once: add a line that says what changed."
        )


class JournalQuerySet(models.QuerySet[Line]):
    """To write and to read; PostgreSQL refuses the rest by itself too."""

    def update(self, **_fields: object) -> Never:
        raise WrittenOnce

    def delete(self) -> Never:
        raise WrittenOnce

    def bulk_update(self, *_args: object, **_kwargs: object) -> Never:
        raise WrittenOnce


class JournalLine(models.Model):
    objects = JournalQuerySet.as_manager()

    class Meta:
        abstract = True

    def save(self, *args: object, **kwargs: object) -> None:
        if not self._state.adding:
            raise WrittenOnce
        super().save(*args, **kwargs)  # type: ignore[arg-type]

    def delete(self, *_args: object, **_kwargs: object) -> Never:
        raise WrittenOnce


class Event(JournalLine):
    """A deed: `timesheets.approved`, by whom, when, and the reason if one was given.

    `in_place_of`: the colleague for whom they stood in then.
    `agency_id` is a plain number: the journal stands below the agencies it serves.
    """

    agency_id = models.BigIntegerField(null=True, db_index=True)
    verb = models.CharField(max_length=60)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )
    in_place_of = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        related_name="+",
        db_index=False,  # nobody looks for it, and every deed would pay
    )
    at = models.DateTimeField(db_index=True)
    reason = models.CharField(max_length=500, blank=True)

    class Meta:
        # Asked every two seconds by every week that is open on a screen.
        indexes = [models.Index(fields=["agency_id", "at"])]

    def __str__(self) -> str:
        return f"{self.verb} {self.at:%Y-%m-%d %H:%M}"


class Change(JournalLine):
    """What one deed did to one thing; `before` is null when it was made."""

    agency_id = models.BigIntegerField(null=True)
    event = models.ForeignKey(Event, on_delete=models.PROTECT, related_name="changes")
    kind = models.CharField(max_length=40)
    subject_id = models.BigIntegerField()
    before = models.JSONField(null=True)
    after = models.JSONField(null=True)

    class Meta:
        indexes = [models.Index(fields=["kind", "subject_id"])]

    def __str__(self) -> str:
        return f"{self.kind} {self.subject_id}"
