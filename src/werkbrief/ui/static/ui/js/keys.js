// The keyboard: the grid's own keys, the trade's letters, and a few that work anywhere.

import { focusOn, led } from "./moving.js";
import { quickEntry } from "./quick-entry.js";
import { cellOf } from "./selection.js";

const DEEDS = { g: "approve", a: "reject", o: "remark", z: "liken" };

export class Keys {
  constructor(host) {
    this.host = host;
    addEventListener("keydown", (event) => this.anywhere(event));
    addEventListener("paste", (event) => this.paste(event));
    host.grid?.addEventListener("keydown", (event) => this.key(event));
  }

  key(event) {
    const stop = event.target.closest("[data-v], td, th");
    if (!stop || event.target.matches("input, button:not([id])")) return;
    const next = led(event, stop);
    const ctrl = event.ctrlKey || event.metaKey;
    if (next) this.move(event, stop, next);
    else if (event.key === "Enter" || event.key === "F2") this.host.open(stop);
    else if (event.key === " ") this.space(event, stop);
    else if (event.key === "Escape") this.escape();
    else if (ctrl && event.key === "a") this.takeAll();
    else if (ctrl || event.altKey) return;
    else if (stop.dataset.v && this.host.may.change && /^[\d/]$/.test(event.key)) this.type(stop, event.key);
    else if (DEEDS[event.key]) this.host.deed(DEEDS[event.key], this.host.chosen(stop).map((one) => one.id));
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  /** A block goes to its preview; one value is as good as typed. */
  paste(event) {
    const { grid } = this.host;
    const text = event.clipboardData.getData("text/plain").trimEnd();
    if (!text || !this.host.may.change || !grid?.contains(document.activeElement)) return;
    if (document.activeElement.matches("input")) return;
    event.preventDefault();
    if (/[\t\n]/.test(text) || !grid.stop.dataset.v) this.host.many.paste(grid.stop, text);
    else this.type(grid.stop, text);
  }

  type(stop, text) {
    const open = stop.querySelector(".quick");
    if (open) open.focus();
    else quickEntry(this.host, stop, text);
  }

  move(event, stop, next) {
    if (event.shiftKey) {
      if (!this.host.selection.entries.length || !this.host.selection.anchor) this.host.selection.anchor = stop;
      this.host.selection.range(this.host.selection.anchor, next);
      this.host.selection.tell();
    }
    focusOn(this.host.grid, next);
  }

  space(event, stop) {
    const cell = cellOf(stop);
    if (event.ctrlKey || stop.dataset.day) this.host.selection.take(this.host.selection.column(cell.cellIndex));
    else if (event.shiftKey || cell.scope === "row") this.host.selection.take(this.host.selection.row(cell.parentElement));
    else if (stop.dataset.v) this.host.selection.toggle(stop);
    this.host.selection.tell();
  }

  escape() {
    if (this.host.selection.entries.length) this.host.clear();
    else this.host.quiet("#refusal");
  }

  search(text) {
    const field = this.host.querySelector('[data-key="/"]');
    if (text === undefined) return field.select();
    field.value = text;
    field.focus();
  }

  takeAll() {
    this.host.selection.take(this.host.selection.all(), { add: false });
    this.host.selection.tell();
  }

  anywhere(event) {
    if (event.target.closest?.("input, textarea, select, dialog[open]")) return;
    const ctrl = event.ctrlKey || event.metaKey;
    if (ctrl && event.key === "z") this.host.undo();
    else if (ctrl || event.altKey) return;
    else if (event.key === "G") this.host.fitting?.open();
    else if (event.key === "?") this.host.querySelector("#help").showModal();
    else if ("[]".includes(event.key)) this.host.querySelector(`a[data-key="${event.key}"]`).click();
    else if (event.key === "/") this.search();
    else return;
    event.preventDefault();
  }
}
