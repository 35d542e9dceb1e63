"""Every request can be followed, counted and found; nothing personal is written."""

import json
import logging
import sys
from datetime import timedelta

import pytest
from django.core.management import call_command
from django.db import DatabaseError
from django.utils import timezone

from tests.cast import WEEK
from werkbrief.config import doctor
from werkbrief.config.logbook import formatter
from werkbrief.config.signs import beat, note_backup
from werkbrief.journal.actions import Deed, record
from werkbrief.notices.actions.queueing import Draft, queue

WORD = "een woord van meer dan tweeëndertig tekens lang"


@pytest.mark.django_db
def test_a_request_keeps_the_number_that_the_proxy_gave_it(client):
    answer = client.get("/gezond/", headers={"X-Request-ID": "proxy-12345678"})
    assert answer["X-Request-ID"] == "proxy-12345678"


@pytest.mark.django_db
@pytest.mark.parametrize("strange", ["", "kort", "a b c d e f g h", "x" * 65, "é" * 9])
def test_a_strange_number_is_replaced(client, strange):
    answer = client.get("/gezond/", headers={"X-Request-ID": strange})
    assert answer["X-Request-ID"] != strange
    assert len(answer["X-Request-ID"]) == 32


@pytest.mark.django_db
def test_the_figures_are_there_for_who_knows_the_word_only(client, settings):
    settings.METRICS_TOKEN = WORD
    assert client.get("/metingen/").status_code == 404
    wrong = {"Authorization": "Bearer geraden"}
    assert client.get("/metingen/", headers=wrong).status_code == 404
    client.get("/gezond/")
    given = {"Authorization": f"Bearer {WORD}"}
    told = client.get("/metingen/", headers=given).content.decode()
    assert 'werkbrief_requests_total{method="GET",screen="health",status="200"}' in told


@pytest.mark.django_db
def test_without_a_word_there_are_no_figures(client, settings):
    settings.METRICS_TOKEN = ""
    given = {"Authorization": "Bearer "}
    assert client.get("/metingen/", headers=given).status_code == 404


@pytest.mark.django_db
def test_a_portal_behind_its_migrations_is_not_ready(client, monkeypatch):
    assert client.get("/klaar/").status_code == 200
    behind = doctor.Finding(is_well=False, sentence="3 migraties wachten")
    monkeypatch.setattr(doctor, "_migrations", lambda: behind)
    assert client.get("/klaar/").status_code == 503


def written(message, *words, **extra):
    record = logging.LogRecord(
        "werkbrief.request", logging.INFO, "", 0, message, words, None
    )
    vars(record).update(extra)
    return json.loads(formatter().format(record))


def test_the_log_is_a_line_of_json():
    line = written("request", screen="timesheets", status=200, milliseconds=12.5)
    assert line["event"] == "request"
    assert (line["screen"], line["status"], line["level"]) == (
        "timesheets",
        200,
        "info",
    )


def test_the_log_masks_what_opens_a_page_and_drops_what_nobody_named():
    line = written("Not Found: %s", "/mijn/geheim/weken/", request="<WSGIRequest>")
    assert "geheim" not in json.dumps(line)
    assert line.get("request") != "<WSGIRequest>"


def test_a_traceback_is_masked_too():
    try:
        int("/mijn/geheim/")
    except ValueError:
        record = logging.LogRecord(
            "django", logging.ERROR, "", 0, "mis", (), sys.exc_info()
        )
    assert "geheim" not in formatter().format(record)


@pytest.fixture
def well(db, settings, tmp_path):
    """An installation as it should be: it went round, and a backup was made."""
    settings.VAR, settings.COLLECTED = tmp_path, False
    settings.ALLOWED_HOSTS = ["localhost"]
    call_command("createcachetable", verbosity=0)
    beat(at=timezone.now())
    note_backup(at=timezone.now())


def test_the_doctor_finds_a_well_installation_well(well, capsys):
    call_command("doctor")
    told = capsys.readouterr().out
    assert "✗" not in told
    assert "de tabellen zijn bij" in told


def test_the_doctor_names_each_thing_that_fell_still(well, cast, capsys, settings):
    """Background, backup, clock, mail and its server, all at once."""
    ago = timezone.now() - timedelta(days=3)
    beat(at=ago)
    note_backup(at=ago)
    queue(cast.anker.agency, [draft(cast)], at=ago)
    ahead = timezone.now() + timedelta(hours=2)
    record("staffing.looked", Deed(cast.anker.agency_id, cast.anna, ahead))
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 9
    with pytest.raises(SystemExit):
        call_command("doctor")
    told = capsys.readouterr().out
    for sentence in (
        "✗ het achtergrondwerk zwijgt al 72 uur:  systemctl restart werkbrief-work",
        "✗ de laatste reservekopie is van 72 uur geleden:  werkbrief backup",
        "✗ 1 mails gingen niet weg",
        "✗ de mailserver antwoordt niet (ConnectionRefusedError)",
        "verder dan de klok:  zet de klok gelijk met NTP",
    ):
        assert sentence in told


def draft(cast):
    words = {"name": "Anna", "url": "https://uren.example.org", "open": 1}
    return Draft(
        key="reminder:1",
        kind="reminder",
        to="anna@anker.nl",
        language="nl",
        client=cast.anker,
        words={**words, "week": WEEK, "deadline": None, "is_late": False},
    )


@pytest.mark.django_db
def test_the_doctor_names_the_remedy(capsys, settings, tmp_path, monkeypatch):
    settings.VAR = tmp_path
    (tmp_path / "secret_key").touch(mode=0o644)

    def gone():
        raise DatabaseError("weg")

    monkeypatch.setattr(doctor.connection, "cursor", gone)
    with pytest.raises(SystemExit):
        call_command("doctor")
    told = capsys.readouterr().out
    assert "chmod 600" in told
    assert "✗ de database antwoordt niet" in told
