"""The console command `ontrafelaar`."""

import argparse
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from ontrafelaar.checking import failures, read_file
from ontrafelaar.library import family, load, packs
from ontrafelaar.notation import read_convention, read_facts, read_shifts
from ontrafelaar.outcome import Outcome, explain
from ontrafelaar.pack import PackError
from ontrafelaar.unraveling import unravel


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
        _takes_shifts(verb)
        verb.set_defaults(do=do)
    return parser


def _takes_shifts(verb: argparse.ArgumentParser) -> None:
    verb.add_argument("pack")
    verb.add_argument("shifts")
    verb.add_argument(
        "--date", type=date.fromisoformat, help="kies de versie van deze dag"
    )
    verb.add_argument("--fact", action="append", default=[], metavar="contract=32:00")
    verb.add_argument("--tag", action="append", default=[])
    verb.add_argument("--roster", metavar='"ma-vr 07:00-16:00"')
    verb.add_argument(
        "--convention", action="append", default=[], metavar="pauze=midden"
    )
    verb.add_argument("--language", choices=("nl", "en"), default="nl")


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


def _outcome(arguments: argparse.Namespace) -> Outcome:
    shifts = read_shifts(arguments.shifts)
    raw = {**_pairs(arguments.fact), "tags": arguments.tag}
    if arguments.roster:
        raw["rooster"] = arguments.roster
    facts = read_facts(raw)
    pack = load(arguments.pack, arguments.date) if arguments.date else arguments.pack
    family(arguments.pack)
    convention = read_convention(_pairs(arguments.convention))
    return unravel(shifts, pack, convention=convention, facts=facts)


def _pairs(texts: Sequence[str]) -> dict[str, object]:
    return {name: value for name, _, value in (text.partition("=") for text in texts)}
