"""A stranger's install: docs/operations.md done to the letter, on a bare Debian 12.

The blocks of the page are run as they stand in a machine of its own (systemd-nspawn);
then its database is destroyed, restored by the page's own words, and counted. Asks for
root, debootstrap and systemd-container; `--base FOLDER` takes a bare Debian that is
there already.
"""

import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

MIRROR = "http://deb.debian.org/debian"
PAGE = Path("docs/operations.md")
PACKAGES = ("debootstrap", "systemd-container")
BARE = "--variant=minbase"
# What makes a machine of a folder, and no more: PID 1 and its bus.
BOOTS = "--include=ca-certificates,systemd-sysv,dbus"
# The network as this machine knows it: names, and whom it believes.
TRUSTED = ("/etc/resolv.conf", "/etc/ssl/certs/ca-certificates.crt")
COUNT = """
SELECT table_name, (xpath('/row/c/text()', query_to_xml(format(
    'SELECT count(*) AS c FROM %I', table_name), false, true, '')))[1]::text
FROM information_schema.tables
WHERE table_schema = 'public' AND table_name NOT IN ('throttle', 'django_session')
ORDER BY 1
"""
# In a machine without a network these two can't be well.
EXPECTED = ("mailserver", "klok")
PATIENCE = 120


def main(arguments: list[str]) -> int:
    """Walk the page; 1 at the first step that fails or the first row that is lost."""
    if os.geteuid() != 0:
        print(
            "Dit maakt een machine na en vraagt daarvoor root: sudo make install-proof"
        )
        return 2
    base = Path(arguments[1]) if arguments[:1] == ["--base"] else None
    install, keep = _blocks("## Installeren"), _blocks("## Bewaren en terugzetten")
    with tempfile.TemporaryDirectory(prefix="werkbrief-debian-") as folder:
        root = Path(folder) / "root"
        _bare(root, base)
        _unpack(root)
        for block in install[:2]:
            _in_chroot(root, block)
        with _booted(root) as machine:
            for block in install[2:-1]:
                machine(block)
            lost = _check(machine, install[-1]) + _lose_and_restore(machine, keep)
    print("\nNiets verloren." if not lost else f"\nVerloren of stuk: {lost}")
    return 1 if lost else 0


def _blocks(heading: str) -> list[str]:
    """The page's own shell blocks below this heading."""
    section = PAGE.read_text().split(heading, 1)[1].split("\n## ", 1)[0]
    return re.findall(r"```sh\n(.*?)```", section, re.DOTALL)


def _bare(root: Path, base: Path | None) -> None:
    if base:
        _run(["cp", "-a", base, root])
    else:
        missing = [name for name in PACKAGES if not _has(name)]
        if missing:
            _run(["apt-get", "install", "-qq", "-y", *missing])
        _run(["debootstrap", BARE, BOOTS, "bookworm", root, MIRROR])
    for file in TRUSTED:
        shutil.copy(file, root / file.lstrip("/"))


def _has(package: str) -> bool:
    tool = {"systemd-container": "systemd-nspawn"}.get(package, package)
    return shutil.which(tool) is not None


def _unpack(root: Path) -> None:
    """What git knows, as a release would hold it."""
    source = root / "opt/werkbrief/source"
    source.mkdir(parents=True)
    with subprocess.Popen(["git", "archive", "HEAD"], stdout=subprocess.PIPE) as made:  # noqa: S607
        _run(["tar", "-x", "-C", source], stdin=made.stdout)


def _in_chroot(root: Path, block: str) -> None:
    """Before it boots: what needs the network. pip as it is set up on this machine."""
    print(f"\n── {_first(block)}", flush=True)
    settings, folders = _pip()
    binds = [f"--bind-ro={folder}" for folder in folders]
    words = [f"--setenv={name}={value}" for name, value in settings.items()]
    quiet = "--setenv=DEBIAN_FRONTEND=noninteractive"
    shell = ["--quiet", "--register=no", "--keep-unit", *binds, *words, quiet]
    _run(["systemd-nspawn", "-D", root, *shell, "/bin/sh", "-ec", block])


def _pip() -> tuple[dict[str, str], set[str]]:
    """How pip finds packages on this machine, and the folders that it looks in."""
    said = subprocess.check_output(
        [sys.executable, "-m", "pip", "config", "list"], text=True
    )
    pairs = re.findall(r"^(?:global|:env:)\.([\w-]+)='(.*)'$", said, re.MULTILINE)
    # What stands in /etc is about this machine, not about where packages are.
    settings = {
        f"PIP_{name.upper().replace('-', '_')}": value
        for name, value in pairs
        if "/etc/" not in value or name == "cert"
    }
    words = re.findall(r"(?:^|\s|file://)(/\S+)", "\n".join(settings.values()))
    tops = {Path(*Path(word).parts[:3]) for word in words}
    return settings, {
        str(top) for top in tops if top.exists() and "etc" not in top.parts
    }


@contextmanager
def _booted(root: Path) -> "Iterator[Machine]":
    """The same folder as a running machine, with its own systemd and no network."""
    words = ["--quiet", "--register=no", "--keep-unit", "--private-network", "--boot"]
    log = (root.parent / "boot.log").open("w")
    host = subprocess.Popen(
        ["systemd-nspawn", "-D", root, *words],  # noqa: S607
        stdout=log,
        stderr=log,
        stdin=subprocess.DEVNULL,
    )
    try:
        machine = Machine(_leader(host.pid))
        machine.wait_for('su postgres -c "psql -Xqc SELECT"')
        yield machine
    finally:
        host.terminate()
        host.wait(PATIENCE)


class Machine:
    """A shell in it, as root."""

    def __init__(self, leader: int) -> None:
        self.leader = leader

    def __call__(self, block: str, *, check: bool = True) -> str:
        print(f"\n── {_first(block)}", flush=True)
        done = subprocess.run(
            self._words(block), check=False, capture_output=True, text=True
        )
        told = (done.stdout + done.stderr).rstrip()
        if told:
            print(told, flush=True)
        if check and done.returncode:
            self.tell_why()
            sys.exit(f"Dit lukte niet (code {done.returncode}):\n{block}")
        return done.stdout

    def wait_for(self, question: str) -> None:
        until = time.monotonic() + PATIENCE
        while subprocess.call(self._words(question), stderr=subprocess.DEVNULL):
            if time.monotonic() > until:
                self.tell_why()
                sys.exit(f"Dit wordt niet waar: {question}")
            time.sleep(0.5)

    def tell_why(self) -> None:
        last = "journalctl --no-pager --lines=60 --priority=warning; systemctl --failed"
        subprocess.call(self._words(last))

    def _words(self, block: str) -> list[str]:
        enter = ["nsenter", "--target", str(self.leader), "--all"]
        clean = ["env", "-i", "HOME=/root", f"PATH={PATH}", "LANG=C.UTF-8"]
        return [*enter, *clean, "/bin/sh", "-ec", f"cd /\n{block}"]


PATH = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"


def _leader(host: int) -> int:
    """The machine's PID 1, as this machine numbers it."""
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        children = Path(f"/proc/{host}/task/{host}/children").read_text().split()
        for child in map(int, children):
            if Path(f"/proc/{child}/comm").read_text().strip() == "systemd":
                return child
        time.sleep(0.2)
    sys.exit("De machine start niet.")


def _check(machine: Machine, block: str) -> int:
    """The page's last block; the doctor may only complain of the missing network."""
    told = machine(f"set +e\n{block}", check=False)
    bad = [line for line in told.splitlines() if line.startswith("✗")]
    strange = [line for line in bad if not any(word in line for word in EXPECTED)]
    return len(strange) + ("ok" not in told) + ("✓ de tabellen zijn bij" not in told)


def _lose_and_restore(machine: Machine, keep: list[str]) -> int:
    backup, restore = keep
    machine("werkbrief demo")
    machine("systemctl stop werkbrief-work")
    before = _count(machine)
    machine(backup)
    machine(restore)
    machine.wait_for("curl -sf -H 'Host: uren.example.org' 127.0.0.1:8000/klaar/")
    machine("systemctl stop werkbrief-work")
    after = _count(machine)
    lost = {name for name, rows in before.items() if after.get(name, 0) < rows}
    total = sum(before.values())
    print(f"\n{len(before)} tabellen, {total} regels; minder na terugzetten: {lost}")
    return len(lost)


def _count(machine: Machine) -> dict[str, int]:
    words = f"su postgres -c \"psql -XAt -d werkbrief\" <<'EINDE'\n{COUNT};\nEINDE\n"
    lines = [line.split("|") for line in machine(words).splitlines() if "|" in line]
    return {name: int(rows) for name, rows in lines}


def _first(block: str) -> str:
    return block.strip().splitlines()[0]


def _run(command: "list[str | Path]", **more: object) -> None:
    if subprocess.call(command, **more):  # type: ignore[call-overload]
        sys.exit(f"Dit lukte niet: {' '.join(map(str, command))}")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
