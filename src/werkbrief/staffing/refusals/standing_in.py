"""What is refused about who stands in for whom at a client."""

from werkbrief.staffing.models import Substitute
from werkbrief.words.refusals import Refusal
from werkbrief.words.tongues import say
from werkbrief.words.weeks import brief_day


class DaysPassed(Refusal):
    """Nothing that was done turns into something done for another."""

    def __init__(self) -> None:
        super().__init__(
            say("Deze dag is al voorbij. Kies vandaag of later."), field="starts_on"
        )


class DaysMixed(Refusal):
    def __init__(self) -> None:
        super().__init__(
            say("De laatste dag ligt voor de eerste. Kies een latere dag."),
            field="ends_on",
        )


class DaysTooMany(Refusal):
    """A stand-in for good is a colleague with rights of their own."""

    def __init__(self) -> None:
        super().__init__(
            say(
                "Vervangen kan hooguit een jaar. Kies een eerdere laatste dag; daarna "
                "kan het opnieuw."
            ),
            field="ends_on",
        )


class NotByYourself(Refusal):
    def __init__(self) -> None:
        super().__init__(
            say("Niemand vervangt zichzelf. Kies een collega."), field="stand_in"
        )


class NoColleague(Refusal):
    """Their access was ended while this screen was open."""

    def __init__(self) -> None:
        super().__init__(
            say("Deze collega hoort hier niet meer bij. Kies iemand anders."),
            field="stand_in",
        )


class BeyondYourOwn(Refusal):
    """Nobody lends out what they have not."""

    def __init__(self, absent: str) -> None:
        super().__init__(
            say(
                "%(absent)s mag hier meer dan jij. Vraag %(absent)s zelf een vervanger "
                "te kiezen, of een collega die alles mag.",
                absent=absent,
            )
        )


class NotYetHere(Refusal):
    """The journal would name somebody whom nobody here has met."""

    def __init__(self, absent: str) -> None:
        super().__init__(
            say(
                "%(absent)s is hier nog niet geweest: er valt niets te vervangen. Geef "
                "de collega die het werk doet zelf de rechten.",
                absent=absent,
            )
        )


class AlreadyReplaced(Refusal):
    def __init__(self, other: Substitute) -> None:
        super().__init__(
            say(
                "Van %(first)s tot en met %(last)s is %(who)s al de vervanger. "
                "Beëindig dat eerst, of kies andere dagen.",
                **_told(other),
                who=other.stand_in.who,
            ),
            field="starts_on",
        )


class ReplacedThemselves(Refusal):
    """No chains: what was lent is not lent on."""

    def __init__(self, other: Substitute) -> None:
        super().__init__(
            say(
                "%(who)s is van %(first)s tot en met %(last)s zelf weg. Kies iemand "
                "anders, of andere dagen.",
                **_told(other),
                who=other.absent.who,
            ),
            field="stand_in",
        )


class StandsInThemselves(Refusal):
    """No chains: what was lent is not lent on."""

    def __init__(self, other: Substitute) -> None:
        super().__init__(
            say(
                "%(who)s vervangt van %(first)s tot en met %(last)s zelf %(other)s. "
                "Beëindig dat eerst, of kies andere dagen.",
                **_told(other),
                who=other.stand_in.who,
                other=other.absent.who,
            ),
            field="starts_on",
        )


def _told(other: Substitute) -> dict[str, str]:
    return {"first": brief_day(other.starts_on), "last": brief_day(other.ends_on)}
