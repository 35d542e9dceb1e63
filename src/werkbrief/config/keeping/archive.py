"""The kept file: the database, the key and a list that tells whether all is there."""

import hashlib
import json
import shutil
import tarfile
import tempfile
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

from django.db import connection

from werkbrief.config.keeping import databases

LIST, DATABASE, KEY = "inhoud.json", "database", "secret_key"
Contents = dict[str, Any]


class Spoiled(Exception):  # noqa: N818  (it states a fact)
    """No whole backup; the sentence tells what is wrong with it."""


def pack(file: Path, *, key: Path, at: datetime) -> Contents:
    """Write everything to `file`, in one moment of the database; return its list.

    The file appears under its name only when it is whole.
    """
    with tempfile.TemporaryDirectory(dir=file.parent) as folder:
        dump = Path(folder) / DATABASE
        rows = databases.dump(dump)
        contents = {
            "made": at.isoformat(),
            "database": connection.vendor,
            "rows": rows,
            "sha256": _digest(dump),
        }
        (Path(folder) / LIST).write_text(json.dumps(contents, indent=1))
        whole = Path(folder) / "whole"
        with tarfile.open(whole, "w:gz", compresslevel=1) as tar:
            tar.add(Path(folder) / LIST, LIST)
            tar.add(dump, DATABASE)
            if key.exists():
                tar.add(key, KEY)
        whole.chmod(0o600)
        whole.replace(file)
    return contents


def unpack(file: Path, *, key: Path, sure: Callable[[Contents], None]) -> Contents:
    """Put everything back; `sure` is asked first and may raise.

    Raises Spoiled when a byte of it differs, when it is of another kind of database,
    and when afterwards a table does not hold as many rows as it held.
    """
    with tempfile.TemporaryDirectory() as folder:
        _take_out(file, Path(folder))
        contents: Contents = json.loads((Path(folder) / LIST).read_text())
        dump = Path(folder) / DATABASE
        if _digest(dump) != contents["sha256"]:
            raise Spoiled("Dit bestand is beschadigd: de database erin is veranderd.")
        if contents["database"] != connection.vendor:
            raise Spoiled(
                f"Dit is een reservekopie van {contents['database']}; hier draait "
                f"{connection.vendor}. Zet WERKBRIEF_DATABASE_URL op die database."
            )
        sure(contents)
        databases.load(dump)
        _put_key(Path(folder) / KEY, key)
    _compare(contents["rows"])
    return contents


def _take_out(file: Path, folder: Path) -> None:
    # By hand: Debian 12's Python has no safe `extract` yet, and three files are few.
    try:
        with tarfile.open(file) as tar:
            for name in {LIST, DATABASE, KEY} & set(tar.getnames()):
                if content := tar.extractfile(name):
                    with (folder / name).open("wb") as whole:
                        shutil.copyfileobj(content, whole)
    except (OSError, tarfile.TarError, EOFError, KeyError) as error:
        raise Spoiled(f"Dit bestand is niet te lezen: {error}") from error
    if not (folder / LIST).exists() or not (folder / DATABASE).exists():
        raise Spoiled("Dit is geen reservekopie van Werkbrief.")


def _put_key(kept: Path, key: Path) -> None:
    """The key goes back too, else running sessions and password links end."""
    if kept.exists():
        key.parent.mkdir(parents=True, exist_ok=True)
        key.touch(mode=0o600)
        key.write_text(kept.read_text())


def _compare(rows: dict[str, int]) -> None:
    now = databases.count()
    lost = [name for name, number in rows.items() if now.get(name) != number]
    if lost:
        raise Spoiled(f"Niet alles kwam terug; dit telt anders: {', '.join(lost)}.")


def _digest(file: Path) -> str:
    with file.open("rb") as content:
        return hashlib.file_digest(content, "sha256").hexdigest()
