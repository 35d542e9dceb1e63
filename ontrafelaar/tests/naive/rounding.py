"""Minutes to steps: clock times, runs, shifts and lines."""

import re


def to_steps(amount, text):
    """Round minutes as "15m", "15m omlaag" or "30m, onder 15m vervalt" says."""
    step = int(re.match(r"\d+", text)[0])
    left = amount % step
    if "vervalt" in text:
        goes_up = left >= int(re.search(r"onder (\d+)m", text)[1]) and left > 0
    elif "omlaag" in text:
        goes_up = False
    elif "omhoog" in text:
        goes_up = left > 0
    else:
        goes_up = 2 * left >= step
    return amount - left + (step if goes_up else 0)


def shorten(row, law):
    """A run that is too short does not count; rounding takes off its end."""
    run = []
    for minute in [*row, None]:
        if minute and law.name in minute.held:
            run.append(minute)
            continue
        paid = to_steps(len(run), law.rounding) if law.rounding else len(run)
        if len(run) < law.least:
            paid = 0
        for one in run[paid:]:
            one.held -= {law.name}
        run = []


def punched(low, high, text):
    """Start and end to steps; to the benefit of one of the two they go apart."""
    step = int(text.split("m")[0])
    if "medewerker" in text:
        low, high = low - low % step, high + -high % step
    elif "opdrachtgever" in text:
        low, high = low + -low % step, high - high % step
    else:
        low, high = to_steps(low, text), to_steps(high, text)
    return low, max(low, high)
