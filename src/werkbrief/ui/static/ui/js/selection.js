// Which entries are selected; the DOM holds the state, this file only reads and marks it.

const ENTRY = "[data-v]";
const JUDGEABLE = '[data-s="open"], [data-s="changed"]';

export class Selection {
  constructor(host) {
    this.host = host;
    this.grid = host.querySelector("#grid");
    this.anchor = null;
  }

  get entries() {
    return [...this.grid.querySelectorAll('[aria-selected="true"][data-v], [aria-pressed="true"]')];
  }

  has(entry) {
    return mark(entry) === "true";
  }

  set(entry, on) {
    if (!entry.matches(ENTRY)) return;
    entry.setAttribute(entry.localName === "div" ? "aria-pressed" : "aria-selected", String(on));
  }

  clear() {
    for (const entry of this.entries) this.set(entry, false);
  }

  toggle(entry) {
    this.set(entry, !this.has(entry));
    this.anchor = entry;
  }

  /** Everything judgeable among these; pressing it again gives it up. */
  take(entries, { add = true } = {}) {
    const judgeable = entries.filter((entry) => entry.matches(JUDGEABLE));
    const all = judgeable.length > 0 && judgeable.every((entry) => this.has(entry));
    if (!add) this.clear();
    for (const entry of judgeable) this.set(entry, !(all && add));
    this.anchor = judgeable[0] ?? this.anchor;
  }

  column(index) {
    return [...this.grid.querySelectorAll(`tbody td:nth-child(${index + 1})`)].flatMap(entriesIn);
  }

  row(row) {
    return [...row.cells].flatMap(entriesIn);
  }

  all() {
    return [...this.grid.querySelectorAll(`tbody ${ENTRY}`)];
  }

  /** The rectangle between two stops: what can be judged in it. */
  range(from, to) {
    const [a, b] = [cellOf(from), cellOf(to)];
    const rows = [a.parentElement, b.parentElement].sort((x, y) => x.rowIndex - y.rowIndex);
    const [left, right] = [a.cellIndex, b.cellIndex].sort((x, y) => x - y);
    this.clear();
    for (let row = rows[0]; row; row = row.nextElementSibling) {
      for (const cell of [...row.cells].slice(left, right + 1)) {
        for (const entry of entriesIn(cell)) if (entry.matches(JUDGEABLE)) this.set(entry, true);
      }
      if (row === rows[1]) break;
    }
  }

  /** Say and show what is selected. */
  tell() {
    const entries = this.entries;
    const minutes = entries.reduce((sum, entry) => sum + minutesOf(entry), 0);
    const hours = `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, "0")}`;
    const text = `${entries.length} geselecteerd · ${hours} uur`;
    this.host.querySelector(".selection").hidden = entries.length === 0;
    this.host.querySelector("#selected").textContent = text;
    this.host.querySelector("#spoken").textContent = entries.length ? text : "Niets geselecteerd";
  }
}

export function cellOf(stop) {
  return stop.closest("td, th");
}

export function entriesIn(cell) {
  return cell.matches(ENTRY) ? [cell] : [...cell.querySelectorAll(ENTRY)];
}

/** "12:3,13:1": what was on screen, for the server to compare. */
export function seen(entries) {
  return entries.map((entry) => `${entry.id.slice(1)}:${entry.dataset.v}`).join(",");
}

function mark(entry) {
  return entry.getAttribute(entry.localName === "div" ? "aria-pressed" : "aria-selected");
}

function minutesOf(entry) {
  const [hours, minutes] = (entry.querySelector(":scope > b")?.textContent ?? "0:0").split(":");
  return Number(hours) * 60 + Number(minutes);
}
