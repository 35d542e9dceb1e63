"""What breaks, and what is promised then: each fault is made on purpose.

Runs the portal in processes of its own and ends them where it hurts.
"""

import os
import signal
import subprocess
import sys
import threading
import time
from http.client import HTTPException
from urllib.parse import urlencode

from django.db import connection

from bench.approving import monday, select_day
from bench.frame.cast import Place, settle
from bench.frame.served import Line, children_of, served, wait_for
from bench.frame.telling import figure
from bench.frame.unwriting import unwrite_approvals
from bench.frame.visitor import SECRET, cookies_of
from werkbrief.journal.models import Change, Event
from werkbrief.timesheets.models import Decision, TimeEntry

WORKERS = 400
FORM = {
    "X-CSRFToken": SECRET,
    "Content-Type": "application/x-www-form-urlencoded",
}
# At these parts of a second after the post the process is killed.
MOMENTS = (0.0, 0.01, 0.02, 0.03, 0.05, 0.08, 0.12, 0.2)
BACKGROUND = [sys.executable, "-m", "werkbrief.config.command", "work", "--once"]


def main() -> None:
    place = settle(WORKERS)
    cookies = cookies_of(place.planner)
    connection.close()
    _killed_web(cookies, place)
    with served() as bind:
        _twice(bind, cookies, place)
        _gone_client(bind, cookies, place)
    _killed_background()


def _killed_web(cookies: str, place: Place) -> None:
    """kill -9 of the web processes in the middle of approving: all, or none."""
    fields, torn, stands_up = select_day(place), 0, 0
    for moment in MOMENTS:
        # A server of its own each time: one that loses its processes again and again
        # within seconds gives up, and leaves it to who watches over it.
        with served() as bind:
            poster = threading.Thread(
                target=_post, args=(bind, cookies, place, "goedkeuringen/", fields)
            )
            poster.start()
            time.sleep(moment)
            for process in _grandchildren():
                os.kill(process, signal.SIGKILL)
            poster.join()
            wait_for(bind)
            status, _ = Line(bind, cookies).get(place.path())
            stands_up += status == 200
        torn += _is_torn(place)
        _take_back(place)
    behind = f"{len(MOMENTS)} keer op een ander moment"
    figure("webproces gedood: half goedgekeurd", torn, limit=0, behind=behind)
    figure(
        "webproces gedood: daarna weer open",
        stands_up,
        limit=len(MOMENTS),
        at_least=True,
        behind=behind,
    )


def _is_torn(place: Place) -> bool:
    """State, version and journal tell the same, and of all entries or of none."""
    ids = [pk for pk, _ in monday(place)]
    decided = Decision.objects.filter(entry__in=ids).count()
    raised = TimeEntry.objects.filter(pk__in=ids, version=2).count()
    noted = Change.objects.filter(
        subject_id__in=ids, event__verb="timesheets.approved"
    ).count()
    connection.close()
    return not (decided == raised == noted and decided in (0, len(ids)))


def _twice(bind: str, cookies: str, place: Place) -> None:
    """The same request eight times at once: done once, the others are told so."""
    fields = select_day(place)
    statuses: list[int] = []
    threads = [
        threading.Thread(
            target=lambda: statuses.append(
                _post(bind, cookies, place, "goedkeuringen/", fields)
            )
        )
        for _ in range(8)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    events = Event.objects.filter(verb="timesheets.approved").count()
    connection.close()
    behind = f"antwoorden {sorted(statuses)}"
    figure("achtmaal dezelfde knop: keer gedaan", events, limit=1, behind=behind)
    _take_back(place)


def _gone_client(bind: str, cookies: str, place: Place) -> None:
    """A client that hangs up before the answer: all or none, and the server goes on."""
    line = Line(bind, cookies)
    body = urlencode(select_day(place)).encode()
    line.http.request("POST", place.path("goedkeuringen/"), body, line.headers | FORM)
    line.http.close()
    status, _ = Line(bind, cookies).get(place.path())
    time.sleep(1)
    torn = _is_torn(place) or status != 200
    figure("ophangen voor het antwoord: half of stuk", int(torn), limit=0)


def _killed_background() -> None:
    """kill -9 of the background while it lays a week ready; a next round mends all."""
    before = TimeEntry.objects.count()
    connection.close()
    for moment in (0.5, 1.0, 1.5):
        process = subprocess.Popen(BACKGROUND)
        time.sleep(moment)
        process.kill()
        process.wait()
    subprocess.check_call(BACKGROUND)
    first = TimeEntry.objects.count()
    connection.close()
    subprocess.check_call(BACKGROUND)
    moved = TimeEntry.objects.count() - first
    connection.close()
    behind = f"{first - before} erbij na het doden"
    figure("achtergrond gedood: daarna nog verschil", moved, limit=0, behind=behind)


def _grandchildren() -> list[int]:
    servers = children_of(os.getpid())
    return [worker for server in servers for worker in children_of(server)]


def _post(
    bind: str, cookies: str, place: Place, rest: str, fields: dict[str, str]
) -> int:
    line = Line(bind, cookies)
    try:
        body = urlencode(fields).encode()
        status, _ = line.ask("POST", place.path(rest), body, FORM)
    except (OSError, HTTPException):
        return 0
    return status


def _take_back(place: Place) -> None:
    ids = [pk for pk, _ in monday(place)]
    Decision.objects.filter(entry__in=ids).delete()
    TimeEntry.objects.filter(pk__in=ids).update(version=1)
    unwrite_approvals()
    connection.close()
