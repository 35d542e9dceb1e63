"""Long proofs: of the rules library, of the interface, of every parser."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

ROOT = Path(__file__).parents[1]
TESTS = ROOT / "ontrafelaar" / "tests"
BIN = Path(sys.executable).parent
MUTATED = ("stacking", "breaks", "engine")
KILLERS = (
    "test_stacking.py",
    "test_breaks.py",
    "test_versions.py",
    "test_found.py",
    "test_engine.py",
    "test_cases.py",
    "test_readme.py",
    "test_differential.py",
)
GOAL = 90
CONFIGURATION = """\
[tool.pytest.ini_options]
pythonpath = ["src", "tests"]
addopts = "--import-mode=importlib -p no:django -p no:cacheprovider"
[tool.mutmut]
source_paths = [{paths}]
pytest_add_cli_args_test_selection = ["tests"]
also_copy = ["src", "tests"]
"""


def main(wanted: list[str]) -> int:
    """Do those asked for, or all of them; 0 when each holds."""
    if strange := sorted(set(wanted) - set(PROOFS)):
        print(f"Dat bewijs is er niet: {', '.join(strange)}. Wel: {', '.join(PROOFS)}.")
        return 2
    return max(PROOFS[name]() for name in wanted or PROOFS)


def _differential() -> int:
    """Twenty thousand random weeks by the engine and by a second reading."""
    return subprocess.call([sys.executable, TESTS / "differential.py", "20000"])


def _fuzz() -> int:
    """Ten minutes for each parser and for packs; what is new joins the corpus."""
    packs = subprocess.call([sys.executable, TESTS / "fuzzing.py", "10"])
    return max(packs, *(_hunt(words) for words in (["groei"], ["10"])))


def _hunt(words: list[str]) -> int:
    paths = [ROOT / "src", ROOT / "ontrafelaar" / "src", ROOT]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(map(str, paths))}
    command = [sys.executable, "-m", "tests.fuzz", *words]
    return subprocess.call(command, env=environment, cwd=ROOT)


def _mutants() -> int:
    """How many small changes in the heart of the engine the tests see."""
    with TemporaryDirectory() as folder:
        _laid_out(Path(folder))
        mutmut = [BIN / "mutmut"]
        subprocess.call([*mutmut, "run"], cwd=folder, stdout=subprocess.DEVNULL)
        told = subprocess.run(
            [*mutmut, "results", "--all", "true"],
            cwd=folder,
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        return _judged(told, Path(folder))


def _laid_out(folder: Path) -> None:
    """The library and its quick tests, apart: mutmut rewrites what it finds."""
    shutil.copytree(ROOT / "ontrafelaar" / "src", folder / "src")
    (folder / "tests").mkdir()
    for name in ("conftest.py", *KILLERS):
        shutil.copy(TESTS / name, folder / "tests")
    for name in ("naive", "cases"):
        shutil.copytree(TESTS / name, folder / "tests" / name)
    paths = ", ".join(f'"src/ontrafelaar/{name}.py"' for name in MUTATED)
    (folder / "pyproject.toml").write_text(CONFIGURATION.format(paths=paths))


def _judged(told: str, folder: Path) -> int:
    """Print the figure per module, and each mutant that lives."""
    ends = re.findall(r"ontrafelaar\.(\w+)\.(\S+): (.+)", told)
    for module in MUTATED:
        print(_score(module, [end for name, _, end in ends if name == module]))
    living = [(name, mutant) for name, mutant, end in ends if end == "survived"]
    for module, mutant in living:
        print(f"\n{module}: {mutant}\n{_difference(f'{module}.{mutant}', folder)}")
    total = _score("samen", [end for *_, end in ends])
    print(f"\n{total}")
    return int(len(living) * 100 > len(ends) * (100 - GOAL))


def _score(name: str, ends: list[str]) -> str:
    living = ends.count("survived")
    share = 100 * (len(ends) - living) / max(len(ends), 1)
    return f"{name}: {len(ends)} mutanten, {living} overleven, {share:.1f} % gezien"


def _difference(mutant: str, folder: Path) -> str:
    told = subprocess.run(
        [BIN / "mutmut", "show", f"ontrafelaar.{mutant}"],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
    ).stdout
    return "\n".join(re.findall(r"^[-+] .*$", told, re.MULTILINE))


def _interface() -> int:
    """Three hundred questions of every sort: no answer that nobody foresaw."""
    test = ROOT / "tests/api/test_described.py"
    return subprocess.call(
        [sys.executable, "-m", "pytest", "-q", test],
        cwd=ROOT,
        env={**os.environ, "INTERFACE_EXAMPLES": "300"},
    )


PROOFS = {
    "differential": _differential,
    "fuzz": _fuzz,
    "mutants": _mutants,
    "interface": _interface,
}

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
