"""Work that takes longer than a page may: left alone, and found again."""

from django.apps import AppConfig


class JobsConfig(AppConfig):
    name = "werkbrief.jobs"
    default_auto_field = "django.db.models.BigAutoField"
