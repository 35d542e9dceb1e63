"""A refusal: a sentence with a way out, at the field that it is about."""


class Refusal(Exception):  # noqa: N818  (a refusal states a fact; it is no error)
    """The sentence is what the user reads; `field` says where to show it."""

    def __init__(self, sentence: str, *, field: str = "") -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.field = field
