"""What is filled in about handing over: a receiver, a payroll file, a period."""

import re
from typing import Any
from urllib.parse import urlsplit

from django import forms
from django.core.validators import validate_email

from werkbrief.exchange.models import Form, Layout, Receiver, Transport
from werkbrief.exchange.payroll import COLUMNS, USUAL
from werkbrief.exchange.transports import refuse_own_net
from werkbrief.words.refusals import Refusal

_TITLES = {found.column.title: key for key, found in COLUMNS.items()}
_DAYS = 372


class ReceiverForm(forms.ModelForm[Receiver]):
    """Codes are typed as people keep them: "ploeg = HT300", one a line."""

    secret = forms.CharField(
        label="Wachtwoord of token",
        required=False,
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
        help_text="Leeg laat wat er al stond. Wordt versleuteld bewaard.",
    )
    codes = forms.CharField(
        label="Eigen uursoorten",
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=(
            "Eén per regel: de regel uit de cao, de looncode of naam van een eigen "
            "uursoort, of de soort, dan een = en de code van deze ontvanger. "
            "Bijvoorbeeld: ploeg = HT300. Soorten: regular, overtime, shift, "
            "irregular, holiday, topup, break, absence."
        ),
    )

    class Meta:
        model = Receiver
        fields = [
            "name",
            "form",
            "transport",
            "address",
            "account",
            "fingerprint",
            "supplier_kvk",
            "surcharge_style",
            "break_style",
            "day_assignment",
            "decimals",
            "has_rates",
            "has_absences",
            "has_approver",
        ]
        labels = {
            "name": "Naam",
            "form": "Bericht",
            "transport": "Hoe het er komt",
            "address": "Adres",
            "account": "Gebruikersnaam",
            "fingerprint": "Vingerafdruk van de SFTP-server",
            "supplier_kvk": "KvK-nummer van het bureau",
            "surcharge_style": "Toeslagen",
            "break_style": "Pauze",
            "day_assignment": "Een nacht hoort bij",
            "decimals": "Decimalen van een uur",
            "has_rates": "Percentages meesturen",
            "has_absences": "Afwezigen meesturen",
            "has_approver": "Naam van wie goedkeurde meesturen",
        }
        help_texts = {
            "address": (
                "https://… voor REST, sftp://server:poort/map voor SFTP, een "
                "e-mailadres voor e-mail. Mail is zo veilig als de servers ertussen."
            ),
            "fingerprint": "Zoals SHA256:…; de beheerder van de server heeft hem.",
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401
        super().__init__(*args, **kwargs)
        codes = self.instance.codes or {}
        self.initial["codes"] = "\n".join(f"{k} = {v}" for k, v in codes.items())

    def clean_codes(self) -> dict[str, str]:
        found = {}
        for line in self.cleaned_data["codes"].splitlines():
            name, equals, code = (part.strip() for part in line.partition("="))
            if not line.strip():
                continue
            if not (name and equals and code):
                raise forms.ValidationError(
                    f"“{line.strip()[:40]}” is niet te lezen. Schrijf bijvoorbeeld "
                    "ploeg = HT300."
                )
            found[name] = code
        return found

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        transport, address = data.get("transport"), data.get("address", "")
        starts = {Transport.REST: "https://", Transport.SFTP: "sftp://"}
        wanted = starts.get(transport) if transport else None
        if wanted and not address.startswith(wanted):
            self.add_error("address", f"Vul het adres in; het begint met {wanted}")
        self._look_where(transport, address)
        if transport == Transport.SFTP and not data.get("fingerprint"):
            self.add_error(
                "fingerprint",
                "Vul de vingerafdruk in: zonder is niet na te gaan of het de goede "
                "server is.",
            )
        if data.get("form") == Form.XML_1_4 and data.get("surcharge_style") == "split":
            self.add_error(
                "surcharge_style",
                "SETU 1.4 kent geen gesplitste toeslagen. Kies samen, of bericht 2.0.",
            )
        return data

    def _look_where(self, transport: str | None, address: str) -> None:
        try:
            if transport == Transport.MAIL:
                validate_email(address)
            elif transport in {Transport.REST, Transport.SFTP}:
                refuse_own_net(urlsplit(address).hostname or "")
        except forms.ValidationError:
            self.add_error("address", "Vul een e-mailadres in, als uren@loon.nl.")
        except Refusal as refusal:
            self.add_error("address", refusal.sentence)
        except ValueError:
            self.add_error("address", "Dit adres is niet te lezen. Kijk het na.")

    def save(self, commit: bool = True) -> Receiver:  # noqa: FBT001, FBT002
        self.instance.codes = self.cleaned_data["codes"]
        return super().save(commit)


class LayoutForm(forms.ModelForm[Layout]):
    columns = forms.CharField(
        label="Kolommen",
        widget=forms.Textarea(attrs={"rows": 12}),
        help_text=f"Eén per regel, in volgorde. Te kiezen: {', '.join(_TITLES)}.",
    )

    class Meta:
        model = Layout
        fields = ["name", "form", "separator", "has_decimal_comma"]
        labels = {
            "name": "Naam",
            "form": "Bestand",
            "separator": "Scheidingsteken (CSV)",
            "has_decimal_comma": "Komma in getallen (CSV)",
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401
        super().__init__(*args, **kwargs)
        keys = self.instance.columns or USUAL
        self.initial["columns"] = "\n".join(COLUMNS[key].column.title for key in keys)

    def clean_columns(self) -> list[str]:
        titles = re.split(r"[\n\r]+", self.cleaned_data["columns"])
        wanted = [title.strip() for title in titles if title.strip()]
        unknown = [title for title in wanted if title not in _TITLES]
        if unknown:
            raise forms.ValidationError(
                f"“{unknown[0][:40]}” is geen kolom. Kies uit: {', '.join(_TITLES)}."
            )
        return [_TITLES[title] for title in wanted]

    def save(self, commit: bool = True) -> Layout:  # noqa: FBT001, FBT002
        self.instance.columns = self.cleaned_data["columns"]
        return super().save(commit)


class PeriodForm(forms.Form):
    """From and until, both included; at most a year, so that a file stays a file."""

    van = forms.DateField()
    tot = forms.DateField()

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        first, last = data.get("van"), data.get("tot")
        if first and last and not 0 <= (last - first).days <= _DAYS:
            raise forms.ValidationError(
                "Kies een periode van hooguit een jaar, met het begin vóór het einde."
            )
        return data
