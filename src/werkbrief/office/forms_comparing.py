"""What is asked of a comparison: of whom, which weeks, and what instead."""

from typing import Any

from django import forms

from werkbrief.exchange.actions import Question
from werkbrief.office.forms_agreements import CHOICES, LISTS, ROUNDINGS
from werkbrief.pay.reads import (
    Other,
    collective_name,
    convention_problem,
    pack_versions,
)
from werkbrief.staffing.models import Agency, Agreement
from werkbrief.words.weeks import Week

MOST_WEEKS = 53
CONVENTION = (*CHOICES, *ROUNDINGS, *LISTS)
SAME = ("", "dezelfde als nu")


class WeekField(forms.CharField):
    """A week as "2026-W47", or as people say it: "47 2026", "2026-47"."""

    default_error_messages = {
        "invalid": "Schrijf een week als 2026-W47.",
    }

    def clean(self, value: Any) -> Week:  # noqa: ANN401
        text = super().clean(value).strip().upper().replace("W", "").replace(" ", "-")
        parts = sorted(text.split("-"), key=len, reverse=True)
        try:
            year, number = (int(part) for part in parts if part)
            return Week.parse(f"{year}-W{number:02}")
        except ValueError:
            raise forms.ValidationError(self.error_messages["invalid"]) from None


class ComparisonForm(forms.Form):
    """Empty keys of the convention stay as they were agreed."""

    wie = forms.ChoiceField(label="Van wie")
    van = WeekField(label="Van week", max_length=10)
    tot = WeekField(label="Tot en met week", max_length=10)
    versie = forms.ChoiceField(label="Cao", required=False)

    def __init__(self, agency: Agency, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401
        super().__init__(*args, **kwargs)
        self.agency = agency
        self.clients = list(agency.clients.filter(archived_on=None).order_by("name"))
        self.caos = sorted(
            Agreement.objects.filter(client__in=self.clients)
            .values_list("pack", flat=True)
            .distinct()
        )
        self._choices()
        for key, (label, choices) in CHOICES.items():
            self.fields[key] = forms.ChoiceField(
                label=label, choices=[SAME, *choices[1:]], required=False
            )
        for key, label in (ROUNDINGS | LISTS).items():
            self.fields[key] = forms.CharField(
                label=label, required=False, max_length=200
            )

    def _choices(self) -> None:
        names = [(f"klant:{one.slug}", one.name) for one in self.clients]
        groups = [(f"cao:{one}", collective_name(one)) for one in self.caos]
        self.fields["wie"].choices = [  # type: ignore[attr-defined]
            ("Eén opdrachtgever", names),
            ("Alle opdrachtgevers met", groups),
        ]
        self.fields["versie"].choices = [SAME, *pack_versions()]  # type: ignore[attr-defined]

    @property
    def agreed(self) -> list[forms.BoundField]:
        """The fields of the convention, for a part of the page that opens."""
        return [self[key] for key in CONVENTION]

    @property
    def asked(self) -> list[forms.BoundField]:
        return [self[key] for key in ("wie", "van", "tot", "versie")]

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        first, last = data.get("van"), data.get("tot")
        if (
            first
            and last
            and not 0 <= (last.monday - first.monday).days < 7 * (MOST_WEEKS)
        ):
            self.add_error("tot", "Kies hooguit een jaar, met het begin vóór het eind.")
        for key in CONVENTION:
            typed = data.get(key)
            if typed and (problem := convention_problem({key: typed})):
                self.add_error(key, f"Dit is niet te lezen: {problem}.")
        if not self.errors and self._other(data).is_empty:
            self.add_error(
                "versie",
                "Kies waarmee je vergelijkt: een versie van een cao, of hieronder een "
                "andere afspraak.",
            )
        return data

    @property
    def question(self) -> Question:
        data = self.cleaned_data
        sort, _, name = data["wie"].partition(":")
        clients = [one for one in self.clients if sort != "klant" or one.slug == name]
        if sort == "cao":
            those = Agreement.objects.filter(client__in=self.clients, pack=name)
            with_it = set(those.values_list("client", flat=True))
            clients = [one for one in self.clients if one.pk in with_it]
        who = clients[0].name if sort == "klant" else collective_name(name)
        other = self._other(data)
        return Question(
            clients, data["van"], data["tot"], other, who, self._what(other)
        )

    def _other(self, data: dict[str, Any]) -> Other:
        return Other(
            data.get("versie", ""),
            {key: data[key] for key in CONVENTION if data.get(key)},
        )

    def _what(self, other: Other) -> str:
        told = [dict(pack_versions())[other.pack]] if other.pack else []
        told += [f"{key} {value}" for key, value in other.convention.items()]
        return ", ".join(told)
