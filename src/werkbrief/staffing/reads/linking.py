"""Workers' personal links: which one an address is, and who holds one."""

from datetime import date

from werkbrief.staffing.models import Agency, PersonalLink, Worker, fold

LONGEST_NUMBER = 18


def link_of(token: str, *, on: date) -> PersonalLink | None:
    """The link of this address, while it works: one statement.

    A wrong number and a wrong signature take the same road: nothing tells them apart.
    """
    number, _, signature = token.partition("-")
    if not (number.isascii() and number.isdigit() and len(number) < LONGEST_NUMBER):
        return None
    links = PersonalLink.objects.select_related("worker", "agency")
    link = links.filter(pk=int(number), revoked_at=None, expires_on__gte=on).first()
    return link if link is not None and link.is_signed_by(signature) else None


def workers_and_links(
    agency: Agency, query: str, *, most: int
) -> tuple[list[tuple[Worker, PersonalLink | None]], bool]:
    """Workers by name with the link that they hold, and whether there are more.

    Without a query only who holds a link: two statements.
    """
    held = PersonalLink.objects.filter(agency=agency, revoked_at=None)
    workers = agency.workers.order_by("sort_name", "pk")
    workers = (
        workers.filter(folded__contains=fold(query))
        if query
        else workers.filter(pk__in=held.values("worker"))
    )
    found = list(workers[: most + 1])
    links = {
        link.worker_id: link
        for link in held.filter(worker__in=[worker.pk for worker in found])
    }
    pairs = [(worker, links.get(worker.pk)) for worker in found[:most]]
    return pairs, len(found) > most
