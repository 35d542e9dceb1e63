"""What must be there before its page can be asked for, and what its address needs."""

from django.utils import timezone

from tests.cast import person
from werkbrief.accounts.models import Language
from werkbrief.staffing.actions import give_link
from werkbrief.staffing.models import Membership, Right, Substitute
from werkbrief.staffing.reads import address_for


def _judged(greenhouse):
    return greenhouse.one("Kowalski", 0).pk


def _colleague(greenhouse):
    user = person("Collega", email="collega@delier.example")
    rights = [Right.SEE_PLANNING, Right.SEE_TIMESHEETS]
    return Membership.objects.create(
        user=user, client=greenhouse.client, rights=rights
    ).pk


def _lent(greenhouse):
    """The planner stands in for the colleague today."""
    today = timezone.localdate()
    held = Substitute.objects.create(
        absent_id=_colleague(greenhouse),
        stand_in=Membership.objects.get(user=greenhouse.planner),
        starts_on=today,
        ends_on=today,
    )
    return address_for(held, greenhouse.client)


def _token(greenhouse):
    worker = greenhouse.one("Kowalski", 0).worker
    return give_link(
        worker, Language.NL, by=greenhouse.planner, at=timezone.now()
    ).token


def _by_hand(greenhouse):
    """One line set, and one of which the computation changed since."""
    one = greenhouse.one("Nowak", 2)
    made = {"agency": greenhouse.client.agency, "by": greenhouse.planner}
    for rules, percent in (("", 110), ("weg", 150)):
        one.overrides.create(
            **made, rules=rules, is_addon=bool(rules), computed="100", percent=percent,
            minutes=one.worked_minutes, reason="afgesproken", at=timezone.now(),
        )  # fmt: skip
    return one.pk


MADE = {
    "judged": _judged,
    "by_hand": _by_hand,
    "colleague": _colleague,
    "lent": _lent,
    "token": _token,
}
