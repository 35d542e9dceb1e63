"""What is typed in the queue of messages and requests, parsed; nothing is saved."""

from django.http import QueryDict

from werkbrief.office.forms_corrections import read_answer
from werkbrief.planning.models import StaffingOrder
from werkbrief.staffing.models import Assignment
from werkbrief.words.refusals import Refusal

__all__ = ["read_answer", "read_assignments"]


def read_assignments(post: QueryDict, order: StaffingOrder) -> list[Assignment]:
    """Who was chosen: people of this client and this function only."""
    numbers = {text for text in post.getlist("plaatsing") if text.isdigit()}
    among = order.client.assignments.filter(job_function=order.job_function_id)
    found = list(among.select_related("worker").filter(pk__in=numbers))
    if len(found) != len(numbers):
        raise Refusal("Deze keuze klopt niet meer. Laad de pagina opnieuw.")
    return found
