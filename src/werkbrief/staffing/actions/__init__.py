"""What is done to clients, workers and who may see them."""

from werkbrief.staffing.actions.admitting import (
    Access,
    access_stamp,
    admit,
    admit_with_password,
    end_access,
    give_access,
    is_ours_alone,
    note_sessions_ended,
    renew_password,
)
from werkbrief.staffing.actions.branding import hang_sign
from werkbrief.staffing.actions.clients import (
    contacts_stamp,
    name_contacts,
    open_client,
    withdraw_agreement,
)
from werkbrief.staffing.actions.deputing import end_deputy, end_substitute
from werkbrief.staffing.actions.employing import dismiss, employ, give_role
from werkbrief.staffing.actions.keeping import add, archive, keep, kind_of, stamp
from werkbrief.staffing.actions.links import give_link, revoke_link
from werkbrief.staffing.actions.looking import look_along
from werkbrief.staffing.actions.members import (
    Invited,
    end_membership,
    give_rights,
    invite,
)
from werkbrief.staffing.actions.remembering import drop_filter, keep_filter, visit
from werkbrief.staffing.actions.sign_ons import Issuer, end_trust, trust_issuer
from werkbrief.staffing.actions.substituting import Days, name_substitute

__all__ = [
    "Access",
    "Days",
    "Invited",
    "Issuer",
    "access_stamp",
    "add",
    "admit",
    "admit_with_password",
    "archive",
    "contacts_stamp",
    "dismiss",
    "drop_filter",
    "employ",
    "end_access",
    "end_deputy",
    "end_membership",
    "end_substitute",
    "end_trust",
    "give_access",
    "give_link",
    "give_rights",
    "give_role",
    "hang_sign",
    "invite",
    "is_ours_alone",
    "keep",
    "keep_filter",
    "kind_of",
    "look_along",
    "name_contacts",
    "name_substitute",
    "note_sessions_ended",
    "open_client",
    "renew_password",
    "revoke_link",
    "stamp",
    "trust_issuer",
    "visit",
    "withdraw_agreement",
]
