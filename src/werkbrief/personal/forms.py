"""What a worker types, parsed; nothing is saved here."""

from django.http import QueryDict
from django.utils.translation import gettext

from werkbrief.words.refusals import Refusal

LONGEST = 300


def read_objection(post: QueryDict) -> tuple[int, str]:
    """The entry and one sentence."""
    number = post.get("uren", "")
    text = " ".join(post.get("bericht", "").split())
    if not (number.isascii() and number.isdigit() and len(number) <= 18):  # noqa: PLR2004
        raise Refusal(gettext("Dit is niet te lezen. Laad de pagina opnieuw."))
    if not text:
        raise Refusal(gettext("Schrijf in één zin wat er niet klopt."), field=number)
    if len(text) > LONGEST:
        raise Refusal(
            gettext("Dit is te lang: er passen %(most)s tekens.") % {"most": LONGEST},
            field=number,
        )
    return int(number), text
