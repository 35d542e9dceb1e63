"""A screen that asks every two seconds what colleagues did: what it sends and gets."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

HOUR = 3600
NOTHING = 204
# What a database takes for a number: longer ones are nobody's.
_NUMBER = re.compile(r"[0-9]{1,18}")
# It goes back in a header: a line in it would be another header.
_MARK = re.compile(r"[A-Za-z0-9.:-]{1,80}")


@dataclass(frozen=True, slots=True)
class Asked:
    """Since when, and the mark of the last answer; `is_whole`: it wants everything."""

    now: datetime
    since: datetime
    mark: str
    is_whole: bool

    def answered(self, mark: str) -> tuple[str, str]:
        """What it sends along next time: X-Stand and X-Moment."""
        return mark, str(int(self.now.timestamp()))


def read_asked(query: Mapping[str, str], now: datetime) -> Asked:
    """Read what a screen asks: of the last hour at most, whatever it says."""
    latest = int(now.timestamp())
    text = query.get("sinds", "")
    moment = int(text) if _NUMBER.fullmatch(text) else latest
    since = datetime.fromtimestamp(max(latest - HOUR, min(moment, latest)), UTC)
    mark = query.get("stand", "")
    mark = mark if _MARK.fullmatch(mark) else ""
    return Asked(now, since, mark, "heel" in query)
