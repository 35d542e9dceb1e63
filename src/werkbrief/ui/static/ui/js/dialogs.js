// The dialogs: one entry, a selection, rejecting, remarking; unsaved input is never lost silently.

import { ask } from "./answer.js";
import { say } from "./words.js";

const FIELD = { start: "start", end: "eind", break: "pauze", total: "totaal", reason: "reden", remark: "opmerking" };
const WAIT = 150;

export class Dialogs {
  constructor(host) {
    this.host = host;
    this.typed = new Set();
    for (const id of ["entry", "bulk", "rejecting", "remarking"]) {
      const dialog = this.dialog(id);
      dialog.addEventListener("submit", (event) => this.submit(event, dialog));
      dialog.addEventListener("input", (event) => this.input(event, dialog));
      dialog.addEventListener("cancel", (event) => {
        event.preventDefault();
        this.leave(dialog);
      });
    }
  }

  /** Times that were typed in an open dialog, and a remark that was not placed. */
  get isTyping() {
    if (this.host.querySelector("dialog[open] [data-form=change]") && this.typed.size) return true;
    return [...this.host.querySelectorAll("dialog[open] textarea")].some((area) => area.value.trim());
  }

  dialog(id) {
    return this.host.querySelector(`dialog#${id}`);
  }

  /** Show one entry; the server draws its dialog. */
  async openEntry(entry) {
    const { ok, html } = await ask(`${this.host.dataset.base}${entry.id.slice(1)}/`);
    if (!ok) return this.host.refuse(html);
    const dialog = this.dialog("entry");
    if (dialog.open) return;
    dialog.innerHTML = html;
    this.show(dialog, [entry.id]);
    dialog.querySelector("input")?.select();
  }

  openBulk(entries) {
    const dialog = this.dialog("bulk");
    dialog.querySelector("form").reset();
    dialog.querySelector("h2").textContent = say("%(count)s werkbriefjes wijzigen", { count: entries.length });
    this.show(dialog, entries.map((entry) => entry.id));
  }

  ask(id, ids) {
    const dialog = this.dialog(id);
    dialog.querySelector("form").reset();
    this.show(dialog, ids);
  }

  show(dialog, ids) {
    dialog.ids = ids;
    this.alert(dialog, "");
    if (dialog.querySelector('[data-form="change"]')) this.typed.clear();
    if (!dialog.open) dialog.showModal();
    dialog.querySelector("textarea")?.focus();
  }

  input(event, dialog) {
    const { name } = event.target;
    if (!dialog.querySelector('[data-form="change"]') || !name) return;
    this.typed.add(name);
    if (name === "totaal") this.typed.delete("eind");
    if (name === "eind") this.typed.delete("totaal");
    event.target.removeAttribute("aria-invalid");
    this.alert(dialog, "");
    clearTimeout(this.waiting);
    if (dialog.id === "entry") this.waiting = setTimeout(() => this.preview(dialog), WAIT);
  }

  /** Recalculate while typing: the server says what the fields make of the shift. */
  async preview(dialog) {
    const entry = dialog.querySelector("[data-entry]")?.dataset.entry;
    if (!entry || !this.typed.size) return;
    const turn = (this.turn = (this.turn ?? 0) + 1);
    const url = `${this.host.dataset.base}${entry}/voorbeeld/`;
    const { ok, status, html } = await ask(url, { fields: this.fields(dialog), csrf: this.host.dataset.csrf });
    if (turn !== this.turn || !dialog.open || (!ok && status !== 422)) return;
    const holder = document.createElement("template");
    holder.innerHTML = html;
    const pay = holder.content.querySelector("#pay");
    if (!ok) return this.alert(dialog, pay.dataset.sentence, pay.dataset.field);
    this.alert(dialog, "");
    const old = dialog.querySelector("#pay");
    if (old.querySelector("details")?.open) pay.querySelector("details")?.setAttribute("open", "");
    old.replaceWith(pay);
    for (const [field, name] of Object.entries(FIELD)) {
      const input = dialog.querySelector(`.times [name="${name}"]`);
      if (input && !this.typed.has(name) && pay.dataset[field]) input.value = pay.dataset[field];
    }
    const difference = dialog.querySelector("[data-difference]");
    difference.textContent = pay.dataset.difference ?? "";
    difference.toggleAttribute("data-differs", difference.textContent !== "");
  }

  fields(dialog) {
    const all = new FormData(dialog.querySelector("form"));
    return Object.fromEntries([...all].filter(([name]) => this.typed.has(name)));
  }

  async submit(event, dialog) {
    event.preventDefault();
    const deed = event.submitter?.value ?? "change";
    // Enter in a field of a form in which nothing was typed: there is nothing to store.
    if (deed === "change" && !this.typed.size) return this.leave(dialog);
    if (deed === "close") return this.leave(dialog);
    if (dialog.id === "rejecting" || dialog.id === "remarking") return this.answer(dialog, deed);
    if (deed === "change") return this.save(dialog);
    if (this.typed.size && !(await this.settle(dialog))) return;
    dialog.close();
    this.host.back(dialog.ids[0]);
    if (deed === "approve") this.host.deed("approve", dialog.ids);
    else this.ask(deed === "reject" ? "rejecting" : "remarking", dialog.ids);
  }

  async answer(dialog, deed) {
    const fields = Object.fromEntries(new FormData(dialog.querySelector("form")));
    return this.send(dialog, deed, fields);
  }

  async save(dialog) {
    clearTimeout(this.waiting);
    return this.send(dialog, "change", this.fields(dialog));
  }

  async send(dialog, deed, fields) {
    const refusal = await this.host.send(deed, dialog.ids, fields);
    if (refusal) {
      this.alert(dialog, refusal.textContent.trim(), refusal.dataset.field);
      refusal.textContent = "";
      return false;
    }
    this.typed.clear();
    dialog.close();
    this.host.back(dialog.ids[0]);
    return true;
  }

  /** Something is typed and not stored: ask. True when one may go on. */
  async settle(dialog) {
    const asking = this.dialog("unsaved");
    asking.showModal();
    const choice = await this.choice(asking);
    if (choice === "save") return dialog.id === "remarking" ? this.answer(dialog, "remark") : this.save(dialog);
    if (choice === "drop") this.typed.clear();
    return choice === "drop";
  }

  /** What was pressed. A `close` event comes late: by then the dialog may be open again. */
  choice(asking) {
    return new Promise((done) => {
      const heard = new AbortController();
      const choose = (value) => {
        heard.abort();
        asking.close();
        done(value);
      };
      asking.addEventListener("submit", (event) => choose(event.submitter?.value ?? "back"), { signal: heard.signal });
      asking.addEventListener("cancel", () => choose("back"), { signal: heard.signal });
    });
  }

  async leave(dialog) {
    if (dialog.open && this.isTyping && !(await this.settle(dialog))) return;
    dialog.close();
    this.host.back(dialog.ids?.[0]);
  }

  alert(dialog, sentence, field = "") {
    const place = dialog.querySelector("[data-alert]");
    if (place && place.textContent !== sentence) place.textContent = sentence;
    for (const input of dialog.querySelectorAll("[aria-invalid]")) input.removeAttribute("aria-invalid");
    if (field && sentence) dialog.querySelector(`[name="${FIELD[field]}"]`)?.setAttribute("aria-invalid", "true");
  }
}
