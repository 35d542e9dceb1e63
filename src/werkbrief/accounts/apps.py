"""People who sign in."""

from django.apps import AppConfig


class AccountsConfig(AppConfig):
    name = "werkbrief.accounts"
    default_auto_field = "django.db.models.BigAutoField"
