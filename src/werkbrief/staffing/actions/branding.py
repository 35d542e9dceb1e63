"""An agency's own sign above every page."""

import hashlib
from datetime import datetime

from django.db import transaction

from werkbrief.accounts.models import User
from werkbrief.journal.actions import Deed, Trace, record
from werkbrief.staffing.models import Agency, Logo
from werkbrief.staffing.refusals import NoImage

MOST_BYTES = 200_000
SIGNATURES = (
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"GIF8", "image/gif"),
)


@transaction.atomic
def hang_sign(agency: Agency, content: bytes, *, by: User, at: datetime) -> None:
    """Show this image from now on; empty takes it down. Raises NoImage.

    What it is, is read from the file itself: a name or a browser may say anything.
    """
    held = Agency.objects.select_for_update().get(pk=agency.pk)
    kind = next((k for sign, k in SIGNATURES if content.startswith(sign)), "")
    if content and (not kind or len(content) > MOST_BYTES):
        raise NoImage
    digest = hashlib.sha256(content).hexdigest()[:16] if content else ""
    if digest == held.logo_digest:
        return
    before, held.logo_digest = held.logo_digest, digest
    held.save(update_fields=["logo_digest"])
    Logo.objects.filter(agency=held).delete()
    if content:
        Logo.objects.create(agency=held, kind=kind, content=content, digest=digest)
    states = ({"logo": value} for value in (before, digest))
    deed = Deed(held.pk, by, at, held.name)
    record("staffing.sign_hung", deed, [Trace("staffing.agency", held.pk, *states)])
