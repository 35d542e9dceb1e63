"""kill -9 of the web, or of the database, in the middle of what people do."""

import os
import signal
import threading
import time
from collections.abc import Callable
from contextlib import ExitStack

from bench.accidents import cluster
from bench.accidents.deeds import Deed, one_of_each
from bench.accidents.promises import hold
from bench.frame.served import children_of, served, wait_for

# At these parts of a second after the deeds were sent, somebody is killed.
MOMENTS = (0.0, 0.02, 0.05, 0.1, 0.2, 0.4, 0.8)


def killed_web() -> None:
    _killed("het web", _kill_web, lambda _bind: None, is_new=True)


def killed_database() -> None:
    _killed("de database", cluster.kill, lambda _bind: cluster.start(), is_new=False)


def _killed(
    whom: str, kill: Callable[[], None], mend: Callable[[str], None], *, is_new: bool
) -> None:
    """`is_new`: a server of its own each time.

    One that loses its processes again and again within seconds gives up, and leaves it
    to who watches over it.
    """
    torn, undone, heard = [], [], []
    with ExitStack() as server:
        bind = "" if is_new else server.enter_context(served())
        for moment in MOMENTS:
            deeds = one_of_each(f"{whom.split()[1]}-{moment}".replace(".", "-"))
            with ExitStack() as own:
                here = own.enter_context(served()) if is_new else bind
                heard += _at_once(here, deeds, moment, kill)
                mend(here)
                wait_for(here)
                torn += [deed.name for deed in deeds if deed.is_torn]
                undone += _again(here, deeds)
    number = len(MOMENTS) * len(deeds)
    answered = sum(status in (200, 302) for status in heard)
    behind = f"{number} handelingen, {answered} al beantwoord voor het doden"
    hold(
        f"Wordt {whom} gedood, dan is opslaan, goedkeuren, omzetten en leveren heel "
        "gebeurd of helemaal niet",
        len(torn),
        behind=f"{behind} {_which(torn)}",
    )
    hold(
        f"Daarna komt het portaal vanzelf terug ({whom}) en lukt dezelfde handeling, "
        "precies één keer",
        len(undone),
        behind=_which(undone),
    )


def _at_once(
    bind: str, deeds: list[Deed], moment: float, kill: Callable[[], None]
) -> list[int]:
    """Send all, kill after a moment, and wait for what comes back."""
    heard: list[int] = []
    threads = [
        threading.Thread(target=lambda deed=deed: heard.append(deed.do(bind)[0]))
        for deed in deeds
    ]
    for thread in threads:
        thread.start()
    time.sleep(moment)
    kill()
    for thread in threads:
        thread.join()
    return heard


def _again(bind: str, deeds: list[Deed]) -> list[str]:
    """Press the same button once more: refused or not, it is done exactly once."""
    failed = []
    for deed in deeds:
        status, _ = deed.do(bind)
        if status in (0, 500, 503) or not deed.is_done:
            failed.append(f"{deed.name}: {status} {deed.stands()}")
    return failed


def _kill_web() -> None:
    for server in children_of(os.getpid()):
        for worker in children_of(server):
            os.kill(worker, signal.SIGKILL)


def _which(names: list[str]) -> str:
    return f"({', '.join(names[:4])})" if names else ""
