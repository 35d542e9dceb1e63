"""After a new key: `werkbrief reseal` puts every kept secret under it."""

import sys

from django.core.management.base import BaseCommand

from werkbrief.config.strongbox import seal_all_anew


class Command(BaseCommand):
    help = "Seal every kept secret anew with the present key, from any former one."

    def handle(self, **_options: object) -> None:
        count = seal_all_anew()
        self.stdout.write(
            f"{count.sealed} geheimen opnieuw verzegeld, {count.present} waren het al."
        )
        if count.lost:
            self.stdout.write(
                f"{count.lost} gaan met geen bekende sleutel open: zet de vroegere "
                "sleutel in WERKBRIEF_FORMER_KEYS en draai dit opnieuw, of vul ze "
                "opnieuw in."
            )
            sys.exit(1)
