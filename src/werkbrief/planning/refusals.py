"""What planning refuses, in sentences."""

from werkbrief.planning.models import Shift
from werkbrief.words.clock import clock, day_of
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
