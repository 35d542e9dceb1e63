"""What an open week costs while nothing happens: it asks for news every two seconds."""

from django.utils import timezone

from bench.frame.cast import Place, settle
from bench.frame.counting import statements
from bench.frame.measuring import interleaved
from bench.frame.telling import figure
from bench.frame.visitor import Visitor, sign_in
from bench.saving import entries, save

SIZES = (200, 1000)
# A hundred open weeks, each every 1.8 seconds, in a sixth of one core.
MOST, ASKED, ASKED_NEWS = 3.0, 4, 12
ROUNDS = 60
NOTHING, NEWS = 204, 200


def main() -> None:
    rooms = [(place, sign_in(place.planner)) for place in map(settle, SIZES)]
    for place, visitor in rooms:
        _measure_quiet(place, visitor)
    for place, visitor in rooms:
        _measure_news(place, visitor)


def _measure_quiet(place: Place, visitor: Visitor) -> None:
    quiet = lambda: ask(visitor, place)  # noqa: E731
    cost = interleaved({"quiet": quiet}, rounds=ROUNDS)["quiet"]
    about = f"nieuws vragen, {place.client} in rust"
    figure(about, cost.cpu, limit=MOST, unit=" ms", behind=str(cost))
    figure(f"{about}: statements", len(statements(quiet)), limit=ASKED)


def _measure_news(place: Place, visitor: Visitor) -> None:
    save(visitor, place, entries(place)[0], 1)
    news = lambda: ask(visitor, place, status=NEWS)  # noqa: E731
    cost = interleaved({"news": news}, rounds=ROUNDS)["news"]
    asked, about = len(statements(news)), f"nieuws van één, {place.client}: statements"
    figure(about, asked, limit=ASKED_NEWS, behind=str(cost))


def ask(visitor: Visitor, place: Place, status: int = NOTHING) -> bytes:
    since = int(timezone.now().timestamp())
    return visitor.get(place.path(f"nieuws/?stand=1.1.1&sinds={since}"), status=status)
