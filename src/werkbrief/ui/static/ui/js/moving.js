// Moving through the grid by keyboard: one tab stop, the ARIA grid's keys.

import { cellOf } from "./selection.js";

const PAGE = 10;

/** The stop that a key leads to, or null when it is no moving key. */
export function led(event, stop) {
  const cell = cellOf(stop);
  const row = cell.parentElement;
  const index = cell.cellIndex;
  const ctrl = event.ctrlKey || event.metaKey;
  switch (event.key) {
    case "ArrowLeft":
      return stopIn(cell.previousElementSibling);
    case "ArrowRight":
      return stopIn(cell.nextElementSibling);
    case "ArrowUp":
      return stop.matches("div") && stop.previousElementSibling
        ? stop.previousElementSibling
        : stopIn(above(row, 1)?.cells[index], true);
    case "ArrowDown":
      return stop.matches("div") && stop.nextElementSibling
        ? stop.nextElementSibling
        : stopIn(below(row, 1)?.cells[index]);
    case "Home":
      return stopIn((ctrl ? rows(row)[0] : row).cells[0]);
    case "End":
      return stopIn([...(ctrl ? rows(row).at(-1) : row).cells].at(-1));
    case "PageUp":
      return stopIn(above(row, PAGE, true)?.cells[index]);
    case "PageDown":
      return stopIn(below(row, PAGE, true)?.cells[index]);
    default:
      return null;
  }
}

/** Give the one tab stop to this element, and the focus. */
export function focusOn(grid, stop) {
  for (const old of grid.querySelectorAll('[tabindex="0"]')) old.tabIndex = -1;
  stop.tabIndex = 0;
  stop.focus();
}

export function stopIn(cell, last = false) {
  if (!cell) return null;
  const inner = cell.querySelectorAll(":scope > div[id]");
  if (inner.length) return inner[last ? inner.length - 1 : 0];
  return cell.hasAttribute("tabindex") ? cell : null;
}

function rows(row) {
  return row.closest("table").querySelectorAll("tbody tr:not(.group)").length
    ? [...row.closest("table").querySelectorAll("tbody tr:not(.group)")]
    : [row];
}

function above(row, steps, stopAtEdge = false) {
  let found = row;
  for (let next = row.previousElementSibling; next && steps; next = next.previousElementSibling) {
    if (next.matches(".group")) continue;
    found = next;
    steps -= 1;
  }
  if (found === row && !stopAtEdge && row.closest("tbody")) return row.closest("table").tHead.rows[0];
  return found === row ? null : found;
}

function below(row, steps) {
  if (row.closest("thead")) return row.closest("table").tBodies[0].querySelector("tr:not(.group)");
  let found = row;
  for (let next = row.nextElementSibling; next && steps; next = next.nextElementSibling) {
    if (next.matches(".group")) continue;
    found = next;
    steps -= 1;
  }
  return found === row ? null : found;
}
