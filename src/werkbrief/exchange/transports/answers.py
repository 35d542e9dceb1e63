"""What a receiver made of a delivery."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from werkbrief.exchange.models import Delivery


class Verdict(StrEnum):
    """Arrived; refused for what it says; or try again later."""

    ARRIVED = "arrived"
    REFUSED = "refused"
    LATER = "later"


@dataclass(frozen=True, slots=True)
class Answer:
    verdict: Verdict
    told: str = ""


class Line(Protocol):
    """An open line to one receiver; several deliveries go over it, one by one."""

    def send(self, delivery: Delivery, *, maybe_arrived: bool) -> Answer:
        """`maybe_arrived`: an earlier try got no answer. Nothing arrives twice."""
        ...


def arrived(told: str = "") -> Answer:
    return Answer(Verdict.ARRIVED, told)


def refused(told: str) -> Answer:
    return Answer(Verdict.REFUSED, told)


def later(told: str) -> Answer:
    return Answer(Verdict.LATER, told)
