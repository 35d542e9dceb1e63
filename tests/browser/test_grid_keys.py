"""The keyboard of the week grid: one row of the ARIA grid table per test (S5.2.14-16).

https://www.w3.org/WAI/ARIA/apg/patterns/grid/ - "Keyboard Interaction For Data Grids".
Rows, in order: van den Berg, El Idrissi, Kowalski, Nowak (two entries on Thursday),
Popescu (away on Tuesday and Wednesday), de Vries, Wójcik, Yılmaz; then Visser.
"""

import pytest
from playwright.sync_api import expect

MOVES = {
    "Right Arrow moves one cell to the right": ("ArrowRight", ("Kowalski", 2)),
    "Left Arrow moves one cell to the left": ("ArrowLeft", ("Kowalski", 0)),
    "Down Arrow moves one cell down": ("ArrowDown", ("Nowak", 1)),
    "Up Arrow moves one cell up": ("ArrowUp", ("El Idrissi", 1)),
    "Page Down moves ten rows down": ("PageDown", ("Horváth", 1)),
    "Page Up moves to the first row that is shown": ("PageUp", ("van den Berg", 1)),
    "End moves to the last cell of the row": ("End", ("Kowalski", 7)),
    "Control End moves to the last cell of the last row": ("Control+End", ("Szabó", 7)),
}


@pytest.mark.parametrize("sentence", MOVES)
def test_a_key_moves_focus(planner, sentence):
    key, (name, day) = MOVES[sentence]
    planner.go_to("Kowalski", 1)
    planner.press(key)
    planner.stands_on(name, day)
    assert planner.selected == 0


def test_home_moves_to_the_first_cell_of_the_row(planner):
    planner.go_to("Kowalski", 3)
    planner.press("Home")
    expect(planner.worker("Kowalski")).to_be_focused()


def test_control_home_moves_to_the_first_cell_of_the_first_row(planner):
    planner.go_to("Kowalski", 3)
    planner.press("Control+Home")
    expect(planner.worker("van den Berg")).to_be_focused()


@pytest.mark.parametrize(
    ("start", "key"),
    [(("Kowalski", 7), "ArrowRight"), (("Szabó", 2), "ArrowDown")],
)
def test_an_arrow_at_the_edge_stays(planner, start, key):
    planner.go_to(*start)
    planner.press(key)
    planner.stands_on(*start)


def test_up_from_the_first_row_reaches_the_day_and_comes_back(planner):
    planner.go_to("van den Berg", 3)
    planner.press("ArrowUp")
    expect(planner.day(3)).to_be_focused()
    planner.press("ArrowDown")
    planner.stands_on("van den Berg", 3)


def test_arrows_pass_over_the_title_of_a_group(planner):
    planner.go_to("Yılmaz", 1)
    planner.press("ArrowDown")
    planner.stands_on("Visser", 1)
    planner.press("ArrowUp")
    planner.stands_on("Yılmaz", 1)


def test_two_entries_in_one_cell_are_two_stops(planner):
    first, second = (planner.cell("Nowak", 3).locator("> div").nth(n) for n in (0, 1))
    planner.go_to("Kowalski", 3)
    for stop in (first, second):
        planner.press("ArrowDown")
        expect(stop).to_be_focused()
    planner.press("ArrowDown")
    planner.stands_on("Popescu", 3)
    planner.press("ArrowUp")
    expect(second).to_be_focused()
    planner.press("ArrowRight")
    planner.stands_on("Nowak", 4)


def test_the_grid_is_one_tab_stop(planner):
    planner.go_to("Kowalski", 1)
    planner.press("ArrowDown")
    assert planner.page.locator("#grid [tabindex='0']").count() == 1
    planner.press("Tab")
    focused = planner.page.evaluate("document.activeElement.closest('#grid') !== null")
    assert not focused
    planner.press("Shift+Tab")
    planner.stands_on("Nowak", 1)


def test_control_space_selects_the_column(planner):
    planner.go_to("Kowalski", 1)
    planner.press("Control+Space")
    assert planner.selected == 19, "Popescu is away on Tuesday"


def test_shift_space_selects_the_row(planner):
    planner.go_to("Nowak", 1)
    planner.press("Shift+Space")
    assert planner.selected == 6, "five days, one of them with two entries"


def test_control_a_selects_everything_that_can_be_judged(planner):
    """P5.2.14."""
    planner.go_to("Kowalski", 1)
    planner.press("Control+a")
    assert planner.selected == 99


@pytest.mark.parametrize(
    ("keys", "count"),
    [
        (["Shift+ArrowRight"], 2),
        (["Shift+ArrowLeft"], 2),
        (["Shift+ArrowDown"], 2),
        (["Shift+ArrowUp"], 2),
        (["Shift+ArrowRight", "Shift+ArrowDown"], 4),
        (["Shift+ArrowRight", "Shift+ArrowLeft", "Shift+ArrowLeft"], 2),
    ],
)
def test_shift_arrow_extends_the_selection(planner, keys, count):
    # P5.2.14
    planner.go_to("Kowalski", 1)
    planner.press(*keys)
    assert planner.selected == count


def test_space_selects_the_entry_itself_and_gives_it_up(planner):
    planner.go_to("Kowalski", 1)
    planner.press("Space")
    assert planner.selected == 1
    planner.press("Space")
    assert planner.selected == 0


@pytest.mark.parametrize("key", ["Enter", "F2"])
def test_enter_opens_the_entry_and_escape_returns_to_it(planner, key):
    # P5.2.1
    planner.go_to("Kowalski", 1)
    planner.press(key)
    planner.dialog("entry").wait_for()
    planner.press("Escape")
    expect(planner.dialog("entry")).to_have_count(0)
    planner.stands_on("Kowalski", 1)


def test_escape_gives_up_the_selection(planner):
    planner.go_to("Kowalski", 1)
    planner.press("Control+a", "Escape")
    assert planner.selected == 0
    planner.stands_on("Kowalski", 1)


def test_a_selection_is_announced(planner):
    spoken = planner.page.locator("#spoken")
    planner.go_to("Kowalski", 1)
    expect(spoken).to_have_text("")
    planner.press("Shift+ArrowDown")
    expect(spoken).to_have_text("2 geselecteerd · 16:00 uur")
    planner.press("Escape")
    expect(spoken).to_have_text("Niets geselecteerd")


@pytest.mark.parametrize("name", ["van den Berg", "Szabó"])
def test_focus_is_never_hidden_beneath_what_sticks(planner, name):
    planner.page.set_viewport_size({"width": 1100, "height": 520})
    planner.go_to("Jansen", 2)
    planner.press("Control+Home" if name == "van den Berg" else "Control+End")
    for _ in range(3):
        planner.press("ArrowDown" if name == "van den Berg" else "ArrowUp")
    planner.press("ArrowLeft", "ArrowLeft")
    hidden = planner.page.evaluate(
        """() => {
          const box = document.activeElement.getBoundingClientRect();
          const at = document.elementFromPoint(box.x + box.width / 2, box.y + 4);
          const end = document.elementFromPoint(box.x + box.width / 2, box.bottom - 4);
          const own = document.activeElement;
          return !own.contains(at) || !own.contains(end);
        }"""
    )
    assert not hidden
