"""One worker's hold on one job: what it was asked, and telling how far it is."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from django.db import connection, connections, transaction
from django.db.backends.base.base import BaseDatabaseWrapper

from werkbrief.accounts.models import User
from werkbrief.jobs import aside
from werkbrief.jobs.actions.asking import PIECE, store_pieces
from werkbrief.jobs.models import Job, Side, State
from werkbrief.jobs.reads import pieces
from werkbrief.jobs.refusals import Interrupted, TakenOver
from werkbrief.staffing.models import Agency

Clock = Callable[[], datetime]
OFTEN = timedelta(seconds=1)
_FIRST_LETTERS = 500


@dataclass(slots=True)
class Run:
    """What a kind of job gets to work with.

    `tell` as often as it likes; `finish` last, inside the transaction of what it does:
    then both stand, or neither.
    """

    job: Job
    clock: Clock
    is_stopping: Callable[[], bool] = lambda: False
    line: BaseDatabaseWrapper | None = None
    told: datetime | None = None
    made: int = 0
    size: int = 0
    rest: bytearray = field(default_factory=bytearray)

    @property
    def agency(self) -> Agency:
        return self.job.agency

    @property
    def by(self) -> User | None:
        return self.job.by

    @property
    def wish(self) -> dict[str, Any]:
        wish: dict[str, Any] = self.job.wish
        return wish

    def content(self) -> bytes:
        """The file that came along, whole."""
        return b"".join(self.brought())

    def brought(self) -> Iterator[bytes]:
        return pieces(self.job, Side.BROUGHT)

    def tell(self, phase: str, done: int = 0, total: int = 0) -> None:
        """How far it is. Raises Interrupted and TakenOver: let them pass."""
        if self.is_stopping():
            raise Interrupted
        at = self.clock()
        if self.told and at - self.told < OFTEN and phase == self.job.phase:
            return
        self.told, self.job.phase = at, phase
        told = {"phase": phase, "done": done, "total": total}
        if connection.in_atomic_block:
            self._tell_aside(at, told)
        elif not self._mine().update(alive=at, **told):
            raise TakenOver
        else:
            self._forget_aside()

    def write(self, content: bytes) -> None:
        """The next bytes of the file that is made; a piece goes as soon as it is full.

        Outside of a transaction: on SQLite others write in between.
        """
        self.rest += content
        self.size += len(content)
        while len(self.rest) >= PIECE:
            self._give(bytes(self.rest[:PIECE]))
            del self.rest[:PIECE]

    def finish(self, *, file_name: str = "", **result: Any) -> None:  # noqa: ANN401
        """Done. Raises TakenOver, which undoes the transaction that it stands in."""
        with transaction.atomic():
            if self.rest:
                self._give(bytes(self.rest))
                self.rest.clear()
            self.settle(state=State.DONE, result=result, file_name=file_name, phase="")

    def fail(self, sentence: str, **result: Any) -> None:  # noqa: ANN401
        """It could not be done, and this is why; `result` says more."""
        self.rest.clear()
        self.job.pieces.filter(side=Side.MADE).delete()
        self.size = 0
        told = sentence[:_FIRST_LETTERS]
        self.settle(state=State.FAILED, told=told, result=result, phase="")

    def settle(self, **values: Any) -> None:  # noqa: ANN401
        at = self.clock()
        self._forget_aside()
        values |= {"ended": at, "alive": at, "file_size": self.size}
        if not self._mine().update(**values):
            raise TakenOver
        for name, value in values.items():
            setattr(self.job, name, value)

    def let_go(self) -> None:
        """Back in the queue, as if nobody had taken it up."""
        self._mine().update(state=State.WAITING, tries=self.job.tries - 1, phase="")

    def close(self) -> None:
        if self.line:
            self.line.close()
            self.line = None

    def _mine(self) -> Any:  # noqa: ANN401
        return Job.objects.filter(
            pk=self.job.pk, tries=self.job.tries, state=State.RUNNING
        )

    def _give(self, content: bytes) -> None:
        store_pieces(self.job, Side.MADE, self.made, [content])
        self.made += 1

    def _tell_aside(self, at: datetime, told: dict[str, Any]) -> None:
        """Over a line of its own: nobody sees what an open transaction writes.

        SQLite has one writer, and that is us now: there it stands in a file.
        """
        if connection.vendor == "sqlite":
            aside.put(self.job.pk, told)
            return
        if self.line is None:
            self.line = connections.create_connection(connection.alias)
        values = {"alive": at, **told}
        names = ", ".join(f"{name} = %s" for name in values)
        with self.line.cursor() as cursor:
            cursor.execute(
                f"UPDATE jobs_job SET {names} WHERE id = %s AND tries = %s",  # noqa: S608
                [*values.values(), self.job.pk, self.job.tries],
            )

    def _forget_aside(self) -> None:
        if connection.vendor == "sqlite":
            aside.clear(self.job.pk)
