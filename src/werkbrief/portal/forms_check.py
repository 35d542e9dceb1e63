"""What a correction form sends, parsed; nothing is saved here."""

from django.http import QueryDict

from werkbrief.portal.forms_timesheets import read_typed
from werkbrief.timesheets.actions import Proposal
from werkbrief.words.refusals import Refusal
from werkbrief.words.tongues import say

LONGEST = 500


def read_proposal(post: QueryDict) -> Proposal:
    """Times as they should have been, or "niet gewerkt"; always with a reason."""
    typed = None if post.get("gewerkt") == "nee" else read_typed(post)
    reason = " ".join(post.get("reden", "").split())
    if not reason:
        raise Refusal(say("Schrijf in één zin wat er niet klopt."), field="reason")
    if len(reason) > LONGEST:
        raise Refusal(
            say(
                "Dit zijn %(length)s tekens; er passen er %(most)s. Maak het iets "
                "korter.",
                length=len(reason),
                most=LONGEST,
            ),
            field="reason",
        )
    return Proposal(typed, reason)
