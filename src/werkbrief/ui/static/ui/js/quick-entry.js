// Typing on a cell: `0730-1600/30`, `730 16`, `8u`; Enter saves and goes down, Esc gives up.
// Going elsewhere saves as well; what is refused stays in its cell until it is right.

import { focusOn, led } from "./moving.js";
import { say } from "./words.js";

const STEP = { Enter: "ArrowDown", Tab: "ArrowRight" };

export function quickEntry(host, entry, text) {
  const { id } = entry;
  const input = document.createElement("input");
  input.className = "quick";
  input.setAttribute("aria-label", say("Snel invullen, bijvoorbeeld 0730-1600/30 of 8u"));
  input.autocomplete = "off";
  input.value = text;
  entry.append(input);
  input.focus();

  const cell = () => document.getElementById(id);
  const remove = () => {
    input.moving = true;
    input.remove();
  };
  const save = async (key, event = {}) => {
    if (input.saving) return;
    input.saving = input.readOnly = true;
    // What a colleague changed while this was typed is not what its typist saw.
    const saw = input.saw === undefined ? {} : { gezien: input.saw };
    const refusal = await host.send("change", [id], { snel: input.value, ...saw });
    input.saving = input.readOnly = false;
    input.saw = undefined;
    if (refusal) {
      input.setAttribute("aria-invalid", "true");
      if (key) input.focus();
      return;
    }
    const mine = input.isConnected && document.activeElement === input;
    remove();
    if (!key || !mine) return;
    const back = key === "Tab" && event.shiftKey ? "ArrowLeft" : STEP[key];
    focusOn(host.grid, led({ key: back }, cell()));
  };

  input.addEventListener("keydown", (event) => {
    event.stopPropagation();
    if (event.key in STEP) save(event.key, event);
    else if (event.key === "Escape") {
      remove();
      focusOn(host.grid, cell());
    } else return;
    event.preventDefault();
  });
  input.addEventListener("input", () => {
    input.removeAttribute("aria-invalid");
    // A slash begins a break (`/45`) or, with a letter behind it, a search.
    if (!/^\/[^\d\s]/.test(input.value)) return;
    const text = input.value.slice(1);
    remove();
    host.keys.search(text);
  });
  input.addEventListener("blur", () => {
    if (input.moving || input.saving) return;
    if (input.value.trim()) save();
    else remove();
  });
  for (const type of ["pointerdown", "click", "dblclick"]) input.addEventListener(type, (event) => event.stopPropagation());
}
