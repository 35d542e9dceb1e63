"""What comes out: immutable, and told in more ways as it is asked."""

from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from ontrafelaar.explaining import Told, sentences
from ontrafelaar.flagging import flags_of
from ontrafelaar.lines import lines_of
from ontrafelaar.overrides import Override
from ontrafelaar.overriding import Overriding
from ontrafelaar.pack import Pack
from ontrafelaar.shifts import Convention, Facts, Shift
from ontrafelaar.values import Amount, Flag, Line, Part, Segment
from ontrafelaar.working_time import Finding, findings


@dataclass(frozen=True, eq=False)
class Outcome:
    """The paid time of a period.

    `parts` are what was worked, in time order; `topups` what is paid beyond that,
    `extra` the lines beside them that no worked minute has. `packs` are the versions
    that were used, `shifts` what went in, in time order.
    """

    parts: tuple[Part, ...]
    shifts: Sequence[Shift]
    packs: tuple[Pack, ...]
    convention: Convention
    facts: Facts
    topups: tuple[Segment, ...] = ()
    extra: tuple[Segment, ...] = ()
    amounts: tuple[Amount, ...] = ()
    noted: tuple[Flag, ...] = ()

    @cached_property
    def segments(self) -> tuple[Segment, ...]:
        """Every minute with its rate, in time order, and what tops it up."""
        found = [
            Segment(
                key, start, end, minutes, p.base.percent, p.base.rules,
                p.base.articles, p.held, by_hand=p.base.by_hand,
            )
            for key, start, end, minutes, p in self.parts
        ]  # fmt: skip
        if not self.topups:
            return tuple(found)
        return tuple(sorted([*found, *self.topups], key=lambda part: part.start))

    @cached_property
    def addons(self) -> tuple[Segment, ...]:
        """The lines beside the base lines, in time order."""
        found = [
            Segment(
                key, start, end, minutes, p.plus.percent, p.plus.rules,
                p.plus.articles, p.held, by_hand=p.plus.by_hand,
            )
            for key, start, end, minutes, p in self.parts
            if p.plus
        ]  # fmt: skip
        return tuple(sorted([*found, *self.extra], key=lambda part: part.start))

    @cached_property
    def worked_minutes(self) -> int:
        return sum(part[3] for part in self.parts)

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        """Base lines by percentage and name, then add-on lines; rounded if agreed."""
        return lines_of(self.parts, self.topups, self.extra, self.convention)

    @cached_property
    def flags(self) -> tuple[Flag, ...]:
        """What one should know before trusting it."""
        priced = {part[4] for part in self.parts}
        return self.noted + flags_of(self.packs, self.shifts, priced, self.facts)

    @cached_property
    def checks(self) -> tuple[Finding, ...]:
        """Working-time findings on these shifts; never a change of pay."""
        law = next((pack.law for pack in self.packs if pack.law), "")
        return findings(self.shifts, tags=self.facts.tags, law=law)

    @cached_property
    def trace(self) -> tuple[str, ...]:
        """Every stretch with its reasons, in Dutch."""
        return self.explain()

    def overridden(self, overrides: Iterable[Override]) -> "Outcome":
        """With these lines as somebody set them; what was computed stays beside them.

        Of a line that is not what it was when it was set, the rate is to be judged.
        """
        laid = Overriding(self.parts, (self.topups, self.extra), overrides)
        return replace(
            self,
            parts=laid.put(),
            topups=laid.put_beyond(is_addon=False),
            extra=laid.put_beyond(is_addon=True),
            noted=self.noted + laid.flags,
        )

    def explain(self, language: str = "nl", key: Hashable = None) -> tuple[str, ...]:
        """Why this and why not that, in "nl" or "en"; `key` narrows it to one shift."""
        told = Told(
            self.parts,
            (*self.topups, *self.extra),
            self.amounts,
            self.shifts,
            self.packs,
            self.convention,
            self.facts,
        )
        return sentences(told, language, key)

    def lines_of(self, key: Hashable) -> tuple[Segment, ...]:
        return tuple(part for part in self.segments if part.key == key)

    def addons_of(self, key: Hashable) -> tuple[Segment, ...]:
        return tuple(part for part in self.addons if part.key == key)

    def __str__(self) -> str:
        return "; ".join(str(one) for one in (*self.lines, *self.amounts))


def explain(outcome: Outcome, language: str = "nl") -> tuple[str, ...]:
    """One sentence per stretch, and one per rule that held nowhere."""
    return outcome.explain(language)
