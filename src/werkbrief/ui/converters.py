"""Words of the trade in an address."""

from werkbrief.words.weeks import Week


class WeekConverter:
    """`2026-W53` in a path; a week that does not exist is no address."""

    regex = r"\d{4}-W\d{2}"

    def to_python(self, value: str) -> Week:
        return Week.parse(value)

    def to_url(self, week: Week | str) -> str:
        return str(week)
