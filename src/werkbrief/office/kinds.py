"""Which sorts of jobs there are, and who may see them. A new one is one line."""

from werkbrief.office.navigation import KEEPERS, PLANNERS
from werkbrief.staffing.models import Role

SEEN_BY: dict[str, tuple[Role, ...]] = {
    "planning": PLANNERS,
    "hours": PLANNERS,
    "people": PLANNERS,
    "payroll": KEEPERS,
    "undo": PLANNERS,
    "comparison": KEEPERS,
    "insight": KEEPERS,
    "erasure": KEEPERS,
    "retention": KEEPERS,
}
# These can be looked over first, and then done.
GOING = ("planning", "hours", "people", "undo")


def kinds_of(role: Role) -> list[str]:
    return [kind for kind, roles in SEEN_BY.items() if role in roles]
