// The dialog of one cell; a cell that changed meanwhile is drawn anew, with the reason.

import { ask, place } from "./answer.js";
import { PlanningDialog } from "./planning-dialog.js";

export class CellDialog extends PlanningDialog {
  async refuse(html) {
    if (super.refuse(html)) return;
    const sentence = this.dialog.querySelector("[data-alert]").textContent;
    this.host.draw(html);
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
