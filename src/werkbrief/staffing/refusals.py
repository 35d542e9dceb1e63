"""What is refused about clients and their people, in sentences with a way out."""

from werkbrief.accounts.models import User
from werkbrief.words.refusals import Refusal
from werkbrief.words.tongues import say


class AlreadyMember(Refusal):
    """Inviting somebody twice would change rights by accident."""

    def __init__(self, user: User) -> None:
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
