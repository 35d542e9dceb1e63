"""Every deed on clients, workers and people, as the table of records needs it."""

from datetime import date, timedelta

from tests.cast import EVERY_RIGHT, NOW, member, person
from tests.journal.scene import ADDRESS, SECRET, Table
from werkbrief.accounts.models import Language
from werkbrief.staffing import actions
from werkbrief.staffing.actions import Access, Days, Invited, Issuer
from werkbrief.staffing.models import (
    AgencyRole,
    Agreement,
    Client,
    Department,
    Deputy,
    Right,
    Role,
)

PEOPLE = Table()
GUEST = Invited("Zus Pietersen", ADDRESS, [Right.APPROVE])
ACCESS = Access([Right.APPROVE])


@PEOPLE.row("add", "staffing.made", about=("07-11", "Kas 1", "Anker"))
def add(it):
    kas = Department(client=it.cast.anker, name="Kas 1", code="07-11")
    actions.add(kas, **it.jet)


@PEOPLE.row("keep", "staffing.kept", about=("Kas 1", "Anker", "Kas 1 zuid"))
def keep(it):
    kas = it.kowalski.department
    seen = actions.stamp(kas, ["name"])
    actions.keep(kas, {"name": "Kas 1 zuid"}, seen=seen, **it.jet)


@PEOPLE.row("archive", "staffing.archived", about=("Kas 1", "Anker", "23-11-2026"))
def archive(it):
    actions.archive(it.kowalski.department, on=NOW.date(), **it.jet)


@PEOPLE.row("open_client", "staffing.made", about="Coco")
def open_client(it):
    client = Client(agency=it.cast.agency, name="Coco")
    actions.open_client(client, **it.jet)


def jets_role(it):
    return AgencyRole.objects.get(user=it.cast.jet)


@PEOPLE.row("name_contacts", "staffing.contacts_named", about=("Anker", "Jet Jobcoach"))
def name_contacts(it):
    actions.name_contacts(it.cast.anker, [jets_role(it)], seen="", **it.jet)


@PEOPLE.row("withdraw_agreement", "staffing.agreement_withdrawn", about="Anker")
def withdraw_agreement(it):
    later = NOW.date() + timedelta(days=40)
    pack = Agreement.objects.create(
        client=it.cast.anker, pack="glastuinbouw", valid_from=later
    )
    actions.withdraw_agreement(pack, **it.jet)


@PEOPLE.row("admit", "staffing.admitted", about=("Zus Pietersen", "Goedkeuren"))
def admit(it):
    actions.admit(it.cast.anker, GUEST, ACCESS, **it.jet)


@PEOPLE.row("admit_with_password", "staffing.admitted", about="Zus Pietersen")
def admit_with_password(it):
    actions.admit_with_password(it.cast.anker, "zus", GUEST, ACCESS, **it.jet)


@PEOPLE.row(
    "give_access", "staffing.rights_given", about=("Anna Anker", "Werknemers zien")
)
def give_access(it):
    held = it.cast.annas
    seen = actions.access_stamp(held)
    actions.give_access(held, ACCESS, seen=seen, **it.jet)


@PEOPLE.row("end_access", "staffing.membership_ended", about="Anna Anker")
def end_access(it):
    actions.end_access(it.cast.annas, **it.jet)


@PEOPLE.row("renew_password", "staffing.password_handed_out", about="Anna Anker")
def renew_password(it):
    actions.renew_password(it.cast.anna, it.cast.agency.pk, **it.jet)


@PEOPLE.row("note_sessions_ended", "staffing.sessions_ended", about="Anna Anker")
def note_sessions_ended(it):
    actions.note_sessions_ended(it.cast.anna, it.cast.agency.pk, **it.jet)


@PEOPLE.row("invite", "staffing.invited", by="anna", about="Zus Pietersen")
def invite(it):
    actions.invite(it.cast.annas, GUEST, at=NOW)


def colleague(it):
    return member(person("Karel Kas"), it.cast.anker, EVERY_RIGHT)


@PEOPLE.row("give_rights", "staffing.rights_given", by="anna", about="Karel Kas")
def give_rights(it):
    actions.give_rights(it.cast.annas, colleague(it), [Right.CHANGE], NOW)


@PEOPLE.row("end_membership", "staffing.membership_ended", by="anna", about="Karel Kas")
def end_membership(it):
    actions.end_membership(it.cast.annas, colleague(it), at=NOW)


@PEOPLE.row("employ", "staffing.employed", about=("Zus Pietersen", "Job Coach"))
def employ(it):
    actions.employ(it.cast.agency, GUEST, Role.JOB_COACH, **it.jet)


def ria(it):
    role = {"agency": it.cast.agency, "role": Role.BACK_OFFICE}
    return AgencyRole.objects.create(user=person("Ria Loon"), **role)


@PEOPLE.row("give_role", "staffing.role_given", about=("Ria Loon", "Accountmanager"))
def give_role(it):
    held, wanted = ria(it), Role.ACCOUNT_MANAGER
    actions.give_role(held, wanted, seen="back_office", **it.jet)


@PEOPLE.row("dismiss", "staffing.dismissed", about=("Ria Loon", "Administratie"))
def dismiss(it):
    actions.dismiss(ria(it), **it.jet)


@PEOPLE.row("end_deputy", "staffing.deputy_ended", about="Ria Loon voor Jet Jobcoach")
def end_deputy(it):
    deputy = Deputy.objects.create(
        agency=it.cast.agency,
        absent=jets_role(it),
        stand_in=ria(it),
        starts_on=date(2026, 11, 1),
        ends_on=date(2026, 12, 31),
    )
    actions.end_deputy(deputy, **it.jet)


def bea_for_anna(it):
    stand_in = member(person("Bea Smit"), it.cast.anker)
    days = Days(NOW.date(), NOW.date() + timedelta(days=7))
    return actions.name_substitute(it.cast.annas, stand_in, days, it.cast.annas, NOW)


BEA = "Bea Smit voor Anna Anker bij Anker"


@PEOPLE.row("name_substitute", "staffing.substitute_named", by="anna", about=BEA)
def name_substitute(it):
    bea_for_anna(it)


@PEOPLE.row("end_substitute", "staffing.substitute_ended", about=BEA)
def end_substitute(it):
    held = bea_for_anna(it)
    it.begin()
    actions.end_substitute(held, **it.jet)


@PEOPLE.row("hang_sign", "staffing.sign_hung", about=("Kasdorp", "logo"))
def hang_sign(it):
    actions.hang_sign(it.cast.agency, b"\x89PNG\r\n\x1a\nx", **it.jet)


@PEOPLE.row("give_link", "staffing.link_given", about="Kowalski, Anna")
def give_link(it):
    actions.give_link(it.kowalski.worker, Language.PL, email=ADDRESS, **it.jet)


@PEOPLE.row("revoke_link", "staffing.link_revoked", about="Kowalski, Anna")
def revoke_link(it):
    worker = it.kowalski.worker
    link = actions.give_link(worker, Language.PL, email=ADDRESS, **it.jet)
    it.begin()
    actions.revoke_link(link, **it.jet)


@PEOPLE.row("look_along", "staffing.looked_along", about="Anker")
def look_along(it):
    actions.look_along(it.cast.anker, **it.jet)


def trusted(it):
    issuer = Issuer("Anker zelf", "https://in.example", "x", SECRET, [it.cast.anker])
    return actions.trust_issuer(it.cast.agency, issuer, **it.jet)


@PEOPLE.row("trust_issuer", "staffing.issuer_trusted", about=("Anker zelf", "anker"))
def trust_issuer(it):
    trusted(it)


@PEOPLE.row("end_trust", "staffing.issuer_ended", about="Anker zelf")
def end_trust(it):
    made = trusted(it)
    it.begin()
    actions.end_trust(made, **it.jet)


NO_DEEDS = {
    "access_stamp": "a stamp of what stood on screen",
    "contacts_stamp": "a stamp of what stood on screen",
    "stamp": "a stamp of what stood on screen",
    "kind_of": "what the journal calls a thing",
    "is_ours_alone": "asks whose an account is",
    "keep_filter": "one's own taste: nobody else sees it",
    "drop_filter": "one's own taste: nobody else sees it",
    "visit": "when somebody was last at home, for their own news",
}
NO_ACCOUNTS = {
    "choose_own_password": "of the person, not of an agency: what it was is nobody's",
    "hand_out_password": "admitting and renewing record it, with for whom",
    "end_sessions": "one's own screens; note_sessions_ended records another's",
    "prefer": "one's own taste: nobody else sees it",
}
