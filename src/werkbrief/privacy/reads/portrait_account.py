"""What one agency keeps about somebody who signs in."""

from collections.abc import Iterator
from typing import Any

from werkbrief.accounts.models import User
from werkbrief.journal.models import Event
from werkbrief.notices.models import Letter
from werkbrief.privacy.reads.sides import moment
from werkbrief.staffing.actions import is_ours_alone
from werkbrief.staffing.models import Agency, AgencyRole, Membership
from werkbrief.staffing.reads import met

Row = dict[str, Any]


def portrait_of_account(user: User, agency: Agency) -> Iterator[tuple[str, list[Row]]]:
    """As far as this agency may know: of an account elsewhere, what was typed here."""
    members = met(
        Membership.objects.filter(user=user, client__agency=agency).select_related(
            "client"
        )
    )
    roles = AgencyRole.objects.filter(user=user, agency=agency)
    yield "Account", _account(user, agency)
    yield (
        "Toegang",
        [
            {
                "waar": str(one.client),
                "naam": one.who,
                "adres": one.address,
                "rechten": ", ".join(one.rights),
                "laatst hier": moment(one.seen_at),
                "bewaarde filters": one.kept_filters,
            }
            for one in members
        ],
    )
    yield (
        "Rol",
        [{"bureau": agency.name, "rol": one.get_role_display()} for one in roles],
    )
    yield (
        "Mails",
        [
            {
                "wanneer": moment(one.queued_at),
                "adres": one.to,
                "onderwerp": one.subject,
            }
            for one in _letters(user, agency)
        ],
    )
    deeds = Event.objects.filter(by=user, agency_id=agency.pk).order_by("at", "pk")
    yield (
        "Daden",
        [
            {"wanneer": moment(at), "daad": verb, "reden": reason}
            for at, verb, reason in deeds.values_list("at", "verb", "reason").iterator()
        ],
    )


def _account(user: User, agency: Agency) -> list[Row]:
    if not is_ours_alone(user, agency.pk):
        return []
    return [
        {
            "naam": user.name,
            "gebruikersnaam": user.username,
            "e-mailadres": user.email,
            "taal": user.get_language_display(),
            "sinds": moment(user.date_joined),
            "laatst ingelogd": moment(user.last_login),
        }
    ]


def _letters(user: User, agency: Agency) -> Any:  # noqa: ANN401
    letters = Letter.objects.filter(agency=agency)
    if not user.email or not is_ours_alone(user, agency.pk):
        return letters.none()
    return letters.filter(to__iexact=user.email)
