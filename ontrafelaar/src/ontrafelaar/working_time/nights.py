"""Night shifts: how long, how much rest, how many in a row."""

from collections.abc import Sequence

from ontrafelaar.clock import DAY, HOUR, hours
from ontrafelaar.working_time.duties import REST_BETWEEN, Duty, rest_after
from ontrafelaar.working_time.findings import Finding, Severity
from ontrafelaar.working_time.limits import DRIVER

WEEK = 7 * DAY
LONG_NIGHTS, SERIES, IN_A_ROW = 5, 3, 7
TEN, TWELVE, FOURTEEN = 10 * HOUR, 12 * HOUR, 14 * HOUR
AFTER_SERIES = 46 * HOUR


def nights(own: Sequence[Duty], *, who: str) -> list[Finding]:
    found = _length(own, who=who) + _rest(own)
    return found + _after_series(own) + _in_a_row(own)


def _length(own: Sequence[Duty], *, who: str) -> list[Finding]:
    found = []
    article = "ATB-v 2.5:4a" if who == DRIVER else "ATW 5:8.1"
    for number, duty in enumerate(own):
        if not duty.is_night or duty.work <= TEN:
            continue
        rest = rest_after(own, number)
        before = [
            one
            for one in own[: number + 1]
            if one.is_night and one.work > TEN and duty.start - one.start < 2 * WEEK
        ]
        sentence = (
            f"{hours(duty.work)} in een nachtdienst; ten hoogste 10:00 ({article})"
        )
        severity = Severity.LIMIT
        if duty.work > TWELVE:
            sentence += "."
        elif len(before) > LONG_NIGHTS:
            sentence += f", dit is de {len(before)}e in veertien dagen (ATW 5:8.3)."
        elif rest is not None and rest < TWELVE:
            sentence += f"; daarna {hours(rest)} rust, ten minste 12:00 (ATW 5:8.3)."
        else:
            severity = Severity.CARE
            sentence += (
                "; 12:00 mag vijf keer in veertien dagen en 22 keer per jaar, met "
                "12:00 "
                "rust erna (ATW 5:8.3)."
            )
        found.append(
            Finding(
                "atw.nacht.duur", severity, article, tuple(duty.keys), sentence,
                duty.work, TEN,
            )
        )  # fmt: skip
    return found


def _rest(own: Sequence[Duty]) -> list[Finding]:
    """After a night shift that ends after two; once a week it may be eight hours."""
    found = []
    shortened: int | None = None
    for number, duty in enumerate(own):
        rest = rest_after(own, number)
        if not duty.ends_after_two or rest is None or rest >= FOURTEEN:
            continue
        if rest >= REST_BETWEEN and (
            shortened is None or duty.start - shortened >= WEEK
        ):
            shortened = duty.start
            continue
        keys = (*duty.keys, *own[number + 1].keys)
        sentence = (
            f"{hours(rest)} rust na een nachtdienst; ten minste 14:00, een keer per "
            f"zeven "
            "dagen 8:00 (ATW 5:8.4)."
        )
        found.append(
            Finding(
                "atw.nacht.rust", Severity.LIMIT, "ATW 5:8.4", keys, sentence, rest,
                FOURTEEN,
            )
        )  # fmt: skip
    return found


def _after_series(own: Sequence[Duty]) -> list[Finding]:
    """After three or more night shifts in a row."""
    found = []
    series: list[Duty] = []
    for number, duty in enumerate(own):
        series = [*series, duty] if duty.is_night else []
        rest = rest_after(own, number)
        if len(series) < SERIES or rest is None or rest >= AFTER_SERIES:
            continue
        if own[number + 1].is_night:
            continue
        keys = tuple(key for one in (*series, own[number + 1]) for key in one.keys)
        sentence = (
            f"{hours(rest)} rust na {len(series)} nachtdiensten achter elkaar; ten "
            f"minste "
            "46:00 (ATW 5:8.5)."
        )
        found.append(
            Finding(
                "atw.nacht.reeks", Severity.LIMIT, "ATW 5:8.5", keys, sentence, rest,
                AFTER_SERIES,
            )
        )  # fmt: skip
    return found


def _in_a_row(own: Sequence[Duty]) -> list[Finding]:
    """Days in a row with a dienst, one of them a night shift; told once per row."""
    found: list[Finding] = []
    row: list[Duty] = []
    for number, duty in enumerate(own):
        row = [*row, duty] if row and duty.day - row[-1].day <= 1 else [duty]
        following = own[number + 1] if number + 1 < len(own) else None
        if following and following.day - duty.day <= 1:
            continue
        if len(row) > IN_A_ROW and any(one.is_night for one in row):
            keys = tuple(key for one in row for key in one.keys)
            sentence = (
                f"{len(row)} diensten achter elkaar met een nachtdienst; ten hoogste "
                f"{IN_A_ROW} (ATW 5:8.6)."
            )
            found.append(
                Finding(
                    "atw.nacht.achtereen", Severity.LIMIT, "ATW 5:8.6", keys, sentence,
                    len(row), IN_A_ROW,
                )
            )  # fmt: skip
    return found
