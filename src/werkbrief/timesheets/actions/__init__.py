"""Everything that can be done to time entries."""

from werkbrief.timesheets.actions.changing import change, change_each, retimed
from werkbrief.timesheets.actions.clocking import ClockOutcome, take_clocked
from werkbrief.timesheets.actions.commenting import comment
from werkbrief.timesheets.actions.converting import convert_manual
from werkbrief.timesheets.actions.correcting import (
    Proposal,
    accept_correction,
    ask_correction,
    decline_correction,
    withdraw_correction,
)
from werkbrief.timesheets.actions.ending import keep_placement, shifts_beyond
from werkbrief.timesheets.actions.foreseeing import Outlook, foresee
from werkbrief.timesheets.actions.judging import approve, reject
from werkbrief.timesheets.actions.learning import decline_lesson, take_lesson
from werkbrief.timesheets.actions.locking import Seen
from werkbrief.timesheets.actions.manual import (
    Slip,
    add_manual,
    decline_manual,
    withdraw_manual,
)
from werkbrief.timesheets.actions.objecting import answer_objection, object_to
from werkbrief.timesheets.actions.preparing import Prepared, follow, prepare
from werkbrief.timesheets.actions.reopening import reopen
from werkbrief.timesheets.actions.taking_back import shifts_in_use, take_back_hours
from werkbrief.timesheets.actions.undoing import undo

__all__ = [
    "ClockOutcome",
    "Outlook",
    "Prepared",
    "Proposal",
    "Seen",
    "Slip",
    "accept_correction",
    "add_manual",
    "answer_objection",
    "approve",
    "ask_correction",
    "change",
    "change_each",
    "comment",
    "convert_manual",
    "decline_correction",
    "decline_lesson",
    "decline_manual",
    "follow",
    "foresee",
    "keep_placement",
    "object_to",
    "prepare",
    "reject",
    "reopen",
    "retimed",
    "shifts_beyond",
    "shifts_in_use",
    "take_back_hours",
    "take_clocked",
    "take_lesson",
    "undo",
    "withdraw_correction",
    "withdraw_manual",
]
