// <planning-board>: the week's grid of the office. Plan, move, let lapse; the server draws.

import { ask } from "./answer.js";
import { Cards } from "./cards.js";
import { Carrying } from "./planning-carry.js";
import { CellDialog } from "./planning-cell.js";
import { BoardKeys } from "./planning-keys.js";
import { redraw, sheetFor } from "./planning-news.js";
import { CellSelection } from "./planning-selection.js";
import { focusOn, stopAt } from "./moving.js";
import { News } from "./news.js";
import { cellOf } from "./selection.js";

const MOMENT = 10_000;
const WAITS = { entry: "[data-dienst], [data-vrij]", waits: "[data-dienst]" };

class PlanningBoard extends HTMLElement {
  connectedCallback() {
    this.grid = this.querySelector("#grid");
    this.undoable = [];
    this.deeds = 0;
    this.dialog = new CellDialog(this);
    this.keys = new BoardKeys(this);
    this.addEventListener("click", (event) => this.button(event));
    if (!this.grid) return;
    this.cards = new Cards(this, WAITS);
    this.carrying = new Carrying(this);
    this.selection = new CellSelection(this);
    this.grid.addEventListener("click", (event) => this.click(event));
    this.grid.addEventListener("dblclick", (event) => this.open(stopOf(event.target)));
    this.news = new News(this);
    stopAt(this.grid, this.first);
    requestAnimationFrame(() => setTimeout(() => this.warn()));
    this.dataset.ready = "";
  }

  get first() {
    return this.grid.querySelector("tbody [data-dienst], tbody [data-vrij]") ?? this.grid.querySelector("thead th");
  }

  /** In the middle of something that news would be older than, or would pull away. */
  get sending() {
    return this.deeds > 0 || this.dialog.busy || this.carrying.isDragging;
  }

  /** Which cell this is, and how it stands on screen. */
  spot(stop, prefix = "") {
    const cell = cellOf(stop);
    return {
      [`${prefix}plaatsing`]: cell.parentElement.id.slice(1),
      [`${prefix}dag`]: this.grid.tHead.rows[0].cells[cell.cellIndex].dataset.dag,
      [prefix ? "gezien_daar" : "gezien"]: cell.dataset.stamp ?? "",
    };
  }

  /** The dialog of a cell: times, one more shift, away. */
  open(stop) {
    if (!stop?.matches("[data-dienst], [data-vrij]")) return;
    const { plaatsing, dag } = this.spot(stop);
    this.dialog.open(`${this.dataset.base}cel/?${new URLSearchParams({ plaatsing, dag })}`, stop);
  }

  /** The way in of quick entry: what was typed on this cell or shift. */
  send(_name, [id], fields) {
    if (this.selection.chosen.length > 1) return this.many(fields);
    const stop = document.getElementById(id);
    return this.act("diensten", () => ({ ...this.spot(stop), dienst: stop.dataset.dienst ?? "", ...fields }));
  }

  /** The same for every cell that was chosen; all of it, or nothing. */
  many(fields) {
    return this.act("cellen", () => ({ ...fields, cellen: this.selection.sent }));
  }

  /** One deed after another; what it is about is read when its turn comes. */
  act(name, about) {
    const before = this.acting;
    this.deeds += 1;
    this.acting = (async () => {
      await before;
      const { land, ...fields } = about() ?? {};
      return Object.keys(fields).length ? this.post(name, fields, land) : null;
    })().finally(() => (this.deeds -= 1));
    return this.acting;
  }

  async post(name, fields, land) {
    this.setAttribute("aria-busy", "true");
    const address = `${this.dataset.base}${name}/?${this.dataset.query}`;
    const { ok, html } = await ask(address, { fields, csrf: this.dataset.csrf });
    this.removeAttribute("aria-busy");
    this.settle(html, ok, ok && land ? { id: land } : null);
    return ok ? null : this.querySelector("#refusal");
  }

  /** Put the drawn pieces in their place; the hands stay where they were. */
  settle(html, ok, from) {
    if (ok && !this.grid) return location.reload();
    redraw(this, html);
    if (from?.id) this.back(from);
    if (!ok) return;
    this.selection.cells.clear();
    this.warn();
    const event = this.querySelector('#outcome [data-deed="undo"]')?.dataset.event;
    if (event) this.undoable.push(event);
    clearTimeout(this.fading);
    if (this.querySelector("#outcome").dataset.s) return;
    this.fading = setTimeout(() => this.quiet("#outcome"), MOMENT);
  }

  /** What a colleague did: same focus, same cells chosen, same shift in the hand. */
  async hear(html) {
    const sheet = await sheetFor(this, html);
    if (sheet === null) return false;
    for (const input of this.grid.querySelectorAll(".quick")) input.saw ??= this.spot(input).gezien;
    redraw(this, sheet);
    this.selection.renew();
    this.carrying.mark();
    return this.warn();
  }

  /** Return to a stop; one that was drawn anew has the same id. */
  back(from) {
    const there = (from?.id && document.getElementById(from.id)) || this.grid.stop;
    const stop = there.matches("[tabindex]") ? there : (there.querySelector?.("[tabindex]") ?? this.grid.stop);
    focusOn(this.grid, stop, { preventScroll: !from?.id });
  }

  /** The law's warnings come after the week was painted: they may take a moment. */
  async warn() {
    const { ok, html } = await ask(`${this.dataset.base}waarschuwingen/`);
    if (!ok) return;
    const holder = document.createElement("template");
    holder.innerHTML = html;
    for (const old of this.grid.querySelectorAll("[data-warns]")) mark(old, "");
    const shifts = new Map([...this.grid.querySelectorAll("[data-dienst]")].map((one) => [one.dataset.dienst, one]));
    for (const item of holder.content.children) {
      const shift = shifts.get(item.dataset.dienst);
      if (shift) mark(shift, item.textContent);
    }
  }

  undo() {
    const daad = this.undoable.pop();
    if (daad) this.act("ongedaan", () => ({ daad }));
  }

  say(text) {
    clearTimeout(this.fading);
    this.querySelector("#outcome").textContent = text;
  }

  quiet(place) {
    const region = this.querySelector(place);
    const hadFocus = region.contains(document.activeElement);
    region.textContent = "";
    region.dataset.s = "";
    if (hadFocus) this.back();
  }

  click(event) {
    const stop = stopOf(event.target);
    if (!stop || event.target.closest("button, input")) return;
    if (this.carrying.isPlacing) return this.carrying.drop(this.cards.cellOf(stop) ?? stop);
    if (this.cards.shown || event.pointerType === "touch") return this.open(this.cards.entriesOf(stop)?.[0] ?? stop);
    if (event.shiftKey) this.selection.extend(this.grid.stop, stop);
    else this.selection.clear();
    focusOn(this.grid, stop, { preventScroll: true });
  }

  button(event) {
    const button = event.target.closest("[data-deed]");
    const deed = button?.dataset.deed;
    if (deed === "undo") this.undo();
    else if (deed === "dismiss") this.quiet("#refusal");
    else if (deed === "close") this.dialog.close(event);
    else if (deed === "print") print();
    else if (deed === "help") this.querySelector("#help").showModal();
    else if (deed === "open") this.dialog.open(button.dataset.address, button);
    else if (deed === "carry") {
      this.dialog.close(event);
      this.carrying.take(button.dataset.dienst, { placing: true, copy: "copy" in button.dataset });
    } else if (deed === "release") this.carrying.release();
  }
}

function mark(shift, sentence) {
  shift.toggleAttribute("data-warns", sentence !== "");
  shift.title = sentence;
  if (!sentence) shift.removeAttribute("title");
}

function stopOf(target) {
  const own = target.closest("#grid [data-dienst], #grid td, #grid th");
  return own?.matches("td.double") ? own.querySelector("[data-dienst]") : own?.matches("[tabindex]") ? own : null;
}

customElements.define("planning-board", PlanningBoard);
