"""People who sign in."""

from typing import ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.auth.models import PermissionsMixin
from django.db import models
from django.db.models.functions import Lower
from django.utils.translation import gettext_lazy as _


class Language(models.TextChoices):
    """In its own words, so that who needs it can find it."""

    NL = "nl", "Nederlands"
    EN = "en", "English"
    PL = "pl", "polski"


class HourNotation(models.TextChoices):
    CLOCK = "clock", _("Uren en minuten: 8:30")
    DECIMAL = "decimal", _("Decimalen: 8,50")


class Theme(models.TextChoices):
    SYSTEM = "", _("Zoals het apparaat")
    LIGHT = "light", _("Licht")
    DARK = "dark", _("Donker")


class UserManager(BaseUserManager["User"]):
    def get_by_natural_key(self, username: str | None) -> "User":
        return self.get(username=(username or "").lower())

    def create_user(
        self, username: str, password: str | None = None, **fields: object
    ) -> "User":
        user = self.model(username=username, **fields)
        user.set_password(password)
        user.save()
        return user

    def create_superuser(
        self, username: str, password: str | None = None, **fields: object
    ) -> "User":
        """For the `createsuperuser` command: someone who may use Django's admin."""
        return self.create_user(
            username, password, is_staff=True, is_superuser=True, **fields
        )


class User(AbstractBaseUser, PermissionsMixin):
    """A person. What this person may see stands in staffing, per client."""

    username = models.CharField(max_length=150, unique=True)
    email = models.EmailField(blank=True)
    name = models.CharField(max_length=150, blank=True)
    has_own_password = models.BooleanField(default=False)
    is_active = models.BooleanField(default=True)
    is_staff = models.BooleanField(default=False)
    language = models.CharField(
        max_length=2, choices=Language.choices, default=Language.NL
    )
    hours = models.CharField(
        max_length=7, choices=HourNotation.choices, default=HourNotation.CLOCK
    )
    theme = models.CharField(
        max_length=5, choices=Theme.choices, default=Theme.SYSTEM, blank=True
    )
    date_joined = models.DateTimeField(auto_now_add=True)

    objects: ClassVar[UserManager] = UserManager()

    # Set while a screen is used for a colleague who is away; the journal says so.
    in_place_of: "User | None" = None

    USERNAME_FIELD = "username"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = ["email"]

    class Meta:
        constraints = [
            models.UniqueConstraint(Lower("username"), name="user_username_folded"),
        ]

    def __str__(self) -> str:
        return self.name or self.username

    def save(self, **kwargs: object) -> None:
        self.username = self.username.lower()
        super().save(**kwargs)  # type: ignore[arg-type]

    def get_full_name(self) -> str:
        return str(self)

    def get_short_name(self) -> str:
        return str(self)
