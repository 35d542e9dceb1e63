"""What is done to clients, workers and who may see them."""

from werkbrief.staffing.actions.links import give_link, revoke_link
from werkbrief.staffing.actions.looking import look_along
from werkbrief.staffing.actions.members import (
    Invited,
    end_membership,
    give_rights,
    invite,
)

__all__ = [
    "Invited",
    "end_membership",
    "give_link",
    "give_rights",
    "invite",
    "look_along",
    "revoke_link",
]
