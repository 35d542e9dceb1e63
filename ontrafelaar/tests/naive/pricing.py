"""What a set of rules that hold comes to."""

from fractions import Fraction

from naive.stacks import rate, read

DEAREST = 10**9


class Prices:
    """For one version, one hourly wage and one agreement."""

    def __init__(self, book, facts, agreed):
        self.book, self.agreed = book, agreed
        wage = facts.get("uurloon")
        self.wage = Fraction(wage.replace(",", ".")) if wage else None
        self.known, self.dear = {}, {}

    def of(self, held):
        """(percent, rules) of the base line, and of the line beside it or None."""
        key = frozenset(held)
        if key not in self.known:
            found = []
            for name in ("pay", "plus"):
                text = self.book.stack.get(name)
                found.append(self._rate(read(text), key) if text else None)
            percent, rules = found[0] or (0, ())
            base = (None if percent is None else 100 + Fraction(percent), rules)
            self.known[key] = base, found[1]
        return self.known[key]

    def _rate(self, tree, held):
        active = {name: self._percent(name) for name in held}
        found = rate(tree, active, self.book.groups)
        plain = set(self.agreed.get("normaal", ()))
        if found and plain & set(found[1]):
            won = {n: Fraction(0) if n in plain else active[n] for n in found[1]}
            return rate(tree, won, self.book.groups)[0], found[1]
        return found

    def _percent(self, name):
        worth = self.book.worth[name]
        if worth.percent is None or worth.most is None or not self.wage:
            return worth.percent
        return min(worth.percent, worth.most / self.wage * 100)

    def surcharge(self, held):
        """On top of a plain hour; what is unknown counts as the dearest."""
        if held not in self.dear:
            base, plus = self.of(held)
            extra = plus[0] if plus else 0
            unknown = base[0] is None or extra is None
            self.dear[held] = DEAREST if unknown else base[0] - 100 + extra
        return self.dear[held]
