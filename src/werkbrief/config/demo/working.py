"""A year of weeks: planned, worked, passed on; last week waits and this week runs."""

from collections.abc import Iterable
from datetime import date, datetime, time, timedelta
from random import Random

from werkbrief.accounts.models import User
from werkbrief.config.demo.accounts import (
    CLEANING_PLANNER,
    COACH,
    EXPORT_PLANNER,
    HOLDING,
    NIGHT_PLANNER,
    PLANNER,
)
from werkbrief.config.demo.remarks import REMARKS
from werkbrief.planning.actions import fill_from_base_schedule
from werkbrief.planning.reads import absent_days
from werkbrief.rows import count_anew
from werkbrief.staffing.models import Agency, Client
from werkbrief.timesheets.actions import approve, change, comment, prepare, reject
from werkbrief.timesheets.models import Reason, TimeEntry
from werkbrief.words.clock import ZONE, clock, day_of
from werkbrief.words.notation import Typed
from werkbrief.words.weeks import Week

WEEKS = 52
# Further back a week is passed on as it was planned, most times: it loads faster.
RECENT = 10
# In these weeks back a few people stayed longer each Friday: the base schedule learns.
LATELY, STAYED = (2, 3, 4), 3
JUDGES = {
    "halverzon": PLANNER,
    "halverzon-paprika": HOLDING,
    "halverzon-opkweek": HOLDING,
    "westerhof": EXPORT_PLANNER,
    "noordvaart": NIGHT_PLANNER,
    "glansrijk": CLEANING_PLANNER,
}
Users = dict[str, User]


def work(agency: Agency, users: Users, today: date, rng: Random) -> None:
    """Everything that happened in the last year, in its order and at its hour."""
    this = Week.of(today)
    clients = list(agency.clients.select_related("agency").order_by("pk"))
    for back in range(WEEKS + 1, -2, -1):
        week = this + -back
        count_anew()
        for client in clients:
            lay_ready(client, week, before=this)
            if back in LATELY and client.slug == PLANNER.clients[0]:
                _stay_longer(client, week, users)
            if back > 1:
                _pass_on(client, week, users, rng, is_recent=back <= RECENT)
    _last_week(agency, this.previous, users)


def lay_ready(client: Client, week: Week, *, before: Week) -> None:
    """The planning goes in on Friday before; nothing happens in the future."""
    friday = min(week.monday, before.monday) - timedelta(days=3)
    at = moment(friday, 16)
    fill_from_base_schedule(client, week, at=at)
    prepare(client, week, at=at)


def moment(day: date, hour: int, minute: int = 0) -> datetime:
    return datetime.combine(day, time(hour, minute), ZONE)


def _pass_on(
    client: Client, week: Week, users: Users, rng: Random, *, is_recent: bool
) -> None:
    """Deviations first, a remark here and there, and on Monday everything is final."""
    judge = users[JUDGES[client.slug].username]
    monday = week.next.monday
    at = moment(monday, rng.choice((8, 9, 10, 13)), rng.randrange(60))
    entries = _workable(client, week)
    if entries and (is_recent or rng.random() < 1 / 4):
        _deviate(client, entries, judge, rng, at - timedelta(minutes=20))
        if is_recent:
            _remark(client, rng.choice(entries), users, rng, at)
        entries = _workable(client, week)
    approve(client.time_entries.all(), _seen(entries), by=judge, at=at)


def _deviate(
    client: Client, entries: list[TimeEntry], judge: User, rng: Random, at: datetime
) -> None:
    """One day ran late for those who started together; one person did not come."""
    late = rng.choice(entries)
    together = [e for e in entries if (e.start, e.end) == (late.start, late.end)][
        : rng.randrange(1, 7)
    ]
    longer = (late.end + rng.choice((15, 30, 45, -30))) * 60
    typed = Typed(end=_wall(longer // 60))
    change(client.time_entries.all(), _seen(together), typed, by=judge, at=at)
    missing = rng.choice(entries)
    if missing not in together:
        reason = rng.choice((Reason.NO_SHOW, Reason.SENT_HOME, Reason.SWAPPED))
        scope = client.time_entries.all()
        reject(scope, _seen([missing]), reason, by=judge, at=at)


def _stay_longer(client: Client, week: Week, users: Users) -> None:
    """Half an hour each Friday, by the same people."""
    judge, friday = users[JUDGES[client.slug].username], week.days[4]
    fridays = [e for e in _workable(client, week) if day_of(e.start) == friday]
    stayed = sorted(fridays, key=lambda entry: entry.worker_id)[:STAYED]
    at = moment(friday, 18)
    for entry in stayed:
        typed = Typed(end=_wall(entry.end + 30))
        change(
            client.time_entries.all(), {entry.pk: entry.version}, typed, by=judge, at=at
        )


def _remark(
    client: Client, entry: TimeEntry, users: Users, rng: Random, at: datetime
) -> None:
    question, answer = rng.choice(REMARKS)
    scope = client.time_entries.all()
    judge = users[JUDGES[client.slug].username]
    comment(scope, [entry.pk], question, by=judge, at=at)
    if answer:
        coach = users[COACH.username]
        comment(scope, [entry.pk], answer, by=coach, at=at + timedelta(minutes=35))


def _last_week(agency: Agency, last: Week, users: Users) -> None:
    """The cleaner is done already and the carrier half-way; the others come today."""
    at = moment(last.sunday, 21)
    for slug, until in (("glansrijk", 7), ("noordvaart", 3)):
        client = agency.clients.get(slug=slug)
        days = set(last.days[:until])
        entries = [
            entry
            for entry in _workable(client, last)
            if day_of(entry.start) in days and entry.end * 60 < at.timestamp()
        ]
        judge = users[JUDGES[slug].username]
        approve(client.time_entries.all(), _seen(entries), by=judge, at=at)


def _workable(client: Client, week: Week) -> list[TimeEntry]:
    """Open entries of people who were there."""
    away = absent_days(client, week)
    entries = client.time_entries.in_week(week).open().order_by("start", "pk")
    return [
        entry for entry in entries if (entry.worker_id, day_of(entry.start)) not in away
    ]


def _seen(entries: Iterable[TimeEntry]) -> dict[int, int]:
    return {entry.pk: entry.version for entry in entries}


def _wall(minute: int) -> int:
    hour, _, minutes = clock(minute).partition(":")
    return int(hour) * 60 + int(minutes)
