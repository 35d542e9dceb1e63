"""Everything that can be done to a planning."""

from werkbrief.planning.actions.answering import accept, decline, withdraw
from werkbrief.planning.actions.asking import (
    Need,
    ask_for_staff,
    assign,
    confirm_request,
    decline_request,
    withdraw_request,
)
from werkbrief.planning.actions.ordering import order_staff
from werkbrief.planning.actions.planning import (
    Planned,
    PlanOutcome,
    fill_from_base_schedule,
    plan,
)
from werkbrief.planning.actions.publishing import publish, withdraw_feed
from werkbrief.planning.actions.scheduling import Block, schedule
from werkbrief.planning.actions.sending import Proposal, send

__all__ = [
    "Block",
    "Need",
    "PlanOutcome",
    "Planned",
    "Proposal",
    "accept",
    "ask_for_staff",
    "assign",
    "confirm_request",
    "decline",
    "decline_request",
    "fill_from_base_schedule",
    "order_staff",
    "plan",
    "publish",
    "schedule",
    "send",
    "withdraw",
    "withdraw_feed",
    "withdraw_request",
]
