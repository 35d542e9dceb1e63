"""A wrong setting stops the start, with one sentence that says what to write."""

import os
import subprocess
import sys

import pytest

from werkbrief.config import environment


@pytest.fixture(autouse=True)
def _clean(monkeypatch, tmp_path):
    for name in list(os.environ):
        if name.startswith("WERKBRIEF_"):
            monkeypatch.delenv(name)
    monkeypatch.setenv("WERKBRIEF_VAR", str(tmp_path))


WRONG = [
    ("DATABASE_URL", "mysql://server/werkbrief"),
    ("DATABASE_URL", "postgres://server:abc/werkbrief"),
    ("DATABASE_URL", "postgres://server"),
    ("DATABASE_URL", "sqlite:///"),
    ("DATABASE_URL", "sqlite:////proc/nergens/werkbrief.sqlite3"),
    ("BIND", "8000"),
    ("BIND", "127.0.0.1:99999"),
    ("WORKERS", "0"),
    ("WORKERS", "twee"),
    ("THREADS", "-1"),
    ("HTTPS", "misschien"),
    ("COLLECTED", "misschien"),
    ("MAIL_URL", "postduif://server"),
    ("MAIL_FROM", "portaal"),
    ("SECRET_KEY", "kort"),
    ("FORMER_KEYS", "kort"),
    ("METRICS_TOKEN", "kort"),
    ("LOG", "perkament"),
    ("REACHABLE", "thuis"),
    ("VAR", "/proc/nergens"),
]


@pytest.mark.parametrize(("name", "value"), WRONG)
def test_a_wrong_setting_is_one_sentence_with_the_remedy(monkeypatch, name, value):
    monkeypatch.setenv(f"WERKBRIEF_{name}", value)
    with pytest.raises(SystemExit) as stopped:
        environment.read()
    assert str(stopped.value).splitlines() == [
        "Werkbrief start niet; dit klopt niet:",
        f"  WERKBRIEF_{name}: {environment.REMEDIES[name]}",
    ]


def test_all_that_is_wrong_is_told_at_once(monkeypatch):
    monkeypatch.setenv("WERKBRIEF_BIND", "x")
    monkeypatch.setenv("WERKBRIEF_WORKERS", "0")
    monkeypatch.setenv("WERKBRIEF_DATABASE_URL", "x")
    with pytest.raises(SystemExit) as stopped:
        environment.read()
    assert len(str(stopped.value).splitlines()) == 4


def test_behind_https_the_key_must_be_chosen(monkeypatch):
    monkeypatch.setenv("WERKBRIEF_HTTPS", "1")
    with pytest.raises(SystemExit, match="WERKBRIEF_SECRET_KEY"):
        environment.read()
    monkeypatch.setenv("WERKBRIEF_SECRET_KEY", "k" * 50)
    assert environment.read().https


def test_without_any_setting_it_runs_on_a_file_in_var(tmp_path):
    read = environment.read()
    assert read.database["NAME"] == str(tmp_path / "werkbrief.sqlite3")
    assert read.bind == "127.0.0.1:8000"


def test_the_key_is_made_once_and_is_nobody_elses(tmp_path):
    first, second = environment.read(), environment.read()
    assert first.secret_key == second.secret_key
    assert len(first.secret_key) >= environment.LONG_ENOUGH
    assert (tmp_path / "secret_key").stat().st_mode & 0o077 == 0


def test_the_console_command_ends_red_without_a_stack_trace():
    asked = [sys.executable, "-m", "werkbrief.config.command", "check"]
    wrong = {**os.environ, "WERKBRIEF_BIND": "x"}
    done = subprocess.run(asked, env=wrong, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "WERKBRIEF_BIND" in done.stderr
    assert "Traceback" not in done.stderr
