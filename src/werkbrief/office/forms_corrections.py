"""What is typed in the queue of corrections, parsed; nothing is saved here."""

from django.http import QueryDict

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
