"""The console command `ontrafelaar`."""

import argparse
import json
import sys
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from ontrafelaar.batches import chosen, compare, pairs, run
from ontrafelaar.checking import failures, read_file, unknown_words
from ontrafelaar.delivering import PER
from ontrafelaar.library import Family, family, packs
from ontrafelaar.notation import (
    read_convention,
    read_facts,
    read_shifts,
    read_words,
)
from ontrafelaar.outcome import Outcome, explain
from ontrafelaar.pack import Pack, PackError
from ontrafelaar.schema import pack_schema
from ontrafelaar.shifts import Convention, Facts
from ontrafelaar.unraveling import refuse_early, unravel

_SOME: dict[str, Any] = {"action": "append", "default": []}


class _Parser(argparse.ArgumentParser):
    """Says in Dutch what argparse says in English."""

    def format_usage(self) -> str:
        return _dutch(super().format_usage())

    def format_help(self) -> str:
        return _dutch(super().format_help())


def _dutch(text: str) -> str:
    for english, dutch in (
        ("usage:", "gebruik:"),
        ("positional arguments:", "wat je geeft:"),
        ("options:", "wat je erbij kunt geven:"),
        ("show this help message and exit", "deze uitleg"),
    ):
        text = text.replace(english, dutch)
    return text


def main(words: Sequence[str] | None = None) -> int:
    """Exit code 0, or 1 with one sentence on what is wrong."""
    arguments = _parser().parse_args(words)
    try:
        return int(arguments.do(arguments))
    except PackError as error:
        print(error, file=sys.stderr)  # noqa: T201
        return 1


def _parser() -> argparse.ArgumentParser:
    parser = _Parser("ontrafelaar", description="Gewerkte tijd in, betaalde uren uit.")
    verbs = parser.add_subparsers(required=True, title="wat je kunt doen")
    verbs.add_parser("packs", help="welke cao's er zijn").set_defaults(do=_packs)
    check = verbs.add_parser("check", help="lees packs en draai hun voorbeelden")
    check.add_argument("files", nargs="*", type=Path, help="zonder: alles wat meekomt")
    check.set_defaults(do=_check)
    for name, do in (("try", _try), ("explain", _explain)):
        verb = verbs.add_parser(
            name, help="reken diensten uit" if name == "try" else "en zeg waarom"
        )
        verb.add_argument("pack", help="naam, of een bestand.toml")
        verb.add_argument("shifts", help='bijvoorbeeld "2026-02-02 07:00-16:00 /60"')
        verb.add_argument(
            "--date",
            type=date.fromisoformat,
            metavar="2026-02-02",
            help="reken met de versie van deze dag",
        )
        verb.add_argument(
            "--language",
            choices=("nl", "en"),
            default="nl",
            help="taal van de uitleg",
        )
        _takes_settings(verb)
        verb.set_defaults(do=do)
    _batches(verbs)
    verbs.add_parser(
        "schema", help="JSON Schema van een pack, voor een tekstbewerker"
    ).set_defaults(do=_schema)
    return parser


def _batches(verbs: Any) -> None:  # noqa: ANN401  (argparse does not name it)
    """Whole files of shifts, of many workers."""
    verb = verbs.add_parser("run", help="reken een bestand met diensten uit")
    _takes_file(verb)
    verb.add_argument("--pack", required=True, help="naam, of een bestand.toml")
    verb.add_argument(
        "--per", choices=PER, default=PER[0], help="waarover de regels gaan"
    )
    _takes_settings(verb)
    verb.set_defaults(do=lambda arguments: run(arguments, _settings(arguments)))
    verb = verbs.add_parser("compare", help="wat twee versies of afspraken schelen")
    verb.add_argument("old", help="naam, of een bestand.toml")
    verb.add_argument("new", help="waarmee vergeleken wordt")
    _takes_file(verb)
    _takes_settings(verb)
    for side, told in (("old", "oude"), ("new", "nieuwe")):
        verb.add_argument(
            f"--{side}-convention",
            **_SOME,
            metavar="pauze=midden",
            help=f"wat alleen aan de {told} kant is afgesproken",
        )
    verb.set_defaults(do=lambda arguments: compare(arguments, _settings(arguments)))


def _takes_file(verb: argparse.ArgumentParser) -> None:
    verb.add_argument("file", nargs="?", type=Path, help="zonder: standaardinvoer")
    verb.add_argument(
        "--in", dest="source", type=Path, metavar="FILE", help="hetzelfde bestand"
    )
    verb.add_argument(
        "--out",
        type=Path,
        metavar="FILE",
        help=".csv, .jsonl of .parquet; zonder: standaarduitvoer",
    )


def _takes_settings(verb: argparse.ArgumentParser) -> None:
    for name, example, told in (
        ("fact", "contract=32:00", "wat van de medewerker bekend is; mag vaker"),
        ("tag", '"klein contract"', "een woord waar een regel om vraagt; mag vaker"),
        ("convention", "pauze=midden", "wat het bureau afspreekt; mag vaker"),
    ):
        verb.add_argument(f"--{name}", **_SOME, metavar=example, help=told)
    verb.add_argument(
        "--roster", metavar='"ma-vr 07:00-16:00"', help="het rooster van de medewerker"
    )


def _packs(_arguments: argparse.Namespace) -> int:
    for pack in packs():
        until = f"t/m {pack.until}" if pack.until else ""
        print(f"{pack.file.removesuffix('.toml'):30} {pack.name}, {pack.valid} {until}")  # noqa: T201
    return 0


def _check(arguments: argparse.Namespace) -> int:
    chosen = [read_file(path) for path in arguments.files] or list(packs())
    wrong = 0
    for pack in chosen:
        errors = list(failures(pack))
        wrong += len(errors)
        print(f"{pack.file}: {len(pack.examples)} voorbeelden, {len(errors)} fout")  # noqa: T201
        for told in (*errors, *_remarks(pack)):
            print(f"  {told}")  # noqa: T201
    return 1 if wrong else 0


def _try(arguments: argparse.Namespace) -> int:
    """The line alone on standard output; what one should know of it beside that."""
    outcome = _outcome(arguments)
    print(outcome, flush=True)  # noqa: T201
    for sentence in _known(arguments, outcome):
        print(f"  ! {sentence}", file=sys.stderr)  # noqa: T201
    return 0


def _explain(arguments: argparse.Namespace) -> int:
    outcome = _outcome(arguments)
    print(outcome)  # noqa: T201
    for sentence in explain(outcome, arguments.language):
        print(f"  {sentence}")  # noqa: T201
    found = (finding.sentence for finding in outcome.checks)
    for sentence in (*_known(arguments, outcome), *found):
        print(f"  ! {sentence}")  # noqa: T201
    return 0


def _schema(_arguments: argparse.Namespace) -> int:
    print(json.dumps(pack_schema(), ensure_ascii=False, indent=2))  # noqa: T201
    return 0


def _outcome(arguments: argparse.Namespace) -> Outcome:
    shifts = read_shifts(arguments.shifts)
    pack = chosen(arguments.pack, arguments.date)
    facts, convention = _settings(arguments)
    refuse_early(shifts, _versions(arguments.pack, pack))
    return unravel(shifts, pack, convention=convention, facts=facts)


def _versions(name: str, pack: Pack | str) -> Family:
    """Of a file it is the only one; a day chooses one of those of its CAO."""
    if isinstance(pack, Pack) and name.endswith(".toml"):
        return (pack,)
    return family(name)


def _known(arguments: argparse.Namespace, outcome: Outcome) -> Iterator[str]:
    yield from (flag.sentence for flag in outcome.flags)
    yield from unknown_words(arguments.tag, outcome.packs)


def _remarks(pack: Pack) -> Iterator[str]:
    """What is no fault, and still worth a look."""
    if not pack.examples:
        yield "zonder voorbeelden is er niets nagerekend; schrijf er zes"
    words = [word for one in pack.examples for word in read_words(one.facts)]
    yield from unknown_words(words, (pack,))


def _settings(arguments: argparse.Namespace) -> tuple[Facts, Convention]:
    raw = {**pairs(arguments.fact), "tags": arguments.tag}
    if arguments.roster:
        raw["rooster"] = arguments.roster
    return read_facts(raw), read_convention(pairs(arguments.convention))
