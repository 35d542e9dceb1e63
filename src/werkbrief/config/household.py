"""The processes of one installation, watched by one parent."""

import os
import signal
import subprocess
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field

BLINK = 0.2
PATIENCE = 15
# A child that falls over this often, this fast, will not stand up by itself.
FALLS = 3
WHILE = 30


@dataclass(slots=True)
class Child:
    """One process: what it is called and the words that start it."""

    name: str
    words: list[str]
    process: "subprocess.Popen[bytes] | None" = None
    falls: list[float] = field(default_factory=list)

    def start(self) -> None:
        # A session of its own: Ctrl+C reaches the parent only, which stops in order.
        self.process = subprocess.Popen(self.words, start_new_session=True)  # noqa: S603

    @property
    def has_fallen(self) -> bool:
        return self.process is not None and self.process.poll() is not None

    def stand_up(self, now: float) -> bool:
        """Start again; False when it fell too often."""
        self._clear_away()
        self.falls = [*(fall for fall in self.falls if now - fall < WHILE), now]
        if len(self.falls) >= FALLS:
            return False
        self.start()
        return True

    def stop(self) -> None:
        if self.process and self.process.poll() is None:
            self.process.terminate()

    def wait(self, until: float) -> None:
        if self.process is None:
            return
        try:
            self.process.wait(max(until - time.monotonic(), 0))
        except subprocess.TimeoutExpired:
            self._clear_away()

    def _clear_away(self) -> None:
        """End what is left of its family: an orphan would keep the address taken."""
        if self.process:
            with suppress(ProcessLookupError):
                os.killpg(self.process.pid, signal.SIGKILL)


def look_after(children: Sequence[Child], say: Callable[[str], None]) -> int:
    """Keep them running until somebody asks to stop; 1 when one can't be kept up."""
    asked: list[int] = []
    for name in (signal.SIGINT, signal.SIGTERM):
        signal.signal(name, lambda number, _frame: asked.append(number))
    try:
        for child in children:
            child.start()
        while not asked:
            time.sleep(BLINK)
            if lost := _pick_up(children, say):
                say(f"{lost.name} blijft omvallen; de reden staat hierboven.")
                return 1
        return 0
    finally:
        _stop(children, say)


def _pick_up(children: Sequence[Child], say: Callable[[str], None]) -> Child | None:
    for child in children:
        if child.has_fallen:
            say(f"{child.name} viel om en wordt opnieuw gestart.")
            if not child.stand_up(time.monotonic()):
                return child
    return None


def _stop(children: Sequence[Child], say: Callable[[str], None]) -> None:
    say("Werkbrief stopt.")
    for child in children:
        child.stop()
    until = time.monotonic() + PATIENCE
    for child in children:
        child.wait(until)
