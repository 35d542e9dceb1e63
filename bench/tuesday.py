"""Goal 8: Tuesday 12:55. Many clients at once; afterwards every answer is looked up."""

import random
import statistics
import subprocess
import sys
import threading
import time
from collections import defaultdict
from dataclasses import dataclass, field
from http.client import HTTPException
from itertools import pairwise
from urllib.parse import urlencode

from django.db import connection

from bench.frame.cast import Place, settle
from bench.frame.served import Line, served
from bench.frame.telling import figure, say
from bench.frame.visitor import SECRET, cookies_of
from werkbrief.journal.models import Change
from werkbrief.timesheets.models import Decision, TimeEntry

CLIENTS = {"postgresql": 200, "sqlite": 40}
WORKERS, SAVES, ROUNDS = 25, 4, 3
# Somebody who looks, thinks and types: a deed every two to six seconds.
THINKING = (2.0, 6.0)
LIMIT = 250.0
BACKGROUND = [sys.executable, "-m", "werkbrief.config.command", "work"]


@dataclass(slots=True)
class Planner:
    """One client's afternoon: what was asked, what the portal said yes to."""

    place: Place
    cookies: str
    entries: list[tuple[int, int]]
    saved: dict[int, tuple[int, int]] = field(default_factory=dict)
    approved: set[int] = field(default_factory=set)
    spent: list[tuple[str, float]] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)


def main() -> None:
    number = CLIENTS[connection.vendor]
    planners = [_planner(each) for each in range(number)]
    before = Change.objects.filter(event__verb="timesheets.changed").count()
    connection.close()
    with served() as bind:
        background = subprocess.Popen(BACKGROUND)
        began = time.perf_counter()
        try:
            _all_at_once(bind, planners)
        finally:
            background.terminate()
            background.wait(30)
        seconds = time.perf_counter() - began
    _tell(planners, seconds)
    _look_up(planners, before)


def _planner(number: int) -> Planner:
    place = settle(WORKERS, name=f"dinsdag-{number}")
    entries = place.client.time_entries.in_week(place.week).order_by("pk")
    pairs = list(entries.values_list("pk", "version"))
    return Planner(place, cookies_of(place.planner), pairs)


def _all_at_once(bind: str, planners: list[Planner]) -> None:
    threads = [threading.Thread(target=_work, args=(bind, one)) for one in planners]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


def _work(bind: str, one: Planner) -> None:
    """Open, save a few, approve their column, take the Excel; three times over."""
    line = Line(bind, one.cookies)
    rest = iter(one.entries)
    for _ in range(ROUNDS):
        _ask(one, line, "GET", "werkbriefjes/")
        mine = [next(rest) for _ in range(SAVES)]
        for turn, (entry, version) in enumerate(mine):
            pause = 5 + turn * 5
            fields = {"gezien": f"{entry}:{version}", "pauze": str(pause)}
            if _ask(one, line, "POST", "wijzigingen/", fields):
                one.saved[entry] = (pause, version + 1)
        seen = ",".join(f"{entry}:{one.saved[entry][1]}" for entry, _ in mine)
        if _ask(one, line, "POST", "goedkeuringen/", {"gezien": seen}):
            one.approved |= {entry for entry, _ in mine}
        _ask(one, line, "GET", "werkbriefjes/excel/")


def _ask(
    one: Planner,
    line: Line,
    method: str,
    rest: str,
    fields: dict[str, str] | None = None,
) -> bool:
    time.sleep(random.uniform(*THINKING))
    body = urlencode(fields).encode() if fields else None
    more = {"X-CSRFToken": SECRET} if fields else {}
    if fields:
        more["Content-Type"] = "application/x-www-form-urlencoded"
    began = time.perf_counter()
    try:
        status, _ = line.ask(method, one.place.path(rest), body, more)
    except (OSError, HTTPException) as error:
        one.wrong.append(f"{method} {rest}: {error!r}")
        line.http.close()
        return False
    one.spent.append((rest, (time.perf_counter() - began) * 1e3))
    if status != 200:
        one.wrong.append(f"{method} {rest}: {status}")
    return status == 200


def _tell(planners: list[Planner], seconds: float) -> None:
    by_work: dict[str, list[float]] = defaultdict(list)
    for work, each in (pair for one in planners for pair in one.spent):
        by_work[work].append(each)
    spent = sorted(each for some in by_work.values() for each in some)
    middle, worst = statistics.median(spent), spent[-1]
    behind = f"{len(planners)} klanten, {len(spent)} verzoeken in {seconds:.0f} s, "
    behind += f"mediaan {middle:.0f} ms, traagste {worst:.0f} ms"
    slow = statistics.quantiles(spent, n=20)[-1]
    figure("dinsdag 12:55, p95", slow, limit=LIMIT, unit=" ms", behind=behind)
    for work, each in by_work.items():
        late = statistics.quantiles(each, n=20)[-1]
        say(f"{work}: mediaan {statistics.median(each):.0f} ms, p95 {late:.0f} ms")
    wrong = [each for one in planners for each in one.wrong]
    figure("verzoeken die misgingen", len(wrong), limit=0, behind="; ".join(wrong[:3]))


def _look_up(planners: list[Planner], before: int) -> None:
    """Every yes stands in the database once, and nothing else does."""
    saved = {pk: told for one in planners for pk, told in one.saved.items()}
    approved = {pk: one.place.planner.pk for one in planners for pk in one.approved}
    now = dict(
        TimeEntry.objects.filter(pk__in=list(saved)).values_list("pk", "break_minutes")
    )
    judged = dict(Decision.objects.values_list("entry_id", "by_id"))
    lost = [pk for pk, (pause, _) in saved.items() if now.get(pk) != pause]
    lost += [pk for pk, by in approved.items() if judged.get(pk) != by]
    behind = f"{len(saved)} opgeslagen, {len(approved)} goedgekeurd"
    figure("bevestigd maar niet bewaard", len(lost), limit=0, behind=behind)
    changes = Change.objects.filter(event__verb="timesheets.changed").count() - before
    extra = abs(changes - len(saved)) + abs(len(judged) - len(approved))
    behind = f"{changes} regels in het journaal, {len(judged)} oordelen"
    figure("dubbel, of zonder bevestiging", extra, limit=0, behind=behind)
    stray = sum(a == b for a, b in pairwise(sorted(judged)))
    say(f"oordelen met een dubbelganger: {stray}")
