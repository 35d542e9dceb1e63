"""What happened, by whom, when: before and after."""

from django.apps import AppConfig


class JournalConfig(AppConfig):
    name = "werkbrief.journal"
    default_auto_field = "django.db.models.BigAutoField"
