"""Is this installation well? `werkbrief doctor`."""

import sys

from django.core.management.base import BaseCommand
from django.utils import timezone

from werkbrief.config.doctor import examine


class Command(BaseCommand):
    help = "Look at everything that an installation needs; say what is wrong, and how."

    def handle(self, **_options: object) -> None:
        findings = list(examine(timezone.now()))
        for finding in findings:
            self.stdout.write(f"{'✓' if finding.is_well else '✗'} {finding.sentence}")
        if not all(finding.is_well for finding in findings):
            sys.exit(1)
