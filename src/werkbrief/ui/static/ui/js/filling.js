// What the dialogs of many hours do: a pasted block, and 'Zelfde als'. Fetched when one of them opens.

import { ask } from "./answer.js";
import { cellOf } from "./selection.js";

const FIRST = '[aria-invalid="true"], textarea, [autofocus]';

/** Show what a block would do, laid from this stop on; without a text, ask for it. */
export function paste(host, dialog, stop, text) {
  const cell = stop && cellOf(stop);
  const day = cell ? Math.min(6, Math.max(0, cell.cellIndex - 1)) : 0;
  const row = cell?.parentElement.id.slice(1) ?? "";
  if (text) return check(host, dialog, { tekst: text, rij: row, dag: day });
  dialog.querySelector('[name="rij"]').value = row;
  dialog.querySelector('[name="dag"]').value = day;
}

/** Offer everybody on screen as the colleague meant. */
export function offer(host, dialog) {
  const heads = [...host.grid.querySelectorAll("tbody th[scope=row]")];
  dialog.querySelector("select")?.append(
    ...heads.map((head) => new Option(head.querySelector("span").textContent, head.parentElement.id.slice(1))),
  );
}

export function submit(host, dialog, button) {
  if (button.value === "fill") return fill(host, dialog, button);
  return dialog.id === "pasting" ? mend(host, dialog, button) : liken(host, dialog, button);
}

function mend(host, dialog, button) {
  const fields = fieldsOf(dialog);
  if (button.value === "skip") fields.laat = "fout";
  return check(host, dialog, fields);
}

async function check(host, dialog, fields) {
  const url = new URL(`../plakvoorbeelden/?${host.dataset.query}`, new URL(host.dataset.base, location));
  const { ok, status, html } = await ask(url, { fields, csrf: host.dataset.csrf });
  if (!dialog.open) return;
  if (ok || status === 422) return show(dialog, drawn(html));
  dialog.close();
  host.refuse(html);
}

async function liken(host, dialog, button) {
  const { collega } = fieldsOf(dialog);
  const answer = await host.ask("liken", dialog.ids, { bron: button.value, collega });
  const asking = answer.ok && drawn(answer.html).find((piece) => piece.id === "likened");
  if (asking) return show(dialog, [asking]);
  return settle(dialog, host.settle({ ...answer, id: dialog.ids[0] }));
}

async function fill(host, dialog, button) {
  const uren = button.dataset.filling;
  const ids = uren.split(",").map((one) => `e${one.split(":")[0]}`);
  return settle(dialog, await host.send("fill", ids, { uren, gezien: "" }));
}

function settle(dialog, refusal) {
  if (!refusal) return dialog.close();
  dialog.querySelector("[data-alert]").textContent = refusal.textContent.trim();
  refusal.textContent = "";
}

function show(dialog, content) {
  dialog.replaceChildren(...content);
  dialog.querySelector(FIRST)?.focus();
}

function fieldsOf(dialog) {
  return Object.fromEntries(new FormData(dialog.querySelector("form")));
}

function drawn(html) {
  const holder = document.createElement("template");
  holder.innerHTML = html;
  return [...holder.content.children];
}
