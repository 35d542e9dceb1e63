"""What is refused about clients and their people, in sentences with a way out."""

from werkbrief.journal.reads import Happening
from werkbrief.words.clock import instant, local
from werkbrief.words.refusals import Refusal
from werkbrief.words.tongues import say


class AlreadyMember(Refusal):
    """Inviting somebody twice would change rights by accident."""

    def __init__(self, user: str) -> None:
        super().__init__(
            say(
                "%(user)s hoort hier al bij. Wijzig de rechten in de lijst.", user=user
            ),
            field="email",
        )


class NotYourself(Refusal):
    """Nobody locks themselves out."""

    def __init__(self) -> None:
        super().__init__(
            say(
                "De eigen rechten wijzigen gaat niet. Vraag een collega die accounts "
                "beheert, of bel het uitzendbureau."
            )
        )


CLIENT_TWICE = (
    "Er is al een opdrachtgever met deze naam. Kies een andere naam, of haal die "
    "opdrachtgever terug uit het archief."
)
SENTENCES = {
    "client_name_once_per_agency": ("name", CLIENT_TWICE),
    "site_name_once_per_client": ("name", "vestiging"),
    "department_name_once_per_client": ("name", "afdeling"),
    "crew_name_once_per_client": ("name", "ploeg"),
    "jobfunction_name_once_per_client": ("name", "functie"),
    "costcenter_name_once_per_client": ("name", "kostenplaats"),
    "worker_number_once": (
        "payroll_number",
        "Dit loonnummer is al van iemand anders. Zoek erop, of kies een ander nummer.",
    ),
    "hourtype_name_once_per_agency": ("name", "uursoort"),
    "agency_host_once": (
        "host",
        "Deze naam is al van een ander bureau. Kies een andere.",
    ),
    "assignment_ends_after_start": (
        "ends_on",
        "De laatste dag ligt voor de eerste. Kies een latere dag.",
    ),
    "agreement_one_per_day": (
        "valid_from",
        "Vanaf deze dag geldt al een cao. Wijzig die, of kies een andere dag.",
    ),
    "deputy_ends_after_start": (
        "ends_on",
        "De laatste dag ligt voor de eerste. Kies een latere dag.",
    ),
    "deputy_is_somebody_else": ("stand_in", "Kies iemand anders als vervanger."),
}


class Unfit(Refusal):
    """What was typed cannot stand beside what is there: by name of the constraint."""

    def __init__(self, constraint: str) -> None:
        field, sentence = SENTENCES.get(constraint, ("", "Dit past niet bij de rest."))
        if " " not in sentence:
            sentence = (
                f"Deze {sentence} is er al. Kies een andere naam, of haal haar terug "
                "uit het archief."
            )
        super().__init__(sentence, field=field)


class AtOnce(Refusal):
    """Two people added the same in the same moment."""

    def __init__(self) -> None:
        super().__init__("Iemand anders was net bezig. Kijk, en sla nog eens op.")


class Overtaken(Refusal):
    """Somebody else changed it while this screen was open."""

    def __init__(self, last: Happening | None) -> None:
        who = (last and last.by) or "Iemand anders"
        moment = f" om {local(instant(last.at)):%H:%M}" if last else ""
        super().__init__(
            f"{who} heeft dit{moment} gewijzigd terwijl het hier openstond. Wat jij "
            "typte staat er nog; daaronder staat wat er nu is. Sla op om het te "
            "vervangen."
        )


class StillPlaced(Refusal):
    """Archiving would hide people who work there now."""

    def __init__(self, count: int) -> None:
        told = (
            "loopt nog 1 plaatsing" if count == 1 else f"lopen nog {count} plaatsingen"
        )
        super().__init__(f"Er {told}. Geef die eerst een laatste dag.")


class AlreadyHolds(Refusal):
    """Hours have been counted by it."""

    def __init__(self) -> None:
        super().__init__(
            "Deze cao geldt al. Zet er een nieuwe naast, met de dag waarop die ingaat."
        )


class NotOursAlone(Refusal):
    """Whoever hands out a password opens all that it opens."""

    def __init__(self) -> None:
        super().__init__(
            "Dat kan bij dit account niet: het is niet alleen van dit bureau. Wie het "
            "heeft, kan zelf ‘Wachtwoord vergeten?’ kiezen."
        )


class NameTaken(Refusal):
    def __init__(self, username: str) -> None:
        super().__init__(
            f"De gebruikersnaam “{username}” is al in gebruik. Kies een andere, of "
            "nodig uit per mail.",
            field="username",
        )


class LastAdministrator(Refusal):
    """Somebody must be able to give roles."""

    def __init__(self) -> None:
        super().__init__(
            "Dit is de enige beheerder. Maak eerst iemand anders beheerder."
        )


class NotYourOwnRole(Refusal):
    def __init__(self) -> None:
        super().__init__("De eigen rol wijzigen gaat niet. Vraag een andere beheerder.")


class RightsMoved(Refusal):
    """Somebody else gave other rights while this screen was open."""

    def __init__(self) -> None:
        super().__init__(
            "De rechten zijn intussen gewijzigd; hieronder staat hoe ze nu zijn. "
            "Kijk, en sla nog eens op."
        )


class RoleMoved(Refusal):
    """Somebody else gave another role while this screen was open."""

    def __init__(self, who: str, role: str) -> None:
        super().__init__(
            f"{who} kreeg intussen een andere rol: {role}. Kijk, en sla nog eens op."
        )


class ContactsMoved(Refusal):
    """Somebody else chose others while this screen was open."""

    def __init__(self) -> None:
        super().__init__(
            "Iemand anders heeft intussen andere contactpersonen gekozen; hieronder "
            "staat wie het nu zijn. Kijk, en sla nog eens op."
        )


class NoImage(Refusal):
    def __init__(self) -> None:
        super().__init__(
            "Dit is geen plaatje dat overal te zien is. Kies een PNG, JPEG of GIF van "
            "hooguit 200 kB.",
            field="logo",
        )
