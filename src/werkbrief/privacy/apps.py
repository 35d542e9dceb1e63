"""What is kept about people: given when they ask, and gone when it may."""

from django.apps import AppConfig


class PrivacyConfig(AppConfig):
    name = "werkbrief.privacy"
    default_auto_field = "django.db.models.BigAutoField"
