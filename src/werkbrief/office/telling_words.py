"""The words in which the journal tells of a field: what it is called, and its value."""

import re
from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from django.db.models import Choices

from werkbrief.exchange.models import Fate, Form, Scope, SheetForm, Step, Transport
from werkbrief.office.days import DAYS
from werkbrief.planning.models import About, MessageKind, Outcome
from werkbrief.planning.reads.patterns import told
from werkbrief.planning.reads.usual import Block, Pattern
from werkbrief.staffing.models import HourKind, Right
from werkbrief.timesheets.models import Answer, Handling
from werkbrief.words.clock import DAY, clock, day_of, duration, wall
from werkbrief.words.weeks import short_day

# A day as the journal keeps it; people write the day first.
_DAY = re.compile(r"\A(\d{4})-(\d\d)-(\d\d)\Z")
# Field -> what people call it; in this order they are told.
FIELDS = {
    "start": "start",
    "end": "eind",
    "break_minutes": "pauze",
    "verdict": "oordeel",
    "reason": "reden",
    "pay_line": "loonregel",
    "computed": "berekend",
    "set_to": "met de hand",
    "headcount": "aantal",
    "name": "naam",
    "who": "opgegeven als",
    "days": "dagen",
    "handling": "afhandeling",
    "outcome": "antwoord",
    "answer": "antwoord",
    "answered": "beantwoord",
    "comment": "opmerking nummer",
    "kind": "soort",
    "about": "gaat over",
    "rule": "bij regel",
    "percent": "bij percentage",
    "day": "dag",
    "pattern": "vaste dagen",
    "paid": "betaald per dag",
    "client": "opdrachtgever",
    "worker": "medewerker",
    "assignment": "plaatsing van",
    "starts_on": "van",
    "ends_on": "tot en met",
    "number": "nummer",
    "code": "code",
    "moments": "momenten",
    "recipients": "ontvangers",
    "language": "taal",
    "is_silent": "niet vanzelf",
    "escalates": "te laat naar Job Coach",
    "week": "week",
    "letters": "mails",
    "letter": "mail",
    "absent": "afwezig",
    "stand_in": "vervanger",
    "phone": "telefoon",
    "brand_color": "kleur",
    "host": "eigen adres",
    "retention_days": "bewaartermijn in dagen",
    "requires_second_factor": "tweede stap verplicht",
    "logo": "logo",
    "rights": "rechten",
    "departments": "afdelingen",
    "role": "rol",
    "expires_on": "werkt tot en met",
    "works": "werkt",
    "payroll_number": "loonnummer",
    "job_function": "functie",
    "department": "afdeling",
    "crew": "ploeg",
    "cost_center": "kostenplaats",
    "contract_minutes": "contracturen",
    "site": "vestiging",
    "contacts": "contactpersonen",
    "deadline_weekday": "doorgeven op",
    "deadline_minutes": "doorgeven om",
    "pack": "cao",
    "tags": "opties",
    "convention": "afspraken",
    "valid_from": "geldt vanaf",
    "archived_on": "in het archief",
    "weekday": "dag",
    "times": "tijden",
    "cycle": "weken om en om",
    "blocks": "grondplan",
    "scopes": "mag",
    "clients": "opdrachtgevers",
    "expires": "werkt tot",
    "revoked": "ingetrokken",
    "events": "gebeurtenissen",
    "issuer": "uitgever",
    "step": "stap",
    "fate": "levering",
    "form": "vorm",
    "columns": "kolommen",
    "separator": "scheidingsteken",
    "has_decimal_comma": "komma in getallen",
    "transport": "hoe het er komt",
    "address": "adres",
    "account": "gebruikersnaam",
    "secret": "wachtwoord of token",
    "fingerprint": "vingerafdruk",
    "supplier_kvk": "KvK-nummer",
    "surcharge_style": "toeslagen",
    "break_style": "pauzeregel",
    "day_assignment": "een nacht hoort bij",
    "decimals": "decimalen",
    "has_rates": "percentages mee",
    "has_absences": "afwezigen mee",
    "has_approver": "goedkeurder mee",
    "codes": "uursoorten",
    "kept_until": "moet blijven tot en met",
    "erased": "gewist",
    "pages": "wat erin staat",
    "years": "jaren na de laatste dag",
    "account_days": "dagen zonder toegang",
    "letter_days": "dagen mail",
    "message_days": "dagen berichten",
    "link_days": "dagen na een link",
}
# What the journal keeps for itself: numbers, what it counts by, what an earlier line
# tells.
SILENT = frozenset(
    {
        *("version", "is_touched", "user", "entry", "id", "agency", "slug"),
        *("judged_by", "judged_at"),
    }
)
WORDS: dict[str, object] = {
    **{right.value: right.label for right in Right},
    "approved": "goedgekeurd",
    "rejected": "afgekeurd",
    "no_show": "niet gekomen",
    "sent_home": "naar huis gestuurd",
    "swapped": "geruild",
    "double": "dubbel",
    "other": "anders",
}
LETTERS = {
    "reminder": "herinnering",
    "late": "wie te laat is",
    "invitation": "uitnodiging",
    "link": "persoonlijke link",
    "shifts": "gewijzigde diensten",
    "answers": "antwoorden",
    "substitute": "vervanging",
    "step": "tweede stap gewijzigd",
    "password": "nieuw wachtwoord",
}
CHOICES: dict[str, tuple[type[Choices], ...]] = {
    "kind": (MessageKind, HourKind),
    "about": (About,),
    "outcome": (Outcome,),
    "handling": (Handling,),
    "answer": (Answer,),
    "step": (Step,),
    "fate": (Fate,),
    "scopes": (Scope,),
    "form": (Form, SheetForm),
    "transport": (Transport,),
}
# An instant in minutes since 1970; what is less is a time on the wall.
FIRST_INSTANT = 3 * DAY


def _time(minutes: int) -> str:
    return clock(minutes) if minutes > FIRST_INSTANT else wall(minutes)


CLOCKS: dict[str, Callable[[int], str]] = {
    "start": _time,
    "end": _time,
    "deadline_minutes": wall,
    "contract_minutes": duration,
    "deadline_weekday": lambda day: DAYS[day],
    "weekday": lambda day: DAYS[day],
}
Thing = tuple[str, int]
Names = Mapping[Thing, tuple[str, str]]


def shown(key: str, value: Any, names: Names) -> str:  # noqa: ANN401
    """A value as people read it; a number that is a row, by that row's name."""
    if value is None or value == "":
        return ""
    if isinstance(value, bool):
        return "ja" if value else "nee"
    if isinstance(value, int):
        return _number(key, value, names)
    if stretches := _STRETCHES.get(key):
        return stretches(value) if isinstance(value, list) else str(value)
    if isinstance(value, (list, dict)):
        pairs = value.items() if isinstance(value, dict) else ()
        words = [f"{k} {v}" for k, v in pairs] or [_choice(key, one) for one in value]
        return ", ".join(words)
    return LETTERS.get(value, value) if key == "letter" else _choice(key, value)


def word(value: object) -> str:
    return str(WORDS.get(str(value), value))


def _number(key: str, value: int, names: Names) -> str:
    if key in CLOCKS:
        return CLOCKS[key](value)
    return names.get((key, value), (str(value), ""))[0]


def _choice(key: str, value: object) -> str:
    for choices in CHOICES.get(key, ()):
        if value in choices.values:
            return str(choices(value).label)
    return _DAY.sub(r"\3-\2-\1", word(value))


def _blocks(value: Any) -> str:  # noqa: ANN401
    blocks = tuple(Block(*stretch) for stretch in value)
    cycle = max((block.week for block in blocks), default=0) + 1
    return " | ".join(told(Pattern(date.min, blocks, cycle)))


def _times(value: Any) -> str:  # noqa: ANN401
    return ", ".join(f"{wall(s)}–{wall(e)}/{rest}" for s, e, rest in value) or "vrij"


def _days(value: Any) -> str:  # noqa: ANN401
    return ", ".join(
        f"{short_day(day_of(s))} {clock(s)}–{clock(e)}/{rest}" for s, e, rest in value
    )


_STRETCHES: dict[str, Callable[[Any], str]] = {
    "blocks": _blocks,
    "pattern": _blocks,
    "times": _times,
    "days": _days,
}
