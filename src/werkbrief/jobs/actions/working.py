"""Doing what was asked: one at a time, whole or not at all, also after a crash."""

import logging
from collections.abc import Callable, Mapping

from django.db import InterfaceError, OperationalError
from django.db.models import F

from werkbrief.jobs.actions.runs import Clock, Run
from werkbrief.jobs.models import Job, Side, State
from werkbrief.jobs.reads import due
from werkbrief.jobs.refusals import Interrupted, TakenOver
from werkbrief.walls import within
from werkbrief.words.refusals import Refusal

log = logging.getLogger("werkbrief.jobs")
Work = Callable[[Run], None]
MOST_TRIES = 3
_WORN_OUT = (
    "Dit is drie keer halverwege afgebroken. Er is niets half gedaan. Probeer het "
    "opnieuw; blijft het misgaan, maak het dan kleiner."
)
_BROKEN = (
    "Er ging iets mis aan onze kant. Er is niets half gedaan. Probeer het opnieuw; "
    "blijft het misgaan, noem dan taak {pk}."
)
_UNKNOWN = "Deze versie van Werkbrief kent dit soort taak niet. Vraag het opnieuw aan."


def work_through(
    kinds: Mapping[str, Work],
    *,
    clock: Clock,
    is_stopping: Callable[[], bool] = lambda: False,
) -> int:
    """Do all that is due, one by one; how many ended."""
    ended = 0
    while not is_stopping():
        run = _take_up(clock, is_stopping)
        if run is None:
            break
        try:
            ended += _do(run, kinds)
        finally:
            run.close()
    return ended


def _take_up(clock: Clock, is_stopping: Callable[[], bool]) -> Run | None:
    """The first that is due and that nobody else takes up at this moment."""
    at = clock()
    for job in due(at).select_related("agency", "by")[:20]:
        mine = Job.objects.filter(pk=job.pk, tries=job.tries, state=job.state)
        if mine.update(tries=F("tries") + 1, state=State.RUNNING, alive=at):
            job.tries += 1
            job.pieces.filter(side=Side.MADE).delete()
            return Run(job, clock, is_stopping)
    return None


def _do(run: Run, kinds: Mapping[str, Work]) -> int:
    """Run it, and write down how it ended; 0 when it is to be taken up again."""
    try:
        with within(run.job.agency_id):
            _work_of(run.job, kinds)(run)
            if not run.job.is_over:
                run.finish()
    except Refusal as refusal:
        _fail(run, refusal.sentence)
    except Interrupted:
        run.let_go()
        return 0
    except (TakenOver, OperationalError, InterfaceError):
        # Somebody else has it, or the database is away: silence has it taken up again.
        log.warning("job %s", run.job.pk, exc_info=True)
        return 0
    except Exception:
        log.exception("job %s", run.job.pk)
        _fail(run, _BROKEN.format(pk=run.job.pk))
    return 1


def _work_of(job: Job, kinds: Mapping[str, Work]) -> Work:
    if job.tries > MOST_TRIES:
        raise Refusal(_WORN_OUT)
    if job.kind not in kinds:
        raise Refusal(_UNKNOWN)
    return kinds[job.kind]


def _fail(run: Run, sentence: str) -> None:
    try:
        run.fail(sentence)
    except TakenOver:
        log.warning("job %s was taken over", run.job.pk)
