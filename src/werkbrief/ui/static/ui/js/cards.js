// On a phone: one day at a time; swipe to the next, big Goed and Niet on each card.

const NARROW = matchMedia("(width <= 700px)");
const SWIPE = 60;

export class Cards {
  constructor(host, { entry = "[data-v]", waits = '[data-s="open"], [data-s="changed"]' } = {}) {
    this.host = host;
    this.entry = entry;
    this.waits = waits;
    this.days = [...host.querySelectorAll(".days button")];
    this.actions = host.querySelector("#card-actions").content;
    for (const button of this.days) button.addEventListener("click", () => this.choose(Number(button.dataset.day)));
    host.grid.addEventListener("touchstart", (event) => (this.from = event.touches[0]), { passive: true });
    host.grid.addEventListener("touchend", (event) => this.swipe(event.changedTouches[0]), { passive: true });
    NARROW.addEventListener("change", () => this.show());
    this.day = this.first();
    this.show();
  }

  /** Today, else the first day on which something waits, else Monday. */
  first() {
    const today = this.days.findIndex((button) => button.hasAttribute("data-today"));
    if (today >= 0) return today;
    const open = this.host.grid.querySelector(`tbody :is(${this.waits})`);
    return open ? open.closest("td").cellIndex - 1 : 0;
  }

  choose(day) {
    this.day = Math.max(0, Math.min(6, day));
    this.show();
  }

  swipe(to) {
    const [dx, dy] = [to.clientX - this.from.clientX, to.clientY - this.from.clientY];
    if (Math.abs(dx) > SWIPE && Math.abs(dx) > 2 * Math.abs(dy)) this.choose(this.day + (dx < 0 ? 1 : -1));
  }

  show() {
    if (!NARROW.matches && !this.shown) return;
    this.shown = NARROW.matches;
    for (const button of this.days) button.setAttribute("aria-pressed", String(Number(button.dataset.day) === this.day));
    for (const old of this.host.grid.querySelectorAll(".shown")) old.classList.remove("shown");
    for (const old of this.host.grid.querySelectorAll(".card-actions")) old.remove();
    if (this.shown) for (const row of this.host.grid.querySelectorAll("tbody tr:not(.group)")) this.card(row);
  }

  card(row) {
    const cell = row.cells[this.day + 1];
    const entries = cell.matches(this.entry) ? [cell] : [...cell.querySelectorAll(this.entry)];
    row.classList.toggle("without", entries.length === 0);
    cell.classList.add("shown");
    for (const entry of entries) {
      if (entry.matches(this.waits)) entry.append(this.actions.cloneNode(true));
    }
  }
}
