// Keur goed wat klopt: a preview, one deed; and the marks of the law in the cells.

import { ask } from "./answer.js";

export class Fitting {
  constructor(host) {
    this.host = host;
    this.dialog = host.querySelector("dialog#fitting");
    this.dialog.addEventListener("submit", (event) => this.submit(event));
    this.dialog.addEventListener("click", (event) => this.jump(event));
    this.dialog.addEventListener("close", () => host.back());
    this.warn();
  }

  address(name) {
    return new URL(`../${name}/?${this.host.dataset.query}`, new URL(this.host.dataset.base, location));
  }

  /** There at once, so that the next key does not fall on the grid behind it. */
  async open() {
    const { dialog } = this;
    if (dialog.open || !this.host.may.approve) return;
    dialog.replaceChildren(this.host.querySelector("#fitting-busy").content.cloneNode(true));
    dialog.showModal();
    const { ok, html } = await ask(this.address("kloppend"));
    if (!dialog.open) return;
    if (ok) dialog.innerHTML = html;
    else {
      dialog.close();
      this.host.refuse(html);
    }
    dialog.querySelector("[autofocus]")?.focus();
  }

  async submit(event) {
    event.preventDefault();
    if (event.submitter?.value !== "approve") return this.dialog.close();
    const gezien = event.target.dataset.seen;
    const ids = gezien.split(",").map((pair) => `e${pair.split(":")[0]}`);
    const refusal = await this.host.send("approve", ids, { gezien });
    if (!refusal) return this.dialog.close();
    this.dialog.querySelector("[data-alert]").textContent = refusal.textContent.trim();
    refusal.textContent = "";
  }

  jump(event) {
    const id = event.target.closest("[data-to]")?.dataset.to;
    if (!id) return;
    this.dialog.close();
    this.host.back(id);
    document.getElementById(id)?.scrollIntoView({ block: "nearest" });
  }

  /** The law's warnings come after the week: they may take a moment, the week may not. */
  async warn() {
    const { ok, html } = await ask(this.address("waarschuwingen"));
    if (!ok) return;
    const holder = document.createElement("template");
    holder.innerHTML = html;
    for (const old of this.host.grid.querySelectorAll("[data-warns]")) this.mark(old, "");
    for (const item of holder.content.children) {
      const entry = document.getElementById(item.dataset.entry);
      if (entry) this.mark(entry, item.textContent);
    }
  }

  mark(entry, sentence) {
    entry.toggleAttribute("data-warns", sentence !== "");
    entry.title = sentence;
    if (!sentence) entry.removeAttribute("title");
  }
}
