// Work in the background: how far it is, asked again until it is over.

import { ask, place } from "./answer.js";

const SOON = 1500;
const LATER = 6000;
// Who looks at it this long is doing something else.
const PATIENT = 60_000;

class JobWatch extends HTMLElement {
  connectedCallback() {
    this.since = Date.now();
    this.plan();
  }

  disconnectedCallback() {
    clearTimeout(this.timer);
  }

  get isBusy() {
    return this.querySelector("[data-busy]") !== null;
  }

  plan() {
    clearTimeout(this.timer);
    if (!this.isBusy) return;
    const wait = Date.now() - this.since < PATIENT ? SOON : LATER;
    this.timer = setTimeout(() => this.look(), wait);
  }

  async look() {
    if (document.visibilityState === "visible") {
      const answer = await ask(this.dataset.url);
      if (answer.ok && this.isConnected) this.draw(answer.html);
    }
    this.plan();
  }

  /** A link in the table that had the focus still has it. */
  draw(html) {
    const held = this.contains(document.activeElement) ? document.activeElement : null;
    place(html);
    const href = held?.getAttribute("href");
    if (href && !held.isConnected) this.querySelector(`a[href="${href}"]`)?.focus();
  }
}

customElements.define("job-watch", JobWatch);
