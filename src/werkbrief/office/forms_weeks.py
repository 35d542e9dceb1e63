"""Why a judgement is taken back."""

from django.http import QueryDict

from werkbrief.words.refusals import Refusal

LONGEST = 500


def read_why(posted: QueryDict) -> str:
    """The reason; a Refusal at its field without one."""
    why = " ".join(posted.get("reden", "").split())
    if not why:
        raise Refusal(
            "Schrijf in één zin waarom; de opdrachtgever leest mee.", field="reden"
        )
    return why[:LONGEST]
