"""What is done to clients, workers and who may see them."""

from werkbrief.staffing.actions.clients import (
    name_contacts,
    open_client,
    withdraw_agreement,
)
from werkbrief.staffing.actions.keeping import add, archive, keep, kind_of, stamp
from werkbrief.staffing.actions.links import give_link, revoke_link
from werkbrief.staffing.actions.looking import look_along
from werkbrief.staffing.actions.members import (
    Invited,
    end_membership,
    give_rights,
    invite,
)
from werkbrief.staffing.actions.sign_ons import Issuer, end_trust, trust_issuer

__all__ = [
    "Invited",
    "Issuer",
    "add",
    "archive",
    "end_membership",
    "end_trust",
    "give_link",
    "give_rights",
    "invite",
    "keep",
    "kind_of",
    "look_along",
    "name_contacts",
    "open_client",
    "revoke_link",
    "stamp",
    "trust_issuer",
    "withdraw_agreement",
]
