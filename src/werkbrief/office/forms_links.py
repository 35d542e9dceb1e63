"""What is typed to give a link, parsed; nothing is saved here."""

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.http import QueryDict

from werkbrief.accounts.models import Language
from werkbrief.words.refusals import Refusal


def read_gift(post: QueryDict) -> tuple[Language, str]:
    """The language, and the e-mail address if it is to be mailed."""
    try:
        language = Language(post.get("taal", ""))
    except ValueError:
        raise Refusal("Kies een taal.", field="taal") from None
    email = post.get("email", "").strip()
    if email:
        try:
            validate_email(email)
        except ValidationError:
            raise Refusal(
                f"“{email}” is geen e-mailadres. Laat het leeg om de link zelf door te "
                "geven.",
                field="email",
            ) from None
    return language, email
