"""One parent watches the processes: what falls stands up, what keeps falling ends."""

import os
import signal
import subprocess
import sys
import textwrap
import time

import pytest

from werkbrief.config.household import Child

PARENT = """
    import sys
    from werkbrief.config.household import Child, look_after
    pairs = zip(sys.argv[1::2], sys.argv[2::2])
    children = [Child(name, [sys.executable, "-c", does]) for name, does in pairs]
    sys.exit(look_after(children, lambda said: print(said, flush=True)))
"""
LASTING = "import time; print('leeft', flush=True); time.sleep(60)"


def _household(*children):
    return subprocess.Popen(
        [sys.executable, "-c", textwrap.dedent(PARENT), *children],
        stdout=subprocess.PIPE,
        text=True,
    )


@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM])
def test_asked_to_stop_it_stops_everything_and_ends_green(how):
    parent = _household("web", f"import os; print(os.getpid(), flush=True); {LASTING}")
    child = int(parent.stdout.readline())
    parent.send_signal(how)
    said, _ = parent.communicate(timeout=20)
    assert (parent.returncode, said.splitlines()[-1]) == (0, "Werkbrief stopt.")
    with pytest.raises(ProcessLookupError):
        os.kill(child, 0)


def test_what_keeps_falling_ends_everything_in_red():
    parent = _household("web", LASTING, "werk", "raise SystemExit(3)")
    said, _ = parent.communicate(timeout=20)
    assert parent.returncode == 1
    assert "werk blijft omvallen" in said


def test_what_fell_once_stands_up_again():
    child = Child("web", [sys.executable, "-c", LASTING])
    child.start()
    first = child.process.pid
    child.process.kill()
    child.process.wait()
    assert child.has_fallen
    assert child.stand_up(time.monotonic())
    assert child.process.pid != first
    assert not child.has_fallen
    child.stop()
    child.wait(time.monotonic() + 5)
