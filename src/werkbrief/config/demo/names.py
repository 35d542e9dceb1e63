"""Names as they stand on a pay roll in the Westland."""

from collections.abc import Iterator
from random import Random

# Per origin: how many of a hundred people, first names, family names.
_ORIGINS = (
    (
        38,
        (
            "Łukasz Małgorzata Paweł Agnieszka Stanisław Żaneta Michał Katarzyna "
            "Grażyna Rafał Beata Krzysztof Iwona Wojciech Bożena Przemysław Zofia Jan"
        ),
        (
            "Dąbrowski Wójcik Kowalczyk Zieliński Żukowski Szymański Woźniak Łapiński "
            "Jabłoński Król Wróbel Stępień Gąsior Świątek Olszewski Błaszczyk Pająk Sęk"
        ),
    ),
    (
        17,
        (
            "Ștefan Ioana Răzvan Mădălina Cătălin Anișoara Gheorghe Tincuța Ileana "
            "Dănuț Mircea Simona"
        ),
        (
            "Ștefănescu Popa Țăran Munteanu Rusu Bălan Călin Stănescu Lupu Mărginean "
            "Ungureanu Crăciun"
        ),
    ),
    (
        14,
        (
            "Borislav Georgi Ivanka Dimitŭr Petya Stoyan Tsvetelina Plamen Rositsa "
            "Yordan Desislava Nikolay"
        ),
        (
            "Dimitrov Georgiev Ivanov Petkov Stoyanov Hristov Todorov Angelov Marinov "
            "Kolev Yanev Rusev"
        ),
    ),
    (
        10,
        "Çağrı Ayşe Ömer Gülşen Yiğit Şükran Emre Zübeyde Mustafa Elif",
        "Yılmaz Çelik Öztürk Şahin Güneş Kılıç Aydın Doğan Karataş Ünal",
    ),
    (
        9,
        "Youssef Naïma Abdelhak Fatima Soufiane Loubna Rachid Khadija Saïd Ilham",
        (
            "El Amrani|Bennani|El Idrissi|Aït Lahcen|Boukhari|Ziani|El Haddad|Chaoui|"
            "Oulad Ali|Tahiri"
        ),
    ),
    (
        12,
        "Joris Marieke Teun Annelies Björn Noor Ruud Daniëlle Koen Loïs Sjaak Ingeborg",
        (
            "van den Berg|de Zoete|van der Knaap|Zwinkels|Groenewegen|in 't Veld|"
            "Vreugdenhil|Persoon|van Staalduinen|Schrieël|Noordermeer|van 't Wout"
        ),
    ),
)


def names(rng: Random) -> Iterator[str]:
    """Endless different names, as lists show them: "Dąbrowski, Łukasz"."""
    given: set[str] = set()
    weights = [weight for weight, _, _ in _ORIGINS]
    while True:
        _, first, last = rng.choices(_ORIGINS, weights)[0]
        families = last.split("|") if "|" in last else last.split()
        first_name = rng.choice(first.split())
        name = f"{_family(rng.choice(families), first_name)}, {first_name}"
        if name in given:
            name += f" {rng.choice('ABDGIJKMNPRSTVZ')}."
        if name not in given:
            given.add(name)
            yield name


def _family(name: str, first_name: str) -> str:
    """Polish and Bulgarian women have a form of their own.

    >>> _family("Górski", "Beata"), _family("Ivanov", "Petya"), _family("Popa", "Dan")
    ('Górska', 'Ivanova', 'Popa')
    """
    if not first_name.endswith("a"):
        return name
    if name.endswith("ski"):
        return f"{name[:-1]}a"
    return f"{name}a" if name.endswith(("ov", "ev")) else name
