"""What the base schedule says, who is away, what was asked, and the week as planned."""

from werkbrief.planning.reads.absences import absent_among, absent_days, absent_on
from werkbrief.planning.reads.clients import PlannedWeek, planned_weeks
from werkbrief.planning.reads.feeds import feed_of, feed_shifts, living_feeds
from werkbrief.planning.reads.filters import Filters
from werkbrief.planning.reads.messages import Note, notes_of
from werkbrief.planning.reads.needs import OpenNeed, need_of, needs_of
from werkbrief.planning.reads.news import PlanNews, plan_news
from werkbrief.planning.reads.own import OwnShift, own_shifts, own_shifts_between
from werkbrief.planning.reads.patterns import (
    ComingWeek,
    Usual,
    Version,
    coming,
    usual_list,
    versions_of,
)
from werkbrief.planning.reads.previews import Preview, copied_week, filled_week
from werkbrief.planning.reads.requests import Request, requests_of
from werkbrief.planning.reads.roster import Roster, roster
from werkbrief.planning.reads.schedule import Schedule, week_schedule
from werkbrief.planning.reads.scope import messages_for, orders_for, shifts_for
from werkbrief.planning.reads.unplanned import unplanned_week
from werkbrief.planning.reads.usual import Pattern, Stretches, usual_week
from werkbrief.planning.reads.waiting import waiting_messages

__all__ = [
    "ComingWeek",
    "Filters",
    "Note",
    "OpenNeed",
    "OwnShift",
    "Pattern",
    "PlanNews",
    "PlannedWeek",
    "Preview",
    "Request",
    "Roster",
    "Schedule",
    "Stretches",
    "Usual",
    "Version",
    "absent_among",
    "absent_days",
    "absent_on",
    "coming",
    "copied_week",
    "feed_of",
    "feed_shifts",
    "filled_week",
    "living_feeds",
    "messages_for",
    "need_of",
    "needs_of",
    "notes_of",
    "orders_for",
    "own_shifts",
    "own_shifts_between",
    "plan_news",
    "planned_weeks",
    "requests_of",
    "roster",
    "shifts_for",
    "unplanned_week",
    "usual_list",
    "usual_week",
    "versions_of",
    "waiting_messages",
    "week_schedule",
]
