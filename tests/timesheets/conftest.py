"""Deeds as a screen does them: what was seen, by whom, at what moment."""

import pytest

from tests.cast import NOW, entry, placed, seen
from werkbrief.timesheets import actions
from werkbrief.timesheets.models import Reason, TimeEntry
from werkbrief.timesheets.reads import entries_for
from werkbrief.words.notation import Typed


class Hand:
    """What one member does to entries at their own client."""

    def __init__(self, membership):
        self.membership = membership
        self.by = membership.user

    @property
    def scope(self):
        return entries_for(self.membership)

    def change(self, *entries, at=NOW, **typed):
        return actions.change(
            self.scope, seen(*entries), Typed(**typed), by=self.by, at=at
        )

    def approve(self, *entries, at=NOW):
        return actions.approve(self.scope, seen(*entries), by=self.by, at=at)

    def reject(self, *entries, reason=Reason.NO_SHOW, at=NOW):
        return actions.reject(self.scope, seen(*entries), reason, by=self.by, at=at)

    def comment(self, *entries, text="Liet de sleutel liggen.", at=NOW):
        ids = [entry.pk for entry in entries]
        return actions.comment(self.scope, ids, text, by=self.by, at=at)

    def undo(self, event, at=NOW):
        return actions.undo(self.scope, event.pk, by=self.by, at=at)


@pytest.fixture
def anna(cast):
    return Hand(cast.annas)


@pytest.fixture
def bram(cast):
    return Hand(cast.brams)


@pytest.fixture
def monday(cast):
    """Monday 7:30 to 16:00 with half an hour of break, at Anker."""
    return entry(placed(cast.anker))


@pytest.fixture
def fresh():
    """An entry as the database has it now."""

    def fresh(entry):
        return TimeEntry.objects.get(pk=entry.pk)

    return fresh
