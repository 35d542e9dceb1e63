"""Mail that goes by itself: reminders, who is late, a changed shift."""

from django.apps import AppConfig


class NoticesConfig(AppConfig):
    name = "werkbrief.notices"
    default_auto_field = "django.db.models.BigAutoField"
