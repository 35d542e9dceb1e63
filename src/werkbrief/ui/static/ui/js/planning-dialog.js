// The dialog of the schedule: the server draws the form, this shows it, sends it and shows what it refuses.

import { ask } from "./answer.js";
import { say } from "./words.js";

const ASK_AGAIN = say("Nog niet verstuurd. Nog eens Esc sluit zonder te versturen.");

export class PlanningDialog {
  constructor(host) {
    this.host = host;
    this.dialog = host.querySelector("dialog#telling");
    this.dialog.addEventListener("submit", (event) => this.submit(event));
    this.dialog.addEventListener("input", () => (this.typed = true));
    this.dialog.addEventListener("cancel", (event) => this.leave(event));
    this.dialog.addEventListener("change", () => this.reveal());
  }

  /** Open what the server draws at this address; `from` gets the focus back. */
  async open(address, from) {
    const { ok, html } = await ask(address);
    if (!ok) return this.host.settle(html, false);
    this.address = address;
    this.from = from;
    this.typed = this.warned = false;
    this.dialog.innerHTML = html;
    this.reveal();
    if (!this.dialog.open) this.dialog.showModal();
    this.dialog.querySelector("input:not([type=hidden]), select")?.focus();
  }

  /** Only the part that goes with the chosen kind; the rest isn't sent. */
  reveal() {
    const kind = this.dialog.querySelector("[name=soort]:checked")?.value;
    for (const part of this.dialog.querySelectorAll("[data-kind]")) part.disabled = part.hidden = part.dataset.kind !== kind;
  }

  async submit(event) {
    event.preventDefault();
    if (this.busy) return;
    this.busy = true;
    const form = (this.form = event.target);
    const address = `${form.action}?${this.host.dataset.query}`;
    const fields = [...new FormData(form, event.submitter)];
    const { ok, html } = await ask(address, { fields, csrf: this.host.dataset.csrf });
    this.busy = false;
    if (!ok) return this.refuse(html);
    if ("stay" in form.dataset) return this.redraw(html);
    this.dialog.close();
    this.host.settle(html, true, this.from);
  }

  /** What was done shows in the dialog itself. */
  redraw(html) {
    this.dialog.innerHTML = html;
    this.typed = false;
    this.dialog.querySelector("input:not([type=hidden]), button")?.focus();
  }

  refuse(html) {
    const holder = document.createElement("template");
    holder.innerHTML = html;
    const refusal = holder.content.querySelector("#refusal");
    const sentence = refusal.querySelector("span") ?? refusal.firstChild;
    this.alert(sentence.textContent.trim(), refusal.dataset.field);
    return refusal.dataset.field;
  }

  alert(sentence, field = "") {
    this.dialog.querySelector("[data-alert]").textContent = sentence;
    for (const old of this.dialog.querySelectorAll("[aria-invalid]")) old.removeAttribute("aria-invalid");
    const form = this.form?.isConnected ? this.form : this.dialog;
    const input = !field ? null : form.querySelector(`[name="${field}"]:not(:disabled)`);
    input?.setAttribute("aria-invalid", "true");
    input?.focus();
  }

  /** What was typed isn't lost by one key. */
  leave(event) {
    if (this.typed && !this.warned) {
      event.preventDefault();
      this.warned = true;
      return this.alert(ASK_AGAIN);
    }
    this.close(event);
  }

  close(event) {
    event?.preventDefault();
    this.dialog.close();
    this.host.back(this.from);
  }
}
