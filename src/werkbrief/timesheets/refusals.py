"""What is refused about hours, in sentences with a way out."""

from collections.abc import Sequence
from datetime import date

from django.utils.translation import gettext

from werkbrief.staffing.models import Assignment
from werkbrief.timesheets.models import (
    CorrectionAnswer,
    Decision,
    ManualAnswer,
    TimeEntry,
)
from werkbrief.words.clock import day_of, instant, local
from werkbrief.words.refusals import Refusal
from werkbrief.words.weeks import brief_day

SHOWN = 3


def of_whom(entry: TimeEntry) -> str:
    """Name and day, as in "Kowalski, Anna (ma 16-11)"."""
    return f"{entry.worker.name} ({brief_day(day_of(entry.start))})"


def names(entries: Sequence[TimeEntry]) -> str:
    shown = "; ".join(of_whom(entry) for entry in entries[:SHOWN])
    more = len(entries) - SHOWN
    return f"{shown}; en nog {more}" if more > 0 else shown


class EntryRefusal(Refusal):
    """Names the entries that it is about."""

    def __init__(
        self, entries: Sequence[TimeEntry], sentence: str, *, field: str = ""
    ) -> None:
        self.entries = entries
        super().__init__(sentence, field=field)


class Incomplete(Refusal):
    """A part of the selection is not there (any more), or not theirs."""

    def __init__(self) -> None:
        super().__init__(
            "Deze selectie is niet meer compleet: een dienst is intussen ingetrokken. "
            "Er is niets gewijzigd. Laad de pagina opnieuw."
        )


class AlreadyFinal(EntryRefusal):
    """These hours were judged before: who and when is told."""

    def __init__(self, entries: Sequence[TimeEntry]) -> None:
        by_whom = "; ".join(_judged(entry) for entry in entries[:SHOWN])
        more = len(entries) - SHOWN
        rest = f"; en nog {more}" if more > 0 else ""
        super().__init__(
            entries,
            f"Deze uren staan al vast: {by_whom}{rest}. Er is niets gewijzigd. "
            "Klopt het niet? Vraag een correctie aan.",
        )


def _judged(entry: TimeEntry) -> str:
    decision: Decision = entry.decision
    at = local(int(decision.at.timestamp()) // 60)
    return (
        f"{of_whom(entry)} is {decision.get_verdict_display()} door {decision.by} "
        f"op {at.day}-{at.month} om {at:%H:%M}"
    )


class Stale(EntryRefusal):
    """Somebody changed these hours after this screen was drawn."""

    def __init__(
        self, entries: Sequence[TimeEntry], differences: Sequence[str]
    ) -> None:
        self.differences = differences
        super().__init__(
            entries,
            f"Intussen gewijzigd: {'; '.join(differences[:SHOWN])}. Er is niets "
            "opgeslagen; het scherm toont nu de nieuwe uren. Kijk ze na en probeer "
            "het opnieuw.",
        )


class NotOver(EntryRefusal):
    """Hours that have not been worked yet can't be judged; from when they can."""

    def __init__(self, entries: Sequence[TimeEntry], verb: str, since: int) -> None:
        moment = local(since)
        super().__init__(
            entries,
            f"Nog niet gewerkt, dus nog niet {verb}: {names(entries)}. "
            f"Dat kan vanaf {moment.day}-{moment.month} {moment:%H:%M}.",
        )


class Away(EntryRefusal):
    """An absent worker needs no judgement."""

    def __init__(self, entries: Sequence[TimeEntry]) -> None:
        super().__init__(
            entries,
            f"Afwezig gemeld, hier hoeft niets mee: {names(entries)}. Is er toch "
            "gewerkt? Vul dan eerst de gewerkte tijden in.",
        )


class BadTimes(EntryRefusal):
    """The times don't make a shift; the sentence says why, at its field."""


class Overlapping(EntryRefusal):
    """The worker would be in two places at once; the other place stays unnamed."""

    def __init__(self, entries: Sequence[TimeEntry]) -> None:
        super().__init__(
            entries,
            f"Deze tijden vallen samen met andere uren van {names(entries)}. Kijk de "
            "tijden na, of keur eerst de dienst af die niet is gewerkt.",
            field="start",
        )


class NoLongerUndoable(Refusal):
    """The moment to undo has passed, or somebody went on with these hours."""

    def __init__(self) -> None:
        super().__init__(
            "Ongedaan maken kan niet meer: de tijd is om, of de uren zijn intussen "
            "gewijzigd. Klopt het niet? Vraag een correctie aan."
        )


class StillOpen(EntryRefusal):
    """Hours that were not judged yet need no correction: they can be changed."""

    def __init__(self, entries: Sequence[TimeEntry]) -> None:
        super().__init__(
            entries,
            f"{of_whom(entries[0])} staat nog open. Wijzig de uren zelf; een correctie "
            "is er voor uren die al vaststaan.",
        )


class AlreadyAsked(EntryRefusal):
    """One question at a time about the same hours."""

    def __init__(self, entries: Sequence[TimeEntry]) -> None:
        super().__init__(
            entries,
            f"Voor {of_whom(entries[0])} ligt al een correctie bij het bureau. Trek "
            "die eerst in om een andere te vragen.",
        )


class NothingToCorrect(EntryRefusal):
    """What is asked is what stands."""

    def __init__(self, entries: Sequence[TimeEntry]) -> None:
        super().__init__(
            entries,
            "Dit is wat er al staat. Vul de tijden in zoals ze hadden moeten zijn.",
            field="start",
        )


class AlreadyAnswered(Refusal):
    """Somebody was first: who, when and with what."""

    def __init__(self, answer: CorrectionAnswer) -> None:
        at = local(int(answer.at.timestamp()) // 60)
        super().__init__(
            f"Deze correctie is al {answer.get_answer_display()} door {answer.by} op "
            f"{at.day}-{at.month} om {at:%H:%M}. Er is niets gewijzigd."
        )


class AlreadyObjected(Refusal):
    """One sentence at a time; it lies at the agency."""

    def __init__(self) -> None:
        super().__init__(
            gettext(
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
        at = local(instant(answer.at))
        super().__init__(
            f"Dit handmatige werkbriefje is al {answer.get_handling_display()} door "
            f"{answer.by} op {at.day}-{at.month} om {at:%H:%M}. Er is niets gewijzigd."
        )


class CorrectionWaits(EntryRefusal):
    """A correction was asked for: its answer comes first."""

    def __init__(self, entries: Sequence[TimeEntry]) -> None:
        super().__init__(
            entries,
            f"Er wacht nog een correctie op antwoord: {names(entries)}. Beantwoord die "
            "eerst, onder Correcties.",
        )
