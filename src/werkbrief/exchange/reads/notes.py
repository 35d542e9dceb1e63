"""What was said about the entries of a sheet: reasons and remarks."""

from collections import defaultdict
from dataclasses import dataclass, field

from werkbrief.timesheets.models import Comment, Decision, Reason
from werkbrief.timesheets.reads import WeekSheet


@dataclass(frozen=True, slots=True)
class Notes:
    """Entry id -> why it was rejected, and entry id -> its remarks as one text."""

    reasons: dict[int, str] = field(default_factory=dict)
    remarks: dict[int, str] = field(default_factory=dict)


def notes_of(sheet: WeekSheet) -> Notes:
    """Two statements, for any number of entries."""
    cells = list(sheet.cells)
    decisions = Decision.objects.filter(entry__in=[cell.id for cell in cells])
    reasons = decisions.exclude(reason="").values_list("entry", "reason")
    commented = [cell.id for cell in cells if cell.comments]
    comments = Comment.objects.filter(entry__in=commented).select_related("by")
    said: dict[int, list[str]] = defaultdict(list)
    for comment in comments:
        said[comment.entry_id].append(f"{comment.by}: {comment.text}")
    return Notes(
        {entry: str(Reason(reason).label) for entry, reason in reasons},
        {entry: "; ".join(texts) for entry, texts in said.items()},
    )
