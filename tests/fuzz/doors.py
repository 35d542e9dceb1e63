"""What comes in by an address: bodies for machines, forms, searches, signed links."""

import json
from urllib.parse import quote

from tests.cast import WEEK
from tests.fuzz.messages import ASSIGNMENT, PERSON, PLANNED
from tests.fuzz.stage import at_the_door, stage
from tests.fuzz.target import Target

HEAD = b"\n\n"
SAFE = "/?&=%+:,;@!*'()-._~"
SETU = "/api/v1/setu/purchase-to-pay"
HERE, OFFICE = f"/klanten/anker/weken/{WEEK}", "/kantoor"
FORM = "application/x-www-form-urlencoded"


def read_api(content):
    """METHOD path, a blank line, the body."""
    method, path, body = _taken_apart(content, "/api/v1/")
    headers = {
        "Authorization": f"Bearer {stage().secret}",
        "setuVersionId": "2.0",
        "If-Match": '"1"',
    }
    return method, at_the_door(
        lambda: stage().jet.generic(
            method, path, body, content_type="application/json", headers=headers
        )
    )


def read_screen(content):
    """The same, by somebody who is signed in; `LINK` stands for a link that works."""
    method, path, body = _taken_apart(content, "/")
    path = path.replace("LINK", stage().link)
    browser = stage().jet if path.startswith(OFFICE) else stage().anna
    return method, at_the_door(
        lambda: browser.generic(method, path, body, content_type=FORM)
    )


def _taken_apart(content, root):
    head, _, body = content.partition(HEAD)
    method, _, path = head.decode("latin-1").partition(" ")
    method = method if method in {"POST", "PUT", "PATCH", "DELETE"} else "GET"
    path = quote(path.encode("latin-1"), safe=SAFE)
    return method, path if path.startswith(root) else root + path.lstrip("/"), body


def _sent(line, body=None):
    return line.encode() + HEAD + (b"" if body is None else json.dumps(body).encode())


SLIP = {
    "who": "Bob, nieuw",
    "job_function": "Teler",
    "days": ["2026-11-16"],
    "start": "7:00",
    "end": "15:30",
    "break_minutes": 30,
}
HOOK = {"address": "https://hook.example/x", "events": ["timesheets.approved"]}
WEEK_PATH = f"/api/v1/clients/anker/weeks/{WEEK}"
API = Target(
    "api",
    read_api,
    (
        _sent("GET /api/v1/clients?limit=10&cursor=MQ=="),
        *(_sent(f"GET {WEEK_PATH}/{n}?limit=10") for n in ("entries", "shifts")),
        _sent(f"GET {WEEK_PATH}/pay-lines"),
        _sent("PATCH /api/v1/entries/1", {"start": "7:00", "worked": "8,5"}),
        _sent("PUT /api/v1/entries/1/decision", {"verdict": "approved"}),
        _sent("POST /api/v1/clients/anker/manual-entries", SLIP),
        _sent("POST /api/v1/imports?trial=true&what=hours", PLANNED),
        _sent("POST /api/v1/imports?what=people", [PERSON, ASSIGNMENT]),
        _sent("POST /api/v1/imports?background=true", PLANNED),
        _sent("POST /api/v1/receivers/1/batches", {"week": "2026-W47"}),
        _sent("POST /api/v1/webhooks", HOOK),
        _sent("POST /api/v1/webhooks/1/replays", {"since": "2026-11-16T07:00:00Z"}),
        _sent("POST /api/v1/exports", {"since": "2026-11-01", "until": "2026-11-30"}),
        _sent("GET /api/v1/jobs/1"),
        _sent(f"POST {SETU}/human-resource/h1", PERSON),
        _sent(f"PUT {SETU}/assignment/a1", ASSIGNMENT),
        _sent(f"POST {SETU}/planning-assignment/p1", PLANNED),
        _sent(f"DELETE {SETU}/human-resource/h1"),
    ),
    (b"anker", b"2026-W53", b"limit=", b"&cursor=", b"?what=", b"DELETE ", b"PUT "),
)
SCREENS = Target(
    "schermen",
    read_screen,
    (
        _sent("GET /mijn/LINK/"),
        _sent(f"GET /mijn/LINK/weken/{WEEK}/?taal=pl"),
        _sent("GET /mijn/LINK/agenda.ics"),
        _sent(f"POST /mijn/LINK/weken/{WEEK}/bezwaren/") + b"uren=1&tekst=Klopt niet",
        _sent(f"GET {HERE}/werkbriefjes/?zoek=ber&afdeling=Kas&start=7:30&eind=16"),
        _sent(f"GET {HERE}/nieuws/?sinds=1763280000&stand=abc"),
        _sent(f"POST {HERE}/wijzigingen/") + b"gezien=1:1,2:1&snel=0730-1600/30",
        _sent(f"POST {HERE}/wijzigingen/")
        + b"gezien=1:1&start=7&eind=16&pauze=30&totaal=8",
        _sent(f"POST {HERE}/goedkeuringen/") + b"gezien=1:1,2:1",
        _sent(f"POST {HERE}/afkeuringen/") + b"gezien=1:1&reden=no_show",
        _sent(f"POST {HERE}/opmerkingen/") + b"gezien=1:1&opmerking=Bij de poort",
        _sent(f"POST {HERE}/plakvoorbeelden/")
        + b"tekst=Bakker%098u%097-16&rij=1&dag=0",
        _sent(f"POST {HERE}/invullingen/") + b"uren=1:1:450:960:30:",
        _sent(f"POST {HERE}/gelijkstellingen/") + b"gezien=1:1&bron=planning&collega=2",
        _sent("GET /klanten/anker/medewerkers/?zoek=bak&alleen=beschikbaar"),
        *(
            _sent(f"GET {OFFICE}/{path}")
            for path in (
                "zoeken/?zoek=bakker 1000",
                "logboek/?wie=anna&van=2026-11-01&tot=2026-11-30&soort=&wat=x",
                "?zoek=ank&stand=open&coach=1",
                f"weken/{WEEK}/anker/?zoek=x",
                "uitzendkrachten/?zoek=bak&archief",
                "links/?zoek=bak",
                f"planning/anker/{WEEK}/?zoek=x&start=7",
                "opdrachtgevers/?zoek=ank",
                "mensen/?zoek=anna",
                "vergelijken/?van=2026-W40&tot=2026-W47&wie=1",
            )
        ),
        _sent("GET /account/login/?next=//elders.example/"),
        _sent("POST /account/login/") + b"login=anna&password=x&next=/",
        _sent("GET /deur/kasdorp/"),
    ),
    (b"zoek=", b"%00", b"&", b"gezien=", b"1:1,", b"%ED%A0%80", b"2026-W53", b"?"),
)
