"""How many of what, said as people say it: "1 plaatsing weg", "2 plaatsingen weg"."""

from collections.abc import Mapping

# What one of it is called, and what it does; other words stay as they are.
_ONE = {
    "aanvragen": "aanvraag",
    "afdelingen": "afdeling",
    "diensten": "dienst",
    "functies": "functie",
    "grondplannen": "grondplan",
    "kostenplaatsen": "kostenplaats",
    "opdrachtgevers": "opdrachtgever",
    "perioden": "periode",
    "plaatsingen": "plaatsing",
    "ploegen": "ploeg",
    "vestigingen": "vestiging",
    "werkbriefjes": "werkbriefje",
    "werknemers": "werknemer",
    "hadden": "had",
    "kregen": "kreeg",
    "overlappen": "overlapt",
    "stonden": "stond",
}


def counted(number: int, what: str) -> str:
    """`what` is in the plural, with its verb if it has one."""
    if number != 1:
        return f"{number} {what}"
    return " ".join(["1", *(_ONE.get(word, word) for word in what.split(" "))])


def sentences_of(counts: Mapping[str, int]) -> list[str]:
    """A sentence a kind; what did not occur is left out."""
    return [counted(number, what) for what, number in counts.items() if number]
