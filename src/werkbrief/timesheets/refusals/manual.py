"""What is refused about manual entries."""

from datetime import date

from werkbrief.staffing.models import Assignment
from werkbrief.timesheets.models import ManualAnswer
from werkbrief.timesheets.refusals.naming import moment
from werkbrief.words.refusals import Refusal
from werkbrief.words.tongues import say


class BadSlip(Refusal):
    """A manual entry that is not complete; the sentence says what, at its field."""


class NotPlacedThen(Refusal):
    """The worker had no assignment on one of the days."""

    def __init__(self, assignment: Assignment, day: date) -> None:
        until = (
            f" tot en met {assignment.ends_on:%d-%m-%Y}" if assignment.ends_on else ""
        )
        super().__init__(
            f"{assignment.worker} is op {day:%d-%m-%Y} hier niet geplaatst, maar vanaf "
            f"{assignment.starts_on:%d-%m-%Y}{until}. Pas eerst de plaatsing aan, of "
            "kies een ander."
        )


class AlreadyHandled(Refusal):
    """Somebody was first with this manual entry: who, when and with what."""

    def __init__(self, answer: ManualAnswer) -> None:
        super().__init__(
            say(
                "Dit handmatige werkbriefje is al %(handling)s door %(by)s op %(day)s "
                "om %(time)s. Er is niets gewijzigd.",
                handling=answer.get_handling_display(),
                by=answer.by,
                **moment(answer.at),
            )
        )
