"""Writing a letter and laying it ready: once per key, whatever happens."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from django.template.loader import render_to_string

from werkbrief.notices.models import Letter
from werkbrief.staffing.models import Agency, Client
from werkbrief.ui.tongues import speaking


@dataclass(frozen=True, slots=True)
class Draft:
    """What is to be said, to whom, in which language; `kind` names its template."""

    key: str
    kind: str
    to: str
    language: str
    words: Mapping[str, object]
    client: Client | None = None


def queue(agency: Agency | None, drafts: Iterable[Draft], *, at: datetime) -> int:
    """Lay ready what was not laid ready before; how many: three statements."""
    wanted = {draft.key: draft for draft in drafts}
    there = Letter.objects.filter(key__in=list(wanted)).values_list("key", flat=True)
    for key in set(there):
        del wanted[key]
    letters = [_letter(agency, draft, at) for draft in wanted.values()]
    # Two at once on the same moment: the key lets one through, silently.
    Letter.objects.bulk_create(letters, ignore_conflicts=True)
    return len(letters)


def _letter(agency: Agency | None, draft: Draft, at: datetime) -> Letter:
    words = {"agency": agency, "client": draft.client, **draft.words}
    with speaking(draft.language):
        subject, text = _split(render_to_string(f"notices/{draft.kind}.txt", words))
        paragraphs = [part.strip() for part in text.split("\n\n") if part.strip()]
        html = render_to_string(
            "notices/letter.html",
            {
                **words,
                "subject": subject,
                "language": draft.language,
                "paragraphs": [part for part in paragraphs if part != words["url"]],
            },
        )
    return Letter(
        agency=agency,
        client=draft.client,
        key=draft.key,
        to=draft.to,
        subject=subject,
        text=text,
        html=html,
        queued_at=at,
        try_at=at,
    )


def _split(rendered: str) -> tuple[str, str]:
    """The first line of a template is the subject."""
    subject, _, text = rendered.strip().partition("\n")
    return subject.strip(), text.strip() + "\n"
