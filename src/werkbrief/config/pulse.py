"""What shows only while it runs: clock, mail, background work, backups."""

import shutil
import subprocess
from collections.abc import Iterator
from datetime import datetime, timedelta

from django.conf import settings
from django.core.mail import get_connection
from django.db import connection
from django.utils import timezone

from werkbrief.config.findings import Finding
from werkbrief.config.signs import BACKUP, ROUND, last
from werkbrief.jobs.reads import waiting_since
from werkbrief.journal.reads import newest_moment
from werkbrief.notices.reads import stuck_letters

OFF = timedelta(seconds=5)
ROUND_LASTS, BACKUP_LASTS = timedelta(minutes=5), timedelta(hours=36)
JOB_WAITS = timedelta(minutes=15)
MAIL_PATIENCE = 5
NO_MAIL_YET = "mail wordt afgedrukt in plaats van verstuurd"


def feel(at: datetime) -> Iterator[Finding]:
    """Needs a database that answers, with its tables."""
    yield _clock(at)
    yield _set_right()
    yield _mail_server()
    yield _letters(at)
    yield _round(at)
    yield _jobs(at)
    yield _backup(at)


def _clock(at: datetime) -> Finding:
    """Against the database's machine, and against what was written down before."""
    gap = abs(_databases_clock() - timezone.now())
    if gap > OFF:
        told = f"de klok hier en die van de database schelen {_long(gap)}"
        return Finding(is_well=False, sentence=f"{told}:  zet beide gelijk met NTP")
    newest = newest_moment()
    if newest and newest > at + OFF:
        told = f"het logboek is {_long(newest - at)} verder dan de klok"
        return Finding(is_well=False, sentence=f"{told}:  zet de klok gelijk met NTP")
    return Finding(is_well=True, sentence="de klok loopt gelijk met de database")


def _databases_clock() -> datetime:
    if connection.vendor != "postgresql":
        return timezone.now()
    with connection.cursor() as cursor:
        cursor.execute("SELECT clock_timestamp()")
        moment: datetime = cursor.fetchone()[0]
        return moment


def _set_right() -> Finding:
    """By systemd's word, where it is there; without it nobody here knows."""
    ask = shutil.which("timedatectl")
    said = ""
    if ask:
        done = subprocess.run(  # noqa: S603  (every word is ours)
            [ask, "show", "--property=NTPSynchronized", "--value"],
            capture_output=True,
            text=True,
            check=False,
        )
        said = done.stdout.strip()
    if said == "no":
        told = "niemand zet de klok van deze machine gelijk:  timedatectl set-ntp true"
        return Finding(is_well=False, sentence=told)
    known = "wordt gelijkgezet" if said else "is niet na te vragen op deze machine"
    return Finding(is_well=True, sentence=f"het gelijkzetten van de klok: {known}")


def _mail_server() -> Finding:
    if settings.EMAIL_BACKEND.endswith("console.EmailBackend"):
        remedy = f"{NO_MAIL_YET}:  zet WERKBRIEF_MAIL_URL"
        is_well = not settings.SESSION_COOKIE_SECURE
        return Finding(is_well, sentence=NO_MAIL_YET if is_well else remedy)
    server = get_connection(timeout=MAIL_PATIENCE)
    try:
        server.open()
        server.close()
    except OSError as trouble:  # every trouble of smtplib is one
        told = f"de mailserver antwoordt niet ({type(trouble).__name__})"
        return Finding(is_well=False, sentence=f"{told}:  kijk WERKBRIEF_MAIL_URL na")
    return Finding(is_well=True, sentence="de mailserver laat ons binnen")


def _letters(at: datetime) -> Finding:
    stuck = stuck_letters(at)
    if stuck:
        told = f"{stuck} mails gingen niet weg"
        remedy = "de regels ‘letter’ in het logboek zeggen waarom"
        return Finding(is_well=False, sentence=f"{told}:  {remedy}")
    return Finding(is_well=True, sentence="geen mail bleef liggen")


def _round(at: datetime) -> Finding:
    told = "het achtergrondwerk"
    went = last(ROUND)
    remedy = "systemctl restart werkbrief-work  (of: werkbrief work)"
    if went is None:
        return Finding(is_well=False, sentence=f"{told} heeft nooit gelopen:  {remedy}")
    if at - went > ROUND_LASTS:
        silent = f"{told} zwijgt al {_long(at - went)}:  {remedy}"
        return Finding(is_well=False, sentence=silent)
    return Finding(is_well=True, sentence=f"{told} liep {_long(at - went)} geleden")


def _jobs(at: datetime) -> Finding:
    waits = waiting_since()
    if waits and at - waits > JOB_WAITS:
        told = f"een taak wacht al {_long(at - waits)}"
        return Finding(is_well=False, sentence=f"{told}:  werkbrief work --jobs --once")
    return Finding(is_well=True, sentence="geen taak wacht te lang")


def _backup(at: datetime) -> Finding:
    made = last(BACKUP)
    remedy = "werkbrief backup, en zet werkbrief-backup.timer aan"
    if made is None:
        told = "er is nog geen reservekopie gemaakt"
        return Finding(is_well=False, sentence=f"{told}:  {remedy}")
    told = f"de laatste reservekopie is van {_long(at - made)} geleden"
    is_well = at - made <= BACKUP_LASTS
    return Finding(is_well, sentence=told if is_well else f"{told}:  {remedy}")


def _long(span: timedelta) -> str:
    """Roughly, in the unit that people would say it in.

    >>> _long(timedelta(seconds=40)), _long(timedelta(minutes=90)), _long(timedelta(3))
    ('40 seconden', '90 minuten', '72 uur')
    """
    seconds = int(span.total_seconds())
    if seconds < 120:  # noqa: PLR2004
        return f"{seconds} seconden"
    minutes = seconds // 60
    return f"{minutes} minuten" if minutes < 120 else f"{minutes // 60} uur"  # noqa: PLR2004
