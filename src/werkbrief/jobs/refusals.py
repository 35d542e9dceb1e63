"""What stops a job, and the way out of it."""

from werkbrief.words.refusals import Refusal


class StillRunning(Refusal):
    """What is being done can't be asked again."""

    def __init__(self) -> None:
        super().__init__(
            "Deze taak is nog bezig. Wacht tot hij klaar is; hij gaat ook door als je "
            "deze bladzijde sluit."
        )


class Interrupted(Exception):  # noqa: N818  (it states a fact)
    """The worker is asked to stop: the job goes back in the queue, whole."""


class TakenOver(Exception):  # noqa: N818  (it states a fact)
    """Another worker has taken this job up meanwhile: nothing of ours may remain."""
