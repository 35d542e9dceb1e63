"""Files in and out: planning workbooks, SETU messages, Excel."""

from django.apps import AppConfig


class ExchangeConfig(AppConfig):
    name = "werkbrief.exchange"
    default_auto_field = "django.db.models.BigAutoField"
