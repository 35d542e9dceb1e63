// A file is looked over and then taken in, while the page keeps the chosen file.

import { place } from "./answer.js";

const CUT_OFF = "Geen verbinding. Lees het bestand opnieuw in: dubbel inlezen verandert niets.";
const FAILED = "Er ging iets mis aan onze kant; er is niets ingelezen. Probeer het opnieuw.";
const SIGNED_OUT = "De sessie is verlopen; er is niets ingelezen. Log opnieuw in en kies het bestand nog eens.";
const CHANGED =
  "Het bestand is veranderd of weg sinds je het koos. Kies het opnieuw; er is niets ingelezen.";

class ImportForm extends HTMLElement {
  connectedCallback() {
    this.form = this.querySelector("form");
    this.form.addEventListener("submit", (event) => this.submit(event));
    this.form.addEventListener("change", () => this.fresh());
  }

  /** Another file, or another sort: what was said about the one before no longer holds. */
  fresh() {
    this.report.replaceChildren();
  }

  get report() {
    return this.querySelector("#report");
  }

  async submit(event) {
    event.preventDefault();
    if (this.hasAttribute("aria-busy")) return;
    const fields = new FormData(this.form, event.submitter);
    this.wait(true);
    const html = (await this.isReadable()) ? await send(this.form.action, fields) : refused(CHANGED);
    place(html);
    this.wait(false);
    this.report.focus();
  }

  /** A browser fails without a word on a file that was saved again since. */
  async isReadable() {
    const [file] = this.form.elements.bestand.files;
    try {
      await file.slice(0, 1).arrayBuffer();
      return true;
    } catch {
      return false;
    }
  }

  wait(waits) {
    this.toggleAttribute("aria-busy", waits);
    for (const button of this.querySelectorAll("button")) button.disabled = waits;
    if (waits) this.report.innerHTML = '<p role="status"><progress></progress> Bezig met het bestand…</p>';
  }
}

async function send(url, body) {
  try {
    const response = await fetch(url, { method: "POST", body, headers: { "X-Requested-With": "fetch" } });
    if (response.redirected || response.status === 403) return refused(SIGNED_OUT);
    if (!response.ok && response.status !== 422) return refused(FAILED);
    return await response.text();
  } catch {
    return refused(CUT_OFF);
  }
}

function refused(sentence) {
  const report = document.createElement("section");
  report.id = "report";
  report.className = "report";
  report.tabIndex = -1;
  const panel = document.createElement("p");
  panel.className = "panel outcome-bad";
  panel.setAttribute("role", "alert");
  panel.textContent = sentence;
  report.append(panel);
  return report.outerHTML;
}

customElements.define("import-form", ImportForm);
