"""Everything at once: `werkbrief run` makes ready, starts web and background."""

import sys

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand
from django.db import OperationalError
from django.utils import timezone

from werkbrief.config.demo.accounts import table
from werkbrief.config.demo.founding import SLUG
from werkbrief.config.demo.loading import load
from werkbrief.config.household import Child, look_after
from werkbrief.config.management.commands.serve import (
    PYTHON,
    give_back_memory,
    refuse_taken,
    share_figures,
    web_server,
)
from werkbrief.staffing.models import Agency

BACKGROUND = [*PYTHON, "werkbrief.config.command", "work"]
WELCOME = """
Werkbrief draait op http://{bind}/   (stoppen: Ctrl+C)
"""
ACCOUNTS = """
Het voorbeeldbureau, met gebruikersnaam en wachtwoord (voor zover niet gewijzigd):
{table}
"""


class Command(BaseCommand):
    help = "Migrate, load the demo agency into an empty database, start everything."

    def handle(self, **_options: object) -> None:
        refuse_taken(settings.BIND)
        share_figures(settings.VAR / "metrics")
        give_back_memory()
        self._make_ready()
        self.stdout.write(WELCOME.format(bind=settings.BIND))
        if Agency.objects.filter(slug=SLUG).exists():
            self.stdout.write(ACCOUNTS.format(table=table()))
        self.stdout.flush()
        children = [
            Child("De webserver", web_server()),
            Child("Het achtergrondwerk", BACKGROUND),
        ]
        sys.exit(look_after(children, self._say))

    def _make_ready(self) -> None:
        try:
            call_command("migrate", verbosity=0, interactive=False)
        except OperationalError as error:
            sys.exit(f"De database is niet te bereiken: {error}")
        call_command("createcachetable", verbosity=0)
        if settings.COLLECTED:
            call_command("collectstatic", verbosity=0, interactive=False)
        if not Agency.objects.exists():
            self._say("Het voorbeeldbureau wordt geladen.")
            load(timezone.localdate())

    def _say(self, sentence: str) -> None:
        self.stdout.write(sentence)
        self.stdout.flush()
