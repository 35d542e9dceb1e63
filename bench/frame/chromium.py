"""How the system's Chromium is started for a measurement."""

import os

# Root has no sandbox to give it.
ARGUMENTS = ["--no-sandbox"] if os.geteuid() == 0 else []
