"""A small agency that the parsers behind a door run into, as it was before each try."""

import json
from dataclasses import dataclass
from datetime import timedelta

from django.core.cache import cache
from django.db import transaction
from django.test import Client as Browser
from django.utils import timezone

from tests.cast import MONDAY, NOW, WEEK, assemble, entry, placed
from werkbrief.accounts.models import Language
from werkbrief.exchange.actions import TokenWish, issue_token
from werkbrief.exchange.models import Scope
from werkbrief.staffing.actions import Issuer, give_link, trust_issuer
from werkbrief.staffing.models import SignOn
from werkbrief.timesheets.reads import WeekSheet, week_sheet

NAMES = ("Bakker, Bram", "van den Berg, Joris", "Yılmaz, Zoë")


@dataclass
class Stage:
    """Who is at a screen, which machine calls, whose link it is."""

    anna: Browser
    jet: Browser
    secret: str
    link: str
    sheet: WeekSheet
    sign_on: SignOn


_stages: list[Stage] = []


def set_stage():
    """The cast with a week, a token, a link and an issuer; once per database."""
    cast = assemble()
    for number, name in enumerate(NAMES):
        row = placed(cast.anker, name, str(10_001 + number))
        entry(row, MONDAY)
        entry(row, MONDAY + timedelta(days=1))
    _, secret = issue_token(
        TokenWish(cast.agency, "loon", list(Scope), None), by=cast.jet, at=NOW
    )
    link = give_link(row.worker, Language.NL, by=cast.jet, at=timezone.now())
    cast.anna.email = "anna@anker.example"
    cast.anna.save()
    wish = Issuer("Id", "https://id.anker.example", "werkbrief", "geheim", [cast.anker])
    sign_on = trust_issuer(cast.agency, wish, by=cast.jet, at=NOW)
    anna, jet = Browser(), Browser()
    anna.force_login(cast.anna)
    jet.force_login(cast.jet)
    sheet = week_sheet(cast.annas, WEEK)
    _stages[:] = [Stage(anna, jet, secret, link.token, sheet, sign_on)]


def stage():
    return _stages[0]


def at_the_door(ask, *args):
    """What the portal answers; afterwards everything is as it was."""
    with transaction.atomic():
        cache.clear()
        found = ask(*args)
        assert found.status_code < 500, found.status_code
        if found.status_code >= 400 and "problem" in found.get("Content-Type", ""):
            assert json.loads(found.content)["title"], found.content
        transaction.set_rollback(True)
    where = found.get("Location", "").partition("?")[0]
    return (
        f"{found.status_code} {where}" if where.startswith("/") else found.status_code
    )
