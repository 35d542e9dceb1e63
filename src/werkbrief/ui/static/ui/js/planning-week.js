// <planning-week>: walk through the schedule and tell the agency what should change.

import { Cards } from "./cards.js";
import { focusOn, led, stopAt } from "./moving.js";

class PlanningWeek extends HTMLElement {
  connectedCallback() {
    this.grid = this.querySelector("#grid");
    this.addEventListener("click", (event) => this.click(event));
    addEventListener("keydown", (event) => this.anywhere(event));
    if (!this.grid) return;
    this.cards = new Cards(this, { entry: "[data-dienst]", waits: "[data-dienst]" });
    const first = this.grid.querySelector("tbody [data-dienst]") ?? this.grid.querySelector("tbody td");
    if (first) stopAt(this.grid, first);
    this.grid.addEventListener("keydown", (event) => this.key(event));
    this.dataset.ready = "";
  }

  key(event) {
    const stop = event.target.closest("[data-dienst], td, th");
    const next = stop && led(event, stop);
    if (!next) return;
    focusOn(this.grid, next);
    event.preventDefault();
    event.stopPropagation();
  }

  click(event) {
    const deed = event.target.closest("[data-deed]")?.dataset.deed;
    if (deed === "print") print();
  }

  anywhere(event) {
    if (event.target.closest?.("input, textarea, select, dialog[open]")) return;
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if ("[]".includes(event.key)) this.querySelector(`a[data-key="${event.key}"]`).click();
    else if (event.key === "/") this.querySelector('[data-key="/"]').focus();
    else return;
    event.preventDefault();
  }
}

customElements.define("planning-week", PlanningWeek);
