"""What can't be reminded, in sentences."""

from werkbrief.staffing.models import Client
from werkbrief.words.refusals import Refusal


class NothingToRemind(Refusal):
    def __init__(self, client: Client) -> None:
        super().__init__(f"{client}: er staat niets meer open. Er is niets verstuurd.")


class NobodyToRemind(Refusal):
    def __init__(self, client: Client) -> None:
        super().__init__(
            f"{client}: niemand die mag goedkeuren heeft een e-mailadres. Vul er een "
            "in bij de gebruikers, of bel."
        )


class RemindersMoved(Refusal):
    """Somebody else set them while this screen was open."""

    def __init__(self) -> None:
        super().__init__(
            "De herinneringen zijn intussen gewijzigd; hieronder staat hoe ze nu zijn. "
            "Kijk, en sla nog eens op."
        )
