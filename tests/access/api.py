"""Who gets what at the addresses for machines: nobody who signed in as a person."""

from tests.access.rows import OK, Row, answers

NO_PERSON = answers(nobody=401, others=401)
ENTRY, LIST = {"pk": "1"}, {"slug": "anker", "week": "2026-W47"}

ROWS = [
    Row("api:openapi-json", answers(nobody=OK, others=OK)),
    Row("api:api-root", answers(nobody=404)),
    *(
        Row(f"api:{name}", NO_PERSON, args=args)
        for name, args in (
            ("clients", {}),
            ("shifts", LIST),
            ("entries", LIST),
            ("pay_lines", LIST),
            ("entry", ENTRY),
            ("manual_entries", {"slug": "anker"}),
            ("manual_entry", ENTRY),
            ("job", ENTRY),
            ("job_file", ENTRY),
            ("receivers", {}),
            ("batch", ENTRY),
            ("webhooks", {}),
            ("setu", {"kind": "assignment", "resource": "x"}),
        )
    ),
    # These know no GET: what a machine may send is in tests/api.
    *(
        Row(f"api:{name}", answers(nobody=405, others=405), args=args)
        for name, args in (
            ("decision", ENTRY),
            ("exports", {}),
            ("imports", {}),
            ("batches", ENTRY),
            ("webhook", ENTRY),
            ("replays", ENTRY),
        )
    ),
]
