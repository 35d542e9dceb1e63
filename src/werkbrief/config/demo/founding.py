"""The agency opens its doors: clients, their agreements, and who may see what."""

from datetime import date

from django.contrib.auth.hashers import make_password

from werkbrief.accounts.models import User
from werkbrief.config.demo.accounts import ACCOUNTS, HANDED_OUT, PASSWORD, Account
from werkbrief.config.demo.places import PLACES, Place
from werkbrief.journal.actions import Deed, Trace, record
from werkbrief.staffing.models import (
    Agency,
    AgencyRole,
    Agreement,
    Client,
    Contact,
    Department,
    HourKind,
    HourType,
    Membership,
    Role,
)

HOURS = (
    ("1000", "Normale uren", HourKind.REGULAR, None),
    ("2000", "Overwerk", HourKind.OVERTIME, None),
    ("3000", "Ploegentoeslag", HourKind.SHIFT, None),
    ("3200", "Onregelmatig", HourKind.IRREGULAR, None),
    ("3250", "Onregelmatig 150%", HourKind.IRREGULAR, 150),
    ("3400", "Feestdag", HourKind.HOLIDAY, None),
)
NAME, SLUG = "Kasdorp Uitzendbureau", "kasdorp"


def found_agency(deed_on: date, deed: Deed) -> Agency:
    """The agency, its clients and their collective agreements from that day on."""
    agency = Agency.objects.create(
        name=NAME,
        slug=SLUG,
        phone="0174 55 01 23",
        contacts="Job Coach of accountmanager",
    )
    clients = Client.objects.bulk_create(_client(agency, place) for place in PLACES)
    Agreement.objects.bulk_create(
        Agreement(
            client=client, pack=place.pack, tags=list(place.tags), valid_from=deed_on
        )
        for client, place in zip(clients, PLACES, strict=True)
    )
    traces = [
        Trace(
            "staffing.client", client.pk, None, {"name": client.name, "cao": place.pack}
        )
        for client, place in zip(clients, PLACES, strict=True)
    ]
    record("staffing.opened", Deed(agency.pk, None, deed.at, deed.reason), traces)
    _name_hours(agency, Deed(agency.pk, None, deed.at, deed.reason))
    return agency


def make_users() -> dict[str, User]:
    """Everybody who signs in; one hash per password, for hashing is slow on purpose."""
    hashes = {word: make_password(word) for word in (PASSWORD, HANDED_OUT)}
    users = User.objects.bulk_create(
        User(
            username=account.username,
            name=account.name,
            email=f"{account.username}@example.org",
            password=hashes[account.password],
            has_own_password=account.has_signed_in,
            is_staff=account.is_staff,
            is_superuser=account.is_staff,
        )
        for account in ACCOUNTS
    )
    return {user.username: user for user in users}


def admit(agency: Agency, users: dict[str, User], deed: Deed) -> None:
    """Give everybody their role or rights; departments must be there already."""
    AgencyRole.objects.bulk_create(
        AgencyRole(agency=agency, user=users[account.username], role=account.role)
        for account in ACCOUNTS
        if account.role
    )
    clients = {client.slug: client for client in agency.clients.all()}
    coaches = agency.roles.filter(role=Role.JOB_COACH)
    Contact.objects.bulk_create(
        Contact(client=client, role=coach)
        for coach in coaches
        for client in clients.values()
    )
    traces = [
        _membership(users[account.username], clients[slug], account)
        for account in ACCOUNTS
        for slug in account.clients
    ]
    record("staffing.admitted", deed, traces)


def _name_hours(agency: Agency, deed: Deed) -> None:
    """As its payroll knows them."""
    made = HourType.objects.bulk_create(
        HourType(agency=agency, code=code, name=name, kind=kind, percent=percent)
        for code, name, kind, percent in HOURS
    )
    traces = [
        Trace("staffing.hourtype", one.pk, None, {"name": one.name, "code": one.code})
        for one in made
    ]
    record("staffing.made", deed, traces)


def _client(agency: Agency, place: Place) -> Client:
    return Client(
        agency=agency,
        name=place.name,
        slug=place.slug,
        number=place.number,
        deadline_minutes=place.deadline_minutes,
    )


def _membership(user: User, client: Client, account: Account) -> Trace:
    membership = Membership.objects.create(
        user=user,
        client=client,
        rights=list(account.rights),
        is_narrowed=bool(account.department),
    )
    if account.department:
        membership.departments.set(
            Department.objects.filter(client=client, name=account.department)
        )
    after = {"user": user.name, "client": client.name, "rights": list(account.rights)}
    return Trace("staffing.membership", membership.pk, None, after)
