"""What is refused about changing and judging hours."""

from collections.abc import Sequence

from django.utils.translation import gettext_noop as _

from werkbrief.timesheets.models import Decision, TimeEntry
from werkbrief.timesheets.refusals.naming import (
    SHOWN,
    EntryRefusal,
    moment,
    names,
    of_whom,
    rest,
)
from werkbrief.words.clock import local
from werkbrief.words.refusals import Refusal
from werkbrief.words.tongues import say
from werkbrief.words.weeks import brief_date


class Incomplete(Refusal):
    """A part of the selection is not there (any more), or not theirs."""

    def __init__(self) -> None:
        super().__init__(
            say(
                "Deze selectie is niet meer compleet: een dienst is intussen "
                "ingetrokken. Er is niets gewijzigd. Laad de pagina opnieuw."
            )
        )


class AlreadyFinal(EntryRefusal):
    """These hours were judged before: who and when is told."""

    def __init__(self, entries: Sequence[TimeEntry]) -> None:
        by_whom = "; ".join(_judged(entry) for entry in entries[:SHOWN])
        super().__init__(
            entries,
            say(
                "Deze uren staan al vast: %(judged)s. Er is niets gewijzigd. "
                "Klopt het niet? Vraag een correctie aan.",
                judged=by_whom + rest(entries),
            ),
        )


def _judged(entry: TimeEntry) -> str:
    decision: Decision = entry.decision
    return say(
        "%(whom)s is %(verdict)s door %(by)s op %(day)s om %(time)s",
        whom=of_whom(entry),
        verdict=decision.get_verdict_display(),
        by=decision.by,
        **moment(decision.at),
    )


class Stale(EntryRefusal):
    """Somebody changed these hours after this screen was drawn."""

    def __init__(
        self, entries: Sequence[TimeEntry], differences: Sequence[str]
    ) -> None:
        self.differences = differences
        super().__init__(
            entries,
            say(
                "Intussen gewijzigd: %(differences)s. Er is niets opgeslagen; het "
                "scherm toont nu de nieuwe uren. Kijk ze na en probeer het opnieuw.",
                differences="; ".join(differences[:SHOWN]),
            ),
        )


class NotOver(EntryRefusal):
    """Hours that have not been worked yet can't be judged; from when they can."""

    APPROVE = _("Nog niet gewerkt, dus nog niet goed te keuren: %(names)s.")
    REJECT = _("Nog niet gewerkt, dus nog niet af te keuren: %(names)s.")
    PASS_ON = _("Nog niet gewerkt, dus nog niet door te geven: %(names)s.")

    def __init__(self, entries: Sequence[TimeEntry], fact: str, since: int) -> None:
        moment = local(since)
        way_out = say(
            "Dat kan vanaf %(day)s %(time)s.",
            day=brief_date(moment),
            time=f"{moment:%H:%M}",
        )
        super().__init__(entries, f"{say(fact, names=names(entries))} {way_out}")


class Away(EntryRefusal):
    """An absent worker needs no judgement."""

    def __init__(self, entries: Sequence[TimeEntry]) -> None:
        super().__init__(
            entries,
            say(
                "Afwezig gemeld, hier hoeft niets mee: %(names)s. Is er toch "
                "gewerkt? Vul dan eerst de gewerkte tijden in.",
                names=names(entries),
            ),
        )


class BadTimes(EntryRefusal):
    """The times don't make a shift; the sentence says why, at its field."""


class Overlapping(EntryRefusal):
    """The worker would be in two places at once; the other place stays unnamed."""

    def __init__(self, entries: Sequence[TimeEntry]) -> None:
        super().__init__(
            entries,
            say(
                "Deze tijden vallen samen met andere uren van %(names)s. Kijk de "
                "tijden na, of keur eerst de dienst af die niet is gewerkt.",
                names=names(entries),
            ),
            field="start",
        )


class NoLongerUndoable(Refusal):
    """The moment to undo has passed, or somebody went on with these hours."""

    def __init__(self) -> None:
        super().__init__(
            say(
                "Ongedaan maken kan niet meer: de tijd is om, of de uren zijn "
                "intussen gewijzigd. Klopt het niet? Vraag een correctie aan."
            )
        )
