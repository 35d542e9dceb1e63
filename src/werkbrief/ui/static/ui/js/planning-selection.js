// Several cells at once in the planner's grid: Shift and an arrow, a whole day, a whole row.

import { cellOf } from "./selection.js";

const PLANNABLE = "[data-vrij]:not([data-s=absent]), [data-dienst]:not([data-s=absent]), .double";
const ROW = /^r\d/;

export class CellSelection {
  constructor(host) {
    this.host = host;
    this.cells = new Set();
  }

  get chosen() {
    return [...this.cells].filter((cell) => cell.isConnected);
  }

  get ids() {
    return [...this.cells].map((cell) => cell.id);
  }

  /** As the server reads them: which cell, and how it stands on screen. */
  get sent() {
    const spots = this.chosen.map((cell) => this.host.spot(cell));
    return spots.map(({ plaatsing, dag, gezien }) => `${plaatsing}|${dag}|${gezien}`).join(";");
  }

  clear() {
    for (const cell of this.cells) cell.removeAttribute("aria-selected");
    if (this.cells.size) this.host.quiet("#outcome");
    this.cells.clear();
    this.anchor = null;
  }

  /** The same cells, where they were drawn anew. */
  renew() {
    const cells = this.ids.map((id) => document.getElementById(id)).filter((cell) => cell?.matches(PLANNABLE));
    this.cells = new Set(cells);
    for (const cell of cells) cell.setAttribute("aria-selected", "true");
    this.anchor &&= document.getElementById(this.anchor.id);
  }

  /** The rectangle from where it began to this stop. */
  extend(from, to) {
    const anchor = (this.anchor?.isConnected && this.anchor) || cellOf(from);
    const [a, b] = [anchor, cellOf(to)];
    const rows = [a.parentElement, b.parentElement].sort((x, y) => x.rowIndex - y.rowIndex);
    const [left, right] = [a.cellIndex, b.cellIndex].sort((x, y) => x - y);
    const cells = [];
    for (let row = rows[0]; row; row = row.nextElementSibling) {
      if (ROW.test(row.id)) cells.push(...[...row.cells].slice(left, right + 1));
      if (row === rows[1]) break;
    }
    this.take(cells);
    this.anchor = anchor;
  }

  column(stop) {
    const { cellIndex } = cellOf(stop);
    this.take([...this.host.grid.tBodies[0].rows].filter((row) => ROW.test(row.id)).map((row) => row.cells[cellIndex]));
  }

  row(stop) {
    const row = cellOf(stop).parentElement;
    if (ROW.test(row.id)) this.take([...row.cells]);
  }

  take(cells) {
    this.clear();
    for (const cell of cells.filter((one) => one.matches(PLANNABLE))) {
      cell.setAttribute("aria-selected", "true");
      this.cells.add(cell);
    }
    const count = this.cells.size;
    if (count) this.host.say(`${count} ${count === 1 ? "cel" : "cellen"} gekozen. Typ de tijden, of Delete; Esc heft op.`);
  }
}
