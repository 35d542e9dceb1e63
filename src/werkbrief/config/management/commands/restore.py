"""Everything back as it was kept: `werkbrief restore FILE`."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db import DatabaseError

from werkbrief.config.keeping import Spoiled, unpack
from werkbrief.staffing.models import Agency

FULL = (
    "In deze database staat al een bureau. Zet eerst web en achtergrondwerk stil; "
    "--replace zet daarna de kopie van {made} ervoor in de plaats."
)


class Command(BaseCommand):
    help = "Put a backup back; an installation in use is replaced with --replace only."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path)
        parser.add_argument("--replace", action="store_true", help="also when in use")

    def handle(self, *, file: Path, replace: bool, **_options: object) -> None:
        def sure(contents: dict[str, Any]) -> None:
            if not replace and _in_use():
                raise CommandError(FULL.format(made=contents["made"][:16]))

        try:
            contents = unpack(file, key=settings.VAR / "secret_key", sure=sure)
        except (Spoiled, RuntimeError, DatabaseError) as error:
            raise CommandError(f"Niet teruggezet. {error}") from error
        rows = sum(contents["rows"].values())
        self.stdout.write(f"Teruggezet: {rows} regels van {contents['made'][:16]}.")
        self.stdout.write("Draai nu  werkbrief migrate  en start web en achtergrond.")


def _in_use() -> bool:
    try:
        return Agency.objects.exists()
    except DatabaseError:
        return False
