"""What the form of a pay line sends, parsed; nothing is saved here."""

import re
from decimal import Decimal

from django.http import QueryDict

from werkbrief.pay.actions import Setting
from werkbrief.pay.reads import Which
from werkbrief.words.refusals import Refusal
from werkbrief.words.tongues import say

LONGEST = 500
_RATE = re.compile(r"\+?(\d{1,3})(?:[.,](\d{1,2}))?\s*%?")
_WHICH = re.compile(r"([01])\|([^|]{0,300})\|([0-9/]{0,40})\|(\d{1,6})")


def write_which(which: Which) -> str:
    """As `read_which` reads it back: "0|avond|150|120"."""
    rules, is_addon, computed, minutes = which
    return f"{int(is_addon)}|{rules}|{computed}|{minutes}"


def read_which(post: QueryDict) -> Which:
    match = _WHICH.fullmatch(post.get("regel", ""))
    if match is None:
        raise Refusal(say("Deze loonregel is niet te lezen. Laad de pagina opnieuw."))
    return match[2], match[1] == "1", match[3], int(match[4])


def read_setting(post: QueryDict) -> Setting:
    """Which line, its rate, and always why."""
    return Setting(read_which(post), _read_rate(post), _read_reason(post))


def _read_rate(post: QueryDict) -> Decimal:
    """From "135", "128,44" or "150%"."""
    match = _RATE.fullmatch(post.get("percentage", "").strip())
    if match is None:
        raise Refusal(
            say("Vul een percentage in, zoals 135 of 128,44."), field="percent"
        )
    return Decimal(f"{match[1]}.{match[2] or 0}")


def _read_reason(post: QueryDict) -> str:
    reason = " ".join(post.get("reden", "").split())
    if not reason:
        raise Refusal(say("Schrijf in één zin waarom."), field="reason")
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
    return reason
