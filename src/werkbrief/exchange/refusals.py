"""What can't go out, and the way out of it."""

from werkbrief.exchange.models import Import, Receiver
from werkbrief.words.refusals import Refusal
from werkbrief.words.weeks import Week


class NothingNew(Refusal):
    """All that was approved has been handed over already."""

    def __init__(self, receiver: Receiver, week: Week) -> None:
        super().__init__(
            f"Er is niets nieuws voor {receiver} in week {week.number}: alles wat is "
            "goedgekeurd, is al geleverd. Kijk bij de vorige leveringen."
        )


class AlreadyUndone(Refusal):
    """It was put back before."""

    def __init__(self, found: Import) -> None:
        whose = f" door {found.undone_by}" if found.undone_by else ""
        super().__init__(
            f"Dit is al ongedaan gemaakt{whose}. Lees het bestand opnieuw in als het "
            "toch moet."
        )


class StillPlaced(Refusal):
    """Somebody with placements or hours is not taken away."""

    def __init__(self, name: str) -> None:
        super().__init__(
            f"{name} heeft plaatsingen of uren. Haal eerst de plaatsingen weg; wat "
            "gewerkt is blijft staan."
        )
