"""The client's screens."""

from django.apps import AppConfig


class PortalConfig(AppConfig):
    name = "werkbrief.portal"
    default_auto_field = "django.db.models.BigAutoField"
