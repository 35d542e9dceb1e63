"""What is wrong in a file: at which line, in which column, and the way out."""

from dataclasses import dataclass

from werkbrief.words.refusals import Refusal


class Unreadable(Refusal):
    """The file as a whole can't be read."""


@dataclass(frozen=True, slots=True)
class Mistake:
    """One mistake. `read` is the cell as it stood there; empty when it was empty."""

    line: int
    column: str
    read: str
    remedy: str

    def __str__(self) -> str:
        where = f"Regel {self.line}" if self.line else "Bericht"
        column = f", {self.column}" if self.column else ""
        told = not self.read or f"“{self.read}”" in self.remedy
        read = "" if told else f" (gelezen: “{self.read}”)"
        return f"{where}{column}: {self.remedy}{read}"
