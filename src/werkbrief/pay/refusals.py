"""What is refused about setting a line by hand."""

from werkbrief.pay.models import HIGHEST, LOWEST
from werkbrief.words.refusals import Refusal
from werkbrief.words.tongues import say


class OtherwiseComputed(Refusal):
    """The line is no longer what was on screen."""

    def __init__(self) -> None:
        super().__init__(
            say(
                "Deze loonregel is intussen anders berekend. Er is niets gewijzigd; "
                "hieronder staan de regels zoals ze nu zijn."
            )
        )


class AlreadyComputed(Refusal):
    """Set to what the rules make of it already."""

    def __init__(self) -> None:
        super().__init__(
            say(
                "Dit is wat er al berekend is. Vul een ander percentage in, of ga "
                "terug naar de berekening."
            ),
            field="percent",
        )


class TooLow(Refusal):
    """A worked hour is paid at least as an hour."""

    def __init__(self) -> None:
        super().__init__(
            say(
                "Gewerkte uren worden minstens %(lowest)s%% betaald. Kloppen de uren "
                "niet, wijzig dan de tijden.",
                lowest=LOWEST,
            ),
            field="percent",
        )


class TooHigh(Refusal):
    """Sooner a slip of the hand than a rate."""

    def __init__(self) -> None:
        super().__init__(
            say(
                "Meer dan %(highest)s%% kan niet. Bedoel je bijvoorbeeld 135?",
                highest=HIGHEST,
            ),
            field="percent",
        )
