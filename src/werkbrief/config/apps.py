"""The roof itself: its commands, the admin with its own door shut, allauth at rest."""

from importlib import import_module

from allauth.socialaccount.apps import SocialAccountConfig
from django.apps import AppConfig
from django.contrib.admin import apps as admin


class RoofConfig(AppConfig):
    name = "werkbrief.config"
    default = True

    def ready(self) -> None:
        """Listen for who signs in, before anybody does."""
        import_module("werkbrief.config.required_factor")


class AdministrationConfig(admin.AdminConfig):
    default = False
    default_site = "werkbrief.config.administration.Administration"


class SignOnConfig(SocialAccountConfig):
    """Eight megabytes less: whoever goes to an issuer reads them, in `sign_on`."""

    default = False

    def ready(self) -> None:
        pass
