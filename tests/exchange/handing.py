"""Hours that are approved, and back offices that want them."""

from datetime import date, timedelta

from tests.cast import MONDAY, NOW, WEEK, entry
from werkbrief.exchange.actions import export
from werkbrief.exchange.actions.delivering import deliver_due
from werkbrief.exchange.models import Delivery, Receiver
from werkbrief.staffing.models import Agreement
from werkbrief.timesheets.models import Decision, Verdict

FORMS = ("2.0-json", "2.0-xml", "1.4-xml")


def agreed(client, pack="glastuinbouw", since=date(2024, 1, 1), **fields):
    return Agreement.objects.create(
        client=client, pack=pack, valid_from=since, **fields
    )


def approved(cast, assignment, day=MONDAY, *args, **fields):
    """An entry that Anna approved."""
    made = entry(assignment, day, *args, **fields)
    approve(cast, made)
    return made


def approve(cast, made):
    Decision.objects.create(
        entry=made,
        agency=cast.agency,
        verdict=Verdict.APPROVED,
        by=cast.anna,
        at=NOW,
    )


def reopened(made):
    made.decision.delete()
    made.refresh_from_db()


def retimed(cast, made, end):
    """The hours are corrected by an hour or so and approved again."""
    reopened(made)
    made.end += end
    made.save()
    approve(cast, made)


def receiver(cast, form="2.0-json", **fields):
    fields = {"name": f"Loon {form}", "supplier_kvk": "12345678"} | fields
    return Receiver.objects.create(agency=cast.agency, form=form, **fields)


def hand_over(to, week=WEEK, at=NOW):
    """What this export gives, by document."""
    batch = export(to, week, by=None, at=at)
    return {one.timecard.document: one for one in batch.deliveries.all()}


def one_card(to, **more):
    (found,) = hand_over(to, **more).values()
    return found


def week_of_days(cast, assignment, *times, first=MONDAY):
    """The same times on so many days: (start, end, pause) each."""
    return [
        approved(cast, assignment, first + timedelta(days=n), *one)
        for n, one in enumerate(times)
    ]


def rounds(number=4):
    """So many rounds of the background, far enough apart for each to try again."""
    for n in range(number):
        deliver_due(at=NOW + timedelta(hours=7 * n))


def fates():
    return list(Delivery.objects.order_by("revision").values_list("fate", flat=True))
