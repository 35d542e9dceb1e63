"""Which of the minutes of a shift are the break."""

from itertools import groupby

from naive.clocks import minutes


def table(text, gross):
    """The longest break of "vanaf 4:30 30m, boven 7:30 60m" that applies."""
    found = 0
    for step in text.split(","):
        words = step.split()
        bound = minutes(words[-2])
        if gross > bound or (gross == bound and "boven" not in words):
            found = max(found, int(words[-1].rstrip("m")))
    return found


def without(points, taken, placement, dear, alike):
    """The points that stay, in the order of the clock.

    `dear` gives a point's surcharge, `alike` what must be equal within a stretch.
    """
    taken = min(taken, len(points))
    if placement == "naar rato":
        return _in_proportion(points, taken, alike)
    if placement in ("laagste", "hoogste"):
        order = sorted(points, key=dear, reverse=placement == "hoogste")
        gone = set(order[:taken])
        return [point for point in points if point not in gone]
    if placement == "midden":
        before = (len(points) - taken) // 2
    else:
        after = minutes(placement.removeprefix("na "))
        before = min(after, len(points) - taken)
    return points[:before] + points[before + taken :]


def _in_proportion(points, taken, alike):
    """Whole minutes of each stretch; the largest remainders give one more."""
    numbered = enumerate(points)
    groups = [
        [point for _, point in group]
        for _, group in groupby(numbered, lambda one: (one[1] - one[0], alike(one[1])))
    ]
    whole = [len(group) * taken // len(points) for group in groups]
    left = [len(group) * taken % len(points) for group in groups]
    order = sorted(range(len(groups)), key=lambda n: (-left[n], n))
    for number in order[: taken - sum(whole)]:
        whole[number] += 1
    return [
        point
        for group, less in zip(groups, whole, strict=True)
        for point in group[: len(group) - less]
    ]
