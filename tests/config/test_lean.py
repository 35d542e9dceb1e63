"""A web process holds what it serves with, and lets go of what it served."""

import gc
import subprocess
import sys
import weakref

import pytest
from django.http import HttpResponse

from werkbrief.config.tidying import BIG, TidyingMiddleware
from werkbrief.exchange.models import Transport
from werkbrief.exchange.transports.lines import line_of

# Together fifty megabytes, for those who send, read, write or print something.
OTHERS = [
    *("asyncssh", "httpx", "requests", "icalendar", "lxml", "python_calamine"),
    *("xlsxwriter", "rapidfuzz", "structlog", "fpdf", "ninja", "pydantic"),
]
ASK = """
import sys, werkbrief.config.wsgi
from django.urls import reverse
reverse("account_login")
print(*(name for name in sys.argv[1:] if name in sys.modules))
"""


def test_a_web_process_reads_no_library_that_it_never_uses():
    asked = [sys.executable, "-c", ASK, *OTHERS]
    found = subprocess.run(asked, capture_output=True, text=True, check=True)
    assert found.stdout.split() == []


@pytest.mark.parametrize("way", sorted({*Transport} - {Transport.DOWNLOAD}))
def test_every_way_to_a_receiver_has_its_line(way):
    assert callable(line_of(way))


class Ring:
    """Holds itself, as a template's context does."""

    def __init__(self):
        self.itself = self


@pytest.mark.parametrize(("size", "gone"), [(BIG + 1, True), (10, False)])
def test_what_a_big_page_leaves_behind_goes_at_once(rf, size, gone):
    left = []

    def view(_request):
        left.append(weakref.ref(Ring()))
        return HttpResponse("x" * size)

    gc.collect()
    gc.disable()
    try:
        TidyingMiddleware(view)(rf.get("/"))
        assert (left[0]() is None) is gone
    finally:
        gc.enable()
