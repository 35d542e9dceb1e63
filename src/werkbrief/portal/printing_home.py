"""How home tells what others did since one was last here."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from werkbrief.staffing.models import Agency
from werkbrief.timesheets.reads.happened import Happened
from werkbrief.words.tongues import say
from werkbrief.words.weeks import Week

SHOWN = 8


@dataclass(frozen=True, slots=True)
class NewsLine:
    """One person's deeds in one week, with the way there."""

    week: Week
    who: str
    deeds: str


def print_news(happened: Iterable[Happened], agency: Agency) -> list[NewsLine]:
    """The newest weeks; whoever is not of the client is of the agency."""
    return [
        NewsLine(
            one.week,
            f"{one.who} ({agency})" if one.is_agency else one.who,
            _deeds(one.counts),
        )
        for one in list(happened)[:SHOWN]
    ]


def _deeds(counts: Mapping[str, int]) -> str:
    words = {
        "timesheets.changed": say("%(count)s gewijzigd"),
        "timesheets.approved": say("%(count)s goedgekeurd"),
        "timesheets.rejected": say("%(count)s afgekeurd"),
        "timesheets.undone": say("%(count)s ongedaan gemaakt"),
        "timesheets.reopened": say("%(count)s heropend"),
        "timesheets.corrected": say("%(count)s gecorrigeerd"),
        "timesheets.manual_converted": say("%(count)s omgezet"),
        "timesheets.commented": say("%(count)s met een opmerking"),
    }
    return ", ".join(words[verb] % {"count": count} for verb, count in counts.items())
