"""What is refused about what the base schedule could learn."""

from werkbrief.words.refusals import Refusal


class LessonGone(Refusal):
    """The evidence isn't what it was when somebody looked, or it was answered."""

    def __init__(self) -> None:
        super().__init__(
            "Dit voorstel is er zo niet meer: de uren of het grondplan zijn intussen "
            "gewijzigd, of iemand was eerder. Er is niets gedaan."
        )


class WhyMissing(Refusal):
    """Who declines says why."""

    def __init__(self) -> None:
        super().__init__(
            "Schrijf in één zin waarom niet; dan komt dit niet terug.", field="answer"
        )
