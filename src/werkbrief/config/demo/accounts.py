"""Who signs in at the example agency, and with what."""

from dataclasses import dataclass

from werkbrief.staffing.models import Right, Role

PASSWORD = "kas-in-de-zon"
HANDED_OUT = "welkom-bij-kasdorp"
EVERYTHING = tuple(Right)
FOREMAN = (
    Right.SEE_PLANNING,
    Right.SEE_WORKERS,
    Right.SEE_TIMESHEETS,
    Right.CHANGE,
    Right.APPROVE,
    Right.ADD_MANUAL,
)
FINANCE = (Right.SEE_TIMESHEETS, Right.SEE_CHECK, Right.EXPORT)


@dataclass(frozen=True, slots=True)
class Account:
    """One person. `clients` by their short name; `department` narrows to one."""

    username: str
    name: str
    what: str
    clients: tuple[str, ...] = ()
    rights: tuple[Right, ...] = EVERYTHING
    department: str = ""
    role: Role | None = None
    has_signed_in: bool = True
    is_staff: bool = False

    @property
    def password(self) -> str:
        return PASSWORD if self.has_signed_in else HANDED_OUT


PLANNER = Account(
    "planner", "Marit Kuyvenhoven", "planner van Kwekerij Halverzon", ("halverzon",)
)
EXPORT_PLANNER = Account(
    "westerhof",
    "Peter Zuidgeest",
    "planner van Westerhof Bloemenexport",
    ("westerhof",),
)
NIGHT_PLANNER = Account(
    "noordvaart", "Chantal Moerman", "planner van Noordvaart Transport", ("noordvaart",)
)
CLEANING_PLANNER = Account(
    "glansrijk", "Samira Bouzid", "planner van Glansrijk Schoonmaak", ("glansrijk",)
)
HOLDING = Account(
    "holding",
    "Wouter Halverzon",
    "drie kwekerijen van de holding",
    ("halverzon", "halverzon-paprika", "halverzon-opkweek"),
)
COACH = Account("jobcoach", "Jet Valstar", "Job Coach van Kasdorp", role=Role.JOB_COACH)
ACCOUNTS = (
    PLANNER,
    Account(
        "voorman",
        "Ümit Çetin",
        "voorman, alleen de afdeling Oogst",
        ("halverzon",),
        FOREMAN,
        department="Oogst",
    ),
    Account(
        "financien",
        "Anneke Solleveld",
        "financiën: alleen zien en exporteren",
        ("halverzon",),
        FINANCE,
    ),
    Account(
        "nieuw",
        "Bram Poot",
        "logde nog nooit in: kiest eerst een wachtwoord",
        ("halverzon",),
        has_signed_in=False,
    ),
    HOLDING,
    EXPORT_PLANNER,
    NIGHT_PLANNER,
    CLEANING_PLANNER,
    COACH,
    Account(
        "administratie",
        "Ria Ammerlaan",
        "administratie van Kasdorp",
        role=Role.BACK_OFFICE,
    ),
    Account(
        "beheerder",
        "Dirk Kasdorp",
        "beheerder van Kasdorp, ook van /beheer/",
        role=Role.ADMINISTRATOR,
        is_staff=True,
    ),
)


def table() -> str:
    """The accounts as lines under each other, for a terminal."""
    widest = max(len(account.username) for account in ACCOUNTS)
    key = max(len(account.password) for account in ACCOUNTS)
    return "\n".join(
        f"  {a.username:<{widest}}   {a.password:<{key}}   {a.what}" for a in ACCOUNTS
    )
