// The keyboard of the planner's grid: the ARIA grid's keys, and a planner's own.

import { focusOn, led } from "./moving.js";
import { quickEntry } from "./quick-entry.js";

const SIDES = { ArrowLeft: -1, ArrowRight: 1 };
const ROWS = { ArrowUp: "previousElementSibling", ArrowDown: "nextElementSibling" };

export class BoardKeys {
  constructor(host) {
    this.host = host;
    addEventListener("keydown", (event) => this.anywhere(event));
    host.grid?.addEventListener("keydown", (event) => this.key(event));
  }

  key(event) {
    const stop = event.target.closest("[data-dienst], td, th");
    if (!stop || event.target.matches("input, button")) return;
    const ctrl = event.ctrlKey || event.metaKey;
    if (event.altKey) return this.carry(event, stop);
    const next = ctrl && !/Home|End/.test(event.key) ? null : led(event, stop);
    if (next) this.go(event, stop, next);
    else if (event.key === " ") this.take(event, stop);
    else if (event.key === "Enter" || event.key === "F2") this.enter(stop);
    else if (event.key === "Escape") this.escape();
    else if (ctrl && event.key.length === 1 && "xcv".includes(event.key)) this.clipboard(event.key, stop);
    else if (ctrl) return;
    else if (/^[\d/+]$/.test(event.key)) this.type(stop, event.key);
    else if (event.key === "Delete" || event.key === "Backspace") this.lapse(stop);
    else if (event.key === "a") this.away(stop);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  go(event, stop, next) {
    const { selection, grid } = this.host;
    if (event.shiftKey) selection.extend(stop, next);
    else selection.clear();
    focusOn(grid, next);
  }

  /** The ARIA grid's own: Ctrl and a space take the day, Shift and a space the row. */
  take(event, stop) {
    if (event.ctrlKey || stop.dataset.dag) this.host.selection.column(stop);
    else if (event.shiftKey || stop.scope === "row") this.host.selection.row(stop);
  }

  enter(stop) {
    if (this.host.carrying.isPlacing) this.host.carrying.drop(stop);
    else this.host.open(stop);
  }

  escape() {
    this.host.carrying.release();
    this.host.selection.clear();
    this.host.quiet("#outcome");
    this.host.quiet("#refusal");
  }

  type(stop, text) {
    if (!stop.matches("[data-dienst], [data-vrij]")) return;
    const open = stop.querySelector(".quick");
    if (open) open.focus();
    else quickEntry(this.host, stop, text);
  }

  lapse(stop) {
    if (this.host.selection.chosen.length > 1) return this.host.many({ daad: "vervalt" });
    const { dienst } = stop.dataset;
    if (dienst) this.host.act("diensten", () => ({ ...this.host.spot(stop), dienst, daad: "vervalt" }));
  }

  away(stop) {
    if (!stop.matches("[data-dienst], [data-vrij]")) return;
    const { plaatsing, dag } = this.host.spot(stop);
    const daad = stop.dataset.s === "absent" ? "aanwezig" : "afwezig";
    this.host.act("afwezigheid", () => ({ plaatsing, dag, van: dag, tot: dag, daad }));
  }

  clipboard(key, stop) {
    if (key === "v") this.host.carrying.drop(stop);
    else if (stop.dataset.dienst) this.host.carrying.take(stop.dataset.dienst, { copy: key === "c" });
  }

  /** Alt and an arrow: one day or one worker on. */
  carry(event, stop) {
    if (!(event.key in SIDES || event.key in ROWS)) return;
    event.preventDefault();
    event.stopPropagation();
    if (stop.dataset.dienst) this.host.carrying.step((cell) => beside(cell, event.key));
  }

  search(text) {
    const field = this.host.querySelector('[data-key="/"]');
    if (text === undefined) return field.select();
    field.value = text;
    field.focus();
  }

  anywhere(event) {
    if (event.target.closest?.("input, textarea, select, dialog[open]")) return;
    const ctrl = event.ctrlKey || event.metaKey;
    if (ctrl && event.key === "z") this.host.undo();
    else if (ctrl || event.altKey) return;
    else if (event.key === "?") this.host.querySelector("#help").showModal();
    else if ("[]".includes(event.key)) this.host.querySelector(`a[data-key="${event.key}"]`).click();
    else if (event.key === "/") this.search();
    else return;
    event.preventDefault();
  }
}

/** The cell next to this one: another day of the same worker, or another worker. */
function beside(cell, key) {
  if (key in SIDES) {
    const next = cell.parentElement.cells[cell.cellIndex + SIDES[key]];
    return next?.matches("td:not(.sum)") ? next : null;
  }
  let row = cell.parentElement[ROWS[key]];
  while (row && !/^r\d/.test(row.id)) row = row[ROWS[key]];
  return row?.cells[cell.cellIndex] ?? null;
}
