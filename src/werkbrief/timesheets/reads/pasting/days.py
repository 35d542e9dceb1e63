"""Which day a column of a block is about."""

import re
from collections.abc import Sequence

from werkbrief.words.refusals import Refusal
from werkbrief.words.tongues import TONGUES, say, tongue
from werkbrief.words.weeks import Week

# However a sheet calls its days: in any of our languages, long, short, three letters.
NAMES = {
    name: number
    for one in TONGUES.values()
    for days in (one.weekdays, one.long_weekdays)
    for number, day in enumerate(map(str.casefold, days))
    for name in (day, day[:3])
}
SUNDAY = 6
_WORD = re.compile(r"[^\W\d_]+")
_DATE = re.compile(r"(\d{1,2})[-/. ](\d{1,2})(?:[-/. ]\d{2,4})?")
Columns = dict[int, int]


def heading(line: Sequence[str], week: Week) -> Columns:
    """Column -> day (0 is Monday) where this line heads the days; else nothing."""
    days = {number: _day(text.casefold(), week) for number, text in enumerate(line)}
    return {number: day for number, day in days.items() if day is not None}


def _day(text: str, week: Week) -> int | None:
    word = _WORD.match(text)
    if word and word[0] in NAMES:
        return NAMES[word[0]]
    dates = {(day.day, day.month): number for number, day in enumerate(week.days)}
    found = _DATE.fullmatch(text)
    return dates.get((int(found[1]), int(found[2]))) if found else None


def from_left(leading: int, width: int, first: int) -> Columns:
    """Without a heading: side by side from `first` on. Raises Refusal past Sunday."""
    count = width - leading
    # Who copied the names too, copied the whole week, wherever the focus was.
    start = 0 if leading and count > 1 else first
    if start + count - 1 > SUNDAY:
        raise Refusal(
            say(
                "Dit blok heeft %(count)s kolommen met uren; vanaf %(day)s passen er "
                "%(room)s. Ga op een eerdere dag staan, of kopieer ook de regel met "
                "de dagen."
            )
            % {
                "count": count,
                "day": tongue().weekdays[start],
                "room": SUNDAY + 1 - start,
            }
        )
    return {leading + n: start + n for n in range(count)}
