"""What an answer is, in the words of HTTP: said once for all screens."""

from werkbrief.words.refusals import Refusal

CONFLICT, UNREADABLE = 409, 422
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def status_of(refusal: Refusal | None) -> int:
    """What was typed can be typed better; anything else was overtaken."""
    if refusal is None:
        return 200
    return UNREADABLE if refusal.field else CONFLICT
