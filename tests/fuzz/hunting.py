"""One parser under damaged input for some minutes; what reaches new lines breeds on."""

import json
import random
import sys
import traceback
from pathlib import Path
from time import monotonic, process_time

from tests.fuzz.damaging import damaged

HERE = Path(__file__).parent
CORPUS = HERE / "corpus"
SOURCE = str(HERE.parents[1] / "src")
LONGEST, KEPT_LENGTH, MOST_KEPT = 8_000, 1_500, 60
# CPU seconds, traced: what takes this long at this length is no straight reading.
TOO_SLOW = 3.0


def kept(name):
    """What is in the corpus of this parser: found by earlier hunts, shortest first."""
    file = CORPUS / f"{name}.json"
    texts = json.loads(file.read_text()) if file.exists() else []
    return [text.encode("latin-1") for text in texts]


class Hunt:
    """The inputs that breed, what they reached, and what should never have been."""

    def __init__(self, target, seed):
        self.target, self.chance = target, random.Random(seed)
        self.lines, self.sorts, self.pool, self.wrong = set(), set(), [], {}
        self.tries = 0
        for text in [*target.seeds, *kept(target.name)]:
            self.try_out(text)

    def go(self, minutes, tell):
        until = monotonic() + minutes * 60
        told = monotonic()
        while monotonic() < until:
            mother = self.chance.choice(self.pool)
            text = damaged(self.chance, mother, self.pool, self.target.tokens)
            if len(text) <= LONGEST:
                self.try_out(text)
            if monotonic() - told > 60:
                told = monotonic()
                tell(self.score())
        tell(self.score())

    def try_out(self, text):
        self.tries += 1
        lines, sort, mishap, took = watched(self.target.read, text)
        if mishap is None and took > TOO_SLOW:
            mishap = ("traag", sort)
        if mishap is not None and mishap not in self.wrong:
            self.wrong[mishap] = shortest(self.target.read, text, mishap)
            sys.stderr.write(f"{self.target.name}: {mishap}\n{self.wrong[mishap]!r}\n")
        # A tuple is what several readers made of one text: each counts for itself.
        sorts = set(enumerate(sort) if isinstance(sort, tuple) else [sort])
        if lines - self.lines or sorts - self.sorts:
            self.lines |= lines
            self.sorts |= sorts
            self.pool.append(text)

    def score(self):
        return (
            f"{self.target.name}: {self.tries} keer, {len(self.sorts)} soorten "
            f"antwoord, {len(self.lines)} regels geraakt, {len(self.wrong)} fout"
        )

    def keep(self):
        """Write the fewest, shortest inputs that reach all that was, and each find."""
        found, left = list(self.wrong.values()), set(self.lines)
        known = kept(self.target.name)
        for text in [*known, *sorted(self.pool, key=len)]:
            if len(found) >= MOST_KEPT + len(self.wrong) or len(text) > KEPT_LENGTH:
                continue
            lines = watched(self.target.read, text)[0]
            if lines & left or text in known:
                left -= lines
                found.append(text)
        unique = sorted(set(found), key=lambda text: (len(text), text))
        CORPUS.mkdir(exist_ok=True)
        texts = json.dumps([text.decode("latin-1") for text in unique], indent=0)
        (CORPUS / f"{self.target.name}.json").write_text(texts + "\n")


def watched(read, text):
    """The lines of ours it came past, the sort of answer, the mishap, CPU seconds."""
    lines = set()

    def within(frame, _event, _told):
        lines.add((frame.f_code.co_filename, frame.f_lineno))
        return within

    def entering(frame, _event, _told):
        return within if frame.f_code.co_filename.startswith(SOURCE) else None

    sort = mishap = None
    start = process_time()
    sys.settrace(entering)
    try:
        sort = read(text)
    except KeyboardInterrupt:
        raise
    except BaseException as error:  # noqa: BLE001  (a panic in Rust is no Exception)
        mishap = _place(error)
    finally:
        sys.settrace(None)
    return lines, sort, mishap, process_time() - start


def _place(error):
    frames = traceback.extract_tb(error.__traceback__)
    ours = [frame for frame in frames if frame.filename.startswith(SOURCE)]
    place = (ours or frames)[-1]
    return type(error).__name__, f"{Path(place.filename).name}:{place.lineno}"


def shortest(read, text, mishap):
    """Take away whatever is not needed for the same mishap."""
    size = max(len(text) // 2, 1)
    for _ in range(400):
        for start in range(0, len(text), size):
            shorter = text[:start] + text[start + size :]
            if mishap[0] != "traag" and watched(read, shorter)[2] == mishap:
                text = shorter
                break
        else:
            if size == 1:
                break
            size = max(size // 2, 1)
    return text
