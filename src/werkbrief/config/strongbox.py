"""Every sealed secret in the house, found and sealed anew under the present key."""

from collections.abc import Callable
from dataclasses import dataclass

from allauth.mfa.models import Authenticator
from django.db import models, transaction

from werkbrief.accounts.sealing import is_sealed_by_present_key, seal_anew
from werkbrief.exchange.models import Receiver, Webhook
from werkbrief.staffing.models import SignOn
from werkbrief.words.refusals import Refusal

# Where a column holds one sealed text.
COLUMNS: dict[type[models.Model], str] = {
    Receiver: "secret",
    Webhook: "secret",
    SignOn: "sealed_secret",
}
# In the steps of signing in it is a piece of what is kept: of an app, of the codes.
PIECES = ("secret", "seed", "migrated_codes")


@dataclass(slots=True)
class Count:
    """What sealing anew came to; `lost` can be opened by no key that we know."""

    sealed: int = 0
    present: int = 0
    lost: int = 0


@transaction.atomic
def seal_all_anew() -> Count:
    """All or nothing; what already has the present key is left as it is."""
    count = Count()
    for model, column in COLUMNS.items():
        for row in model._base_manager.select_for_update().exclude(**{column: ""}):  # noqa: SLF001
            _renew(row, column, lambda text: _anew(text, count), count)
    steps = Authenticator.objects.select_for_update()
    for step in steps.filter(type__in=["totp", "recovery_codes"]):
        _renew(step, "data", lambda data: _anew_within(data, count), count)
    return count


def _renew(
    row: models.Model, column: str, anew: Callable[..., object], count: Count
) -> None:
    before = getattr(row, column)
    try:
        after = anew(before)
    except Refusal:
        count.lost += 1
        return
    if after != before:
        setattr(row, column, after)
        row.save(update_fields=[column])


def _anew_within(data: dict[str, object], count: Count) -> dict[str, object]:
    return {
        name: _anew_piece(value, count) if name in PIECES else value
        for name, value in data.items()
    }


def _anew_piece(value: object, count: Count) -> object:
    if isinstance(value, list):
        return [_anew(str(one), count) for one in value]
    return _anew(str(value), count)


def _anew(sealed: str, count: Count) -> str:
    if is_sealed_by_present_key(sealed):
        count.present += 1
        return sealed
    renewed = seal_anew(sealed)
    count.sealed += 1
    return renewed
