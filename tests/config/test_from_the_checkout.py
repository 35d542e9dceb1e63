"""Whoever stands in the checkout gets the packages, not the folders."""

import os
import subprocess
import sys

from tests.test_shape import ROOT


def test_the_folder_of_the_rules_library_does_not_hide_the_library():
    """A web server puts its folder in front of the path; so does `python -c`."""
    plain = {k: v for k, v in os.environ.items() if k != "PYTHONPATH"}
    code = "import ontrafelaar, werkbrief; print(ontrafelaar.Facts.__module__)"
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=ROOT,
        env=plain,
        check=False,
        capture_output=True,
        text=True,
    )
    assert done.stdout.strip() == "ontrafelaar.shifts", done.stderr
