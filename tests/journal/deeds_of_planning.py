"""Every deed on a planning, as the table of records needs it."""

from tests.cast import MONDAY, NOW, WEEK
from tests.journal.scene import WORDS, Table
from werkbrief.planning import actions
from werkbrief.planning.models import About, MessageKind, Shift, StaffingOrder
from werkbrief.planning.reads.previews import copied_week, filled_week
from werkbrief.staffing.models import JobFunction
from werkbrief.words.clock import at
from werkbrief.words.notation import Typed

PLANS = Table()
WHO = ("Kowalski, Anna", "ma 16 nov", "Anker")
TUESDAY = WEEK.days[1]
COMING = WEEK + 2
BLOCK = actions.Block(0, 450, 960, 30)


@PLANS.row("plan", "planning.planned", about=(*WHO, "08:00"))
def plan(it):
    wanted = [actions.Planned(at(MONDAY, 480), at(MONDAY, 720))]
    actions.plan({(it.kowalski.pk, MONDAY): wanted}, agency=it.cast.agency, **it.jet)


@PLANS.row("put", "planning.planned", about=WHO)
def put(it):
    actions.put(it.cells(), Typed(480, 720), **it.jet)


@PLANS.row("put_all", "planning.planned", about=WHO)
def put_all(it):
    actions.put_all(it.cells(MONDAY, TUESDAY), Typed(480, 720), **it.jet)


@PLANS.row("cancel", "planning.planned", about=WHO)
def cancel(it):
    made = it.shift()
    actions.cancel(it.cells(), made.pk, **it.jet)


@PLANS.row("cancel_all", "planning.planned", about=WHO)
def cancel_all(it):
    it.shift()
    actions.cancel_all(it.cells(), **it.jet)


@PLANS.row("move", "planning.planned", about=(*WHO, "di 17 nov"))
def move(it):
    made = it.shift()
    to = (it.kowalski.pk, TUESDAY)
    actions.move(it.cells(MONDAY, TUESDAY), made.pk, to, **it.jet)


@PLANS.row("copy", "planning.planned", about=("Kowalski, Anna", "di 17 nov"))
def copy(it):
    made = it.shift()
    to = (it.kowalski.pk, TUESDAY)
    actions.copy(it.cells(MONDAY, TUESDAY), made.pk, to, **it.jet)


@PLANS.row("copy_week", "planning.planned", about=("Kowalski, Anna", "ma 30 nov"))
def copy_week(it):
    it.shift()
    preview = copied_week(it.cast.anker, WEEK, COMING)
    actions.copy_week(it.cast.anker, (WEEK, COMING), preview.stamp, **it.jet)


def usual(it, valid_from=WEEK.monday):
    actions.schedule(it.kowalski, actions.Pattern(valid_from, (BLOCK,)), **it.jet)
    it.begin()


@PLANS.row("fill_week", "planning.planned", about=("Kowalski, Anna", "ma 30 nov"))
def fill_week(it):
    usual(it)
    preview = filled_week(it.cast.anker, COMING)
    actions.fill_week(it.cast.anker, COMING, preview.stamp, **it.jet)


@PLANS.row("fill_from_base_schedule", "planning.planned", by="", about=WHO)
def fill_from_base_schedule(it):
    usual(it)
    actions.fill_from_base_schedule(it.cast.anker, WEEK, at=NOW)


@PLANS.row(
    "schedule",
    "planning.scheduled",
    about=("Kowalski, Anna", "Anker", "ma 07:30–16:00/30"),
)
def schedule(it):
    actions.schedule(it.kowalski, actions.Pattern(MONDAY, (BLOCK,)), **it.jet)


@PLANS.row("keep", "planning.scheduled", about=("Kowalski, Anna", "Anker"))
def keep(it):
    pattern = actions.Pattern(COMING.monday, (BLOCK,))
    actions.keep(it.kowalski, pattern, actions.seen_of(it.kowalski), **it.jet)


@PLANS.row("repeat", "planning.scheduled", about=("Kowalski, Anna", "Anker"))
def repeat(it):
    pattern = actions.Pattern(COMING.monday, (BLOCK,))
    actions.repeat(it.kowalski, pattern, **it.jet)


@PLANS.row("undo", "planning.undone", about=WHO)
def undo(it):
    done = actions.put(it.cells(), Typed(480, 720), **it.jet)
    it.begin()
    actions.undo(it.cast.anker, done.event.pk, **it.jet)


@PLANS.row("tell_absent", "planning.absent", about=("Kowalski, Anna", "4711"))
def tell_absent(it):
    actions.tell_absent(it.kowalski.worker, MONDAY, TUESDAY, **it.jet)


@PLANS.row("tell_present", "planning.present", about=("Kowalski, Anna", "16-11-2026"))
def tell_present(it):
    worker = it.kowalski.worker
    actions.tell_absent(worker, MONDAY, TUESDAY, **it.jet)
    it.begin()
    actions.tell_present(worker, TUESDAY, TUESDAY, **it.jet)


def message(it):
    told = actions.Proposal(
        *(MessageKind.OTHER_TIMES, About.SHIFT, MONDAY),
        assignment=it.kowalski,
        shift=it.shift(),
        times=Typed(540),
        text=WORDS,
    )
    scope = Shift.objects.filter(client=it.cast.anker)
    return actions.send(told, client=it.cast.anker, scope=scope, **it.anna)


TOLD = ("Kowalski, Anna", "Anker")


@PLANS.row(
    "send", "planning.message_sent", by="anna", about=(*TOLD, "andere tijden", "09:00")
)
def send(it):
    message(it)


@PLANS.row("accept", "planning.planned", "planning.message_accepted", about=TOLD)
def accept(it):
    told = message(it)
    it.begin()
    actions.accept(told, **it.jet)


@PLANS.row("decline", "planning.message_declined", about=(*TOLD, "stond al vast"))
def decline(it):
    told = message(it)
    it.begin()
    actions.decline(told, "stond al vast", **it.jet)


@PLANS.row("withdraw", "planning.message_withdrawn", by="anna", about=TOLD)
def withdraw(it):
    told = message(it)
    it.begin()
    actions.withdraw(told, **it.anna)


def asked(it):
    function = it.kowalski.job_function
    need = actions.Need(2, function, [MONDAY], 480, 720, remark=WORDS)
    return actions.ask_for_staff(need, client=it.cast.anker, **it.anna)


NEED = ("Teler", "ma 16 nov", "Anker")


@PLANS.row("ask_for_staff", "planning.asked", by="anna", about=(*NEED, "aantal"))
def ask_for_staff(it):
    asked(it)


@PLANS.row("confirm_request", "planning.request_accepted", about=("Teler", "Anker"))
def confirm_request(it):
    orders = asked(it)
    it.begin()
    actions.confirm_request(orders, **it.jet)


@PLANS.row("decline_request", "planning.request_declined", about=("Teler", "niemand"))
def decline_request(it):
    orders = asked(it)
    it.begin()
    actions.decline_request(orders, "niemand vrij", **it.jet)


@PLANS.row(
    "withdraw_request",
    "planning.request_withdrawn",
    by="anna",
    about=("Teler", "Anker"),
)
def withdraw_request(it):
    orders = asked(it)
    it.begin()
    actions.withdraw_request(orders, **it.anna)


@PLANS.row("assign", "planning.request_accepted", "planning.planned", about=WHO)
def assign(it):
    (order,) = asked(it)
    it.begin()
    actions.assign(order, [it.kowalski], **it.jet)


@PLANS.row("order_staff", "planning.ordered", about=NEED)
def order_staff(it):
    function = JobFunction.objects.create(client=it.cast.anker, name="Teler")
    order = StaffingOrder(
        agency=it.cast.agency,
        client=it.cast.anker,
        job_function=function,
        start=at(MONDAY, 480),
        end=at(MONDAY, 720),
        headcount=3,
    )
    actions.order_staff([order], agency=it.cast.agency, **it.jet)


@PLANS.row("publish", "planning.feed_made", by="anna", about=("Kas 1", "Anker"))
def publish(it):
    actions.publish(it.cast.annas, it.kowalski.department, at=NOW)


@PLANS.row("withdraw_feed", "planning.feed_withdrawn", by="anna", about="Anker")
def withdraw_feed(it):
    feed = actions.publish(it.cast.annas, None, at=NOW)
    it.begin()
    actions.withdraw_feed(feed, at=NOW)


NO_DEEDS = {
    "seen_of": "a stamp of what stood on screen",
    "take_back": "gives its traces to the undoing of an import, which records",
}
