"""What planning refuses, in sentences."""

from werkbrief.planning.models import Shift
from werkbrief.planning.models.answers import Answer
from werkbrief.staffing.models import Assignment
from werkbrief.words.clock import clock, day_of, instant, local
from werkbrief.words.refusals import Refusal
from werkbrief.words.tongues import say
from werkbrief.words.weeks import brief_date


class WorkerTwiceAtOnce(Refusal):
    """Two shifts of one worker overlap; `one` starts first."""

    def __init__(self, one: Shift, two: Shift) -> None:
        self.one, self.two = one, two
        is_elsewhere = one.client_id != two.client_id
        super().__init__(
            f"{two.worker} staat op {day_of(two.start):%d-%m-%Y} dubbel: "
            f"{self._times(one, named=is_elsewhere)} en "
            f"{self._times(two, named=is_elsewhere)}. "
            "Pas een van de twee diensten aan."
        )

    @staticmethod
    def _times(shift: Shift, *, named: bool) -> str:
        where = f" bij {shift.client}" if named else ""
        return f"{clock(shift.start)}–{clock(shift.end)}{where}"


class NothingProposed(Refusal):
    """A message that says nothing yet."""


class NobodyPlanned(Refusal):
    """A message about shifts that aren't there (any more)."""

    def __init__(self) -> None:
        super().__init__(
            say(
                "Hier staat niemand (meer) ingepland. Laad de pagina opnieuw, of "
                "vraag personeel aan."
            )
        )


class BreakTooLong(Refusal):
    """The proposed break doesn't fit in the proposed shift."""

    def __init__(self, pause: int, length: int) -> None:
        super().__init__(
            say(
                "De pauze (%(pause)s minuten) is langer dan de dienst (%(length)s "
                "minuten). Kies een kortere pauze of andere tijden.",
                pause=pause,
                length=length,
            ),
            field="break",
        )


class AlreadyAnswered(Refusal):
    """Somebody was first: who, when, and what it became."""

    def __init__(self, answer: Answer) -> None:
        moment = local(instant(answer.at))
        super().__init__(
            say(
                "Dit is al %(outcome)s door %(by)s op %(day)s om %(time)s. Er is niets "
                "veranderd.",
                outcome=answer.get_outcome_display(),
                by=answer.by,
                day=brief_date(moment),
                time=f"{moment:%H:%M}",
            )
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


class NotPlacedThen(Refusal):
    """A day on which the assignment doesn't run."""

    def __init__(self, assignment: Assignment) -> None:
        until = assignment.ends_on
        ended = f" tot en met {until:%d-%m-%Y}" if until else ""
        super().__init__(
            f"{assignment.worker.name} is hier geplaatst vanaf "
            f"{assignment.starts_on:%d-%m-%Y}{ended}. Kies een andere dag, of verleng "
            "de plaatsing."
        )


class TimesMissing(Refusal):
    """A new shift of which only half is told."""

    def __init__(self, field: str) -> None:
        super().__init__(
            "Een dienst heeft een starttijd en een eindtijd. Schrijf bijvoorbeeld "
            "0730-1600/30.",
            field=field,
        )


class TwoShifts(Refusal):
    """A day with two shifts among cells that all get the same times."""

    def __init__(self, shift: Shift) -> None:
        super().__init__(
            f"{shift.worker.name} heeft op {day_of(shift.start):%d-%m-%Y} twee "
            "diensten: wijzig die apart. Er is niets gewijzigd."
        )


class NoLongerUndoable(Refusal):
    """Somebody went on with it, or it is too long ago."""

    def __init__(self) -> None:
        super().__init__(
            "Dit is niet meer ongedaan te maken: de planning is daarna gewijzigd, of "
            "het is te lang geleden. Wijzig de dienst zelf."
        )


class EndsBeforeStart(Refusal):
    """A last day before the first."""

    def __init__(self) -> None:
        super().__init__(
            "De laatste dag ligt voor de eerste. Kies een latere laatste dag.",
            field="tot",
        )


class TooEarly(Refusal):
    """A usual week from a day that has been worked already."""

    def __init__(self) -> None:
        super().__init__(
            "Kies een dag vanaf deze week: wat geweest is blijft zoals het was.",
            field="vanaf",
        )


class PatternChanged(Refusal):
    """Somebody else kept another version meanwhile."""

    def __init__(self) -> None:
        super().__init__(
            "Iemand anders heeft dit grondplan intussen gewijzigd. Er is niets "
            "bewaard; hieronder staat de nieuwste versie. Kijk haar na en bewaar "
            "opnieuw."
        )
