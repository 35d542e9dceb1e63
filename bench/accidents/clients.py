"""People who press twice, and who hang up before the answer comes."""

import threading
import time
from urllib.parse import urlencode

from bench.accidents.deeds import PLAIN, Deed, one_of_each
from bench.accidents.promises import hold
from bench.frame.served import Line

TIMES = 8


def pressed_twice(bind: str) -> None:
    """Eight of each at once: one does it, the others hear that it was done."""
    broken, told = 0, []
    for deed in one_of_each("dubbel"):
        statuses = _at_once(bind, deed)
        broken += not deed.is_done or 500 in statuses or 0 in statuses
        told.append(f"{deed.name} {sorted(statuses)}")
    hold(
        f"{TIMES} keer tegelijk dezelfde knop doet het één keer, en zegt de anderen "
        "dat het al gedaan was",
        broken,
        behind="; ".join(told),
    )


def _at_once(bind: str, deed: Deed) -> list[int]:
    statuses: list[int] = []
    threads = [
        threading.Thread(target=lambda: statuses.append(deed.do(bind)[0]))
        for _ in range(TIMES)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return statuses


def hung_up(bind: str) -> None:
    """Gone before the answer, and gone before the whole question was asked."""
    torn = stuck = 0
    for turn, whole in enumerate((True, False)):
        for deed in one_of_each(f"ophangen-{turn}"):
            _send_and_leave(bind, deed, whole=whole)
            time.sleep(1)
            torn += deed.is_torn or (not whole and deed.is_done)
            status, _ = deed.do(bind)
            stuck += status in (0, 500, 503) or not deed.is_done
    hold(
        "Wie ophangt voor het antwoord laat niets half achter, en half gevraagd is "
        "niet gedaan",
        torn,
        behind="4 handelingen, na de hele en na de halve vraag",
    )
    hold("Daarna gaat de server gewoon verder en lukt het alsnog", stuck)


def _send_and_leave(bind: str, deed: Deed, *, whole: bool) -> None:
    line = Line(bind, deed.cookies)
    body = urlencode(deed.fields).encode()
    length = {"Content-Length": str(len(body))}
    headers = line.headers | PLAIN | length
    line.http.request("POST", deed.path, body if whole else body[:-1], headers)
    line.http.close()
