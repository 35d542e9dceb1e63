// The palette: everything on this page that can be pressed, found by a few letters.

import { focusOn, stopIn } from "./moving.js";

const MOST = 40;
const LETTERS = { ł: "l", ø: "o", đ: "d", ı: "i", ß: "ss", æ: "ae", œ: "oe", "’": "'" };
const WEEK = /\/weken\/(\d{4})-W\d{2}\//;

/** Offer what is on the page now; `before` is where the hands were. */
export function fill(host, before) {
  const { dialog } = host;
  const input = dialog.querySelector("input");
  if (!dialog.isReady) listen(host, dialog, input);
  dialog.before = before;
  dialog.commands = [...host.querySelectorAll("[data-group]")].flatMap(commandsOf);
  draw(host, dialog, input.value);
  const first = dialog.isHasty && dialog.querySelector("[aria-selected=true]");
  dialog.isHasty = false;
  if (first) choose(dialog, first);
}

function listen(host, dialog, input) {
  dialog.isReady = true;
  input.addEventListener("input", () => draw(host, dialog, input.value));
  input.addEventListener("keydown", (event) => key(event, dialog));
  dialog.addEventListener("click", (event) => {
    const option = event.target.closest("[role=option]");
    if (option) choose(dialog, option);
    else if (event.target === dialog) dialog.close();
  });
  dialog.addEventListener("pointermove", (event) => {
    const option = event.target.closest("[role=option]");
    if (option) mark(dialog, option);
  });
  dialog.addEventListener("close", () => dialog.chosen?.());
}

function commandsOf(group) {
  const { from, selection, asked } = group.dataset;
  const title = selection === undefined ? group.dataset.group : about();
  if (title === null) return [];
  const found = [...document.querySelectorAll(from)].filter((source) => source.ariaCurrent !== "page");
  return found.map((source) => {
    const label = labelOf(source);
    return { title, label, source, folded: fold(label), isAsked: asked !== undefined, keys: keysOf(source) };
  });
}

/** What a deed would be about: what is selected, or the entry under the hands; null without. */
function about() {
  const grid = document.querySelector("week-grid");
  const [first, second] = grid?.selection ? grid.chosen(grid.grid.stop) : [];
  if (!first) return null;
  if (second) return grid.querySelector("#selected").textContent;
  const cell = first.closest("td");
  const day = grid.grid.tHead.rows[0].cells[cell.cellIndex];
  return `${cell.parentElement.querySelector("th span").textContent} · ${day.textContent.trim()}`;
}

function labelOf(source) {
  if (source.ariaLabel) return source.ariaLabel;
  const copy = source.cloneNode(true);
  for (const key of copy.querySelectorAll("kbd, .card-actions")) key.remove();
  return copy.textContent.replace(/\s+/g, " ").trim();
}

function keysOf(source) {
  return source.querySelector("kbd")?.textContent ?? source.getAttribute("aria-keyshortcuts") ?? "";
}

function fold(text) {
  const plain = text.toLowerCase().replace(/[łøđıßæœ’]/g, (letter) => LETTERS[letter]);
  return plain.normalize("NFD").replace(/\p{M}/gu, "");
}

/** Every word is in it; the sooner the first one, the higher it stands within its group. */
function matches(commands, query) {
  const words = fold(query).split(/\s+/).filter(Boolean);
  if (!words.length) return commands.filter((one) => !one.isAsked).slice(0, MOST);
  const found = commands.filter((one) => words.every((word) => one.folded.includes(word)));
  const place = (one) => (one.folded.startsWith(words[0]) ? 0 : one.folded.includes(` ${words[0]}`) ? 1 : 2);
  const best = new Map();
  for (const one of found) best.set(one.title, Math.min(place(one), best.get(one.title) ?? 9));
  return found.sort((a, b) => best.get(a.title) - best.get(b.title) || place(a) - place(b)).slice(0, MOST);
}

/** "week 12" of the year on screen, also when no list on the page has it. */
function weekAsked(host, query) {
  const number = /^(?:w|week|tydzien)?\s*(\d{1,2})$/.exec(fold(query).trim())?.[1];
  const group = host.querySelector("[data-week]");
  const year = WEEK.exec(location.pathname)?.[1];
  if (!number || !year || !Number(number) || number > 53) return [];
  const path = location.pathname.replace(WEEK, `/weken/${year}-W${number.padStart(2, "0")}/`);
  const go = () => location.assign(path + location.search);
  return [{ title: group.dataset.group, label: `${group.dataset.week} ${Number(number)} · ${year}`, go, keys: "" }];
}

function draw(host, dialog, query) {
  const week = weekAsked(host, query);
  const found = [...week, ...matches(dialog.commands, query)];
  dialog.options = found;
  const groups = new Map();
  for (const one of found) groups.set(one.title, [...(groups.get(one.title) ?? []), one]);
  const list = dialog.querySelector("[role=listbox]");
  let number = 0;
  list.replaceChildren(
    ...[...groups].map(([title, commands]) => {
      const group = element("div", { role: "group", ariaLabel: title });
      group.append(element("p", { textContent: title, ariaHidden: "true" }));
      group.append(...commands.map((one) => optionOf(one, found.indexOf(one), `command-${number++}`)));
      return group;
    }),
  );
  dialog.querySelector("[data-none]").hidden = found.length > 0;
  mark(dialog, list.querySelector("[role=option]"));
}

function optionOf(command, index, id) {
  const option = element("div", { id, role: "option", ariaSelected: "false" });
  option.dataset.index = index;
  option.append(element("span", { textContent: command.label }));
  if (command.keys) option.append(element("kbd", { textContent: command.keys }));
  return option;
}

function element(name, properties) {
  return Object.assign(document.createElement(name), properties);
}

function mark(dialog, option) {
  const old = dialog.querySelector("[aria-selected=true]");
  if (old !== option && old) old.ariaSelected = "false";
  const input = dialog.querySelector("input");
  if (!option) return input.removeAttribute("aria-activedescendant");
  option.ariaSelected = "true";
  input.setAttribute("aria-activedescendant", option.id);
}

function key(event, dialog) {
  const options = [...dialog.querySelectorAll("[role=option]")];
  const at = options.findIndex((option) => option.ariaSelected === "true");
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (event.key === "Enter" && options[at]) choose(dialog, options[at]);
  else if (step && options.length) {
    const next = options[(at + step + options.length) % options.length];
    mark(dialog, next);
    next.scrollIntoView({ block: "nearest" });
  } else return;
  event.preventDefault();
}

/** First the dialog closes and the hands are back where they were; then it is pressed. */
function choose(dialog, option) {
  const command = dialog.options[Number(option.dataset.index)];
  dialog.chosen = () => {
    dialog.chosen = null;
    press(command, dialog.before);
  };
  dialog.close();
}

function press({ source, go }, before) {
  if (go) return go();
  if (source.matches("th")) return stand(source);
  const grid = source.closest(".selection") && document.querySelector("week-grid");
  if (grid && !grid.selection.entries.length) grid.selection.toggle(grid.grid.stop);
  else if (before?.isConnected) before.focus({ preventScroll: true });
  source.click();
}

/** On the first day of this worker on which something waits, else the first with hours. */
function stand(head) {
  const row = head.parentElement;
  const entry = row.querySelector('[data-s="open"], [data-s="changed"]') ?? row.querySelector("[data-v]");
  row.scrollIntoView({ block: "center" });
  focusOn(row.closest("table"), entry ?? stopIn(row.cells[1]) ?? head, { preventScroll: true });
}
