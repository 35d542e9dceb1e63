// Moving through the grid by keyboard: one tab stop, the ARIA grid's keys.

import { cellOf } from "./selection.js";

const PAGE = 10;

/** The stop that a key leads to: the same one at an edge; null when it is no moving key. */
export function led(event, stop) {
  const cell = cellOf(stop);
  const row = cell.parentElement;
  const index = cell.cellIndex;
  const ctrl = event.ctrlKey || event.metaKey;
  const down = (next) => stopIn(next?.cells[index]) ?? stop;
  switch (event.key) {
    case "ArrowLeft":
      return stopIn(cell.previousElementSibling) ?? stop;
    case "ArrowRight":
      return stopIn(cell.nextElementSibling) ?? stop;
    case "ArrowUp":
      return sibling(stop, "previousElementSibling") ?? stopIn(above(row, 1).cells[index], true) ?? stop;
    case "ArrowDown":
      return sibling(stop, "nextElementSibling") ?? down(below(row, 1));
    case "Home":
      return stopIn((ctrl ? first(row) : row).cells[0]) ?? stop;
    case "End":
      return stopIn([...(ctrl ? last(row) : row).cells].at(-1)) ?? stop;
    case "PageUp":
      return down(above(row, PAGE, true));
    case "PageDown":
      return down(below(row, PAGE));
    default:
      return null;
  }
}

/** Give the one tab stop to this element, and the focus. */
export function focusOn(grid, stop, options) {
  stopAt(grid, stop);
  stop.focus(options);
}

export function stopAt(grid, stop) {
  if (grid.stop && grid.stop !== stop) grid.stop.tabIndex = -1;
  grid.stop = stop;
  stop.tabIndex = 0;
}

export function stopIn(cell, last = false) {
  if (!cell) return null;
  const inner = cell.querySelectorAll(":scope > div[id]");
  if (inner.length) return inner[last ? inner.length - 1 : 0];
  return cell.hasAttribute("tabindex") ? cell : null;
}

/** Where a stop stands, so that it is found again after its row is drawn anew. */
export function spotOf(stop) {
  const cell = stop && cellOf(stop);
  return cell && { id: stop.id, row: cell.parentElement.id, index: cell.cellIndex };
}

export function stopOn(grid, spot) {
  if (!spot) return null;
  const row = spot.row && document.getElementById(spot.row);
  return (spot.id && document.getElementById(spot.id)) || stopIn(row?.cells[spot.index]) || null;
}

function sibling(stop, side) {
  const next = stop.matches("div") && stop[side];
  return next && next.matches("div[id]") ? next : null;
}

function first(row) {
  return row.closest("table").tBodies[0].querySelector("tr:not(.group)") ?? row;
}

function last(row) {
  return row.closest("table").tBodies[0].lastElementChild ?? row;
}

function above(row, steps, stopAtEdge = false) {
  const found = walk(row, steps, "previousElementSibling");
  if (found === row && !stopAtEdge && row.closest("tbody")) return row.closest("table").tHead.rows[0];
  return found;
}

function below(row, steps) {
  return row.closest("thead") ? first(row) : walk(row, steps, "nextElementSibling");
}

function walk(row, steps, side) {
  let found = row;
  for (let next = row[side]; next && steps; next = next[side]) {
    if (next.matches(".group")) continue;
    found = next;
    steps -= 1;
  }
  return found;
}
