"""Bringing deliveries to their receivers: in order, once, and until it works."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from itertools import groupby

from django.db.models import F

from werkbrief.exchange.models import Delivery, Fate, Receiver
from werkbrief.exchange.transports import Answer, Verdict, connected
from werkbrief.journal.actions import Deed, Trace, record
from werkbrief.words.refusals import Refusal

KIND = "exchange.delivery"
MOST_TRIES = 30
AT_ONCE = 500
_WAIT, _LONGEST = timedelta(minutes=1), timedelta(hours=6)
_DOUBLINGS = 9


def deliver_due(*, at: datetime) -> int:
    """Send what is due; how many arrived. Two workers at once send nothing twice.

    No transaction spans a call: a delivery is claimed, sent, and then settled. A crash
    in between leaves it waiting, marked as perhaps arrived.
    """
    waiting = (
        Delivery.objects.filter(fate=Fate.WAITING, due__lte=at)
        .select_related("timecard", "batch__receiver__agency")
        .order_by("batch__receiver", "timecard", "revision")[:AT_ONCE]
    )
    done = 0
    by_receiver = groupby(waiting, key=lambda one: one.batch.receiver)
    for receiver, deliveries in by_receiver:
        done += _deliver(receiver, deliveries, at)
    return done


def retry(delivery: Delivery, *, at: datetime) -> None:
    """Do not wait any longer with this one."""
    Delivery.objects.filter(pk=delivery.pk, fate=Fate.WAITING).update(due=at)


def _deliver(receiver: Receiver, deliveries: Iterable[Delivery], at: datetime) -> int:
    done, stuck = 0, set()
    try:
        with connected(receiver) as line:
            for one in deliveries:
                if one.timecard_id in stuck or not claim(one, at):
                    stuck.add(one.timecard_id)
                    continue
                answer = line.send(one, maybe_arrived=one.is_begun)
                settle(one, answer, at=at)
                done += answer.verdict == Verdict.ARRIVED
                if answer.verdict == Verdict.LATER:
                    stuck.add(one.timecard_id)
    except Refusal as refusal:
        Delivery.objects.filter(
            batch__receiver=receiver, fate=Fate.WAITING, due__lte=at
        ).update(told=refusal.sentence, due=at + _LONGEST)
    return done


def claim(one: Delivery, at: datetime) -> bool:
    """Only one worker gets it, and only when no earlier revision still waits."""
    earlier = one.timecard.deliveries.filter(
        fate=Fate.WAITING, revision__lt=one.revision
    )
    if earlier.exists():
        return False
    pause = min(_WAIT * 2 ** min(one.tries, _DOUBLINGS), _LONGEST)
    claimed = Delivery.objects.filter(
        pk=one.pk, fate=Fate.WAITING, tries=one.tries
    ).update(tries=F("tries") + 1, is_begun=True, due=at + pause)
    one.tries += claimed
    return bool(claimed)


def settle(one: Delivery, answer: Answer, *, at: datetime) -> None:
    """Write down what became of it; a last try that failed is the end."""
    is_over = answer.verdict == Verdict.LATER and one.tries >= MOST_TRIES
    if answer.verdict == Verdict.LATER and not is_over:
        Delivery.objects.filter(pk=one.pk).update(told=answer.told)
        return
    fate = Fate.DELIVERED if answer.verdict == Verdict.ARRIVED else Fate.REFUSED
    told = answer.told + (" Er is niet verder geprobeerd." if is_over else "")
    Delivery.objects.filter(pk=one.pk).update(
        fate=fate, told=told, settled=at, due=None
    )
    record(
        "exchange.settled",
        Deed(one.batch.receiver.agency_id, None, at),
        [Trace(KIND, one.pk, {"fate": Fate.WAITING}, {"fate": fate})],
    )
