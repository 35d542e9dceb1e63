"""The checks that need no test run: style, types, contracts, templates."""

import subprocess
import sys
from pathlib import Path

BIN = Path(sys.executable).parent
CHECKS = {
    "stijl": ["ruff", "check", "--quiet"],
    "opmaak": ["ruff", "format", "--check", "--quiet"],
    "typen": ["mypy", "--no-error-summary"],
    "trap": ["lint-imports", "--cache-dir", ".import_linter_cache"],
    "sjablonen": ["djlint", "--lint", "--quiet", "src"],
    "vorm": ["pytest", "-q", "--no-header", "tests/test_shape.py"],
}


def main() -> int:
    """Run every check, tell which are red; 0 when none is."""
    red = [name for name, check in CHECKS.items() if not _passes(name, check)]
    print("Controles: " + (f"rood: {', '.join(red)}" if red else "alle groen"))
    return 1 if red else 0


def _passes(name: str, check: list[str]) -> bool:
    program, *rest = check
    done = subprocess.run(
        [BIN / program, *rest], check=False, capture_output=True, text=True
    )
    if done.returncode:
        print(f"── {name}: {' '.join(check)}\n{done.stdout}{done.stderr}")
    return done.returncode == 0


if __name__ == "__main__":
    sys.exit(main())
