"""Every deed on hours, as the table of records needs it."""

from datetime import timedelta

from tests.cast import MONDAY, NOW, WEEK, entry, seen
from tests.journal.scene import ADDRESS, WORDS, Table
from werkbrief.accounts.models import Language
from werkbrief.planning.actions import Block, Pattern, schedule
from werkbrief.staffing.actions import give_link, stamp
from werkbrief.staffing.models import Assignment, JobFunction
from werkbrief.timesheets import actions
from werkbrief.timesheets.models import (
    CorrectionRequest,
    ManualEntry,
    Objection,
    Reason,
)
from werkbrief.timesheets.reads import lessons
from werkbrief.words.clock import at
from werkbrief.words.notation import Typed

HOURS = Table()
WHO = ("Kowalski, Anna", "Anker")


@HOURS.row("change", "timesheets.changed", by="anna", about=(*WHO, "08:00"))
def change(it):
    actions.change(it.entries, seen(it.entry()), Typed(start=480), **it.anna)


@HOURS.row("change_each", "timesheets.changed", by="anna", about=WHO)
def change_each(it):
    made = it.entry()
    typed = {made.pk: Typed(pause=45)}
    actions.change_each(it.entries, seen(made), typed, **it.anna)


@HOURS.row("approve", "timesheets.approved", by="anna", about=(*WHO, "goedgekeurd"))
def approve(it):
    actions.approve(it.entries, seen(it.entry()), **it.anna)


@HOURS.row("reject", "timesheets.rejected", by="anna", about=(*WHO, "geruild"))
def reject(it):
    actions.reject(it.entries, seen(it.entry()), Reason.SWAPPED, **it.anna)


@HOURS.row("comment", "timesheets.commented", by="anna", about=WHO)
def comment(it):
    actions.comment(it.entries, [it.entry().pk], WORDS, **it.anna)


@HOURS.row("reopen", "timesheets.reopened", about=(*WHO, "verkeerde dag"))
def reopen(it):
    made = it.judged()
    it.begin()
    actions.reopen(it.entries, made.pk, reason="verkeerde dag", **it.jet)


@HOURS.row("undo", "timesheets.undone", by="anna", about=WHO)
def undo(it):
    deed = actions.approve(it.entries, seen(it.entry()), **it.anna)
    it.begin()
    actions.undo(it.entries, deed.pk, **it.anna)


def asked(it):
    proposal = actions.Proposal(Typed(end=900), "ging eerder weg")
    return actions.ask_correction(it.entries, it.judged().pk, proposal, **it.anna)


@HOURS.row(
    "ask_correction",
    *("timesheets.approved", "timesheets.correction_asked"),
    by="anna",
    about=(*WHO, "15:00"),
)
def ask_correction(it):
    asked(it)


@HOURS.row(
    "accept_correction",
    *("timesheets.correction_accepted", "timesheets.corrected"),
    about=(*WHO, "15:00"),
)
def accept_correction(it):
    correction = asked(it)
    it.begin()
    actions.accept_correction(CorrectionRequest.objects, correction.pk, **it.jet)


@HOURS.row("decline_correction", "timesheets.correction_declined", about=(*WHO, "klok"))
def decline_correction(it):
    scope, correction = CorrectionRequest.objects, asked(it)
    it.begin()
    actions.decline_correction(
        scope, correction.pk, reason="de klok zegt anders", **it.jet
    )


@HOURS.row(
    "withdraw_correction", "timesheets.correction_withdrawn", by="anna", about=WHO
)
def withdraw_correction(it):
    correction = asked(it)
    it.begin()
    actions.withdraw_correction(CorrectionRequest.objects, correction.pk, **it.anna)


def slip(it):
    function, _ = JobFunction.objects.get_or_create(client=it.cast.anker, name="Teler")
    typed = Typed(start=480, end=720)
    told = actions.Slip(function, "Kowalski 4711", [MONDAY], typed, WORDS)
    return actions.add_manual(it.cast.anker, told, **it.anna)


SLIP = ("Kowalski 4711", "Anker", "ma 16 nov 08:00–12:00")


@HOURS.row("add_manual", "timesheets.manual_added", by="anna", about=SLIP)
def add_manual(it):
    slip(it)


@HOURS.row("convert_manual", "timesheets.manual_converted", about=WHO)
def convert_manual(it):
    told, assignment = slip(it), it.kowalski
    it.begin()
    actions.convert_manual(ManualEntry.objects, told.pk, assignment.pk, **it.jet)


@HOURS.row(
    "decline_manual", "timesheets.manual_declined", about=("Kowalski 4711", "dubbel")
)
def decline_manual(it):
    told = slip(it)
    it.begin()
    actions.decline_manual(ManualEntry.objects, told.pk, "stond er dubbel", **it.jet)


@HOURS.row(
    "withdraw_manual", "timesheets.manual_withdrawn", by="anna", about="Kowalski 4711"
)
def withdraw_manual(it):
    told = slip(it)
    it.begin()
    actions.withdraw_manual(ManualEntry.objects, told.pk, **it.anna)


def objection(it):
    link = give_link(it.kowalski.worker, Language.NL, email=ADDRESS, **it.jet)
    made = it.entry()
    it.begin()
    return actions.object_to(it.entries, made.pk, WORDS, link=link, at=NOW)


@HOURS.row("object_to", "timesheets.objected", by="", about=WHO)
def object_to(it):
    objection(it)


@HOURS.row("answer_objection", "timesheets.objection_answered", about=WHO)
def answer_objection(it):
    told = objection(it)
    it.begin()
    actions.answer_objection(Objection.objects, told.pk, WORDS, **it.jet)


@HOURS.row("prepare", "timesheets.prepared", by="", about=WHO)
def prepare(it):
    it.shift()
    actions.prepare(it.cast.anker, WEEK, at=NOW)


@HOURS.row("follow", "timesheets.prepared", by="", about=WHO)
def follow(it):
    it.shift()
    actions.follow(it.cast.anker, [WEEK], at=NOW)


@HOURS.row("take_clocked", "timesheets.clocked", about=(*WHO, "07:05"))
def take_clocked(it):
    it.entry()
    clocked = {(it.kowalski.pk, MONDAY): [(at(MONDAY, 425), at(MONDAY, 960), 30)]}
    actions.take_clocked(clocked, agency=it.cast.agency, **it.jet)


def lesson(it):
    """Three Tuesdays until five instead of four."""
    usual = Pattern((WEEK + -20).monday, (Block(1, 450, 960, 30),))
    schedule(it.kowalski, usual, by=None, at=NOW)
    for week in (WEEK + -2, WEEK + -1, WEEK):
        made = entry(it.kowalski, week.monday + timedelta(days=1), "7:30", "17:00")
        actions.approve(it.entries, seen(made), **it.anna)
    among = Assignment.objects.filter(pk=it.kowalski.pk)
    (found,) = lessons(among, NOW.date(), agency=it.cast.agency)
    it.begin()
    return found.stamp


@HOURS.row(
    "take_lesson",
    *("planning.scheduled", "timesheets.lesson_taken"),
    about=(*WHO, "di 07:30–17:00"),
)
def take_lesson(it):
    seen_ = lesson(it)
    actions.take_lesson(it.kowalski, seen_, **it.jet)


@HOURS.row("decline_lesson", "timesheets.lesson_declined", about=(*WHO, "piekweken"))
def decline_lesson(it):
    seen_ = lesson(it)
    actions.decline_lesson(it.kowalski, seen_, "piekweken", **it.jet)


@HOURS.row(
    "keep_placement",
    *("staffing.kept", "planning.planned", "timesheets.prepared"),
    by="",
    about=(*WHO, "15-11-2026", "plaatsing eindigt"),
)
def keep_placement(it):
    held = it.kowalski
    made = it.entry()
    values = {"ends_on": MONDAY - timedelta(days=1)}
    keeping = {"seen": stamp(held, values), "lapsing": 1}
    actions.keep_placement(held, values, **keeping, **it.jet)
    made.refresh_from_db()
    assert not made.is_occupying


NO_DEEDS = {
    "shifts_beyond": "asks what stands after a day",
    "foresee": "looks ahead: nothing is stored",
    "retimed": "works times out: nothing is stored",
    "shifts_in_use": "asks which hours somebody went on with",
    "take_back_hours": "gives its traces to the undoing of an import, which records",
}
