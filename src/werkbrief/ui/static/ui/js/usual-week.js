// <usual-week>: shows the coming weeks while somebody types a base schedule.

import { ask, place } from "./answer.js";

const WAIT = 250;
const WORKWEEK = [1, 2, 3, 4];

class UsualWeek extends HTMLElement {
  connectedCallback() {
    this.form = this.querySelector("form");
    this.form.addEventListener("input", () => this.soon());
    this.form.elements.weken.addEventListener("change", () => this.turn());
    const same = this.querySelector("[data-deed=same]");
    same.hidden = false;
    same.addEventListener("click", () => this.same());
    this.turn();
  }

  /** As many rows as there are weeks in turn. */
  turn() {
    const weeks = Number(this.form.elements.weken.value);
    this.toggleAttribute("data-turns", weeks > 1);
    for (const row of this.querySelectorAll("fieldset[data-week]")) row.hidden = Number(row.dataset.week) > weeks;
  }

  same() {
    for (const row of this.querySelectorAll("fieldset:not([hidden])")) {
      const days = row.querySelectorAll("input");
      for (const day of WORKWEEK) days[day].value = days[0].value;
    }
    this.soon();
  }

  soon() {
    clearTimeout(this.waiting);
    this.waiting = setTimeout(() => this.show(), WAIT);
  }

  async show() {
    const fields = new FormData(this.form);
    const { html } = await ask(this.dataset.preview, { fields: [...fields], csrf: fields.get("csrfmiddlewaretoken") });
    place(html);
  }
}

customElements.define("usual-week", UsualWeek);
