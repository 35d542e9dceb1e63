"""What is typed in the queues, parsed; nothing is saved here."""

from django.http import QueryDict

from werkbrief.planning.models import StaffingOrder
from werkbrief.staffing.models import Assignment
from werkbrief.words.refusals import Refusal

LONGEST = 300


def read_answer(post: QueryDict) -> str:
    """One sentence that the other side will read."""
    text = " ".join(post.get("antwoord", "").split())
    if not text:
        raise Refusal("Schrijf in één zin waarom; de ander leest hem.", field="answer")
    if len(text) > LONGEST:
        raise Refusal(
            f"Dit zijn {len(text)} tekens; er passen er {LONGEST}. Maak het korter.",
            field="answer",
        )
    return text


def read_assignments(post: QueryDict, order: StaffingOrder) -> list[Assignment]:
    """Who was chosen: people of this client and this function only."""
    numbers = {text for text in post.getlist("plaatsing") if text.isdigit()}
    among = order.client.assignments.filter(job_function=order.job_function_id)
    found = list(among.select_related("worker").filter(pk__in=numbers))
    if len(found) != len(numbers):
        raise Refusal("Deze keuze klopt niet meer. Laad de pagina opnieuw.")
    return found
