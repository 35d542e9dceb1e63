"""What breaks, and what is promised then: each fault is made on purpose.

Each promise is one sentence, printed with how often it was not kept. Runs the portal in
processes of its own, on a database of its own, and ends them where it hurts.
"""

from django.db import connection

from bench.accidents.absence import can_go_away, gone_and_back, slow
from bench.accidents.background import killed_background
from bench.accidents.clients import hung_up, pressed_twice
from bench.accidents.clocks import turned
from bench.accidents.disk import full
from bench.accidents.killing import killed_database, killed_web
from bench.frame.cast import settle
from bench.frame.served import served
from bench.frame.telling import say
from bench.week import half_done


def main() -> None:
    place = settle(400)
    half_done(place)
    connection.close()
    with served() as bind:
        pressed_twice(bind)
        hung_up(bind)
    killed_web()
    killed_background(place, "het achtergrondwerk")
    if can_go_away():
        killed_database()
        killed_background(place, "de database")
        gone_and_back()
    else:
        say("de database doden of wegnemen: SQLite is een bestand, geen proces")
    slow()
    turned()
    full()
