"""The agency's screens."""

from django.apps import AppConfig


class OfficeConfig(AppConfig):
    name = "werkbrief.office"
    default_auto_field = "django.db.models.BigAutoField"
