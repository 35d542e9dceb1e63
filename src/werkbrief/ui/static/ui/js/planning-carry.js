// A shift in the hand: dragged, cut, copied, or taken from its dialog to another cell.

import { cellOf } from "./selection.js";

const CELLS = "#grid tbody tr[id^=r] > td:not(.sum)";

export class Carrying {
  constructor(host) {
    this.host = host;
    for (const type of ["dragstart", "dragover", "dragleave", "drop", "dragend"]) {
      host.grid.addEventListener(type, (event) => this[`on${type}`](event));
    }
    // Only what is pressed need be draggable: of ten thousand shifts that is one.
    host.grid.addEventListener("pointerdown", ({ target }) => {
      target.closest("[data-dienst]")?.setAttribute("draggable", "true");
    });
  }

  /** Taken from a dialog: the next cell that is pressed gets it. */
  get isPlacing() {
    return !!this.hand?.placing;
  }

  get isDragging() {
    return !!this.hand?.dragged;
  }

  take(dienst, { copy = false, placing = false } = {}) {
    this.release();
    this.hand = { dienst, copy, placing };
    const shift = this.mark();
    const how = placing ? "Kies de dag en de medewerker waar hij heen gaat." : "Ga naar een cel en druk Ctrl V; Esc legt terug.";
    this.host.say(`${timesOf(shift)} ${copy ? "gekopieerd" : "opgepakt"}. ${how}`);
    if (!placing) return;
    // Without a keyboard there is no Esc.
    this.host.querySelector("#outcome").append(this.host.querySelector("#in-hand").content.cloneNode(true));
    this.host.back({ id: shift?.id });
  }

  /** Show which shift it is, also when it was drawn anew. */
  mark() {
    const shift = this.hand && this.shift(this.hand.dienst);
    shift?.setAttribute("data-hand", this.hand.copy ? "copy" : "move");
    return shift;
  }

  release() {
    if (!this.hand) return;
    this.hand = null;
    for (const old of this.host.grid.querySelectorAll("[data-hand]")) old.removeAttribute("data-hand");
    this.host.quiet("#outcome");
  }

  /** Lay down what is in the hand; a copy by Ctrl C stays in it, for the next cell. */
  drop(stop, { copy = this.hand?.copy } = {}) {
    if (!this.hand) return;
    const { dienst } = this.hand;
    const { id } = cellOf(stop);
    if (!cellOf(stop).matches(CELLS)) return;
    if (!copy || this.isPlacing) this.release();
    this.host.act("verplaatsingen", () => this.brought(this.shift(dienst), document.getElementById(id), copy));
  }

  /** One step from where the focus is when its turn comes, so that steps add up. */
  step(beside) {
    this.host.act("verplaatsingen", () => {
      const shift = this.host.grid.stop;
      return shift.dataset.dienst ? this.brought(shift, beside(cellOf(shift))) : null;
    });
  }

  brought(shift, to, copy = false) {
    if (!shift || !to || to === cellOf(shift)) return null;
    const about = { ...this.host.spot(shift), ...this.host.spot(to, "naar_") };
    return { ...about, dienst: shift.dataset.dienst, daad: copy ? "kopie" : "", land: to.id };
  }

  shift(dienst) {
    return this.host.grid.querySelector(`[data-dienst="${dienst}"]`);
  }

  ondragstart(event) {
    const shift = event.target.closest?.("[data-dienst]");
    if (!shift) return;
    this.hand = { dienst: shift.dataset.dienst, dragged: true };
    event.dataTransfer.effectAllowed = "copyMove";
    event.dataTransfer.setData("text/plain", timesOf(shift));
  }

  ondragover(event) {
    const cell = event.target.closest(CELLS);
    if (!cell || !this.hand || cell.matches(".closed")) return;
    event.preventDefault();
    event.dataTransfer.dropEffect = event.ctrlKey ? "copy" : "move";
    cell.classList.add("over");
  }

  ondragleave(event) {
    event.target.closest(CELLS)?.classList.remove("over");
  }

  ondrop(event) {
    const cell = event.target.closest(CELLS);
    cell?.classList.remove("over");
    if (!cell || !this.hand) return;
    event.preventDefault();
    this.drop(cell, { copy: event.ctrlKey });
    this.hand = null;
  }

  ondragend() {
    this.hand = null;
    for (const old of this.host.grid.querySelectorAll(".over")) old.classList.remove("over");
  }
}

function timesOf(shift) {
  return shift?.firstChild?.textContent.trim() ?? "";
}
