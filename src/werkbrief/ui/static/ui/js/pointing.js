// Mouse and touch on the grid: click, Ctrl, Shift, drag, double click, long press.

import { cellOf, entriesIn } from "./selection.js";
import { focusOn, stopIn } from "./moving.js";

const LONG = 450;

export class Pointing {
  constructor(host) {
    this.host = host;
    this.grid = host.querySelector("#grid");
    for (const type of ["pointerdown", "pointerover", "pointerup", "pointercancel", "click", "dblclick"]) {
      this.grid.addEventListener(type, (event) => this[type](event));
    }
    addEventListener("pointerup", () => (this.dragging = null));
  }

  pointerdown(event) {
    const stop = stopOf(event.target);
    if (!stop || event.target.closest("button, input")) return;
    if (event.pointerType !== "mouse") {
      this.pressing = setTimeout(() => this.longPress(stop), LONG);
    } else if (event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey && stop.closest("td")) {
      this.dragging = stop;
    }
    if (event.shiftKey) event.preventDefault();
  }

  pointerover(event) {
    const stop = stopOf(event.target);
    if (!this.dragging || !stop?.closest("td") || stop === this.dragging) return;
    this.host.selection.anchor = this.dragging;
    this.host.selection.range(this.dragging, stop);
    this.host.selection.tell();
    this.dragged = true;
  }

  pointerup() {
    clearTimeout(this.pressing);
  }

  pointercancel() {
    clearTimeout(this.pressing);
  }

  longPress(stop) {
    this.pressed = true;
    this.selecting = true;
    for (const entry of entriesIn(cellOf(stop))) this.host.selection.set(entry, true);
    this.host.selection.tell();
  }

  click(event) {
    const stop = stopOf(event.target);
    if (!stop || event.target.closest("button:not([id]), input")) return;
    if (this.dragged || this.pressed) {
      this.dragged = this.pressed = false;
      return;
    }
    focusOn(this.grid, stop);
    const add = event.ctrlKey || event.metaKey;
    if (stop.matches("thead [data-day], th[scope='row']")) return this.header(stop, add);
    if (event.pointerType === "touch") return this.tap(stop);
    this.cell(stop, { add, extend: event.shiftKey });
  }

  header(stop, add) {
    const { selection } = this.host;
    const entries = stop.dataset.day ? selection.column(stop.cellIndex) : selection.row(stop.parentElement);
    selection.take(entries, { add });
    selection.tell();
  }

  cell(stop, { add, extend }) {
    const { selection } = this.host;
    if (extend) selection.range(selection.anchor ?? stop, stop);
    else if (add && stop.dataset.v) selection.toggle(stop);
    else {
      selection.clear();
      selection.anchor = stop;
    }
    selection.tell();
  }

  tap(stop) {
    const { selection } = this.host;
    if (!stop.dataset.v) return;
    if (this.selecting && selection.entries.length) {
      selection.toggle(stop);
      selection.tell();
    } else this.host.open(stop);
  }

  dblclick(event) {
    const stop = stopOf(event.target);
    if (stop?.dataset.v && !event.target.closest("button:not([id]), input")) this.host.open(stop);
  }
}

function stopOf(target) {
  const own = target.closest("#grid [data-v], #grid th[tabindex], #grid td");
  return own?.matches("td.double") ? stopIn(own) : own;
}
