"""Packs that nobody wrote: random rules from the words that the format has."""

WINDOWS = (
    "alle", "za", "zo", "ma-vr", "vr-ma", "alle 20:00-24:00", "ma-vr 06:30-18:00",
    "alle 22:00-06:00", "vr 22:00-06:00", "za 21:00..ma 05:00", "ma 05:00..za 21:00",
    "alle 21:00-05:00, niet feestdag", "di-wo 12:00-13:00, niet wo 12:30-13:00",
    "feestdag", "feestdag 02:00-02:00", "feestdag op za-zo", "alle, binnen rooster",
    "vooravond feestdag 18:00-24:00", "aangewezen dagen 07:00-19:00",
    "alle 02:00-03:00", "alle, niet ma-vr 07:00-19:00", "za, binnen rooster",
    "alle 00:00-06:00, zo", "wo 10:00..wo 09:00", "alle 17:07-23:11",
    "ma 00:00-06:00, buiten rooster",
)  # fmt: skip
LIMITS = (
    "8:00 per dienst", "9:00 per dag", "0:00 per dag", "7:30 per kalenderdag",
    "38:00 per week", "0:00-2:00 per dag", "3:00-5:30 per week", "contract per week",
    "min(40:00, contract) per week", "contract + 3:00 per week", "30:00 per 4 weken",
    "contract-40:00 per week", "9:30 per dag en 37:00 per week", "45:00 per maand",
    "7:36 x werkdagen per 4 weken", "contract/5 x werkdagen per maand", "0:00 per week",
    "contract x weken per 13 weken", "8:00 x gewerkte dagen per week",
    "2:00 per dienst", "60:00 per kwartaal", "60:00 per halfjaar", "80:00 per jaar",
    "8:00 per dienst en 8:00 per kalenderdag", "7:20 x 2 per 2 weken",
)  # fmt: skip
COUNTS = (
    "ma-vr", "buiten rooster", "buiten rooster, aansluitend", "alle 06:00-22:00",
    "buiten rooster, ma-vr, niet feestdag", "binnen rooster", "za 21:00..ma 05:00",
)  # fmt: skip
CONDITIONS = (
    "begin < 07:00", "einde > 20:00", "dienst > 4:30", "dienst <= 8:00", "reis",
    "dienst bevat 00:00-06:00", "minstens 1:00 in 00:00-06:00", "niet hotel", "hotel",
    "2 van 4", "vanaf 2026-01-01", "voor 2026-04-01", "hotel en begin >= 05:30",
)  # fmt: skip
PAYS = (
    "50%", "25%", "0%", "33 1/3%", "28,44%", "?", "100%", "35%", "19%", "10%",
    "70% + max € 17,74", "0.78% van maandloon",
)  # fmt: skip
AMOUNTS = (
    "€ 3,77 per uur", "€ 15,73 per dienst", "€ 2,50 per dag", "€ 10 per week",
    "€ 3,40 per uur + max € 27,20",
)  # fmt: skip
ROUNDINGS = ("15m", "15m omlaag", "30m, onder 15m vervalt", "10m omhoog")
KINDS = (
    "pauze 0:30", "gat tot 1:00", "gat vanaf 3:00", "gat vanaf 2:00, minstens 4:00"
)  # fmt: skip
HEADS = (
    'break = "vanaf 4:30 30m, boven 7:30 60m"', 'minimum = "3:00 per dienst"',
    'guarantee = "contract per week"', 'absence = "8:00 per dag"',
    'maandloon = "0.607% per uur"',
)  # fmt: skip
HOLIDAYS = (
    '["nieuwjaar", "pasen", "paasmaandag", "koningsdag", "hemelvaart", "kerst"]',
    '["bevrijdingsdag/5", "pinksteren", "pinkstermaandag", "tweede kerstdag"]',
)
NAMES = "abcdefgh"


def made_pack(chance, valid):
    """The text of a pack; every surcharge stands in its stack."""
    surcharges, lines = [], []
    head = [line for line in HEADS if chance.random() < 0.4]
    for name in NAMES[: chance.randint(2, len(NAMES))]:
        parts, is_surcharge = _rule(chance, surcharges, HEADS[-1] in head)
        surcharges += [name] * is_surcharge
        lines.append(f"{name} = {{ {', '.join(parts)}, art = '{name}.1' }}")
    if not surcharges:
        surcharges = ["z"]
        lines.append("z = { pay = '20%', when = 'za', art = 'z.1' }")
    stack = [f"pay = '{_stack(chance, surcharges[:6])}'"]
    if surcharges[6:] or chance.random() < 0.3:
        stack.append(f"plus = '{_stack(chance, surcharges[6:] or surcharges[:2])}'")
    return "\n".join(
        [
            "[cao]", 'id = "gemaakt"', 'name = "Gemaakt"', f"valid = {valid}",
            'source = "art. 1"', f"holidays = {chance.choice(HOLIDAYS)}", *head,
            "[rules]", *lines, "[stack]", *stack,
            "[aangewezen]", "dagen = [2026-03-28, 2026-01-01, 2025-12-27]",
        ]
    )  # fmt: skip


def _rule(chance, before, knows_month):
    """The parts of one rule, and whether it belongs in the stack."""
    if chance.random() < 0.08:
        kind = chance.choice(KINDS)
        pay = chance.choice(["50%", "€ 14,72 per dienst"])
        pay = pay if "vanaf" in kind else "100%"
        return [f"pay = '{pay}'", f"kind = '{kind}'", *_if(chance)], False
    is_amount = chance.random() < 0.15
    parts = [f"pay = '{chance.choice(AMOUNTS if is_amount else PAYS)}'"]
    is_limit = chance.random() < 0.45
    if is_limit:
        parts.append(f"over = '{chance.choice(LIMITS)}'")
        counts = [chance.choice(COUNTS)] * (chance.random() < 0.4)
        if before and chance.random() < 0.3:
            counts.append(f"niet {chance.choice(before)}")
        parts += [f"counts = '{', '.join(counts)}'"] * bool(counts)
    if not is_limit or chance.random() < 0.15:
        parts.append(f"when = '{chance.choice(WINDOWS)}'")
    if chance.random() < 0.15:
        parts.append(f"round = '{chance.choice(ROUNDINGS)}'")
    if chance.random() < 0.1:
        parts.append("minimaal = '1:00'")
    is_surcharge = not is_amount and (knows_month or "maandloon" not in parts[0])
    return [*parts, *_if(chance)], is_surcharge


def _if(chance):
    if chance.random() < 0.3:
        return [f"if = '{chance.choice(CONDITIONS)}'"]
    return []


def _stack(chance, names):
    """A random expression in which each of them stands once."""
    if len(names) == 1:
        return names[0]
    cut = chance.randint(1, len(names) - 1)
    left, right = _stack(chance, names[:cut]), _stack(chance, names[cut:])
    sign = chance.choice("|||>>++*")
    if chance.random() < 0.3:
        left = f"({left})"
    return f"{left} {sign} {right}"
