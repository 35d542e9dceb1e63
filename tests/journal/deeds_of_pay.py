"""Every deed on pay lines, as the table of records needs it."""

from decimal import Decimal

from tests.exchange.handing import agreed
from tests.journal.scene import Table
from werkbrief.pay import actions as pay

PAY = Table()
WHO = ("Kowalski, Anna", "Anker")


def set_line(it):
    agreed(it.cast.anker)
    made = it.entry()
    which = ("", False, "100", made.worked_minutes)
    setting = pay.Setting(which, Decimal("133.50"), "afgesproken met Jet")
    return pay.set_by_hand(it.entries, made.pk, setting, **it.anna)


@PAY.row(
    "set_by_hand",
    "pay.set_by_hand",
    by="anna",
    about=(*WHO, "normale uren", "100%", "133,5%", "afgesproken met Jet"),
)
def set_by_hand(it):
    set_line(it)


@PAY.row("let_go", "pay.let_go", by="anna", about=(*WHO, "normale uren", "133,5%"))
def let_go(it):
    made = set_line(it)
    it.begin()
    for _ in range(2):
        pay.let_go(it.entries, made.entry_id, made.pk, **it.anna)
