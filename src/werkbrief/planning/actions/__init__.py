"""Everything that can be done to a planning."""

from werkbrief.planning.actions.absences import tell_absent, tell_present
from werkbrief.planning.actions.answering import accept, decline, withdraw
from werkbrief.planning.actions.asking import (
    Need,
    ask_for_staff,
    assign,
    confirm_request,
    decline_request,
    withdraw_request,
)
from werkbrief.planning.actions.filling import copy_week, fill_week
from werkbrief.planning.actions.ordering import order_staff
from werkbrief.planning.actions.planning import (
    Planned,
    PlanOutcome,
    fill_from_base_schedule,
    plan,
)
from werkbrief.planning.actions.publishing import publish, withdraw_feed
from werkbrief.planning.actions.repeating import keep, repeat, seen_of
from werkbrief.planning.actions.rostering import (
    Cells,
    Spot,
    cancel,
    cancel_all,
    copy,
    move,
    put,
    put_all,
)
from werkbrief.planning.actions.scheduling import schedule
from werkbrief.planning.actions.sending import Proposal, send
from werkbrief.planning.actions.taking_back import take_back
from werkbrief.planning.actions.undoing import undo
from werkbrief.planning.reads.usual import Block, Pattern

__all__ = [
    "Block",
    "Cells",
    "Need",
    "Pattern",
    "PlanOutcome",
    "Planned",
    "Proposal",
    "Spot",
    "accept",
    "ask_for_staff",
    "assign",
    "cancel",
    "cancel_all",
    "confirm_request",
    "copy",
    "copy_week",
    "decline",
    "decline_request",
    "fill_from_base_schedule",
    "fill_week",
    "keep",
    "move",
    "order_staff",
    "plan",
    "publish",
    "put",
    "put_all",
    "repeat",
    "schedule",
    "seen_of",
    "send",
    "take_back",
    "tell_absent",
    "tell_present",
    "undo",
    "withdraw",
    "withdraw_feed",
    "withdraw_request",
]
