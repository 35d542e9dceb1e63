// <week-grid>: the sheet of the week. Hands the work to selection, moving, pointing, dialogs.

import { ask, place } from "./answer.js";
import { Cards } from "./cards.js";
import { Dialogs } from "./dialogs.js";
import { focusOn, led } from "./moving.js";
import { Pointing } from "./pointing.js";
import { quickEntry } from "./quick-entry.js";
import { Selection, seen } from "./selection.js";

const ADDRESS = { change: "wijzigingen", approve: "goedkeuringen", reject: "afkeuringen", remark: "opmerkingen", undo: "ongedaan" };
const MOMENT = 10_000;

class WeekGrid extends HTMLElement {
  connectedCallback() {
    this.grid = this.querySelector("#grid");
    this.addEventListener("click", (event) => this.button(event));
    this.querySelector(".filters").addEventListener("change", (event) => event.currentTarget.requestSubmit());
    this.dialogs = new Dialogs(this);
    addEventListener("keydown", (event) => this.anywhere(event));
    if (!this.grid) return;
    this.selection = new Selection(this);
    this.pointing = new Pointing(this);
    this.cards = new Cards(this);
    const first = this.grid.querySelector("tbody td[tabindex], tbody td.double > div");
    if (first) first.tabIndex = 0;
    this.grid.addEventListener("keydown", (event) => this.key(event));
    this.dataset.ready = "";
  }

  get may() {
    return { change: !!this.dataset.mayChange, approve: !!this.dataset.mayJudge, reject: !!this.dataset.mayJudge, remark: true };
  }

  /** What a deed is about: the selection, else the entry in hand. */
  chosen(stop) {
    const entries = this.selection.entries;
    if (entries.length) return entries;
    return stop?.dataset.v ? [stop] : [];
  }

  open(stop) {
    const entries = this.chosen(stop);
    if (entries.length > 1 && this.may.change) this.dialogs.openBulk(entries);
    else if (entries.length === 1 || stop?.dataset.v) this.dialogs.openEntry(stop?.dataset.v ? stop : entries[0]);
  }

  /** Do it, or ask first what it needs: a reason, a remark. */
  deed(name, ids) {
    if (!ids.length || !this.may[name]) return;
    if (name === "reject") this.dialogs.ask("rejecting", ids);
    else if (name === "remark") this.dialogs.ask("remarking", ids);
    else this.send(name, ids, {});
  }

  /** Send a deed; answers null, or the refusal that was drawn. One at a time. */
  async send(name, ids, fields) {
    if (this.busy) return null;
    this.busy = true;
    this.setAttribute("aria-busy", "true");
    const focused = document.activeElement?.closest?.("#grid [id]")?.id;
    const entries = ids.map((id) => document.getElementById(id)).filter(Boolean);
    const selected = this.selection.entries.map((entry) => entry.id);
    const url = new URL(`../${ADDRESS[name]}/?${this.dataset.query}`, new URL(this.dataset.base, location));
    const { ok, html } = await ask(url, { fields: { ...fields, gezien: seen(entries) }, csrf: this.dataset.csrf });
    this.busy = false;
    this.removeAttribute("aria-busy");
    return this.settle({ ok, html, focused, selected });
  }

  settle({ ok, html, focused, selected }) {
    if (ok) this.querySelector("#refusal").textContent = "";
    const refusal = place(html).find((piece) => piece.id === "refusal");
    if (!ok) for (const id of selected) this.reselect(id);
    this.selection.tell();
    this.cards.show();
    if (focused) this.back(focused);
    clearTimeout(this.fading);
    this.fading = setTimeout(() => (this.querySelector("#outcome").textContent = ""), MOMENT);
    return ok ? null : (refusal ?? this.querySelector("#refusal"));
  }

  reselect(id) {
    const entry = document.getElementById(id);
    if (entry) this.selection.set(entry, true);
  }

  refuse(html) {
    place(html);
  }

  /** Return to where one was; a redrawn cell has the same id. */
  back(id) {
    const stop = (id && document.getElementById(id)) || this.grid?.querySelector("tbody td[tabindex]");
    if (stop) focusOn(this.grid, stop);
  }

  button(event) {
    const deed = event.target.closest("[data-deed]")?.dataset.deed;
    if (!deed) return;
    const card = event.target.closest("#grid [data-v]");
    if (deed === "undo") this.undo();
    else if (deed === "dismiss") this.querySelector("#refusal").textContent = "";
    else if (deed === "clear") this.clear();
    else if (deed === "edit") card ? this.dialogs.openEntry(card) : this.open(this.selection.entries[0]);
    else this.deed(deed, (card ? [card] : this.selection.entries).map((entry) => entry.id));
  }

  clear() {
    this.selection.clear();
    this.selection.tell();
  }

  undo() {
    const button = this.querySelector('[data-deed="undo"]');
    if (button) this.send("undo", [], { daad: button.dataset.event });
  }

  key(event) {
    const stop = event.target.closest("[data-v], td, th");
    if (!stop || event.target.matches("input, button:not([id])")) return;
    const next = led(event, stop);
    const entry = stop.dataset.v;
    if (next) this.move(event, stop, next);
    else if (event.key === "Enter" || event.key === "F2") this.open(stop);
    else if (event.key === " ") this.space(event, stop);
    else if (event.key === "Escape") this.clear();
    else if ((event.ctrlKey || event.metaKey) && event.key === "a") this.takeAll();
    else if (event.ctrlKey || event.metaKey || event.altKey) return;
    else if (entry && this.may.change && /^[\d/]$/.test(event.key)) quickEntry(this, stop, event.key);
    else if ("gao".includes(event.key)) this.deed({ g: "approve", a: "reject", o: "remark" }[event.key], this.chosen(stop).map((one) => one.id));
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  move(event, stop, next) {
    if (event.shiftKey) {
      this.selection.anchor ??= stop;
      if (!this.selection.entries.length) this.selection.anchor = stop;
      this.selection.range(this.selection.anchor, next);
      this.selection.tell();
    }
    focusOn(this.grid, next);
  }

  space(event, stop) {
    const cell = stop.closest("td, th");
    if (event.ctrlKey || stop.dataset.day) this.selection.take(this.selection.column(cell.cellIndex));
    else if (event.shiftKey || cell.scope === "row") this.selection.take(this.selection.row(cell.parentElement));
    else if (stop.dataset.v) this.selection.toggle(stop);
    this.selection.tell();
  }

  takeAll() {
    this.selection.take(this.selection.all(), { add: false });
    this.selection.tell();
  }

  anywhere(event) {
    if (event.target.closest?.("input, textarea, select, dialog[open]")) return;
    if ((event.ctrlKey || event.metaKey) && event.key === "z") this.undo();
    else if (event.key === "?") this.querySelector("#help").showModal();
    else if (event.ctrlKey || event.metaKey || event.altKey) return;
    else if ("[]".includes(event.key)) this.querySelector(`a[data-key="${event.key}"]`).click();
    else if (event.key === "/") this.querySelector('[data-key="/"]').focus();
    else return;
    event.preventDefault();
  }
}

customElements.define("week-grid", WeekGrid);
