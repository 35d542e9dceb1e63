"""What colleagues did to this week since it was drawn: asked every two seconds."""

from datetime import UTC, datetime

from django.http import HttpResponse
from django.utils import timezone

from werkbrief.portal.access import ClientRequest, client_page
from werkbrief.portal.forms_timesheets import read_moment
from werkbrief.portal.views.deeds import answer
from werkbrief.staffing.models import Right
from werkbrief.timesheets.reads import news_of
from werkbrief.words.weeks import Week

NOTHING = 204


@client_page(Right.SEE_TIMESHEETS)
def since(request: ClientRequest, week: Week) -> HttpResponse:
    """The rows that changed, drawn anew; 204 when nothing did."""
    now = timezone.now()
    before = datetime.fromtimestamp(read_moment(request.GET, now), UTC)
    mark, touched = news_of(
        request.membership, week, request.GET.get("stand", ""), before
    )
    response = (
        answer(request, week, touched) if touched else HttpResponse(status=NOTHING)
    )
    response["X-Stand"] = mark
    response["X-Moment"] = str(int(now.timestamp()))
    return response
