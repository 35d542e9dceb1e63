// <command-palette>: Ctrl+K, or a button that says so. The palette itself is fetched at the first time.

class CommandPalette extends HTMLElement {
  connectedCallback() {
    addEventListener("keydown", (event) => {
      if (event.key.toLowerCase() !== "k" || !(event.ctrlKey || event.metaKey) || event.shiftKey || event.altKey) return;
      event.preventDefault();
      this.toggle();
    });
    addEventListener("click", (event) => event.target.closest("[data-palette]") && this.toggle());
  }

  get dialog() {
    return this.querySelector("dialog.palette") ?? this.built();
  }

  built() {
    this.append(this.querySelector("[data-dialog]").content.cloneNode(true));
    const dialog = this.querySelector("dialog.palette");
    // Whose fingers are faster than the first fetch: it is pressed as soon as it is there.
    dialog.addEventListener("keydown", (event) => (dialog.isHasty ||= event.key === "Enter" && !dialog.isReady));
    return dialog;
  }

  /** The field is there at once, so that no key falls behind it; the list follows. */
  async toggle() {
    const { dialog } = this;
    if (dialog.open) return dialog.close();
    if (document.querySelector("dialog[open]")) return;
    const before = document.activeElement;
    dialog.querySelector("input").value = "";
    dialog.showModal();
    const { fill } = await import("./palette.js");
    if (dialog.open) fill(this, before);
  }
}

customElements.define("command-palette", CommandPalette);
