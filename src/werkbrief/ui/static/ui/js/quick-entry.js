// Typing on a cell: `0730-1600/30`, `730 16`, `8u`; Enter saves and goes down, Esc gives up.

import { focusOn, led } from "./moving.js";

export function quickEntry(host, entry, text) {
  const { id } = entry;
  const input = document.createElement("input");
  input.className = "quick";
  input.setAttribute("aria-label", "Snel invullen, bijvoorbeeld 0730-1600/30 of 8u");
  input.autocomplete = "off";
  input.value = text;
  entry.append(input);
  input.focus();

  const leave = () => {
    input.remove();
    focusOn(host.grid, document.getElementById(id));
  };
  const save = async () => {
    const refusal = await host.send("change", [id], { snel: input.value });
    const fresh = document.getElementById(id);
    if (!refusal) {
      input.remove();
      focusOn(host.grid, led({ key: "ArrowDown" }, fresh) ?? fresh);
    } else if (!input.isConnected) {
      // The row was drawn anew beneath what was typed: put it back.
      quickEntry(host, fresh, input.value);
    } else input.focus();
  };

  input.addEventListener("keydown", (event) => {
    event.stopPropagation();
    if (event.key === "Enter") save();
    else if (event.key === "Escape") leave();
    else if (event.key === "Tab") save();
    else return;
    event.preventDefault();
  });
  input.addEventListener("pointerdown", (event) => event.stopPropagation());
  input.addEventListener("dblclick", (event) => event.stopPropagation());
}
