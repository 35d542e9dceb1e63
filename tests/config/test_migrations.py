"""A new version moves in while the former still works: nothing that it needs goes."""

import re
from datetime import date
from inspect import getsourcefile
from pathlib import Path

import pytest
from django.db import models
from django.db.migrations import Migration
from django.db.migrations import operations as ops
from django.db.migrations.loader import MigrationLoader

from tests.config.blocking import troubles

# Nobody has run the migrations of before this day: there is no former version.
RELEASED = date(2026, 12, 1)
MADE = re.compile(r"on (\d{4}-\d\d-\d\d) \d\d:\d\d")
# Looked at a second time, with the reason why it may.
REASONS: dict[str, str] = {}


def _made_on(migration, found):
    """As its header says; one written by hand is as old as the one before it."""
    header = Path(getsourcefile(type(migration))).read_text()[:200]
    if said := MADE.search(header):
        return date.fromisoformat(said[1])
    before = [found[key] for key in migration.dependencies if key in found]
    own = [one for one in before if one.app_label == migration.app_label]
    return max((_made_on(one, found) for one in own), default=RELEASED)


def test_no_new_migration_stands_in_the_way_of_the_running_version():
    found = MigrationLoader(None).disk_migrations
    ours = [one for one in found.values() if _is_ours(one)]
    new = [one for one in ours if _made_on(one, found) >= RELEASED]
    named = [one for one in new if f"{one.app_label}.{one.name}" not in REASONS]
    assert [sentence for one in named for sentence in troubles(one)] == []


def _is_ours(migration):
    return type(migration).__module__.startswith("werkbrief.")


TEXT = models.CharField(max_length=9)
INDEX = models.Index(fields=["name"], name="worker_name")
BAD = [
    ops.RemoveField("worker", "name"),
    ops.RenameField("worker", "name", "title"),
    ops.DeleteModel("Worker"),
    ops.RenameModel("Worker", "Person"),
    ops.AddField("worker", "nick", TEXT),
    ops.AlterField("worker", "name", TEXT),
    ops.AddIndex("worker", INDEX),
    ops.AddConstraint("worker", models.UniqueConstraint(fields=["name"], name="once")),
    ops.RunSQL("UPDATE staffing_worker SET name = ''"),
]
GOOD = [
    ops.AddField("worker", "nick", models.CharField(max_length=9, null=True)),
    ops.AddField("worker", "nick", models.CharField(max_length=9, db_default="")),
    ops.CreateModel("Worker", [("id", models.BigAutoField(primary_key=True))]),
    ops.RunSQL("SELECT 1", ops.RunSQL.noop),
]


def _migration(*operations):
    made = Migration("0002_try", "staffing")
    made.operations = operations
    return made


@pytest.mark.parametrize("one", BAD, ids=lambda one: one.describe())
def test_what_stops_or_breaks_the_running_version_is_found(one):
    assert len(troubles(_migration(one))) == 1


@pytest.mark.parametrize("one", GOOD, ids=lambda one: one.describe())
def test_what_the_running_version_does_not_notice_may(one):
    assert troubles(_migration(one)) == []


def test_a_table_that_is_made_here_may_have_an_index_at_once():
    assert troubles(_migration(GOOD[2], ops.AddIndex("worker", INDEX))) == []
