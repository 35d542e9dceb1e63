"""What colleagues did to this week since it was drawn: asked every two seconds."""

from django.http import HttpResponse
from django.utils import timezone

from werkbrief.portal.access import ClientRequest, client_page
from werkbrief.portal.views.deeds import Done, answer
from werkbrief.staffing.models import Right
from werkbrief.timesheets.reads import news_of
from werkbrief.ui.news import NOTHING, read_asked
from werkbrief.words.weeks import Week


@client_page(Right.SEE_TIMESHEETS)
def since(request: ClientRequest, week: Week) -> HttpResponse:
    """The rows that changed, drawn anew; 204 when nothing did."""
    asked = read_asked(request.GET, timezone.now())
    news = news_of(request.membership, week, asked.mark, asked.since)
    response = (
        answer(request, week, news.entries, done=Done("", None, news.moves_totals))
        if news.entries
        else HttpResponse(status=NOTHING)
    )
    response["X-Stand"], response["X-Moment"] = asked.answered(news.mark)
    return response
