"""What was kept comes back whole, on both databases; what is spoiled is refused."""

import io
import tarfile

import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from django.utils import timezone

from tests.cast import MONDAY, entry, placed
from werkbrief.config.keeping import Spoiled, databases, pack, unpack
from werkbrief.timesheets.models import TimeEntry

pytestmark = pytest.mark.django_db(transaction=True)


def nothing(_contents):
    """No question asked."""


@pytest.fixture
def week(cast):
    return [entry(placed(cast.anker, number=f"k{n}"), MONDAY) for n in range(12)]


@pytest.fixture
def key(tmp_path):
    file = tmp_path / "secret_key"
    file.write_text("een geheim van meer dan tweeëndertig tekens")
    return file


def test_a_destroyed_database_comes_back_to_the_row(week, tmp_path, key):
    before = databases.count(), list(TimeEntry.objects.order_by("pk").values())
    file = tmp_path / "kept.tar.gz"
    pack(file, key=key, at=timezone.now())
    with connection.cursor() as cursor:
        cursor.execute("DROP TABLE timesheets_comment")
        cursor.execute("DROP TABLE journal_change")
    TimeEntry.objects.update(break_minutes=0, version=99)
    key.unlink()
    unpack(file, key=key, sure=nothing)
    after = databases.count(), list(TimeEntry.objects.order_by("pk").values())
    assert after == before
    assert key.read_text().startswith("een geheim")
    assert key.stat().st_mode & 0o077 == 0


def test_what_was_restored_takes_new_entries(cast, week, tmp_path, key):
    """Sequences, constraints and triggers came back too."""
    file = tmp_path / "kept.tar.gz"
    pack(file, key=key, at=timezone.now())
    unpack(file, key=key, sure=nothing)
    fresh = entry(placed(cast.anker, number="later"), MONDAY)
    assert fresh.pk not in {one.pk for one in week}
    with pytest.raises(Exception, match="timeentry_no_overlap"):
        TimeEntry.objects.create(
            agency_id=fresh.agency_id,
            client_id=fresh.client_id,
            assignment_id=fresh.assignment_id,
            worker_id=fresh.worker_id,
            start=fresh.start,
            end=fresh.end,
        )


def test_a_changed_byte_is_seen(week, tmp_path, key):
    file = tmp_path / "kept.tar.gz"
    pack(file, key=key, at=timezone.now())
    with tarfile.open(file) as tar:
        parts = {name: tar.extractfile(name).read() for name in tar.getnames()}
    parts["database"] = parts["database"][:-1] + b"\x00\x01"
    with tarfile.open(file, "w:gz") as tar:
        for name, content in parts.items():
            member = tarfile.TarInfo(name)
            member.size = len(content)
            tar.addfile(member, io.BytesIO(content))
    with pytest.raises(Spoiled, match="beschadigd"):
        unpack(file, key=key, sure=nothing)
    assert TimeEntry.objects.count() == len(week)


@pytest.mark.parametrize("content", [b"", b"geen kopie", b"\x1f\x8b" + b"0" * 90])
def test_a_file_that_is_no_backup_gets_a_sentence(cast, tmp_path, key, content):
    file = tmp_path / "strange"
    file.write_bytes(content)
    with pytest.raises(Spoiled, match=r"niet te lezen|geen reservekopie"):
        unpack(file, key=key, sure=nothing)


def test_an_installation_in_use_is_not_overwritten_unasked(cast, tmp_path, settings):
    settings.VAR = tmp_path
    file = tmp_path / "kept.tar.gz"
    call_command("backup", str(file))
    with pytest.raises(CommandError, match="staat al een bureau"):
        call_command("restore", str(file))
    call_command("restore", str(file), "--replace")


def test_a_backup_never_overwrites_another(cast, tmp_path, settings):
    settings.VAR = tmp_path
    file = tmp_path / "kept.tar.gz"
    call_command("backup", str(file))
    with pytest.raises(CommandError, match="bestaat al"):
        call_command("backup", str(file))
    assert file.stat().st_mode & 0o077 == 0
