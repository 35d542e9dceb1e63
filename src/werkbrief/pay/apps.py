"""From hours to paid lines: the only door to the ontrafelaar."""

from django.apps import AppConfig


class PayConfig(AppConfig):
    name = "werkbrief.pay"
    default_auto_field = "django.db.models.BigAutoField"
