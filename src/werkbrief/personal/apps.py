"""The worker's screens: one link, no account."""

from django.apps import AppConfig


class PersonalConfig(AppConfig):
    name = "werkbrief.personal"
    default_auto_field = "django.db.models.BigAutoField"
