"""An account that opens nothing any more: first the way in goes, later the name."""

from datetime import date, datetime

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.socialaccount.models import SocialAccount
from django.contrib.admin.models import LogEntry
from django.db import transaction
from django.db.models import Max, Q
from django.utils import timezone

from werkbrief.accounts.actions import end_sessions
from werkbrief.accounts.models import User
from werkbrief.journal.actions import MARK, Deed, Trace, record
from werkbrief.journal.models import Event
from werkbrief.notices.models import Letter, ReminderSetting
from werkbrief.privacy.actions.asking import ask_for
from werkbrief.privacy.actions.forgetting import close, is_due
from werkbrief.privacy.actions.sweeping import Telling, sweep
from werkbrief.privacy.models import LEGAL_YEARS, Erasure
from werkbrief.privacy.reads import Needles, named
from werkbrief.privacy.refusals import AlreadyErased, StillOpens
from werkbrief.staffing.models import Agency
from werkbrief.walls import everywhere

KIND = "accounts.user"


# An account is of nobody: it may have done things at, and open, other agencies.
@everywhere()
@transaction.atomic
def ask_closing(
    user: User, agency: Agency, *, by: User | None, at: datetime
) -> Erasure:
    """Password, second step, sessions and address go now; the name when it may.

    Whoever judged hours stays named under them as long as those must be accountable.
    Raises StillOpens, AlreadyErased.
    """
    made = lay_closing_ready(user, agency, by=by, at=at)
    ask_for(made, at=at)
    return made


@everywhere()
@transaction.atomic
def lay_closing_ready(
    user: User, agency: Agency, *, by: User | None, at: datetime
) -> Erasure:
    held = User.objects.select_for_update().get(pk=user.pk)
    if held.is_staff or held.memberships.exists() or held.agency_roles.exists():
        raise StillOpens
    if present := Erasure.objects.filter(user=held).first():
        if present.done_at:
            raise AlreadyErased
        return present
    until = named_until(held)
    addresses = {held.email, held.username if "@" in held.username else ""} - {""}
    made = Erasure.objects.create(
        agency=agency,
        user=held,
        asked_at=at,
        by=by,
        kept_until=until if until and until >= timezone.localdate(at) else None,
        needles=Needles(tuple(sorted(addresses))).to_keep,
    )
    _lock_out(held, addresses)
    told = {"name": str(held), "kept_until": str(made.kept_until or "")}
    deed = Deed(agency.pk, by, at)
    record("privacy.account_closed", deed, [Trace(KIND, held.pk, None, told)])
    return made


@everywhere()
def named_until(user: User) -> date | None:
    """As long as the last of what they did must be accountable; None: nothing."""
    last = Event.objects.filter(by=user).aggregate(last=Max("at"))["last"]
    return last and date(timezone.localdate(last).year + LEGAL_YEARS, 12, 31)


@everywhere()
def carry_out_closing(erasure: Erasure, tell: Telling, *, at: datetime) -> int:
    """The address everywhere, and the name when its term is over. Again is harmless."""
    if is_due(erasure, timezone.localdate(at)):
        _unname(erasure, at)
    erasure.refresh_from_db()
    needles = Needles.kept(erasure.needles)
    wiped = sum(
        sweep(agency, needles, tell)
        for agency in Agency.objects.values_list("pk", flat=True)
    )
    close(erasure, at)
    return wiped


def _lock_out(held: User, addresses: set[str]) -> None:
    end_sessions(held, keep=None)
    for model in (Authenticator, EmailAddress, SocialAccount):
        model.objects.filter(user=held).delete()
    of_addresses = Q(pk=None)
    for address in addresses:
        of_addresses |= Q(to__iexact=address)
    Letter.objects.filter(of_addresses).delete()
    for setting in ReminderSetting.objects.filter(recipients=held):
        setting.recipients.remove(held)
    held.username, held.email = f"gewist-{held.pk}", ""
    held.is_active = False
    held.set_unusable_password()
    held.save()


@transaction.atomic
def _unname(erasure: Erasure, at: datetime) -> None:
    held = User.objects.select_for_update().get(erasure=erasure)
    if held.name == MARK:
        return
    before = Needles.kept(erasure.needles)
    whole = {*before.whole, *named([held.name]).whole}
    erasure.needles = Needles(tuple(sorted(whole))).to_keep
    erasure.save(update_fields=["needles"])
    held.name = MARK
    held.save(update_fields=["name"])
    LogEntry.objects.filter(
        content_type__app_label="accounts", object_id=str(held.pk)
    ).delete()
    deed = Deed(erasure.agency_id, erasure.by, at)
    record("privacy.erased", deed, [Trace(KIND, held.pk, None, {"erased": "naam"})])
