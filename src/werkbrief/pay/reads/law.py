"""What the annex says of law and agreement, in the reader's language.

The annex stands alone and speaks Dutch. A sentence of it is known by its shape, its
numbers and articles are carried over; one that is not known stays as it is.
"""

import re

from django.utils.translation import gettext_noop as _

from werkbrief.words.tongues import DUTCH, say, tongue

# Of two that fit, the first counts.
WORKING_TIME = (
    _("%(found)s gewerkt in één dienst; ten hoogste %(limit)s (%(article)s)."),
    _(
        "In de zeven dagen voor een feestdag mag het twee keer, tot 14:00 "
        "(%(article)s)."
    ),
    _(
        "%(pause)s minuten pauze bij %(work)s werk; ten minste %(wanted)s "
        "(%(article)s)."
    ),
    _(
        "%(found)s tussen %(begin)s en %(until)s; dan hoort er rust te zijn "
        "(%(article)s)."
    ),
    _("Werk op zondag mag niet op deze leeftijd (%(article)s)."),
    _(
        "%(found)s rust in 24 uur; ten minste %(limit)s, een keer per zeven dagen "
        "8:00 (%(article)s)."
    ),
    _(
        "%(found)s rust in 24 uur voor de tweede keer in zeven dagen; ten minste "
        "%(limit)s, een keer per zeven dagen 8:00 (%(article)s)."
    ),
    _("%(found)s rust in 24 uur; ten minste %(limit)s (%(article)s)."),
    _("%(found)s in een nachtdienst; ten hoogste 10:00 (%(article)s)."),
    _(
        "%(found)s in een nachtdienst; ten hoogste 10:00 (%(article)s), dit is de "
        "%(number)se in veertien dagen (%(other)s)."
    ),
    _(
        "%(found)s in een nachtdienst; ten hoogste 10:00 (%(article)s); daarna "
        "%(rest)s rust, ten minste 12:00 (%(other)s)."
    ),
    _(
        "%(found)s in een nachtdienst; ten hoogste 10:00 (%(article)s); 12:00 mag "
        "vijf keer in veertien dagen en 22 keer per jaar, met 12:00 rust erna "
        "(%(other)s)."
    ),
    _(
        "%(found)s rust na een nachtdienst; ten minste 14:00, een keer per zeven "
        "dagen 8:00 (%(article)s)."
    ),
    _(
        "%(found)s rust na %(nights)s nachtdiensten achter elkaar; ten minste 46:00 "
        "(%(article)s)."
    ),
    _(
        "%(found)s diensten achter elkaar met een nachtdienst; ten hoogste %(limit)s "
        "(%(article)s)."
    ),
    _("%(found)s dagen in deze week; ten hoogste %(limit)s (%(article)s)."),
    _("%(found)s in deze week; ten hoogste %(limit)s (%(article)s)."),
    _("De langste rust in zeven dagen is %(found)s; ten minste 36:00 (%(article)s)."),
    _("Het mag als er 72:00 is in veertien dagen, in delen van 32:00."),
    _(
        "Gemiddeld %(found)s per week over %(weeks)s weken; ten hoogste %(limit)s "
        "(%(article)s)."
    ),
    _(
        "Gemiddeld %(found)s per week over 16 weken met %(nights)s nachtdiensten; ten "
        "hoogste %(limit)s (%(article)s)."
    ),
    _(
        "%(found)s nachtdiensten tot na 02:00 in 16 weken; ten hoogste %(limit)s "
        "(%(article)s)."
    ),
    _("%(found)s vrije zondagen in 52 weken; ten minste %(limit)s (%(article)s)."),
    _(
        "Niet beoordeeld: hiervoor zijn %(weeks)s weken nodig, bekend zijn er "
        "%(known)s (%(article)s)."
    ),
    _(
        "Of het een schoolweek of een vakantieweek is, is niet bekend; de regels voor "
        "13 tot en met 15 jaar zijn niet beoordeeld."
    ),
)
FLAGS = (
    _(
        "%(pack)s liep tot en met %(until)s; gerekend is met de laatste versie "
        "(nawerking)."
    ),
    _("%(pack)s is een concept: nog niet uit de officiële tekst."),
    _("%(pack)s is onvolledig: %(missing)s."),
    _("Er is geen rooster bekend: %(rules)s is niet beoordeeld."),
    _(
        "Welke dagen ervoor gewerkt zijn, is niet bekend: %(rules)s is alleen op deze "
        "diensten beoordeeld."
    ),
    _("De contracturen zijn niet bekend: %(rules)s is niet beoordeeld."),
    _(
        "%(rules)s telt over een langere periode; tot die voorbij is, is de uitkomst "
        "voorlopig."
    ),
    _(
        "Met de hand stond %(rules)s op %(rate)s; de berekening is sindsdien anders: "
        "te beoordelen."
    ),
    _("Het percentage van %(rules)s (art. %(article)s) is nog te bepalen."),
    _(
        "%(rules)s heeft een maximum per uur (art. %(article)s); het uurloon is niet "
        "bekend."
    ),
    _(
        "%(rules)s: de medewerker kiest tussen toeslag en %(choice)s "
        "(art. %(article)s)."
    ),
)
PART = re.compile(r"%\\\((\w+)\\\)s")


# No part has brackets in it but what a pack says of itself.
ANYTHING = {"missing", "pack"}


def _shape(sentence: str) -> re.Pattern[str]:
    return re.compile(PART.sub(_part, re.escape(sentence)))


def _part(match: re.Match[str]) -> str:
    return f"(?P<{match[1]}>{'.+' if match[1] in ANYTHING else '[^()]+?'})"


SHAPES = [(_shape(sentence), sentence) for sentence in (*WORKING_TIME, *FLAGS)]
NEXT_SENTENCE = re.compile(r"(?<=\.) (?=[A-Z])")


def in_words(told: str) -> str:
    """One or more sentences of the annex, for who is reading now."""
    if tongue() is DUTCH:
        return told
    return " ".join(_translated(one) for one in NEXT_SENTENCE.split(told))


def rule_in_words(name: str) -> str:
    """A rule as its agreement calls it; known are the names in our own packs.

    >>> rule_in_words("uren-50")
    'uren-50'
    """
    if tongue() is DUTCH:
        return name
    stem, number = name_and_number(name)
    return f"{say(stem)} {number}".rstrip()


def name_and_number(rule: str) -> tuple[str, str]:
    """Split a name that stands in a table.

    >>> name_and_number("uren-50"), name_and_number("overwerk-vrij")
    (('uren', '50'), ('overwerk-vrij', ''))
    """
    stem, _, number = rule.rpartition("-")
    return (stem, number) if stem and number.isdigit() else (rule, "")


def _translated(sentence: str) -> str:
    for shape, known in SHAPES:
        if match := shape.fullmatch(sentence):
            parts = match.groupdict()
            if rules := parts.get("rules"):
                named = (rule_in_words(rule.lower()) for rule in rules.split(", "))
                parts["rules"] = ", ".join(named)
            if choice := parts.get("choice"):
                parts["choice"] = say(choice)
            return say(known, **parts)
    return sentence
