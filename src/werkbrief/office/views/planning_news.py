"""What colleagues and the client did to a planned week since it was drawn."""

from django.http import HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from werkbrief.journal.reads import unheard
from werkbrief.office.access import AgencyRequest, agency_page, client_of
from werkbrief.office.navigation import PLANNERS
from werkbrief.office.views.planning_deeds import answer
from werkbrief.planning.reads import plan_news
from werkbrief.timesheets.reads import touched_rows
from werkbrief.ui.news import NOTHING, read_asked
from werkbrief.words.weeks import Week

# Hours that somebody touched stand beside the shift; what was read in plans too.
ROOMS = ("planning", "timesheets", "exchange")


@agency_page(*PLANNERS)
@require_safe
def since(request: AgencyRequest, week: Week, client: str) -> HttpResponse:
    """The rows that changed, drawn anew; 204 when nothing did."""
    asked, found = read_asked(request.GET, timezone.now()), client_of(request, client)
    new = unheard(found.agency_id, asked.since, asked.mark, ROOMS)
    told = plan_news(found, week, new)
    rows = told.rows | touched_rows(found, week, new)
    response = HttpResponse(status=NOTHING)
    if asked.is_whole or told.is_beside or rows:
        response = answer(request, found, week, None if asked.is_whole else rows)
    response["X-Stand"], response["X-Moment"] = asked.answered(new.mark)
    return response
