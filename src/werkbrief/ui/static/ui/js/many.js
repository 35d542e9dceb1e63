// Many hours at once: the dialogs open at once, so that no key falls on the grid behind; what they do is fetched then.

export class Many {
  constructor(host) {
    this.host = host;
    for (const dialog of host.querySelectorAll("dialog.filling")) {
      dialog.addEventListener("submit", (event) => this.submit(event, dialog));
      dialog.addEventListener("keydown", (event) => this.letter(event, dialog));
      dialog.addEventListener("close", () => host.back(dialog.ids?.[0]));
    }
  }

  /** A block from Excel, laid from this stop on; without a text there is a field to paste it in. */
  paste(stop, text) {
    const dialog = this.open("pasting", text ? "#pasting-busy" : "#pasting-empty");
    this.fetch((hands) => hands.paste(this.host, dialog, stop, text));
  }

  /** What these entries are to be the same as. */
  liken(ids) {
    const dialog = this.open("likening", "#likening-choice");
    dialog.ids = ids;
    this.fetch((hands) => hands.offer(this.host, dialog));
  }

  open(id, content) {
    const dialog = this.host.querySelector(`dialog#${id}`);
    dialog.replaceChildren(this.host.querySelector(content).content.cloneNode(true));
    if (!dialog.open) dialog.showModal();
    return dialog;
  }

  submit(event, dialog) {
    event.preventDefault();
    const button = event.submitter;
    if (button?.value === "close") dialog.close();
    else this.fetch((hands) => hands.submit(this.host, dialog, button));
  }

  /** A letter presses its button, as on the grid; not while somebody types. */
  letter(event, dialog) {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input, select, textarea")) return;
    const button = dialog.querySelector(`button[aria-keyshortcuts="${CSS.escape(event.key)}"]`);
    if (!button) return;
    event.preventDefault();
    button.click();
  }

  async fetch(work) {
    return work(await import("./filling.js"));
  }
}
