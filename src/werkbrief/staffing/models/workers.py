"""The worker: known by payroll number and name, and by nothing else."""

import re
import unicodedata

from django.db import models

from werkbrief.staffing.models.agencies import Agency

_LETTERS = str.maketrans(
    {"ł": "l", "ø": "o", "đ": "d", "ı": "i", "ß": "ss", "æ": "ae", "œ": "oe", "’": "'"}
)
LONGEST = 1000
_INFIX = re.compile(r"^(?:(?:van|de|den|der|het|ten|ter|te|el|'t|in|op|von)\s+)+")


def fold(text: str) -> str:
    """Lower case without accents, for searching: SQLite itself folds ASCII only.

    >>> fold("Dąbrowski, Łukasz"), fold("Yılmaz, Zoë")
    ('dabrowski, lukasz', 'yilmaz, zoe')
    """
    # Accents in a long row are put in order one by one: no name has so many.
    short = text[:LONGEST].casefold().translate(_LETTERS)
    plain = unicodedata.normalize("NFD", short)
    return "".join(c for c in plain if not unicodedata.combining(c))


def sort_key(name: str) -> str:
    """Dutch order: "van den Berg" stands under the B.

    >>> sort_key("van den Berg, Joris")
    'berg, joris'
    """
    return _INFIX.sub("", fold(name))


class Worker(models.Model):
    """A person employed by the agency. `name` as lists show it: "Kowalski, Anna"."""

    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="workers")
    payroll_number = models.CharField(max_length=40)
    name = models.CharField(max_length=150)
    sort_name = models.CharField(max_length=160, editable=False)
    folded = models.CharField(max_length=210, editable=False)
    archived_on = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["agency", "payroll_number"], name="worker_number_once"
            )
        ]

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        if not self.folded and self.name:
            self.fold_name()

    def __str__(self) -> str:
        return f"{self.name} ({self.payroll_number})"

    def save(self, **kwargs: object) -> None:
        self.fold_name()
        super().save(**kwargs)  # type: ignore[arg-type]

    @property
    def spoken_name(self) -> str:
        """As one addresses somebody: "Anna Kowalski"."""
        last, _, first = self.name.partition(", ")
        return f"{first} {last}".strip()

    def fold_name(self) -> None:
        """Set what searching and sorting read; bulk writers call this themselves."""
        self.sort_name = sort_key(self.name)
        self.folded = fold(f"{self.name} {self.payroll_number}")
