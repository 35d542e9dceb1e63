"""How home tells what others did and answered since one was last here."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from django.urls import reverse

from werkbrief.staffing.models import Client
from werkbrief.timesheets.reads.answered import Answered
from werkbrief.timesheets.reads.happened import Happened
from werkbrief.words.tongues import say, say_many
from werkbrief.words.weeks import Week

SHOWN = 8
# Where an answer stands with its reason: a screen of the week, and where on it.
WAYS = {
    "message": ("planning", "#sent-list"),
    "order": ("planning", "#sent-list"),
    "slip": ("manual", "#handmatig"),
    "correction": ("check", "#correcties"),
}

# What an answer is called: its sort and what it became.
TOLD: Mapping[tuple[str, str], Callable[[int], str]] = {
    ("message", "accepted"): lambda n: say_many(
        "%(count)s melding aangenomen", "%(count)s meldingen aangenomen", n
    ),
    ("message", "declined"): lambda n: say_many(
        "%(count)s melding afgewezen", "%(count)s meldingen afgewezen", n
    ),
    ("order", "accepted"): lambda n: say_many(
        "%(count)s aanvraag aangenomen", "%(count)s aanvragen aangenomen", n
    ),
    ("order", "declined"): lambda n: say_many(
        "%(count)s aanvraag afgewezen", "%(count)s aanvragen afgewezen", n
    ),
    ("slip", "converted"): lambda n: say_many(
        "%(count)s handmatig werkbriefje omgezet",
        "%(count)s handmatige werkbriefjes omgezet",
        n,
    ),
    ("slip", "declined"): lambda n: say_many(
        "%(count)s handmatig werkbriefje afgewezen",
        "%(count)s handmatige werkbriefjes afgewezen",
        n,
    ),
    ("correction", "declined"): lambda n: say_many(
        "%(count)s correctie afgewezen", "%(count)s correcties afgewezen", n
    ),
}


@dataclass(frozen=True, slots=True)
class NewsLine:
    """One person's deeds in one week, with the way there."""

    week: Week
    who: str
    deeds: str
    address: str


def print_news(
    client: Client, happened: Iterable[Happened], answered: Iterable[Answered]
) -> list[NewsLine]:
    """The newest weeks; whoever is not of the client is of the agency."""
    agency, slug = client.agency, client.slug
    lines = [
        NewsLine(
            one.week,
            f"{one.who} ({agency})",
            _answers(one.about, one.counts),
            reverse(WAYS[one.about][0], args=[slug, one.week]) + WAYS[one.about][1],
        )
        for one in answered
    ]
    lines += [
        NewsLine(
            one.week,
            f"{one.who} ({agency})" if one.is_agency else one.who,
            _deeds(one.counts),
            reverse("timesheets", args=[slug, one.week]),
        )
        for one in happened
    ]
    return sorted(lines, key=lambda line: line.week, reverse=True)[:SHOWN]


def _answers(about: str, counts: Mapping[str, int]) -> str:
    return ", ".join(TOLD[about, fate](count) for fate, count in sorted(counts.items()))


def _deeds(counts: Mapping[str, int]) -> str:
    words = {
        "timesheets.changed": say("%(count)s gewijzigd"),
        "timesheets.approved": say("%(count)s goedgekeurd"),
        "timesheets.rejected": say("%(count)s afgekeurd"),
        "timesheets.undone": say("%(count)s ongedaan gemaakt"),
        "timesheets.reopened": say("%(count)s heropend"),
        "timesheets.corrected": say("%(count)s gecorrigeerd"),
        "timesheets.commented": say("%(count)s met een opmerking"),
    }
    return ", ".join(words[verb] % {"count": count} for verb, count in counts.items())
