"""Signing in with a client's own account: allauth does the talking (P1.7)."""

import logging
from importlib import import_module
from typing import Any, NoReturn

from allauth.core.exceptions import ImmediateHttpResponse
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from allauth.socialaccount.models import SocialApp, SocialLogin
from allauth.socialaccount.providers import registry
from django.contrib import messages
from django.core.exceptions import ImproperlyConfigured, SuspiciousOperation
from django.db import DataError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from werkbrief.accounts.models import User
from werkbrief.config.own_password import SIGNED_ON
from werkbrief.staffing.models import SignOn

PROVIDER = "openid_connect"
log = logging.getLogger("werkbrief.sign_on")
# What comes of an issuer that is away, or tells something that isn't in the standard.
STRANGE = (
    *(ArithmeticError, AttributeError, LookupError, TypeError, ValueError, OSError),
    *(SuspiciousOperation, ImproperlyConfigured, DataError),
)


class SignOnAdapter(DefaultSocialAccountAdapter):
    """Only issuers that an agency trusts, only for people who are there already."""

    def list_apps(
        self,
        request: HttpRequest,  # noqa: ARG002
        provider: str | None = None,
        client_id: str | None = None,
    ) -> list[SocialApp]:
        sign_ons = SignOn.objects.filter(ended=None)
        if provider and provider != PROVIDER:
            sign_ons = sign_ons.filter(slug=provider)
        if client_id:
            sign_ons = sign_ons.filter(client_id=client_id)
        return [_app(sign_on) for sign_on in sign_ons]

    def is_open_for_signup(self, *_args: object, **_kwargs: object) -> bool:
        return False

    def pre_social_login(self, request: HttpRequest, sociallogin: SocialLogin) -> None:
        """Find who it is; whoever the issuer isn't believed about stays outside."""
        told = _told(sociallogin)
        # What the issuer tells about somebody is read here and kept nowhere.
        sociallogin.account.extra_data = {}
        sign_on = SignOn.objects.filter(
            slug=sociallogin.account.provider, ended=None
        ).first()
        if sign_on is None or request.user.is_authenticated:
            _refuse(request, _("Log eerst uit, en probeer het dan opnieuw."))
        known = sociallogin.user if sociallogin.is_existing else None
        user = known if isinstance(known, User) else sign_on.person(_address(told))
        if user is None or not sign_on.admits(user):
            _refuse(
                request,
                _(
                    "Met %(name)s ben je bekend, maar hier hoort er geen account bij. "
                    "Vraag het wie bij jullie de accounts beheert, of log in met je "
                    "wachtwoord."
                )
                % {"name": sign_on.name},
            )
        if known is None:
            sociallogin.connect(request, user)
        request.session[SIGNED_ON] = True

    def on_authentication_error(
        self, request: HttpRequest, *_args: object, **_kwargs: object
    ) -> None:
        """A cancelled or broken visit ends at the door, with a sentence."""
        _refuse(request, _broken())

    def send_notification_mail(self, *_args: object, **_kwargs: object) -> None:
        """The first visit from there needs no letter."""


def login(request: HttpRequest, provider_id: str) -> HttpResponse:
    """To the issuer, or back to our own door when that is away."""
    return _at_the_door("login", request, provider_id)


def callback(request: HttpRequest, provider_id: str) -> HttpResponse:
    """Back from the issuer, who may answer whatever it likes."""
    return _at_the_door("callback", request, provider_id)


def _at_the_door(name: str, request: HttpRequest, provider_id: str) -> HttpResponse:
    registry.load()
    views = import_module("allauth.socialaccount.providers.openid_connect.views")
    try:
        found: HttpResponse = getattr(views, name)(request, provider_id)
    except STRANGE as strange:
        log.warning("strange answer of an issuer: %s", type(strange).__name__)
        messages.error(request, _broken())
        return redirect("account_login")
    return found


def _broken() -> str:
    return _("Aanmelden ging mis. Probeer het nog een keer, of gebruik je wachtwoord.")


def _app(sign_on: SignOn) -> SocialApp:
    """As allauth wants it; stored nowhere but here."""
    return SocialApp(
        provider=PROVIDER,
        provider_id=sign_on.slug,
        name=sign_on.name,
        client_id=sign_on.client_id,
        secret=sign_on.secret,
        settings={"server_url": sign_on.issuer, "oauth_pkce_enabled": True},
    )


def _told(sociallogin: SocialLogin) -> dict[str, Any]:
    """What the issuer says of somebody; its signed token goes before the rest."""
    found = sociallogin.account.extra_data
    return {**(found.get("userinfo") or {}), **(found.get("id_token") or {})}


def _address(told: dict[str, Any]) -> str:
    """The e-mail address, unless the issuer itself has doubts about it."""
    return "" if told.get("email_verified") is False else str(told.get("email") or "")


def _refuse(request: HttpRequest, sentence: str) -> NoReturn:
    messages.error(request, sentence)
    raise ImmediateHttpResponse(redirect("account_login"))
