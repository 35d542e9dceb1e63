"""How the list of workers is put on screen."""

from datetime import date

from django.urls import reverse
from django.utils.http import urlencode
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext_noop as _

from werkbrief.staffing.models import Membership, Right
from werkbrief.timesheets.reads.workers import WorkerLine, WorkerList
from werkbrief.ui.sheets import print_sheet
from werkbrief.words.tongues import say
from werkbrief.words.weeks import short_day

# Above the columns; on a phone in front of each value.
HEADS = (
    _("Loonnummer"),
    _("Functie"),
    _("Afdeling"),
    _("Van"),
    _("Tot"),
    _("Laatst gewerkt"),
)


def print_workers(found: WorkerList, membership: Membership) -> SafeString:
    """Each name leads to the worker's weeks, where the member may see those."""
    screen = next((name for right, name in WEEKS if membership.may(right)), "")
    slug = membership.client.slug
    rows = [
        {
            "line": line,
            "starts": _day(line.starts_on),
            "ends": _day(line.ends_on),
            "last": _day(line.last_worked),
            "href": _href(screen, slug, line),
        }
        for line in found.lines
    ]
    html = print_sheet(
        "portal/workers/_rows.html", rows=rows, heads=[say(head) for head in HEADS]
    )
    return mark_safe(html)  # noqa: S308  (the sheet escapes every value itself)


WEEKS = (
    (Right.SEE_TIMESHEETS, "timesheets"),
    (Right.SEE_PLANNING, "planning"),
)


def _href(screen: str, slug: str, line: WorkerLine) -> str:
    if not screen:
        return ""
    address = reverse(screen, args=[slug, line.week])
    return f"{address}?{urlencode({'zoek': line.number})}"


def _day(day: date | None) -> str:
    return f"{short_day(day)} {day.year}" if day else ""
