"""One file that holds everything: `werkbrief backup`."""

from argparse import ArgumentParser
from pathlib import Path

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from werkbrief.config.keeping import pack
from werkbrief.config.signs import note_backup


class Command(BaseCommand):
    help = "Write the database and the key to one file, while everything runs."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path, nargs="?", help="where to")

    def handle(self, *, file: Path | None, **_options: object) -> None:
        now = timezone.localtime()
        file = (file or Path(f"werkbrief-{now:%Y%m%d-%H%M%S}.tar.gz")).absolute()
        if file.exists():
            raise CommandError(f"{file} bestaat al. Noem een ander bestand.")
        try:
            contents = pack(file, key=settings.VAR / "secret_key", at=now)
        except (OSError, RuntimeError) as error:
            raise CommandError(f"De reservekopie is niet gemaakt: {error}") from error
        note_backup(at=now)
        rows = sum(contents["rows"].values())
        size = file.stat().st_size / 2**20
        self.stdout.write(f"Bewaard in {file}: {rows} regels, {size:.1f} MB.")
