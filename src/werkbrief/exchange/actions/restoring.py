"""Putting back what an import changed of who works where, where it still stands so."""

from collections import Counter
from datetime import date
from typing import Any

from django.db.models import Model

from werkbrief.exchange.actions.enrolling import person_shown, posting_shown
from werkbrief.journal.actions import Trace
from werkbrief.journal.models import Change
from werkbrief.planning.models import BaseBlock, BaseSchedule, StaffingOrder
from werkbrief.staffing.models import (
    Assignment,
    CostCenter,
    Crew,
    Department,
    JobFunction,
    Worker,
)

Clearing = tuple[str, type[Model], tuple[type[Model], ...]]
PARTS: dict[str, Clearing] = {
    "staffing.department": ("afdelingen", Department, ()),
    "staffing.crew": ("ploegen", Crew, ()),
    "staffing.jobfunction": ("functies", JobFunction, ()),
    "staffing.costcenter": ("kostenplaatsen", CostCenter, ()),
}
SINCE = "daarna gewijzigd"
Left = list[tuple[str, str, str]]


def restore(
    changes: dict[str, list[Change]],
    counts: Counter[str],
    left: Left,
    traces: list[Trace],
) -> None:
    """Each changed row as it was, unless somebody changed it since."""
    for kind, (word, put_back) in _RESTORED.items():
        for change in changes[kind]:
            if change.before is None:
                continue
            if whom := put_back(change):
                left.append(("Stamgegevens", whom, SINCE))
                continue
            counts[f"{word} terug zoals het was"] += 1
            traces.append(Trace(kind, change.subject_id, change.after, change.before))


def _assignment(change: Change) -> str:
    """Empty when it went back; else whose it is."""
    found = Assignment.objects.select_related("worker").get(pk=change.subject_id)
    if posting_shown(found) != change.after:
        return f"plaatsing van {found.worker.name}"
    was: dict[str, Any] = change.before or {}
    found.starts_on = date.fromisoformat(was["starts_on"])
    found.ends_on = date.fromisoformat(was["ends_on"]) if was["ends_on"] else None
    found.number, found.contract_minutes = was["number"], was["contract_minutes"]
    found.cost_center_id = was["cost_center"]
    found.save()
    return ""


def _worker(change: Change) -> str:
    found = Worker.objects.get(pk=change.subject_id)
    if person_shown(found) != change.after:
        return found.name
    found.name = (change.before or {})["name"]
    found.fold_name()
    found.save()
    return ""


def _order(change: Change) -> str:
    found = StaffingOrder.objects.get(pk=change.subject_id)
    if {"headcount": found.headcount} != change.after:
        return f"aanvraag {found.pk}"
    found.headcount = (change.before or {})["headcount"]
    found.save(update_fields=["headcount"])
    return ""


def _schedule(change: Change) -> str:
    """Blocks as the import writes them: weekday, start, end, break."""
    found = BaseSchedule.objects.get(pk=change.subject_id)
    names = ("weekday", "start", "end", "break_minutes")
    now = sorted(map(list, found.blocks.values_list(*names)))
    if now != (change.after or {})["blocks"]:
        return f"grondplan vanaf {found.valid_from:%d-%m-%Y}"
    found.blocks.all().delete()
    BaseBlock.objects.bulk_create(
        BaseBlock(schedule=found, **dict(zip(names, block, strict=True)))
        for block in (change.before or {})["blocks"]
    )
    return ""


_RESTORED = {
    "staffing.assignment": ("plaatsingen", _assignment),
    "staffing.worker": ("werknemers", _worker),
    "planning.staffingorder": ("aanvragen", _order),
    "planning.baseschedule": ("grondplannen", _schedule),
}
