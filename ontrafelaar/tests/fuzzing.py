"""Damage packs for some minutes, and keep of every new sort of error the shortest.

    python ontrafelaar/tests/fuzzing.py 10 [folder]

What is kept grows on: it is damaged further. With a folder it is written there; without
one, to the corpus beside the tests. Exit code 1 when anything but a whole pack error
came out; that text is kept too, as `fout-….toml`.
"""

import random
import re
import sys
import tomllib
import traceback
from pathlib import Path
from time import monotonic

from mutilating import (
    CORPUS,
    FOLDER,
    KEYS,
    SMALL,
    is_whole,
    mutilated,
    scratched,
    told,
    written,
)

LONG = 6000


def main(words):
    minutes = float(words[0]) if words else 10
    folder = Path(words[1]) if words[1:] else CORPUS
    folder.mkdir(exist_ok=True)
    seed = int(words[2]) if words[2:] else random.randrange(10**6)
    hunt = Hunt(folder, random.Random(seed))
    until, tries = monotonic() + minutes * 60, 0
    while monotonic() < until:
        hunt.go()
        tries += 1
        if tries % 2000 == 0:
            print(hunt.score(tries), flush=True)
    print(f"begin {seed}: {hunt.score(tries)}")
    return int(bool(hunt.wrong))


class Hunt:
    """Texts to damage, the sorts of error seen, and what should not have been."""

    def __init__(self, folder, chance):
        self.folder, self.chance = folder, chance
        packs = (file.read_text(encoding="utf-8") for file in FOLDER.glob("*.toml"))
        self.kept = {("begin", n): text for n, text in enumerate([SMALL, *packs])}
        for file in folder.glob("*.toml"):
            text = file.read_bytes().decode("utf-8", "surrogateescape")
            self.kept[kind(text)] = text
        self.wrong = set()

    def go(self):
        text = damaged(self.chance, self.chance.choice(list(self.kept.values())))
        if len(text) > LONG:
            return
        sort = kind(text)
        if sort[0] == "fout" and sort not in self.wrong:
            self.wrong.add(sort)
            self.write(f"fout-{len(self.wrong)}", text)
            print("\n".join(map(str, sort)))
        if sort not in self.kept or len(text) < len(self.kept[sort]):
            self.kept[sort] = text

    def score(self, tries):
        for number, (sort, text) in enumerate(sorted(self.kept.items(), key=str)):
            if sort[0] == "telt":
                self.write(f"{number:03}", text)
        return f"{tries} packs, {len(self.kept)} soorten, {len(self.wrong)} fout"

    def write(self, name, text):
        content = text.encode("utf-8", "surrogateescape")
        (self.folder / f"{name}.toml").write_bytes(content)


def damaged(chance, text):
    try:
        table = tomllib.loads(text)
    except (ValueError, RecursionError):
        return scratched(chance, text)
    if not table or chance.random() < 0.3:
        return scratched(chance, text)
    return written(mutilated(chance, table))


def kind(text):
    """What sort of answer it gives: the error without its particulars."""
    try:
        errors = told(text)
    except Exception as error:  # noqa: BLE001
        place = traceback.extract_tb(error.__traceback__)[-1]
        where = f"{Path(place.filename).name}:{place.lineno}"
        return "fout", type(error).__name__, where
    for error in errors:
        if not is_whole(error):
            return "fout", *_bare(error.what)
    return "telt", *(_bare(errors[0].what) if errors else ())


def _bare(what):
    """How it begins, which key it is about, and how its remedy begins."""
    begin = re.split(r"[^a-z\s,?]", what)[0].split()[:2]
    key = re.match(r"`(\w+)", what)
    remedy = re.split(r"[^a-z\s]", what.rpartition("; ")[2])[0].split()[:2]
    return *begin, "|", key[1] if key and key[1] in KEYS else "", "|", *remedy


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
