"""The client: where the workers work, and by whose collective agreement."""

from django.core.validators import MaxValueValidator
from django.db import models

from werkbrief.staffing.models.agencies import Agency
from werkbrief.staffing.models.keys import AgencyKey


class Client(models.Model):
    """A company that hires workers from the agency.

    The deadline fields override the agency's; null is "as the agency has it".
    """

    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="clients")
    name = models.CharField(max_length=100)
    slug = models.SlugField(unique=True)
    number = models.CharField(max_length=40, blank=True)
    deadline_weekday = models.PositiveSmallIntegerField(
        null=True, blank=True, validators=[MaxValueValidator(6)]
    )
    deadline_minutes = models.PositiveSmallIntegerField(
        null=True, blank=True, validators=[MaxValueValidator(1439)]
    )
    archived_on = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["agency", "name"], name="client_name_once_per_agency"
            ),
        ]

    def __str__(self) -> str:
        return self.name


class _Part(models.Model):
    """A named part of one client."""

    agency = AgencyKey("client")
    client = models.ForeignKey(Client, on_delete=models.CASCADE)
    name = models.CharField(max_length=100)
    code = models.CharField(max_length=40, blank=True)
    archived_on = models.DateField(null=True, blank=True)

    class Meta:
        abstract = True
        constraints = [
            models.UniqueConstraint(
                fields=["client", "name"], name="%(class)s_name_once_per_client"
            )
        ]

    def __str__(self) -> str:
        return self.name


class Site(_Part):
    """Vestiging: optional, between client and department."""


class Department(_Part):
    """Afdeling."""

    site = models.ForeignKey(Site, on_delete=models.PROTECT, null=True, blank=True)


class Crew(_Part):
    """Ploeg."""


class JobFunction(_Part):
    """Functie."""


class CostCenter(_Part):
    """Kostenplaats."""


class Agreement(models.Model):
    """By which CAO a client pays, from which day, with which convention.

    `tags` are the pack's conditions that hold for this client ("eendaagse rit");
    `convention` is the agency's, as key and value of the ontrafelaar.
    """

    agency = AgencyKey("client")
    client = models.ForeignKey(
        Client, on_delete=models.CASCADE, related_name="agreements"
    )
    pack = models.CharField(max_length=60)
    tags = models.JSONField(default=list, blank=True)
    convention = models.JSONField(default=dict, blank=True)
    valid_from = models.DateField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["client", "valid_from"], name="agreement_one_per_day"
            )
        ]

    def __str__(self) -> str:
        return f"{self.pack} vanaf {self.valid_from}"
