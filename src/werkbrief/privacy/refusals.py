"""What is refused about people's data, in sentences with a way out."""

from datetime import date

from werkbrief.words.refusals import Refusal


class StillWorks(Refusal):
    """Who is at work now can't be a stranger tomorrow."""

    def __init__(self, name: str) -> None:
        super().__init__(
            f"{name} heeft nog een plaatsing die loopt. Geef die eerst een laatste dag."
        )


class StillOpens(Refusal):
    """An account that opens something is in use."""

    def __init__(self) -> None:
        super().__init__(
            "Dit account geeft nog toegang. Beëindig eerst de toegang bij elke "
            "opdrachtgever."
        )


class AlreadyErased(Refusal):
    def __init__(self) -> None:
        super().__init__("Deze naam is al gewist. De uren staan er nog, zonder naam.")


def must_stay(until: date) -> str:
    """Why not all of it goes now, and when it does."""
    return (
        "Naam, loonnummer en uren horen bij de loonadministratie en moeten tot en met "
        f"{until.day}-{until.month}-{until.year} te controleren blijven (artikel 52 "
        "AWR; artikel 17 lid 3 onder b AVG). Daarna worden naam en nummer vanzelf "
        "gewist."
    )
