"""How the planner's week is put on screen."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from datetime import date

from django.utils.safestring import SafeString, mark_safe

from werkbrief.planning.reads import Filters, Roster
from werkbrief.planning.reads.schedule import Cell, Group, Row
from werkbrief.timesheets.reads import Difference
from werkbrief.ui.sheets import print_sheet

Shown = dict[str, object]


class Printer:
    """Rows, subtotals and totals of one roster, with what the hours say beside it."""

    def __init__(self, roster: Roster, differences: Iterable[Difference]) -> None:
        self.roster, self.days = roster, roster.schedule.week.days
        self.on_shift: dict[int, Difference] = {}
        self.gone: dict[tuple[int, date], list[Difference]] = defaultdict(list)
        for one in differences:
            if one.is_gone:
                self.gone[one.assignment, one.day].append(one)
            else:
                self.on_shift[one.shift] = one

    def sheet(self) -> SafeString:
        """The whole of it: a body and a foot."""
        schedule = self.roster.schedule
        groups = [self._group(group) for group in schedule.groups]
        html = print_sheet(
            "office/planning/_sheet.html",
            groups=groups,
            hours=schedule.minutes,
            asked=schedule.asked,
            all=schedule.asked_in_all,
        )
        return mark_safe(html)  # noqa: S308  (the sheet escapes every value itself)

    def pieces(self, assignments: Collection[int]) -> SafeString:
        """These rows anew, and every total; a bare row outside a table gets lost."""
        schedule = self.roster.schedule
        html = print_sheet(
            "office/planning/_pieces.html",
            rows=[self._row(r) for r in schedule.rows if r.id in assignments],
            groups=[self._totals(group) for group in schedule.groups],
            hours=schedule.minutes,
            asked=schedule.asked,
            all=schedule.asked_in_all,
        )
        return mark_safe(html)  # noqa: S308

    def _group(self, group: Group) -> Shown:
        function = group.place[2] if any(group.place[:2]) else ""
        rows = [self._row(row) for row in group.rows]
        return self._totals(group) | {"function": function, "rows": rows}

    def _totals(self, group: Group) -> Shown:
        *where, function = group.place
        return {
            "key": group.key,
            "people": len(group.rows),
            "title": " · ".join(part for part in where if part) or function,
            "hours": group.minutes,
            "asked": group.asked,
            "all": group.asked_in_all,
        }

    def _row(self, row: Row) -> Shown:
        return {
            "id": row.id,
            "name": row.name,
            "number": row.number,
            "minutes": row.minutes,
            "days": list(self._cells(row)),
        }

    def _cells(self, row: Row) -> Iterator[Shown]:
        for column, (day, cells) in enumerate(zip(self.days, row.days, strict=True)):
            yield {
                "column": column,
                "shifts": [self._shift(cell) for cell in cells],
                "stamp": ",".join(map(_stamp, cells)),
                "is_open": self.roster.is_placed(row, day),
                "is_away": (row.worker_id, day) in self.roster.away,
                "elsewhere": self.roster.elsewhere.get((row.worker_id, column), ()),
                "gone": self.gone.get((row.id, day), ()),
            }

    def _shift(self, cell: Cell) -> Shown:
        return {
            "id": cell.id,
            "times": cell.times,
            "pause": cell.pause,
            "total": cell.total,
            "is_away": cell.is_absent,
            "is_told": cell.is_told,
            "is_asked": cell.order is not None,
            "differs": self.on_shift.get(cell.id),
        }


def _stamp(cell: Cell) -> str:
    """As planning.reads.proposals.stamp writes it."""
    return f"{cell.id}:{cell.start}:{cell.end}:{cell.pause}"


def filter_choices(
    places: Collection[tuple[str, str, str]], filters: Filters
) -> list[dict[str, object]]:
    """The drop-downs: only levels that this client uses."""
    chosen = (filters.department, filters.crew, filters.job_function)
    labels = (("afdeling", "Afdeling"), ("ploeg", "Ploeg"), ("functie", "Functie"))
    columns = zip(*places, strict=True) if places else ((), (), ())
    return [
        {
            "name": name,
            "label": label,
            "chosen": have,
            "options": sorted({place for place in column if place}),
        }
        for (name, label), have, column in zip(labels, chosen, columns, strict=True)
    ]
