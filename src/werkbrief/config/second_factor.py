"""A second step at signing in: an app on the phone, a passkey, codes on paper."""

from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from django.contrib.auth.base_user import AbstractBaseUser
from django.contrib.auth.models import AnonymousUser
from django.db.models import QuerySet
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from werkbrief.accounts.models import User
from werkbrief.accounts.sealing import seal, unseal
from werkbrief.staffing.reads import must_have_second_factor
from werkbrief.words.refusals import Refusal

REFUSALS = {
    "incorrect_code": _("Dit klopt niet. Wacht op de volgende code en typ die."),
    "cannot_delete_authenticator": _(
        "Het uitzendbureau vraagt een tweede stap van iedereen. Zet eerst een andere "
        "aan; dan kan deze weg."
    ),
    "cannot_generate_recovery_codes": _("Zet eerst de app of een passkey aan."),
}
STEPS = (Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN)


class SecondFactor(DefaultMFAAdapter):
    """As allauth has it, with our words; what is stored is of no use by itself."""

    error_messages = {**DefaultMFAAdapter.error_messages, **REFUSALS}

    def build_totp_svg(self, url: str) -> str:
        """The drawing only: an XML declaration has no place inside a page."""
        svg = str(super().build_totp_svg(url))
        return svg[svg.index("<svg") :]

    def encrypt(self, text: str) -> str:
        return seal(text)

    def decrypt(self, encrypted_text: str) -> str:
        """Nothing fits what another key has sealed."""
        try:
            return unseal(encrypted_text)
        except Refusal:
            return ""

    def can_delete_authenticator(self, authenticator: Authenticator) -> bool:
        """The last step of somebody who must have one stays."""
        user = authenticator.user
        others = steps_of(user).exclude(pk=authenticator.pk)
        return others.exists() or not must_have_second_factor(user)

    def get_totp_label(self, user: AbstractBaseUser) -> str:
        return user.get_username()

    def generate_authenticator_name(
        self,
        user: AbstractBaseUser,
        type: Authenticator.Type,  # noqa: A002  (allauth's word)
    ) -> str:
        number = Authenticator.objects.filter(user_id=user.pk, type=type).count()
        return gettext("Passkey %(number)s") % {"number": number + 1}


def steps_of(user: AbstractBaseUser | AnonymousUser) -> QuerySet[Authenticator]:
    """What this person can take as a second step; codes on paper only stand in."""
    return Authenticator.objects.filter(user_id=user.pk, type__in=STEPS)


def is_wanting(user: User) -> bool:
    """Must this person set one up before anything else: two statements at most."""
    return must_have_second_factor(user) and not steps_of(user).exists()
