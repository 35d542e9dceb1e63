"""The days of the week by name: the office speaks Dutch."""

DAYS = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")
