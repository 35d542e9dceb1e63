"""The face of the library: shifts in, an outcome out."""

from collections.abc import Collection, Iterable

from ontrafelaar.checking import proven_family
from ontrafelaar.clock import day_of
from ontrafelaar.engine import NOTHING, PLAIN, compute
from ontrafelaar.library import Family, version
from ontrafelaar.outcome import Outcome
from ontrafelaar.pack import Pack
from ontrafelaar.shifts import Convention, Facts, Shift


def unravel(
    shifts: Iterable[Shift],
    pack: Pack | str,
    *,
    convention: Convention = PLAIN,
    facts: Facts = NOTHING,
    trace: bool = False,
) -> Outcome:
    """The paid lines of one worker's shifts; give whole weeks, for a week counts whole.

    `pack` by name chooses the version by the day worked: a week may hold two. A Pack is
    a version chosen by hand, and does any day. The order of the shifts changes nothing.
    `trace` builds the explanation at once instead of
    when it is asked for. Raises PackError when no version covers a day, or when an
    example in the pack does not come out.
    """
    if isinstance(pack, Pack):
        outcome = compute(shifts, (pack,), convention=convention, facts=facts)
    else:
        shifts, versions = tuple(shifts), proven_family(pack)
        refuse_early(shifts, versions)
        outcome = compute(shifts, versions, convention=convention, facts=facts)
    if trace:
        outcome.trace  # noqa: B018  (builds it)
    return outcome


def refuse_early(shifts: Collection[Shift], versions: Family) -> None:
    """Raises PackError for a day before the first of these versions."""
    if shifts:
        version(versions, day_of(min(shift.start for shift in shifts)))
