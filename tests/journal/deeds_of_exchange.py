"""Every deed of handing over, taking in and writing to people, for the table."""

import json

from django.core import mail

from tests.cast import MONDAY, NOW, WEEK
from tests.exchange.files import ANNA, csv, shift
from tests.exchange.handing import agreed, receiver
from tests.journal.scene import SECRET, Table
from werkbrief.exchange import actions
from werkbrief.exchange.actions import TokenWish
from werkbrief.exchange.arrivals import read_arrival
from werkbrief.exchange.models import Import, Layout, Receiver, Scope, Supplied
from werkbrief.notices import actions as notices
from werkbrief.notices.actions import Wish
from werkbrief.notices.models import Letter

EXCHANGES, NOTICES = Table(), Table()


def issued(it, *scopes):
    wish = TokenWish(it.cast.agency, "Loonpakket", scopes or [Scope.PAY])
    token, _ = actions.issue_token(wish, **it.jet)
    it.begin()
    return token


@EXCHANGES.row(
    "issue_token", "exchange.token_issued", about=("Loonpakket", "loonregels lezen")
)
def issue_token(it):
    wish = TokenWish(it.cast.agency, "Loonpakket", [Scope.PAY], [it.cast.anker])
    actions.issue_token(wish, **it.jet)


@EXCHANGES.row(
    "rotate_token",
    *("exchange.token_issued", "exchange.token_rotated"),
    about=("Loonpakket", "24-11-2026 10:00"),
)
def rotate_token(it):
    actions.rotate_token(issued(it), **it.jet)


@EXCHANGES.row(
    "revoke_token", "exchange.token_revoked", about=("Loonpakket", "23-11-2026 10:00")
)
def revoke_token(it):
    token = issued(it)
    for _ in range(2):
        actions.revoke_token(token, **it.jet)


def listening(it):
    token = issued(it, Scope.WEBHOOKS)
    address = f"https://8.8.8.8/hoor?sleutel={SECRET}"
    events = ["timesheets.approved"]
    return actions.listen(token, address, events, SECRET, at=NOW)


@EXCHANGES.row("listen", "exchange.webhook_made", about="8.8.8.8")
def listen(it):
    listening(it)


@EXCHANGES.row("stop_listening", "exchange.webhook_stopped", about="8.8.8.8")
def stop_listening(it):
    hook = listening(it)
    it.begin()
    for _ in range(2):
        actions.stop_listening(hook, at=NOW)


@EXCHANGES.row("keep_receiver", "exchange.receiver_kept", about=("Loon BV", "nieuw"))
def keep_receiver(it):
    made = Receiver(agency=it.cast.agency, name="Loon BV")
    actions.keep_receiver(made, secret=SECRET, **it.jet)


@EXCHANGES.row("keep_layout", "exchange.layout_kept", about=("Loonlijst", "komma"))
def keep_layout(it):
    made = Layout.objects.create(agency=it.cast.agency, name="Loonlijst")
    made.has_decimal_comma = False
    actions.keep_layout(made, **it.jet)


def exported(it):
    agreed(it.cast.anker)
    it.judged()
    it.begin()
    to = receiver(it.cast, transport="mail", address="uren@loon.example")
    actions.export(to, WEEK, **it.jet)


WHO = ("Kowalski, Anna", "Anker")


@EXCHANGES.row("export", "exchange.exported", about=(*WHO, "nieuw"))
def export(it):
    exported(it)


@EXCHANGES.row("deliver_due", "exchange.settled", by="", about=(*WHO, "aangekomen"))
def deliver_due(it):
    exported(it)
    it.begin()
    actions.deliver_due(at=NOW)
    assert mail.outbox


def taken(it):
    reading = read_arrival(csv(shift("16-11-2026", "8:00", "12:00")), near=MONDAY)
    actions.import_planning(reading, agency=it.cast.agency, **it.jet)


COMES_IN = ("staffing.enrolled", "planning.planned", "timesheets.prepared")


@EXCHANGES.row("import_planning", *COMES_IN, by="", about=WHO)
def import_planning(it):
    taken(it)


@EXCHANGES.row(
    "undo_import",
    *("timesheets.prepared", "exchange.import_undone"),
    about="inlezen ongedaan gemaakt",
)
def undo_import(it):
    taken(it)
    it.begin()
    actions.undo_import(Import.objects.get(), **it.jet)


@EXCHANGES.row("import_hours", "timesheets.clocked", about=(*WHO, "08:05"))
def import_hours(it):
    it.entry()
    who = (ANNA[0], "Kas 1", "Teler", "4711", "Kowalski, Anna")
    row = shift("16-11-2026", "8:05", "16:00", "30", who)
    reading = read_arrival(csv(row), near=MONDAY)
    actions.import_hours(reading, agency=it.cast.agency, **it.jet)


PLACE = ("human-resource", "een")
PERSON = {
    "person": {
        "id": [{"value": "29b2", "schemeAgencyId": "Supplier"}],
        "name": {"formattedName": "Salah, Mo"},
    }
}


@EXCHANGES.row("supply", "staffing.enrolled", about=("Salah, Mo", "29b2"))
def supply(it):
    content = json.dumps(PERSON).encode()
    actions.supply(PLACE, content, agency=it.cast.agency, **it.jet)


@EXCHANGES.row(
    "withdraw_supplied",
    *("staffing.enrolled", "exchange.supplied_withdrawn"),
    about=("Salah, Mo", "human-resource/een"),
)
def withdraw_supplied(it):
    supply(it)
    it.begin()
    actions.withdraw_supplied(Supplied.objects.get(), **it.jet)


@NOTICES.row("remind", "notices.reminded", about=("Anker", "2026-W47"))
def remind(it):
    it.entry()
    it.cast.anna.email = "anna@anker.example"
    it.cast.anna.save()
    notices.remind(it.cast.anker, WEEK, **it.jet)


@NOTICES.row("post_due", "notices.sent", by="", about=("Anker", "herinnering"))
def post_due(it):
    remind(it)
    it.begin()
    notices.post_due(at=NOW)
    assert Letter.objects.get().sent_at


@NOTICES.row("set_moments", "notices.reminders_set", about=("Kasdorp", "momenten"))
def set_moments(it):
    seen = notices.moments_told(it.cast.agency)
    notices.set_moments(it.cast.agency, [(0, 540)], seen=seen, **it.jet)


@NOTICES.row("set_reminders", "notices.reminders_set", about=("Anker", "Anna Anker"))
def set_reminders(it):
    wish = Wish(recipients=[it.cast.anna])
    seen = str(notices.told_of(it.cast.anker))
    notices.set_reminders(it.cast.anker, wish, seen=seen, **it.jet)


SENT = "lays a letter ready; that it was sent is recorded by post_due"
NO_NOTICES = {
    "moments_told": "a stamp of what stood on screen",
    "told_of": "a stamp of what stood on screen",
    "remind_due": SENT,
    "send_link": SENT,
    "tell_answered": SENT,
    "tell_employed": SENT,
    "tell_invited": SENT,
    "tell_reset": SENT,
    "tell_step": SENT,
    "tell_substitute": SENT,
    "tell_substitute_over": SENT,
    "tell_workers": SENT,
    "warn_coaches_due": SENT,
}
ASKED = "a job says itself who asked for it; what it does is recorded as it is done"
NO_DEEDS = {
    "ask_comparison": ASKED,
    "ask_import": ASKED,
    "ask_payroll": ASKED,
    "ask_undo": ASKED,
    "digest_of": "works a digest out: nothing is stored",
    "is_long_work": "looks at a file: nothing is stored",
    "replay": "tells again what the journal has; it changes nothing of anybody",
    "retry": "does not wait any longer; that it arrived is recorded",
    "tell_due": "tells others of the records: a record of that would never end",
}
NO_JOBS = {
    "ask": ASKED,
    "ask_again": ASKED,
    "put_away_old": "clears files away by the term that the manual tells",
    "work_through": ASKED,
}
