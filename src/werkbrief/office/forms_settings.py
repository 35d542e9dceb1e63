"""The agency's own settings as they are typed; nothing is saved here."""

from typing import Any

from django import forms
from django.conf import settings
from django.core.files.uploadedfile import UploadedFile

from werkbrief.office.days import DAYS
from werkbrief.office.forms_records import ClockField, RecordForm
from werkbrief.staffing.models import Agency

BESIDE = {"gezien", "logo", "without_logo"}
COLOR_HELP = "Wordt donkerder of lichter tot tekst erop en erin goed te lezen is."
HOST_HELP = (
    "Bijvoorbeeld uren.bureau.nl. Dan is dit bureau alleen daar te vinden, en geen "
    "ander bureau. Wie de installatie beheert moet de naam eerst toelaten. Leeg: geen."
)


class AgencyForm(RecordForm[Agency]):
    """One's own agency, as its administrator sees it."""

    deadline_minutes = ClockField(label="om")
    logo = forms.FileField(
        label="Logo",
        required=False,
        help_text="PNG, JPEG of GIF, hooguit 200 kB. Staat boven elke bladzijde.",
    )
    without_logo = forms.BooleanField(label="Haal het logo weg", required=False)

    class Meta:
        model = Agency
        fields = (
            *("name", "phone", "contacts", "brand_color", "deadline_weekday"),
            *("deadline_minutes", "retention_days", "requires_second_factor", "host"),
        )
        labels = {
            "name": "Naam",
            "phone": "Telefoon",
            "contacts": "Vraag naar",
            "brand_color": "Kleur",
            "deadline_weekday": "Uren doorgeven vóór",
            "retention_days": "Wie weg is, blijft voor opdrachtgevers te zien (dagen)",
            "requires_second_factor": "Een tweede stap bij het inloggen is verplicht",
            "host": "Eigen adres",
        }
        help_texts = {
            "contacts": "Staat met het telefoonnummer onder elke bladzijde.",
            "brand_color": COLOR_HELP,
            "deadline_weekday": "Een opdrachtgever kan een eigen moment hebben.",
            "retention_days": "",
            "requires_second_factor": (
                "Voor het bureau en voor de opdrachtgevers, vanaf de volgende keer "
                "inloggen."
            ),
            "host": HOST_HELP,
        }
        widgets = {
            "brand_color": forms.TextInput(attrs={"type": "color"}),
            "deadline_weekday": forms.Select(choices=list(enumerate(DAYS))),
        }

    field_order = (
        *("name", "phone", "contacts", "logo", "without_logo", "brand_color"),
        *("deadline_weekday", "deadline_minutes", "retention_days"),
        *("requires_second_factor", "host"),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401
        super().__init__(*args, **kwargs)
        if not self.instance.logo_digest:
            del self.fields["without_logo"]

    @property
    def kept(self) -> list[str]:
        return [name for name in self.fields if name not in BESIDE]

    def clean_host(self) -> str:
        host = str(self.cleaned_data["host"]).strip().lower()
        if host and host not in settings.ALLOWED_HOSTS and "*" not in self._allowed:
            raise forms.ValidationError(
                f"“{host}” is hier nog niet toegelaten. Vraag wie de installatie "
                "beheert het bij WERKBRIEF_HOSTS te zetten."
            )
        return host

    def clean_brand_color(self) -> str:
        return str(self.cleaned_data["brand_color"]).lower()

    def image(self) -> bytes | None:
        """A new logo, b"" for none any more, None for as it is."""
        if self.cleaned_data.get("without_logo"):
            return b""
        file: UploadedFile[Any] | None = self.cleaned_data.get("logo")
        return file.read() if file else None

    @property
    def _allowed(self) -> list[str]:
        return list(settings.ALLOWED_HOSTS)
