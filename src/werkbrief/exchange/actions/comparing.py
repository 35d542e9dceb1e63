"""Comparing two ways of paying behind the page: asked, done, and found again."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from werkbrief.accounts.models import User
from werkbrief.exchange.workbooks.comparison import comparison_workbook
from werkbrief.jobs.actions import Run, Wanted, ask
from werkbrief.jobs.models import Job
from werkbrief.pay.reads import Compared, Other, compare_pay
from werkbrief.staffing.models import Agency, Client
from werkbrief.words.clock import duration
from werkbrief.words.weeks import Week

KIND = "comparison"
# So many workers stand on the page; all of them in the workbook.
SHOWN = 100


@dataclass(frozen=True, slots=True)
class Question:
    """Of whom, which weeks, and what else; `who` and `what` are for people."""

    clients: Sequence[Client]
    first: Week
    last: Week
    other: Other
    who: str
    what: str


def ask_comparison(
    agency: Agency, question: Question, *, by: User | None, at: datetime
) -> Job:
    first, last = question.first, question.last
    weeks = f"week {first.number}"
    if first != last:
        weeks += f" t/m {last.number}"
    wish = {
        "clients": sorted(client.pk for client in question.clients),
        "first": str(first),
        "last": str(last),
        "pack": question.other.pack,
        "convention": dict(question.other.convention),
        "what": question.what,
    }
    title = f"Vergelijken: {question.who}, {weeks} {last.year}, {question.what}"
    return ask(Wanted(agency, KIND, title, wish), by=by, at=at)


def work_on_comparison(run: Run) -> None:
    """Nothing is written but the outcome itself."""
    wish = run.wish
    clients = run.agency.clients.filter(pk__in=wish["clients"]).order_by("name")
    found = compare_pay(
        list(clients),
        Week.parse(wish["first"]),
        Week.parse(wish["last"]),
        Other(wish["pack"], wish["convention"]),
        lambda done, total: run.tell("Uitrekenen", done, total),
    )
    run.write(comparison_workbook(found))
    changed = [one for one in found.workers if not one.is_same]
    run.finish(
        file_name=f"vergelijking-{wish['first']}-{wish['last']}.xlsx",
        compared={
            "what": wish["what"],
            "total": _row(found.total),
            "rules": [_row(one) for one in found.rules],
            "workers": [_row(one) for one in changed[:SHOWN]],
            "changed": len(changed),
            "number": len(found.workers),
            "unknown": duration(found.unknown) if found.unknown else "",
            "problems": list(found.problems),
        },
    )


def _row(one: Compared) -> Mapping[str, Any]:
    return {
        "name": one.name,
        "percents": list(one.percents),
        "hours": [duration(n) for n in one.minutes],
        "worth": [duration(n) for n in one.worth],
        "more": f"{'+' if one.more > 0 else ''}{duration(one.more)}",
        "percent": _signed(float(one.percent)) if one.percent else "",
        "sign": (one.more > 0) - (one.more < 0),
    }


def _signed(percent: float) -> str:
    return f"{percent:+.2f}%".replace(".", ",")
