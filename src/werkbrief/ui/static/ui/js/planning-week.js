// <planning-week>: walk through the schedule and tell the agency what should change.

import { ask, place } from "./answer.js";
import { Cards } from "./cards.js";
import { focusOn, led, stopAt } from "./moving.js";
import { News } from "./news.js";
import { PlanningDialog } from "./planning-dialog.js";
import { redraw, sheetFor } from "./planning-news.js";

const MOMENT = 10_000;
const SUBJECTS = ["dienst", "plaatsing", "dag"];

class PlanningWeek extends HTMLElement {
  connectedCallback() {
    this.grid = this.querySelector("#grid");
    this.addEventListener("click", (event) => this.click(event));
    this.addEventListener("submit", (event) => this.withdraw(event));
    addEventListener("keydown", (event) => this.anywhere(event));
    this.dialog = new PlanningDialog(this);
    this.grid?.addEventListener("keydown", (event) => this.key(event));
    if (this.grid) this.start();
    this.news = new News(this);
    this.dataset.ready = "";
  }

  start() {
    stopAt(this.grid, this.first);
    this.cards = new Cards(this, { entry: "[data-dienst]", waits: "[data-dienst]" });
  }

  get first() {
    return this.grid.querySelector("tbody [data-dienst]") ?? this.grid.querySelector("tbody td, thead [tabindex]");
  }

  /** In the middle of a deed. */
  get sending() {
    return this.withdrawing || this.dialog.busy;
  }

  /** What the agency planned or a colleague told: same focus, whatever is open stays open. */
  async hear(html) {
    if (!this.grid) return this.fill(html);
    const sheet = await sheetFor(this, html);
    if (sheet === null) return false;
    return redraw(this, sheet);
  }

  /** The first shift of an empty week; who is asking for people is not disturbed. */
  fill(html) {
    if (this.querySelector("dialog[open]")) return false;
    if (html.includes("<tr")) location.reload();
    return true;
  }

  key(event) {
    const stop = event.target.closest("[data-dienst], td, th");
    if (!stop || event.target.matches("button")) return;
    const next = led(event, stop);
    if (next) focusOn(this.grid, next);
    else if (event.key === "Enter" || event.key === " ") this.tell(stop);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  /** The dialog about a shift, a worker or a day. */
  tell(stop) {
    const subject = SUBJECTS.find((name) => stop.dataset[name]);
    if (subject) this.dialog.open(`${this.dataset.tell}?${subject}=${stop.dataset[subject]}`, stop);
  }

  click(event) {
    const deed = event.target.closest("[data-deed]")?.dataset.deed;
    const stop = event.target.closest("#grid :is([data-dienst], [data-plaatsing], [data-dag])");
    if (deed === "print") print();
    else if (deed === "open") this.dialog.open(event.target.closest("[data-deed]").dataset.address, event.target);
    else if (deed === "close") this.dialog.close(event);
    else if (deed === "day") this.tell(this.grid.tHead.rows[0].cells[this.cards.day + 1]);
    else if (deed === "dismiss") this.querySelector("#refusal").textContent = "";
    else if (stop && !getSelection().toString()) this.tell(stop);
  }

  async withdraw(event) {
    if (!event.target.closest("#sent")) return;
    event.preventDefault();
    const fields = [...new FormData(event.target)];
    const address = `${event.target.action}?${this.dataset.query}`;
    this.withdrawing = true;
    const { ok, html } = await ask(address, { fields, csrf: this.dataset.csrf });
    this.withdrawing = false;
    this.settle(html, ok);
    this.querySelector("#sent summary")?.focus();
  }

  /** Put the drawn pieces in their place; a first row in an empty week needs the page. */
  settle(html, ok, from) {
    if (ok && !this.grid) return location.reload();
    if (this.grid) redraw(this, html);
    else place(html);
    clearTimeout(this.fading);
    this.fading = setTimeout(() => (this.querySelector("#outcome").textContent = ""), MOMENT);
    if (from) this.back(from);
  }

  /** To where one was; a redrawn cell has the same id. */
  back(from) {
    const stop = document.getElementById(from?.id) ?? from;
    if (stop?.closest?.("#grid") && stop.isConnected) focusOn(this.grid, stop);
    else if (stop?.isConnected) stop.focus();
    else this.grid?.querySelector('[tabindex="0"]')?.focus();
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
