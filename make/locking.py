"""Write the two lock files: hashed, for every system, without any address."""

import subprocess
import sys
from pathlib import Path

UV = Path(sys.executable).with_name("uv")
HOW = ["--universal", "--generate-hashes", "--no-header", "--no-emit-index-url"]
RUN, WORK = "requirements.lock", "requirements-dev.lock"


def main() -> None:
    compiling = [UV, "pip", "compile", "--quiet", *HOW, "--python-version", "3.11"]
    running = [*compiling, "pyproject.toml", "--extra", "build"]
    subprocess.check_call([*running, "-o", RUN, *sys.argv[1:]])
    working = [*running, "--extra", "dev", "--constraint", RUN]
    subprocess.check_call([*working, "-o", WORK, *sys.argv[1:]])


if __name__ == "__main__":
    main()
