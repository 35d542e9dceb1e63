"""`werkbrief import planning|hours|people FILE`: a file comes in."""  # noqa: N999

import argparse
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from werkbrief.exchange.actions import (
    HoursOutcome,
    Outcome,
    import_hours,
    import_planning,
)
from werkbrief.exchange.arrivals import read_arrival
from werkbrief.staffing.models import Agency
from werkbrief.words.refusals import Refusal

TAKES: dict[str, Callable[..., Outcome | HoursOutcome]] = {
    "planning": import_planning,
    "hours": import_hours,
    "people": import_planning,
}


class Command(BaseCommand):
    help = "Import a planning or clocked hours: .xlsx, CSV or a SETU 2.0 message."

    def add_arguments(self, parser: CommandParser) -> None:
        kinds = parser.add_subparsers(dest="kind", required=True)
        for kind in TAKES:
            one: argparse.ArgumentParser = kinds.add_parser(kind)
            one.add_argument("file", type=Path)
            one.add_argument("--agency", default="", help="the agency's short name")
            one.add_argument("--dry-run", action="store_true", help="tell, don't do")

    def handle(self, **options: Any) -> None:  # noqa: ANN401
        at = timezone.now()
        agency = _agency(options["agency"])
        try:
            content = options["file"].read_bytes()
            reading = read_arrival(
                content, near=timezone.localdate(at), what=options["kind"]
            )
            reading = replace(reading, name=options["file"].name)
            outcome = TAKES[options["kind"]](
                reading, agency=agency, by=None, at=at, is_trial=options["dry_run"]
            )
        except OSError as error:
            raise CommandError(f"{options['file']}: {error.strerror}.") from error
        except Refusal as refusal:
            raise CommandError(refusal.sentence) from refusal
        self._tell(outcome, is_trial=options["dry_run"])

    def _tell(self, outcome: Outcome | HoursOutcome, *, is_trial: bool) -> None:
        for title in outcome.skipped_columns:
            self.stdout.write(f"Overgeslagen kolom: {title}")
        for mistake in outcome.mistakes:
            self.stderr.write(str(mistake))
        if outcome.mistakes:
            raise CommandError(
                f"{len(outcome.mistakes)} fouten; er is niets ingelezen. Verbeter ze "
                "en lees het bestand opnieuw in."
            )
        for sentence in outcome.sentences():
            self.stdout.write(sentence)
        if is_trial:
            self.stdout.write("Dit was een proef: er is niets opgeslagen.")
        elif outcome.does_nothing:
            self.stdout.write("Alles stond er al zo; er is niets veranderd.")


def _agency(slug: str) -> Agency:
    agencies = Agency.objects.filter(slug=slug) if slug else Agency.objects.all()
    found = list(agencies[:2])
    if len(found) == 1:
        return found[0]
    known = ", ".join(Agency.objects.values_list("slug", flat=True))
    raise CommandError(
        f"Kies een uitzendbureau met --agency: {known or 'er is er nog geen'}."
    )
