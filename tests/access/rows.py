"""What a row of the access matrix says, and the usual answers."""

from collections.abc import Callable
from dataclasses import dataclass, field

from werkbrief.staffing.models import Right

VISITORS = (
    "nobody",  # has not signed in
    "newcomer",  # member of Anker, still with the password that was handed out
    "member",  # of Anker, with every right
    "rightless",  # member of Anker without one right
    "narrowed",  # member of Anker with every right in department Kas 1 only
    "nowhere",  # has an account and nothing else
    "neighbour",  # member of Boot, another client of the same agency
    "stranger",  # member of Duin, a client of another agency
    "coach",  # Job Coach of the agency
    "account_manager",  # of the agency
    "back_office",  # of the agency
    "administrator",  # of the agency
    "other_coach",  # Job Coach of the other agency
)
OK = "ok"  # the status that the row names, 200 if it names none
SIGN_IN = "sign in"  # on to the sign-in page
OWN = "own"  # on to choosing an own password
GONE = 404
Answers = dict[str, str | int]


def answers(*, nobody=SIGN_IN, newcomer=OWN, others=GONE, **ok) -> Answers:
    """One answer per visitor: `others` for whoever is not named."""
    found = dict.fromkeys(VISITORS, others)
    return found | {"nobody": nobody, "newcomer": newcomer} | ok


FOR_ALL = answers(nobody=OK, newcomer=OK, others=OK)
FOR_NOBODY_NEW = answers(nobody=OK, others=OK)
SIGNED_IN = answers(others=OK)
MEMBERS = answers(member=OK, rightless=OK, narrowed=OK)
BY_RIGHT = answers(member=OK, narrowed=OK)
KAS_2 = answers(member=OK)
# At the agency: everybody; who plans; who decides about clients; who keeps the books.
AGENCY = answers(coach=OK, account_manager=OK, back_office=OK, administrator=OK)
PLANNERS = answers(coach=OK, back_office=OK, administrator=OK)
OWNERS = answers(account_manager=OK, back_office=OK, administrator=OK)
KEEPERS = answers(back_office=OK, administrator=OK)
ADMINISTRATOR = answers(administrator=OK)


@dataclass(frozen=True)
class Row:
    """One address: who gets what there.

    `rights`: a member needs all of these, and nothing more. `args`: what stands in the
    address; a function gets the stage (tests/access/stage.py). `ok`: the status of who
    may. `post`: what is sent; without it the page is asked for with GET.
    """

    name: str
    answers: Answers
    rights: tuple[Right, ...] = ()
    args: dict[str, str | Callable] = field(default_factory=dict)
    ok: int = 200
    post: dict[str, str | Callable] | None = None
