// Mouse and touch on the grid: click, Ctrl, Shift, drag, double click, long press.

import { cellOf, entriesIn } from "./selection.js";
import { focusOn, stopIn } from "./moving.js";

const LONG = 450;

export class Pointing {
  constructor(host) {
    this.host = host;
    this.grid = host.grid;
    for (const type of ["pointerdown", "pointerover", "pointerup", "pointercancel", "click", "dblclick", "contextmenu"]) {
      this.grid.addEventListener(type, (event) => this[type](event));
    }
    addEventListener("pointerup", () => this.drop());
  }

  pointerdown(event) {
    this.kind = event.pointerType;
    this.dragged = this.pressed = false;
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
    if (!this.dragging) return;
    const stop = stopOf(event.target);
    if (!stop?.closest("td") || (stop === this.dragging && !this.dragged)) return;
    // No text may be swept along with the cells.
    this.grid.classList.add("dragging");
    getSelection().removeAllRanges();
    this.host.selection.anchor = this.dragging;
    this.host.selection.range(this.dragging, stop);
    this.host.selection.tell();
    this.dragged = true;
  }

  drop() {
    if (this.dragged && this.dragging?.isConnected) focusOn(this.grid, this.dragging, { preventScroll: true });
    this.dragging = null;
    this.grid.classList.remove("dragging");
  }

  pointerup() {
    clearTimeout(this.pressing);
  }

  pointercancel() {
    clearTimeout(this.pressing);
  }

  contextmenu(event) {
    if (this.pressed) event.preventDefault();
  }

  longPress(stop) {
    this.pressed = this.selecting = true;
    this.swallow();
    for (const entry of this.host.cards.entriesOf(stop) ?? entriesIn(cellOf(stop))) this.host.selection.set(entry, true);
    this.host.selection.tell();
  }

  /** The bar of the selection rises under the finger: letting go must not press it. */
  swallow() {
    const next = new AbortController();
    const eat = (event) => {
      event.preventDefault();
      event.stopImmediatePropagation();
      next.abort();
    };
    addEventListener("click", eat, { capture: true, signal: next.signal });
    addEventListener("pointerdown", () => next.abort(), { capture: true, signal: next.signal });
  }

  click(event) {
    const stop = stopOf(event.target);
    if (!stop || event.target.closest("button, input")) return;
    if (this.dragged || this.pressed) {
      this.dragged = this.pressed = false;
      return;
    }
    focusOn(this.grid, stop, { preventScroll: true });
    const add = event.ctrlKey || event.metaKey;
    if (this.kind === "touch" && this.host.cards.shown) return this.tap(this.host.cards.entriesOf(stop)?.[0]);
    if (stop.matches("thead [data-day], tbody th")) return this.header(stop, add);
    if (this.kind === "touch") return this.tap(stop);
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
    if (!stop?.dataset.v) return;
    this.selecting &&= selection.picked.size > 0;
    if (!this.selecting) return this.host.open(stop);
    selection.toggle(stop);
    selection.tell();
  }

  dblclick(event) {
    const stop = stopOf(event.target);
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.target.closest("button, input")) return;
    if (stop?.dataset.v && this.kind !== "touch") this.host.open(stop);
  }
}

function stopOf(target) {
  const own = target.closest("#grid [data-v], #grid th[tabindex], #grid td[tabindex], #grid td.double");
  return own?.matches("td.double") ? stopIn(own) : own;
}
