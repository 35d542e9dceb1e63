"""kill -9 of the background, or of its database, halfway through what takes long."""

import os
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable
from datetime import date, timedelta
from email import message_from_bytes
from hashlib import sha256

from aiosmtpd.controller import Controller
from django.conf import settings
from django.db import connection
from django.utils import timezone

from bench.accidents import cluster
from bench.accidents.promises import hold
from bench.frame.cast import Place
from bench.frame.served import free_port
from bench.taking import HEADER
from werkbrief.exchange.actions import ask_import, ask_payroll
from werkbrief.exchange.models import Layout, SheetForm
from werkbrief.exchange.payroll import USUAL
from werkbrief.jobs.actions import ask
from werkbrief.jobs.models import Job, JobPiece, State
from werkbrief.journal.models import Event
from werkbrief.notices.models import Letter
from werkbrief.planning.models import Shift
from werkbrief.staffing.models import Agency

JOBS = [sys.executable, "-m", "werkbrief.config.command", "work", "--once", "--jobs"]
POST = [
    sys.executable,
    "-c",
    """import django; django.setup()
from django.utils import timezone
from werkbrief.notices.actions import post_due
post_due(at=timezone.now())""",
]
# Parts of the time that it takes when nobody is killed.
MOMENTS = (0.3, 0.5, 0.65, 0.8, 0.95)
PEOPLE, LETTERS = 400, 150
LONG_AGO = timedelta(hours=1)
# The background gives way to everybody: on a busy machine it takes its time.
PATIENCE = 300


def killed_background(place: Place, victim: str) -> None:
    """`victim`: the worker's own process, or the database under it."""
    _imports(place.client.agency, victim)
    _payroll(place, victim)
    _mail(place.client.agency, victim)


def _imports(agency: Agency, victim: str) -> None:
    torn = undone = 0
    usual = _timed(lambda: _ask_planning(agency, 0))
    for turn, part in enumerate(MOMENTS, 1):
        job, before = _ask_planning(agency, turn), Shift.objects.count()
        _kill_during(JOBS, part * usual, victim)
        torn += Shift.objects.count() - before not in (0, PEOPLE * 5)
        _go_on(job)
        undone += job.state != State.DONE
        undone += Shift.objects.count() - before != PEOPLE * 5
        connection.close()
    behind = f"{len(MOMENTS)} planningen van {PEOPLE * 5} regels"
    hold(
        f"Inlezen waarbij {victim} wordt gedood staat er heel of niet, en gaat vanzelf "
        "verder",
        torn + undone,
        behind=behind,
    )


def _payroll(place: Place, victim: str) -> None:
    """The file that comes out in the end is byte for byte the undisturbed one."""
    layout = Layout.objects.create(
        agency=place.client.agency,
        name=f"csv {victim}",
        form=SheetForm.CSV,
        columns=USUAL,
    )
    period = (place.week.monday, place.week.days[-1])

    def wish() -> Job:
        agency, at = place.client.agency, timezone.now()
        return ask_payroll(agency, period, layout, by=place.planner, at=at)

    usual = _timed(wish)
    whole = _print(Job.objects.latest("pk"))
    broken: list[str] = []
    for part in MOMENTS:
        job = wish()
        _kill_during(JOBS, part * usual, victim)
        _go_on(job)
        same = job.state == State.DONE and _print(job) == whole
        broken += [] if same else [f"{part}: {job.state} {job.tries} {job.told}"]
        connection.close()
    hold(
        f"Een loonbestand waarbij {victim} wordt gedood komt er heel uit, tot de byte",
        len(broken),
        behind=f"{len(MOMENTS)} keer {'; '.join(broken)}",
    )


def _mail(agency: Agency, victim: str) -> None:
    got: Counter[str] = Counter()
    with Postbox(got) as port:
        command = [*POST]
        environment = {"WERKBRIEF_MAIL_URL": f"smtp://127.0.0.1:{port}"}
        keys = [f"{victim}-{number}" for number in range(LETTERS)]
        _queue(agency, keys)
        for _ in MOMENTS:
            _kill_during(command, 1.6, victim, environment)
            Letter.objects.filter(sent_at=None).update(try_at=timezone.now() - LONG_AGO)
            connection.close()
        subprocess.check_call(command, env=_with(environment))
    mine = Letter.objects.filter(key__in=keys)
    unsent = mine.filter(sent_at=None).count()
    noted = Event.objects.filter(verb="notices.sent", reason__in=keys).count()
    lost = unsent + (LETTERS - len(got)) + abs(LETTERS - noted)
    again = sum(got.values()) - len(got)
    connection.close()
    hold(
        f"Wordt {victim} gedood tijdens de post, dan komt elke mail aan; hooguit de "
        "ene die onderweg was twee keer, met hetzelfde nummer",
        lost + max(again - len(MOMENTS), 0),
        behind=f"{len(got)} van {LETTERS} aangekomen, {again} dubbel",
    )


def _queue(agency: Agency, keys: list[str]) -> None:
    now = timezone.now() - LONG_AGO
    Letter.objects.bulk_create(
        Letter(
            agency=agency,
            key=key,
            to=f"{number}@example.org",
            subject="Uren",
            text="Uren",
            html="<p>Uren</p>",
            queued_at=now,
            try_at=now,
        )
        for number, key in enumerate(keys)
    )
    connection.close()


class Postbox(Controller):
    """A mail server that takes its time, and counts by the mail's own number."""

    def __init__(self, got: Counter[str]) -> None:
        self.got = got
        super().__init__(self, hostname="127.0.0.1", port=free_port())

    async def handle_DATA(self, _server, _session, envelope):  # noqa: N802
        time.sleep(0.01)  # noqa: ASYNC251  (one mail at a time, as slow as a real one)
        self.got[message_from_bytes(envelope.content)["Message-ID"]] += 1
        return "250 OK"

    def __enter__(self) -> int:
        self.start()
        return int(self.port)

    def __exit__(self, *_trouble: object) -> None:
        self.stop()


def _ask_planning(agency: Agency, turn: int) -> Job:
    first = date(2027, 1, 4) + timedelta(weeks=turn + _weeks())
    lines = [HEADER]
    client = agency.clients.order_by("pk").first()
    for who in range(PEOPLE):
        name = f"{client};Hal {who % 7};Inpakker;p{who:05};Achternaam{who:05}"
        lines += [
            f"{name};{first + timedelta(days=day):%d-%m-%Y};7:00;15:30;30"
            for day in range(5)
        ]
    content = "\r\n".join(lines).encode()
    wanted = ask_import("planning", "p.csv", content, agency=agency, is_trial=False)
    return ask(wanted, by=None, at=timezone.now())


def _weeks() -> int:
    """How many weeks of these were taken in already."""
    return Shift.objects.filter(worker__payroll_number="p00000").count() // 5


def _timed(wish: Callable[[], Job]) -> float:
    job = wish()
    connection.close()
    began = time.perf_counter()
    subprocess.check_call(JOBS)
    spent = time.perf_counter() - began
    job.refresh_from_db()
    assert job.state == State.DONE, job.told
    return spent


def _kill_during(
    command: list[str],
    seconds: float,
    victim: str,
    environment: dict[str, str] | None = None,
) -> None:
    connection.close()
    process = subprocess.Popen(
        command, env=_with(environment or {}), stderr=subprocess.DEVNULL
    )
    time.sleep(seconds)
    if victim == "de database":
        cluster.kill()
        process.wait(PATIENCE)
        cluster.start()
    else:
        process.kill()
        process.wait()


def _with(more: dict[str, str]) -> dict[str, str]:
    return {**os.environ, **more}


def _go_on(job: Job) -> None:
    """As it goes by itself after three minutes of silence."""
    silent = Job.objects.filter(pk=job.pk, state=State.RUNNING)
    silent.update(alive=timezone.now() - LONG_AGO)
    connection.close()
    subprocess.check_call(JOBS)
    job.refresh_from_db()


def _print(job: Job) -> str:
    pieces = JobPiece.objects.filter(job=job, side="made").order_by("number")
    whole = b"".join(bytes(piece.content) for piece in pieces)
    assert whole, settings.DATABASES["default"]["NAME"]
    return sha256(whole).hexdigest()
