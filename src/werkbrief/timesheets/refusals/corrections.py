"""What is refused about corrections and objections."""

from collections.abc import Sequence

from werkbrief.timesheets.models import CorrectionAnswer, TimeEntry
from werkbrief.timesheets.refusals.naming import EntryRefusal, moment, names, of_whom
from werkbrief.words.refusals import Refusal
from werkbrief.words.tongues import say


class StillOpen(EntryRefusal):
    """Hours that were not judged yet need no correction: they can be changed."""

    def __init__(self, entries: Sequence[TimeEntry]) -> None:
        super().__init__(
            entries,
            say(
                "%(whom)s staat nog open. Wijzig de uren zelf; een correctie is er "
                "voor uren die al vaststaan.",
                whom=of_whom(entries[0]),
            ),
        )


class AlreadyAsked(EntryRefusal):
    """One question at a time about the same hours."""

    def __init__(self, entries: Sequence[TimeEntry]) -> None:
        super().__init__(
            entries,
            say(
                "Voor %(whom)s ligt al een correctie bij het bureau. Trek die eerst "
                "in om een andere te vragen.",
                whom=of_whom(entries[0]),
            ),
        )


class NothingToCorrect(EntryRefusal):
    """What is asked is what stands."""

    def __init__(self, entries: Sequence[TimeEntry]) -> None:
        super().__init__(
            entries,
            say(
                "Dit is wat er al staat. Vul de tijden in zoals ze hadden moeten zijn."
            ),
            field="start",
        )


class AlreadyAnswered(Refusal):
    """Somebody was first: who, when and with what."""

    def __init__(self, answer: CorrectionAnswer) -> None:
        super().__init__(
            say(
                "Deze correctie is al %(answer)s door %(by)s op %(day)s om %(time)s. "
                "Er is niets gewijzigd.",
                answer=answer.get_answer_display(),
                by=answer.by,
                **moment(answer.at),
            )
        )


class AlreadyObjected(Refusal):
    """One sentence at a time; it lies at the agency."""

    def __init__(self) -> None:
        super().__init__(
            say(
                "Je bericht over deze uren ligt al bij het bureau. Het antwoord komt "
                "hier te staan."
            )
        )


class ObjectionAnswered(Refusal):
    """A colleague was first."""

    def __init__(self, who: str, text: str) -> None:
        super().__init__(
            f"{who} heeft dit al beantwoord: “{text}”. Er is niets gewijzigd."
        )


class CorrectionWaits(EntryRefusal):
    """A correction was asked for: its answer comes first."""

    def __init__(self, entries: Sequence[TimeEntry]) -> None:
        super().__init__(
            entries,
            f"Er wacht nog een correctie op antwoord: {names(entries)}. Beantwoord die "
            "eerst, onder Correcties.",
        )
