"""The clock jumps an hour or a day, forward and back, while people are inside."""

import os
import subprocess
import sys
from collections import Counter
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from django.conf import settings
from django.db import connection
from django.utils import timezone

from bench.accidents.background import Postbox
from bench.accidents.deeds import saving
from bench.accidents.promises import hold
from bench.frame.cast import Place, settle
from bench.frame.served import Line, served
from bench.frame.visitor import cookies_of
from werkbrief.notices.models import Letter, ReminderMoment
from werkbrief.staffing.models import PersonalLink, Worker

HOUR, DAY = 3600, 86400
JUMPS = (0, HOUR, -HOUR, 0, DAY, -DAY, 0)
ROUND = [
    sys.executable,
    "-c",
    """import bench.frame.shifted, django; django.setup()
from django.utils import timezone
from werkbrief.notices.actions import post_due, remind_due
remind_due(at=timezone.now()); post_due(at=timezone.now())""",
]


def turned() -> None:
    place = settle(20, name="klok")
    file = settings.VAR / "clock"
    os.environ["WERKBRIEF_BENCH_CLOCK"] = str(file)
    _inside(place, file)
    _reminded(place, file)


def _inside(place: Place, file: Path) -> None:
    """Somebody signed in, and a worker with a link, through all the jumps."""
    worker = Worker.objects.filter(assignments__client=place.client).first()
    now = timezone.now()
    link = PersonalLink.objects.create(
        agency=place.client.agency,
        worker=worker,
        made_at=now,
        expires_on=timezone.localdate() + timedelta(days=30),
    )
    wrong: list[str] = []
    inside = cookies_of(place.planner)
    file.write_text("0")
    with served(application="bench.frame.shifted:application") as bind:
        for turn, gap in enumerate(JUMPS):
            file.write_text(str(gap))
            deed = replace(saving(place, pause=5 * turn + 5), cookies=inside)
            connection.close()
            # A session lasts twelve hours: the day after one has to sign in.
            allowed = {302} if gap == DAY else {200}
            status, _ = Line(bind, inside).get(place.path())
            wrong += [] if status in allowed else [f"{gap} s: week {status}"]
            if gap != DAY:
                status, _ = deed.do(bind)
                fine = status == 200 and deed.is_done
                wrong += [] if fine else [f"{gap} s: opslaan {status}"]
            status, _ = Line(bind, "").get(f"/mijn/{link.token}/")
            wrong += [] if status in (200, 302) else [f"{gap} s: link {status}"]
    hold(
        "Springt de klok een uur of een dag, dan blijft wie binnen is binnen zolang "
        "een sessie duurt, opslaan en een persoonlijke link blijven werken",
        len(wrong),
        behind=", ".join(wrong),
    )


def _reminded(place: Place, file: Path) -> None:
    """One moment, just passed: its mail goes once, however often it returns."""
    place.planner.email = "anna@example.org"
    place.planner.save()
    local = timezone.localtime()
    ReminderMoment.objects.create(
        agency=place.client.agency,
        weekday=local.weekday(),
        minutes=local.hour * 60 + local.minute,
    )
    connection.close()
    got: Counter[str] = Counter()
    with Postbox(got) as port:
        environment = {
            **os.environ,
            "WERKBRIEF_MAIL_URL": f"smtp://127.0.0.1:{port}",
        }
        for gap in (*JUMPS, *JUMPS):
            file.write_text(str(gap))
            subprocess.check_call(ROUND, env=environment)
    letters = Letter.objects.filter(key__startswith="reminder:").count()
    connection.close()
    behind = (
        f"{letters} herinnering in {2 * len(JUMPS)} rondes, {sum(got.values())} mail"
    )
    hold(
        "Hoe de klok ook springt, een herinnering gaat één keer",
        abs(letters - 1) + abs(sum(got.values()) - 1),
        behind=behind,
    )
