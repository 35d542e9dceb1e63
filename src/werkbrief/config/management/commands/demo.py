"""The example agency: `werkbrief demo` loads it into an empty database."""

from argparse import ArgumentParser
from datetime import date

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from werkbrief.config.demo.accounts import table
from werkbrief.config.demo.loading import load
from werkbrief.staffing.models import Agency

TAKEN = (
    "In deze database staat al een uitzendbureau ({name}). Het voorbeeldbureau hoort "
    "in een lege database; kies er een met WERKBRIEF_DATABASE_URL of WERKBRIEF_VAR."
)


class Command(BaseCommand):
    help = "Load the example agency into an empty database, as it stands on a day."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--on", type=date.fromisoformat, help="2026-11-24")

    def handle(self, *, on: date | None, **_options: object) -> None:
        if present := Agency.objects.first():
            raise CommandError(TAKEN.format(name=present))
        agency = load(on or timezone.localdate())
        self.stdout.write(f"{agency} is geladen. De accounts:\n{table()}")
