"""What planning refuses, in sentences."""

from werkbrief.planning.models import Shift
from werkbrief.planning.models.answers import Answer
from werkbrief.words.clock import clock, day_of, instant, local
from werkbrief.words.refusals import Refusal


class WorkerTwiceAtOnce(Refusal):
    """Two shifts of one worker overlap; `one` starts first."""

    def __init__(self, one: Shift, two: Shift) -> None:
        self.one, self.two = one, two
        super().__init__(
            f"{two.worker} staat op {day_of(two.start):%d-%m-%Y} dubbel: "
            f"{clock(one.start)}–{clock(one.end)} en "
            f"{clock(two.start)}–{clock(two.end)}. "
            "Pas een van de twee diensten aan."
        )


class NothingProposed(Refusal):
    """A message that says nothing yet."""


class NobodyPlanned(Refusal):
    """A message about shifts that aren't there (any more)."""

    def __init__(self) -> None:
        super().__init__(
            "Hier staat niemand (meer) ingepland. Laad de pagina opnieuw, of vraag "
            "personeel aan."
        )


class BreakTooLong(Refusal):
    """The proposed break doesn't fit in the proposed shift."""

    def __init__(self, pause: int, length: int) -> None:
        super().__init__(
            f"De pauze ({pause} minuten) is langer dan de dienst ({length} minuten). "
            "Kies een kortere pauze of andere tijden.",
            field="break",
        )


class AlreadyAnswered(Refusal):
    """Somebody was first: who, when, and what it became."""

    def __init__(self, answer: Answer) -> None:
        moment = local(instant(answer.at))
        super().__init__(
            f"Dit is al {answer.get_outcome_display()} door {answer.by} op "
            f"{moment.day}-{moment.month} om {moment:%H:%M}. Er is niets veranderd."
        )


class PlanningMoved(Refusal):
    """The planning isn't what it was when the office looked."""

    def __init__(self) -> None:
        super().__init__(
            "De planning is intussen gewijzigd. Er is niets gedaan; het scherm toont "
            "nu de nieuwe tijden. Kijk ze na en probeer het opnieuw."
        )


class ReasonMissing(Refusal):
    """Who declines says why."""

    def __init__(self) -> None:
        super().__init__(
            "Schrijf in één zin waarom niet; de opdrachtgever leest dit.",
            field="reason",
        )


class NotSoMany(Refusal):
    """A headcount nobody means, or more people than were asked for."""


class AwayThen(Refusal):
    """Somebody who is away can't be planned."""

    def __init__(self, names: str) -> None:
        super().__init__(f"Afwezig op die dag: {names}. Kies iemand anders.")
