"""A whole pack: its head, rules, matrices, stack and examples."""

from datetime import date

from ontrafelaar.holidays import NAMES
from ontrafelaar.pack import CONCEPT, INCOMPLETE, Example, Minimum, Pack, Rule
from ontrafelaar.reading.heads import (
    read_breaks,
    read_guarantee,
    read_hour_of_month,
    read_minimum,
    read_per_day,
)
from ontrafelaar.reading.matrices import read_matrix
from ontrafelaar.reading.rules import read_rule
from ontrafelaar.reading.source import Source, Table
from ontrafelaar.stacking import Stack, read_stack

BLOCKS = {"cao", "rules", "matrix", "stack", "example", "aangewezen"}
CAO = {
    "id", "name", "valid", "until", "source", "status", "trust", "missing", "holidays",
    "break", "guarantee", "minimum", "absence", "maandloon", "law",
}  # fmt: skip
STATUSES = ("", CONCEPT, INCOMPLETE)
LAWS = ("", "chauffeur")


def read_pack(text: str, file: str = "") -> Pack:
    """Read one pack; raises PackError and nothing else."""
    source = Source(text, file)
    if strange := sorted(set(source.toml) - BLOCKS):
        known = ", ".join(sorted(BLOCKS))
        source.fail(f"dit blok is onbekend; kies uit {known}", strange[0])
    cao = source.table("cao")
    source.only(cao, CAO, "cao")
    groups, rules = _rules(source, cao)
    pay, plus = _stacks(source, rules, groups)
    minimum = source.read(read_minimum, cao, "minimum", "cao")
    where = source.text_of(cao, "source")
    return Pack(
        id=source.text_of(cao, "id"),
        name=source.text_of(cao, "name"),
        valid=source.date_of(cao, "valid"),
        until=source.date_of(cao, "until") if "until" in cao else None,
        source=where,
        status=_one_of(source, cao, "status", STATUSES),
        trust=_one_of(source, cao, "trust", ("", *"ABCDE")),
        missing=source.optional_text(cao, "missing"),
        law=_one_of(source, cao, "law", LAWS),
        holidays=_holidays(source, cao),
        rules=rules,
        pay=pay,
        plus=plus,
        break_table=source.read(read_breaks, cao, "break", "cao") or (),
        minimum=minimum and Minimum(minimum[0], minimum[1] or where),
        guarantee=source.read(read_guarantee, cao, "guarantee", "cao") or "",
        absence=source.read(read_per_day, cao, "absence", "cao"),
        lists=_lists(source),
        examples=_examples(source),
        file=file,
    )


def _rules(
    source: Source, cao: Table
) -> tuple[dict[str, tuple[str, ...]], tuple[Rule, ...]]:
    """Rules in the order of the file, matrices after them, and the matrices' names."""
    month = source.read(read_hour_of_month, cao, "maandloon", "cao")
    raw = source.table("rules", optional=True)
    names = frozenset(raw)
    rules = [read_rule(source, name, one, names, month) for name, one in raw.items()]
    groups = {}
    for name, matrix in source.table("matrix", optional=True).items():
        made = read_matrix(source, name, matrix)
        groups[name] = tuple(rule.name for rule in made)
        rules.extend(made)
    _refer_back(source, rules)
    seen: set[str] = set()
    for rule in rules:
        if rule.name in seen:
            source.fail(
                "deze naam komt twee keer voor; geef de regel een eigen", rule.name
            )
        seen.add(rule.name)
    return groups, tuple(rules)


def _refer_back(source: Source, rules: list[Rule]) -> None:
    """Rules count in the order of the file: "niet" leaves out what is counted then."""
    later = {rule.name for rule in rules if rule.over}
    for rule in rules:
        if wrong := later.intersection(rule.counts.without):
            source.fail(
                f"`niet {min(wrong)}` noemt een regel die nog niet geteld is; zet die "
                "erboven",
                rule.name,
            )
        later.discard(rule.name)


def _stacks(
    source: Source, rules: tuple[Rule, ...], groups: dict[str, tuple[str, ...]]
) -> tuple[Stack | None, Stack | None]:
    surcharges = {rule.name for rule in rules if _is_surcharge(rule)}
    raw = source.table("stack", optional=not surcharges)
    source.only(raw, {"pay", "plus"}, "stack")
    pay, plus = (
        source.read(lambda text: read_stack(text, groups), raw, key, "stack")
        for key in ("pay", "plus")
    )
    named: set[str] = set().union(*(stack.names() for stack in (pay, plus) if stack))
    every = {rule.name for rule in rules}
    if unknown := named - every:
        source.fail(
            f"onbekende regel {min(unknown)!r}; kies uit {', '.join(sorted(every))}",
            "stack",
        )
    by_name = {rule.name: rule for rule in rules}
    if wrong := [
        n for n in sorted(named) if by_name[n].pay.is_amount or by_name[n].kind
    ]:
        source.fail(
            "is een bedrag of een soort en hoort niet in [stack]; haal haar eruit",
            wrong[0],
        )
    if idle := surcharges - named:
        source.fail("staat niet in [stack]; noem haar in pay of plus", min(idle))
    return pay, plus


def _is_surcharge(rule: Rule) -> bool:
    return not rule.pay.is_amount and rule.kind is None


def _holidays(source: Source, cao: Table) -> tuple[str, ...]:
    names = cao.get("holidays", [])
    if not isinstance(names, list):
        source.fail(
            '`holidays` is een lijst; schrijf ["nieuwjaar", …]', "cao", "holidays"
        )
    for name in names:
        if not isinstance(name, str) or name not in NAMES:
            source.fail(
                f"feestdag {name!r} is onbekend; kies uit {', '.join(NAMES)}",
                "cao",
                "holidays",
            )
    return tuple(names)


def _lists(source: Source) -> tuple[tuple[str, frozenset[date]], ...]:
    found = []
    for name, days in source.table("aangewezen", optional=True).items():
        whole = isinstance(days, list)
        dates = [source.date_of({name: day}, name) for day in days] if whole else None
        if dates is None:
            source.fail(f"`{name}` is een lijst van dagen; schrijf [2026-02-07]", name)
        found.append((name, frozenset(dates)))
    return tuple(found)


def _one_of(source: Source, cao: Table, key: str, words: tuple[str, ...]) -> str:
    found = source.optional_text(cao, key)
    if found not in words:
        known = ", ".join(word for word in words if word)
        source.fail(f"`{key} = {found!r}` is onbekend; kies uit {known}", "cao", key)
    return found


def _examples(source: Source) -> tuple[Example, ...]:
    tables = source.tables("example")
    return tuple(_example(source, raw, n) for n, raw in enumerate(tables))


def _example(source: Source, raw: Table, number: int) -> Example:
    source.only(raw, {"in", "out", "note", "facts", "convention"}, "example")
    tables = {}
    for key in ("facts", "convention"):
        tables[key] = raw.get(key, {})
        if not isinstance(tables[key], dict):
            source.fail(f"`{key}` is een tabel; schrijf {{ … }}", "example")
    shifts = source.text_of(raw, "in", "example")
    result = source.text_of(raw, "out", "example")
    note = source.optional_text(raw, "note", "example")
    line = source.line("example", number)
    return Example(shifts, result, tables["facts"], note, tables["convention"], line)
