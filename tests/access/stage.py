"""Everybody who may come by, and the hours that they might look at."""

from copy import deepcopy
from dataclasses import dataclass, field
from datetime import timedelta
from http.cookies import SimpleCookie

from django.test import Client as Browser
from django.utils import timezone

from tests.cast import (
    EVERY_RIGHT,
    MONDAY,
    NOW,
    Cast,
    entry,
    member,
    person,
    placed,
    seen,
)
from werkbrief.accounts.models import Language, User
from werkbrief.staffing.actions import give_link
from werkbrief.staffing.models import (
    AgencyRole,
    Membership,
    PersonalLink,
    Right,
    Role,
    Substitute,
)
from werkbrief.timesheets.actions import (
    Proposal,
    Slip,
    add_manual,
    approve,
    ask_correction,
    object_to,
)
from werkbrief.timesheets.models import (
    CorrectionRequest,
    ManualEntry,
    Objection,
    TimeEntry,
)
from werkbrief.words.notation import Typed

OTHER_ROLES = (Role.ACCOUNT_MANAGER, Role.BACK_OFFICE, Role.ADMINISTRATOR)


@dataclass
class Stage:
    """The cast, two entries, a correction of Kas 2, and a browser per visitor."""

    cast: Cast
    in_kas_1: TimeEntry
    in_kas_2: TimeEntry
    correction: CorrectionRequest
    link: PersonalLink
    objection: Objection
    slip: ManualEntry
    visitors: dict[str, User | None]
    colleague: Membership
    substitute: Substitute
    cookies: dict[str, SimpleCookie] = field(default_factory=dict)

    def browser(self, visitor: str) -> Browser:
        """A browser of their own each time; signing in happens once."""
        browser = Browser()
        user = self.visitors[visitor]
        if user and visitor not in self.cookies:
            browser.force_login(user)
            self.cookies[visitor] = browser.cookies
        if user:
            browser.cookies = deepcopy(self.cookies[visitor])
        return browser

    def member_with(self, *rights: Right) -> Browser:
        """Somebody at Anker with just these rights."""
        browser = Browser()
        user = person(f"Lid{User.objects.count()}")
        member(user, self.cast.anker, rights)
        browser.force_login(user)
        return browser


def set_stage(cast: Cast) -> Stage:
    in_kas_1 = entry(placed(cast.anker, department="Kas 1"))
    in_kas_2 = entry(placed(cast.anker, "Yılmaz, Zoë", department="Kas 2"))
    correction = _correction(cast, in_kas_2)
    worker = in_kas_1.worker
    link = give_link(worker, Language.NL, by=cast.jet, at=timezone.now())
    objection = object_to(
        cast.anker.time_entries.all(),
        correction.entry_id,
        "Klopt niet",
        link=link,
        at=NOW,
    )
    slip = _slip(cast, in_kas_1)
    visitors = {
        "nobody": None,
        "newcomer": _member(cast, "Nieuw", has_own_password=False),
        "member": cast.anna,
        "rightless": _member(cast, "Rechteloos", rights=()),
        "narrowed": _narrowed(cast, in_kas_1),
        "nowhere": cast.coco,
        "neighbour": cast.bram,
        "stranger": cast.dina,
        "coach": cast.jet,
        **{role.value: _at_the_agency(cast, role) for role in OTHER_ROLES},
        "other_coach": cast.daan,
    }
    colleague = member(person("Collega"), cast.anker)
    return Stage(
        cast,
        in_kas_1,
        in_kas_2,
        correction,
        link,
        objection,
        slip,
        visitors,
        colleague=colleague,
        substitute=_lent(colleague, cast.annas),
    )


def _at_the_agency(cast, role):
    user = person(role.label)
    AgencyRole.objects.create(agency=cast.agency, user=user, role=role)
    return user


def _correction(cast, judged):
    """Tuesday in Kas 2 was approved, and somebody asks to put it right."""
    tuesday = entry(judged.assignment, MONDAY + timedelta(days=1))
    entries = cast.anker.time_entries.all()
    approve(entries, seen(tuesday), by=cast.anna, at=NOW)
    proposal = Proposal(None, "niet gewerkt")
    return ask_correction(entries, tuesday.pk, proposal, by=cast.anna, at=NOW)


def _slip(cast, entry):
    """Wednesday by hand, of whom nobody knows yet who it was."""
    wednesday = [MONDAY + timedelta(days=2)]
    typed = Typed(start=480, end=720)
    slip = Slip(entry.assignment.job_function, "Kowalski 1000", wednesday, typed)
    return add_manual(cast.anker, slip, by=cast.anna, at=NOW)


def _lent(absent, stand_in):
    """Whoever stands in for the colleague: all week long."""
    today = timezone.localdate()
    return Substitute.objects.create(
        absent=absent,
        stand_in=stand_in,
        starts_on=today,
        ends_on=today + timedelta(days=7),
    )


def _member(cast, name, rights=EVERY_RIGHT, **fields):
    user = person(name, **fields)
    member(user, cast.anker, rights)
    return user


def _narrowed(cast, shown):
    user = person("Smal")
    membership = member(user, cast.anker)
    membership.is_narrowed = True
    membership.save()
    membership.departments.add(shown.assignment.department)
    return user
