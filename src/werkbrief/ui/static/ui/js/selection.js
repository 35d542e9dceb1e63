// Which entries are selected: marked in the DOM, kept in a set so that no key scans the grid.

import { hours, minutesOf, say } from "./words.js";

const ENTRY = "[data-v]";
const JUDGEABLE = '[data-s="open"], [data-s="changed"]';

export class Selection {
  constructor(host) {
    this.host = host;
    this.grid = host.grid;
    this.picked = new Set();
    this.anchor = null;
  }

  get entries() {
    return [...this.picked].filter((entry) => entry.isConnected);
  }

  has(entry) {
    return this.picked.has(entry);
  }

  set(entry, on) {
    if (!entry.matches(ENTRY) || this.picked.has(entry) === on) return;
    entry.setAttribute(entry.localName === "div" ? "aria-pressed" : "aria-selected", String(on));
    if (on) this.picked.add(entry);
    else this.picked.delete(entry);
  }

  clear() {
    for (const entry of this.entries) this.set(entry, false);
    this.picked.clear();
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
    return [...this.grid.tBodies[0].rows].flatMap((row) => (row.cells[index] ? entriesIn(row.cells[index]) : []));
  }

  row(row) {
    return [...row.cells].flatMap(entriesIn);
  }

  all() {
    return [...this.grid.querySelectorAll(`tbody ${ENTRY}`)];
  }

  /** The rectangle between two stops: what can be judged in it. */
  range(from, to) {
    if (!from.isConnected) from = to;
    const [a, b] = [cellOf(from), cellOf(to)];
    const rows = [a.parentElement, b.parentElement].sort((x, y) => x.rowIndex - y.rowIndex);
    const [left, right] = [a.cellIndex, b.cellIndex].sort((x, y) => x - y);
    const wanted = new Set();
    for (let row = rows[0]; row; row = row.nextElementSibling) {
      for (const cell of [...row.cells].slice(left, right + 1)) {
        for (const entry of entriesIn(cell)) if (entry.matches(JUDGEABLE)) wanted.add(entry);
      }
      if (row === rows[1]) break;
    }
    for (const entry of this.entries) if (!wanted.has(entry)) this.set(entry, false);
    for (const entry of wanted) this.set(entry, true);
  }

  /** Say and show what is selected. */
  tell() {
    const entries = this.entries;
    const minutes = entries.reduce((sum, entry) => sum + worked(entry), 0);
    const text = say("%(count)s geselecteerd · %(hours)s uur", { count: entries.length, hours: hours(minutes) });
    const bar = this.host.querySelector(".selection");
    const spoken = this.host.querySelector("#spoken");
    if (entries.length || !bar.hidden) spoken.textContent = entries.length ? text : say("Niets geselecteerd");
    bar.hidden = entries.length === 0;
    this.host.querySelector("#selected").textContent = text;
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

function worked(entry) {
  return minutesOf(entry.querySelector(":scope > b")?.textContent ?? "0:00");
}
