// On a phone: one day at a time; swipe to the next, big Goed and Niet on each card.

const NARROW = matchMedia("(width <= 700px)");
const SWIPE = 60;

export class Cards {
  constructor(host, { entry = "[data-v]", waits = '[data-s="open"], [data-s="changed"]' } = {}) {
    this.host = host;
    this.entry = entry;
    this.waits = waits;
    this.grid = host.grid;
    this.days = [...host.querySelectorAll(".days button")];
    this.actions = host.querySelector("#card-actions").content;
    for (const button of this.days) button.addEventListener("click", () => this.choose(Number(button.dataset.day)));
    this.grid.addEventListener("touchstart", (event) => (this.from = event.touches[0]), { passive: true });
    this.grid.addEventListener("touchend", (event) => this.swipe(event.changedTouches[0]), { passive: true });
    NARROW.addEventListener("change", () => this.show());
    this.day = this.first();
    this.show();
  }

  /** Today, else the first day on which something waits, else Monday. */
  first() {
    const today = this.days.findIndex((button) => button.hasAttribute("data-today"));
    if (today >= 0) return today;
    const open = this.grid.tBodies[0].querySelectorAll(this.waits);
    const days = [...open].map((entry) => entry.closest("td").cellIndex - 1);
    return days.length ? Math.min(...days) : 0;
  }

  choose(day) {
    this.day = Math.max(0, Math.min(6, day));
    this.show();
  }

  swipe(to) {
    if (!this.shown || !this.from) return;
    const [dx, dy] = [to.clientX - this.from.clientX, to.clientY - this.from.clientY];
    if (Math.abs(dx) > SWIPE && Math.abs(dx) > 2 * Math.abs(dy)) this.choose(this.day + (dx < 0 ? 1 : -1));
  }

  /** The day on screen of the card that was tapped; null on the sheet. */
  cellOf(stop) {
    return (this.shown && stop.closest("tr").cells[this.day + 1]) || null;
  }

  /** What a tap on a card is about; null on the sheet. */
  entriesOf(stop) {
    const cell = this.cellOf(stop);
    if (!cell) return null;
    if (stop.matches(this.entry) && cell.contains(stop)) return [stop];
    return this.entriesIn(cell);
  }

  entriesIn(cell) {
    return cell.matches(this.entry) ? [cell] : [...cell.querySelectorAll(this.entry)];
  }

  show() {
    if (!NARROW.matches && !this.shown) return;
    this.shown = NARROW.matches;
    for (const button of this.days) button.setAttribute("aria-pressed", String(Number(button.dataset.day) === this.day));
    for (const old of this.grid.querySelectorAll(".shown")) old.classList.remove("shown");
    for (const old of this.grid.querySelectorAll(".card-actions")) old.remove();
    if (!this.shown) return;
    const rows = [...this.grid.tBodies[0].rows].filter((row) => !row.matches(".group"));
    this.renew(rows);
    for (const group of this.grid.querySelectorAll("tr.group")) group.hidden = isIdle(group);
    const nobody = this.host.querySelector(".nobody");
    if (nobody) nobody.hidden = rows.some((row) => !row.matches(".without"));
  }

  /** Draw these rows as cards, and mark the days on which something waits. */
  renew(rows) {
    if (!this.shown) return;
    for (const row of rows) this.card(row);
    for (const button of this.days) {
      const cell = `td:nth-child(${Number(button.dataset.day) + 2})`;
      const waits = this.grid.tBodies[0].querySelector(`${cell}:is(${this.waits}), ${cell} :is(${this.waits})`);
      button.toggleAttribute("data-waits", waits !== null);
    }
  }

  card(row) {
    const cell = row.cells[this.day + 1];
    const entries = this.entriesIn(cell);
    row.classList.toggle("without", entries.length === 0);
    cell.classList.add("shown");
    for (const entry of entries.filter((one) => one.matches(this.waits))) {
      // A button may hold no buttons: beside one of two entries, inside the only one.
      if (entry.localName === "div") entry.after(this.actions.cloneNode(true));
      else entry.append(this.actions.cloneNode(true));
    }
  }
}

/** A group of which nobody works on the day that is shown. */
function isIdle(group) {
  for (let row = group.nextElementSibling; row && !row.matches(".group"); row = row.nextElementSibling) {
    if (!row.matches(".without")) return false;
  }
  return true;
}
