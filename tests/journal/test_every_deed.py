"""Every verb of every room: one complete, readable record, or a reason for none.

Who, when, what in Dutch, about whom and at which client, before and after; nothing
personal but a name and a number.
"""

import json
import re
from importlib import import_module
from importlib.util import find_spec
from inspect import isfunction

import pytest
from django.apps import apps

from tests.cast import NOW
from tests.journal import deeds_of_exchange as exchange
from tests.journal import deeds_of_hours as hours
from tests.journal import deeds_of_pay as pay
from tests.journal import deeds_of_people as people
from tests.journal import deeds_of_planning as planning
from tests.journal import deeds_of_privacy as privacy
from tests.journal.scene import ADDRESS, SECRET, WORDS, Scene
from werkbrief.journal.models import Change
from werkbrief.journal.reads import Sought, search
from werkbrief.office.telling import tell_deed
from werkbrief.office.telling_words import FIELDS, SILENT
from werkbrief.office.verbs import VERBS
from werkbrief.office.whom import whom

ROOMS = {
    "staffing": (people.PEOPLE, people.NO_DEEDS),
    "planning": (planning.PLANS, planning.NO_DEEDS),
    "timesheets": (hours.HOURS, hours.NO_DEEDS),
    "pay": (pay.PAY, {}),
    "exchange": (exchange.EXCHANGES, exchange.NO_DEEDS),
    "privacy": (privacy.PRIVACY, privacy.NO_DEEDS),
    "notices": (exchange.NOTICES, exchange.NO_NOTICES),
    "jobs": ({}, exchange.NO_JOBS),
    "accounts": ({}, people.NO_ACCOUNTS),
}
ROWS = [
    pytest.param(deed, id=f"{room}.{name}")
    for room, (deeds, _) in ROOMS.items()
    for name, deed in deeds.items()
]


def test_every_room_that_does_something_is_here():
    """The journal's own verb is the record itself."""
    doing = {
        app.name.removeprefix("werkbrief.")
        for app in apps.get_app_configs()
        if app.name.startswith("werkbrief.") and find_spec(f"{app.name}.actions")
    }
    assert doing - {"journal"} == set(ROOMS)


@pytest.mark.parametrize("room", ROOMS)
def test_every_verb_has_a_row_or_a_reason(room):
    deeds, reasons = ROOMS[room]
    found = vars(import_module(f"werkbrief.{room}.actions"))
    verbs = {
        name
        for name, what in found.items()
        if isfunction(what)
        and not name.startswith("_")
        and what.__module__.startswith(f"werkbrief.{room}.actions")
    }
    assert set(deeds) | set(reasons) == verbs
    assert not set(deeds) & set(reasons)
    assert all(len(reason) > 10 for reason in reasons.values())


@pytest.mark.parametrize("deed", ROWS)
def test_it_leaves_a_complete_readable_record_and_nothing_personal(cast, deed):
    """One record a fact: what does two things tells of both, in their order."""
    it = Scene(cast)
    for user in (cast.anna, cast.bram, cast.jet):
        user.username = user.email = f"{user.pk}@prive.example"
        user.save()
    deed.act(it)
    events = it.events
    assert tuple(event.verb for event in events) == deed.verbs
    by = getattr(cast, deed.by) if deed.by else None
    last = events[-1]
    assert (last.by, last.at, last.agency_id) == (by, NOW, cast.agency.pk)
    assert all(event.verb in VERBS for event in events)
    for event in events:
        changes = list(event.changes.all())
        assert changes, "about nothing"
        for change in changes:
            assert change.before != change.after
            assert change.before is None or isinstance(change.before, dict)
            fields = {*(change.before or {}), *(change.after or {})}
            assert fields - set(FIELDS) - SILENT == set(), "no Dutch word for these"
    told = _told(cast, len(events))
    for words in deed.about:
        assert words in told, told
    _refuse_personal(events)


def _refuse_personal(events):
    rows = Change.objects.filter(event__in=events).values_list("before", "after")
    text = json.dumps([[event.reason for event in events], list(rows)])
    for never in (WORDS, ADDRESS, SECRET, "prive.example", "griep"):
        assert never not in text
    assert not re.search(r"pbkdf2|argon2|wb_|password", text)


def _told(cast, number):
    """As the journal's screen prints these deeds."""
    found = search(cast.agency.pk, Sought())[:number]
    names = whom(cast.agency, (line for deed in found for line in deed.happenings))
    parts = []
    for deed in (tell_deed(one, names) for one in found):
        parts += [deed.what, deed.who, deed.why]
        for line in deed.told:
            parts += [line.whom, *(word for change in line.changes for word in change)]
    return " | ".join(parts)
