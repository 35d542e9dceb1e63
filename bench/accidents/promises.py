"""A promise is one sentence; it is held when nothing broke it."""

from bench.frame.telling import figure


def hold(promise: str, broken: int, *, behind: str = "") -> None:
    """Tell how often it was broken: never is the only good figure."""
    figure(promise, broken, limit=0, unit="× gebroken", behind=behind)
