"""The roof itself: its commands, and the admin with its own door shut."""

from importlib import import_module

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
