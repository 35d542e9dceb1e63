"""The agency: employs the workers and runs the portal."""

from django.conf import settings
from django.core.validators import MaxValueValidator, RegexValidator
from django.db import models

from werkbrief.staffing.models.people import Known

TUESDAY = 1
ONE_O_CLOCK = 13 * 60


class Agency(models.Model):
    """One agency, with its branding and its rhythm."""

    name = models.CharField(max_length=100)
    slug = models.SlugField(unique=True)
    phone = models.CharField(max_length=30, blank=True)
    contacts = models.CharField(
        max_length=100, default="Job Coach of accountmanager", blank=True
    )
    brand_color = models.CharField(
        max_length=7,
        default="#0b6b50",
        validators=[RegexValidator(r"^#[0-9a-f]{6}$")],
    )
    deadline_weekday = models.PositiveSmallIntegerField(
        default=TUESDAY,
        validators=[MaxValueValidator(6)],
        help_text="Day of the week after: 0 is Monday.",
    )
    deadline_minutes = models.PositiveSmallIntegerField(
        default=ONE_O_CLOCK,
        validators=[MaxValueValidator(1439)],
        help_text="Minutes after local midnight.",
    )
    retention_days = models.PositiveSmallIntegerField(
        default=2 * 365,
        help_text="How long a client still sees who left (D4.1).",
    )
    host = models.CharField(
        max_length=253,
        blank=True,
        validators=[RegexValidator(r"^[a-z0-9-]+(\.[a-z0-9-]+)+$")],
        help_text="Its own host name: then it is found there and nowhere else.",
    )
    logo_digest = models.CharField(max_length=16, blank=True, editable=False)
    requires_second_factor = models.BooleanField(
        default=False,
        help_text="Asked of its own people and of its clients' (P1.6).",
    )

    class Meta:
        verbose_name_plural = "agencies"
        constraints = [
            models.UniqueConstraint(
                fields=["host"], condition=~models.Q(host=""), name="agency_host_once"
            )
        ]

    def __str__(self) -> str:
        return self.name


class Logo(models.Model):
    """The agency's own sign, as an image; `digest` stands in its address."""

    agency = models.OneToOneField(
        Agency, on_delete=models.CASCADE, primary_key=True, related_name="logo"
    )
    kind = models.CharField(max_length=20)
    content = models.BinaryField()
    digest = models.CharField(max_length=16, db_index=True)

    def __str__(self) -> str:
        return f"logo {self.digest}"


class Role(models.TextChoices):
    JOB_COACH = "job_coach", "Job Coach"
    ACCOUNT_MANAGER = "account_manager", "Accountmanager"
    BACK_OFFICE = "back_office", "Administratie"
    ADMINISTRATOR = "administrator", "Beheerder"


class AgencyRole(Known):
    """A person who works at the agency."""

    agency = models.ForeignKey(Agency, on_delete=models.CASCADE, related_name="roles")
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="agency_roles"
    )
    role = models.CharField(max_length=20, choices=Role.choices)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["agency", "user"], name="agencyrole_one_per_person"
            )
        ]

    def __str__(self) -> str:
        return f"{self.who}, {self.get_role_display()}"
