"""By which CAO a client pays, with its options and the agency's conventions."""

from typing import Any

from django import forms

from werkbrief.office.forms_records import DayInput, RecordForm
from werkbrief.pay.reads import collectives, convention_problem
from werkbrief.staffing.models import Agreement

AS_USUAL = ("", "zoals gewoonlijk")
CHOICES = {
    "pauze": (
        "Waar een pauze af gaat",
        [
            AS_USUAL,
            ("laagste", "van de goedkoopste uren"),
            ("hoogste", "van de duurste uren"),
            ("midden", "in het midden van de dienst"),
            ("na 4:00", "na vier uur werken"),
            ("naar rato", "van alle uren naar rato"),
        ],
    ),
    "netto": (
        "Welke uren tellen",
        [AS_USUAL, ("klok", "van begin tot eind"), ("geregistreerd", "opgegeven")],
    ),
    "tijd": (
        "In de nacht dat de klok verspringt",
        [AS_USUAL, ("verstreken", "echt gewerkte uren"), ("wandklok", "zoals de klok")],
    ),
    "stijl": (
        "Loonregels als",
        [
            AS_USUAL,
            ("tarief", "2:00 uur à 150%"),
            ("toeslag", "8:00 uur à 100%, en 2:00 uur toeslag van 50%"),
        ],
    ),
}
ROUNDINGS = {
    "klok": "Begin en eind afronden op",
    "dienst": "De duur van een dienst afronden op",
    "regel": "Loonregels afronden op",
}
LISTS = {
    "zonder": "Regels die niet worden toegepast",
    "normaal": "Regels die als gewone uren tellen",
}


class PackForm(forms.Form):
    """Which CAO: the rest of the form depends on it."""

    cao = forms.ChoiceField(label="Cao")

    def __init__(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401
        super().__init__(*args, **kwargs)
        found = [(one.id, one.name) for one in collectives()]
        self.fields["cao"].choices = found  # type: ignore[attr-defined]


class AgreementForm(RecordForm[Agreement]):
    """One row per key of the convention; an empty one is left out."""

    tags = forms.MultipleChoiceField(
        label="Wat hier van toepassing is",
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    class Meta:
        model = Agreement
        fields = ("valid_from", "tags")
        labels = {"valid_from": "Geldt vanaf"}
        widgets = {"valid_from": DayInput}

    def __init__(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401
        super().__init__(*args, **kwargs)
        known = {one.id: one for one in collectives()}.get(self.instance.pack)
        options = known.options if known else tuple(self.instance.tags)
        self.fields["tags"].choices = [(o, o) for o in options]  # type: ignore[attr-defined]
        if not options:
            del self.fields["tags"]
        if known:
            self.fields["valid_from"].help_text = (
                f"De eerste dag die telt. Deze cao is bekend vanaf "
                f"{known.first:%-d-%-m-%Y}."
            )
        for key, (label, choices) in CHOICES.items():
            self.fields[key] = forms.ChoiceField(
                label=label, choices=choices, required=False
            )
        for key, label in ROUNDINGS.items():
            self.fields[key] = forms.CharField(
                label=label, required=False, max_length=60, help_text="Leeg: niet."
            )
        self.fields[
            "klok"
        ].help_text = "Leeg: niet. Bijvoorbeeld 15m, 15m omlaag of 15m medewerker."
        for key, label in LISTS.items():
            self.fields[key] = forms.CharField(
                label=label,
                required=False,
                max_length=200,
                help_text="Namen uit de cao, met komma’s ertussen. Leeg: geen.",
            )
        for key, value in self.instance.convention.items():
            told = ", ".join(value) if isinstance(value, list) else value
            self.initial.setdefault(key, told)

    @property
    def kept(self) -> list[str]:
        return ["pack", "valid_from", "tags", "convention"]

    @property
    def values(self) -> dict[str, Any]:
        data = self.cleaned_data
        return {
            "pack": self.instance.pack,
            "valid_from": data["valid_from"],
            "tags": data.get("tags", []),
            "convention": self._convention(),
        }

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        for key in (*CHOICES, *ROUNDINGS, *LISTS):
            typed = data.get(key)
            if typed and (problem := convention_problem({key: typed})):
                self.add_error(key, f"Dit is niet te lezen: {problem}.")
        known = {one.id: one for one in collectives()}.get(self.instance.pack)
        if known and (day := data.get("valid_from")) and day < known.first:
            self.add_error(
                "valid_from",
                f"Vóór {known.first:%-d-%-m-%Y} is deze cao niet bekend. Kies een "
                "latere dag.",
            )
        return data

    def _post_clean(self) -> None:
        """A new row gets what the action keeps of an old one."""
        super()._post_clean()
        if not self.errors:
            self.instance.convention = self._convention()
            self.instance.tags = self.cleaned_data.get("tags", [])

    def _convention(self) -> dict[str, Any]:
        """As it is stored; other keys that somebody stored by hand stay."""
        mine = (*CHOICES, *ROUNDINGS, *LISTS)
        kept = {k: v for k, v in self.instance.convention.items() if k not in mine}
        typed = {key: self.cleaned_data[key] for key in mine if self.cleaned_data[key]}
        return kept | typed
