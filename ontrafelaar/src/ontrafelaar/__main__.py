"""`python -m ontrafelaar`."""

import sys

from ontrafelaar.cli import main

sys.exit(main())
