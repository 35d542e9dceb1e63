"""What the form of a manual entry sends, parsed; nothing is saved here (S5.3.1-7)."""

from datetime import date

from django.http import QueryDict

from werkbrief.portal.forms_timesheets import read_typed
from werkbrief.staffing.models import Client, JobFunction
from werkbrief.timesheets.actions import Slip
from werkbrief.words.refusals import Refusal
from werkbrief.words.tongues import say
from werkbrief.words.weeks import Week

LONGEST_NAME, LONGEST_DESCRIPTION = 150, 500
FEWEST_SIGNS = 2


def read_slip(post: QueryDict, client: Client, week: Week) -> Slip:
    """Everything at once, the first mistake at its field."""
    return Slip(
        job_function=_function(post, client),
        who=_who(post),
        days=_days(post, week),
        typed=read_typed(post),
        description=_description(post),
    )


def chosen_days(post: QueryDict) -> list[str]:
    return post.getlist("dag")


def _function(post: QueryDict, client: Client) -> JobFunction:
    """One of the client's own; another's is no choice."""
    number = post.get("functie", "")
    if number.isascii() and number.isdigit() and len(number) < 19:  # noqa: PLR2004
        found = JobFunction.objects.filter(client=client, pk=int(number)).first()
        if found:
            return found
    raise Refusal(say("Kies de functie."), field="function")


def _who(post: QueryDict) -> str:
    text = " ".join(post.get("wie", "").split())
    if sum(sign.isalnum() for sign in text) < FEWEST_SIGNS:
        raise Refusal(
            say("Vul de naam in, met het loonnummer als je dat weet."), field="who"
        )
    return _short(text, LONGEST_NAME, "who")


def _days(post: QueryDict, week: Week) -> list[date]:
    known = {str(day): day for day in week.days}
    days = [known[text] for text in chosen_days(post) if text in known]
    if not days:
        raise Refusal(say("Kies minstens één dag."), field="days")
    return days


def _description(post: QueryDict) -> str:
    text = " ".join(post.get("omschrijving", "").split())
    return _short(text, LONGEST_DESCRIPTION, "description")


def _short(text: str, longest: int, field: str) -> str:
    if len(text) > longest:
        raise Refusal(
            say(
                "Dit zijn %(length)s tekens; er passen er %(most)s. Maak het korter.",
                length=len(text),
                most=longest,
            ),
            field=field,
        )
    return text
