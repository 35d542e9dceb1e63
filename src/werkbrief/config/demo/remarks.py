"""What planners and Job Coaches say to each other about hours."""

# A remark by the client, and the answer of the Job Coach; some need none.
REMARKS = (
    ("Bleef langer: de vrachtwagen kwam pas om vijf uur.", "Dank, zo verwerkt."),
    ("Liep vandaag mee op een andere lijn.", ""),
    (
        "Later begonnen, het busje stond vast op de A20.",
        "Klopt, de chauffeur belde al.",
    ),
    (
        "Werkte door in de pauze, de oogst moest weg.",
        "Graag de pauze dan wel aanpassen.",
    ),
    ("Geruild met een collega, zie de andere regel.", "Gezien, staat goed."),
    ("Eerste dag, ingewerkt door de lijnleider.", ""),
    ("Ging eerder weg, er was geen werk meer.", "Volgende keer graag even bellen."),
)
