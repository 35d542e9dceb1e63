"""The console command `ontrafelaar`."""

import argparse
import json
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

from ontrafelaar.batches import chosen, compare, pairs, run
from ontrafelaar.checking import failures, read_file
from ontrafelaar.delivering import PER
from ontrafelaar.library import packs
from ontrafelaar.notation import read_convention, read_facts, read_shifts
from ontrafelaar.outcome import Outcome, explain
from ontrafelaar.pack import PackError
from ontrafelaar.schema import pack_schema
from ontrafelaar.shifts import Convention, Facts
from ontrafelaar.unraveling import unravel

_SOME: dict[str, Any] = {"action": "append", "default": []}


def main(words: Sequence[str] | None = None) -> int:
    """Exit code 0, or 1 with one sentence on what is wrong."""
    arguments = _parser().parse_args(words)
    try:
        return int(arguments.do(arguments))
    except PackError as error:
        print(error, file=sys.stderr)  # noqa: T201
        return 1


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser("ontrafelaar", description=__doc__)
    verbs = parser.add_subparsers(required=True)
    verbs.add_parser("packs", help="welke cao's er zijn").set_defaults(do=_packs)
    check = verbs.add_parser("check", help="lees packs en draai hun voorbeelden")
    check.add_argument("files", nargs="*", type=Path, help="zonder: alles wat meekomt")
    check.set_defaults(do=_check)
    for name, do in (("try", _try), ("explain", _explain)):
        verb = verbs.add_parser(
            name, help="reken diensten uit" if name == "try" else "en zeg waarom"
        )
        verb.add_argument("pack", help="naam, of een bestand.toml")
        verb.add_argument("shifts")
        verb.add_argument(
            "--date", type=date.fromisoformat, help="kies de versie van deze dag"
        )
        verb.add_argument("--language", choices=("nl", "en"), default="nl")
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
    verb.add_argument("--per", choices=PER, default=PER[0], help="regels per …")
    _takes_settings(verb)
    verb.set_defaults(do=lambda arguments: run(arguments, _settings(arguments)))
    verb = verbs.add_parser("compare", help="wat twee versies of afspraken schelen")
    verb.add_argument("old", help="naam, of een bestand.toml")
    verb.add_argument("new")
    _takes_file(verb)
    _takes_settings(verb)
    for side in ("old", "new"):
        verb.add_argument(f"--{side}-convention", **_SOME, metavar="pauze=midden")
    verb.set_defaults(do=lambda arguments: compare(arguments, _settings(arguments)))


def _takes_file(verb: argparse.ArgumentParser) -> None:
    verb.add_argument("file", nargs="?", type=Path, help="zonder: standaardinvoer")
    verb.add_argument("--in", dest="source", type=Path, help="hetzelfde")
    verb.add_argument("--out", type=Path, help="zonder: standaarduitvoer")


def _takes_settings(verb: argparse.ArgumentParser) -> None:
    verb.add_argument("--fact", **_SOME, metavar="contract=32:00")
    verb.add_argument("--tag", **_SOME)
    verb.add_argument("--roster", metavar='"ma-vr 07:00-16:00"')
    verb.add_argument("--convention", **_SOME, metavar="pauze=midden")


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
        for error in errors:
            print(f"  {error}")  # noqa: T201
    return 1 if wrong else 0


def _try(arguments: argparse.Namespace) -> int:
    print(_outcome(arguments))  # noqa: T201
    return 0


def _explain(arguments: argparse.Namespace) -> int:
    outcome = _outcome(arguments)
    print(outcome)  # noqa: T201
    for sentence in explain(outcome, arguments.language):
        print(f"  {sentence}")  # noqa: T201
    for flag in outcome.flags:
        print(f"  ! {flag.sentence}")  # noqa: T201
    for finding in outcome.checks:
        print(f"  ! {finding.sentence}")  # noqa: T201
    return 0


def _schema(_arguments: argparse.Namespace) -> int:
    print(json.dumps(pack_schema(), ensure_ascii=False, indent=2))  # noqa: T201
    return 0


def _outcome(arguments: argparse.Namespace) -> Outcome:
    shifts = read_shifts(arguments.shifts)
    pack = chosen(arguments.pack, arguments.date)
    facts, convention = _settings(arguments)
    return unravel(shifts, pack, convention=convention, facts=facts)


def _settings(arguments: argparse.Namespace) -> tuple[Facts, Convention]:
    raw = {**pairs(arguments.fact), "tags": arguments.tag}
    if arguments.roster:
        raw["rooster"] = arguments.roster
    return read_facts(raw), read_convention(pairs(arguments.convention))
