// The dialog of one cell; a cell that changed meanwhile is drawn anew, with the reason.

import { ask } from "./answer.js";
import { PlanningDialog } from "./planning-dialog.js";
import { redraw } from "./planning-news.js";

export class CellDialog extends PlanningDialog {
  constructor(host) {
    super(host);
    this.dialog.addEventListener("change", ({ target }) => {
      if (target.dataset.reload) this.open(`${target.dataset.reload}?van=${target.value}`, this.from);
    });
    this.dialog.addEventListener("input", ({ target }) => target.dataset.sift && sift(this.dialog, target));
  }

  async refuse(html) {
    if (super.refuse(html)) return;
    const sentence = this.dialog.querySelector("[data-alert]").textContent;
    redraw(this.host, html);
    this.host.quiet("#refusal");
    const { ok, html: fresh } = await ask(this.address);
    if (!ok || stampIn(fresh) === stampIn(this.dialog.innerHTML)) return;
    this.redraw(fresh);
    this.alert(sentence);
  }
}

function stampIn(html) {
  const holder = document.createElement("template");
  holder.innerHTML = html;
  return holder.content.querySelector("[name=gezien]")?.value;
}

/** Show only the names that hold what was typed; who is chosen stays in sight. */
function sift(dialog, { value, dataset }) {
  const wanted = fold(value);
  for (const one of dialog.querySelectorAll(`[data-${dataset.sift}]`)) {
    one.hidden = !fold(one.textContent).includes(wanted) && !one.querySelector(":checked");
  }
}

function fold(text) {
  return text.normalize("NFD").replace(/\p{M}/gu, "").replaceAll("ł", "l").replaceAll("ı", "i").toLowerCase().trim();
}
