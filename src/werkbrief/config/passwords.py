"""Which passwords are refused, each with a sentence that helps (S1.2)."""

import re
from collections.abc import Iterator

from django.contrib.auth import password_validation
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from werkbrief.accounts.models import User
from werkbrief.staffing.models import fold
from werkbrief.words.tongues import say

SHORTEST = 10
FEWEST_DIFFERENT = 5
# What may stand beside a known word and still leave it a known word: "Welkom2026!".
LETTERS_BESIDE, SIGNS_BESIDE = 3, 8
HINT = _("Een zinnetje van drie of vier woorden werkt goed.")
KNOWN = frozenset(
    """
    welkom wachtwoord geheim inloggen toegang portaal urenportaal klantportaal werkbrief
    werkbriefje werkbriefjes uitzendbureau uitzendkracht planning planner uren kwekerij
    opdrachtgever administratie beheerder admin password passwort welcome login letmein
    qwerty azerty qwertyuiop asdfghjkl zxcvbnm test demo zomer winter herfst lente
    voorjaar najaar januari februari maart april mei juni juli augustus september
    oktober november december maandag dinsdag woensdag donderdag vrijdag zaterdag zondag
    nederland holland westland amsterdam rotterdam denhaag utrecht ajax feyenoord psv
    voetbal lieverd schatje vakantie tomaat paprika komkommer monkey dragon iloveyou
    """.split()  # noqa: SIM905  (a column of words reads better than a list of strings)
)
LOOKALIKES = str.maketrans("013457@$!", "oieastasi")


class LongEnough:
    def validate(self, password: str, user: User | None = None) -> None:  # noqa: ARG002
        if len(password) < SHORTEST:
            raise ValidationError(
                say(
                    "Dit wachtwoord heeft %(length)s tekens; neem er minstens "
                    "%(shortest)s. %(hint)s",
                    length=len(password),
                    shortest=SHORTEST,
                    hint=HINT,
                )
            )

    def get_help_text(self) -> str:
        return say(
            "Minstens %(shortest)s tekens. %(hint)s", shortest=SHORTEST, hint=HINT
        )


class NotKnown(password_validation.CommonPasswordValidator):
    """Not on the lists that burglars start with, nor a known word in disguise."""

    def validate(self, password: str, user: User | None = None) -> None:
        try:
            super().validate(password, user)
        except ValidationError:
            raise _known() from None
        if len(set(password)) < FEWEST_DIFFERENT or password.isdecimal():
            raise _known()
        if any(_is_disguised(password, word) for word in _words(user)):
            raise _known()

    def get_help_text(self) -> str:
        return ""


class NotLikeYou(password_validation.UserAttributeSimilarityValidator):
    def __init__(self) -> None:
        super().__init__(user_attributes=("username", "name", "email"))

    def validate(self, password: str, user: User | None = None) -> None:
        try:
            super().validate(password, user)
        except ValidationError:
            raise ValidationError(
                say(
                    "Dit wachtwoord lijkt te veel op je naam, gebruikersnaam of "
                    "e-mailadres. %(hint)s",
                    hint=HINT,
                )
            ) from None

    def get_help_text(self) -> str:
        return ""


class NotTheOldOne:
    """Nor the one that the agency handed out."""

    def validate(self, password: str, user: User | None = None) -> None:
        if user is not None and user.pk and user.check_password(password):
            raise ValidationError(
                say(
                    "Dit is het wachtwoord dat je al had. Kies een ander, eigen "
                    "wachtwoord."
                )
            )

    def get_help_text(self) -> str:
        return ""


def _words(user: User | None) -> Iterator[str]:
    """The known words, and the names of the companies that this person works with."""
    yield from KNOWN
    if user is not None and user.pk:
        memberships = user.memberships.select_related("client__agency")
        for membership in memberships:
            for name in (membership.client.name, membership.client.agency.name):
                yield _letters(fold(name))


def _is_disguised(password: str, word: str) -> bool:
    """Tell whether little else than this word makes the password.

    >>> _is_disguised("W3lk0m2026!!", "welkom")
    True
    >>> _is_disguised("welkom thuis, kat", "welkom")
    False
    """
    plain = fold(password)
    signs = len(re.sub(r"[a-z]", "", plain))
    for core in (_letters(plain), _letters(plain.translate(LOOKALIKES))):
        rest = core.replace(word, "") if word else core
        if rest != core and len(rest) <= LETTERS_BESIDE and signs <= SIGNS_BESIDE:
            return True
    return False


def _letters(text: str) -> str:
    return re.sub(r"[^a-z]", "", text)


def _known() -> ValidationError:
    return ValidationError(
        say(
            "Dit wachtwoord is te makkelijk te raden: het staat op de lijsten van "
            "bekende wachtwoorden of lijkt erop. %(hint)s",
            hint=HINT,
        )
    )
