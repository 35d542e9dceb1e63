// <case-queue>: a queue by one key: g takes the case in hand over, a declines it, arrows go on.

class CaseQueue extends HTMLElement {
  connectedCallback() {
    addEventListener("keydown", (event) => this.key(event));
    if (!this.contains(document.activeElement)) this.button(this.cases[0])?.focus({ preventScroll: true });
  }

  get cases() {
    return [...this.querySelectorAll("[data-case]")];
  }

  button(one, key = "g") {
    return one?.querySelector(`[data-key="${key}"]`);
  }

  key(event) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target.closest?.("input, textarea, select, dialog[open]")) return;
    const { cases } = this;
    const here = cases.findIndex((one) => one.contains(document.activeElement));
    const one = cases[Math.max(here, 0)];
    if (event.key === "g") this.button(one)?.click();
    else if (event.key === "a") this.decline(one);
    else if (here >= 0 && event.key === "ArrowDown") this.button(cases[here + 1])?.focus();
    else if (here >= 0 && event.key === "ArrowUp") this.button(cases[here - 1])?.focus();
    else return;
    event.preventDefault();
  }

  decline(one) {
    const details = this.button(one, "a")?.closest("details");
    if (!details) return;
    details.open = true;
    details.querySelector("input[name=antwoord]").focus();
  }
}

customElements.define("case-queue", CaseQueue);
