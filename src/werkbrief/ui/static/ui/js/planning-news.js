// What others plan appears by itself: rows in their place, the whole sheet when who is on it changed.

import { ask, pieces, place } from "./answer.js";
import { focusOn, spotOf, stopAt, stopOn } from "./moving.js";

/** What to draw for this news; null when it can't be had now. */
export async function sheetFor(host, html) {
  if (hasSameRows(host.grid, html)) return html;
  const { ok, html: whole } = await ask(`${host.dataset.news}?${host.dataset.query}&heel=1`);
  return ok && !host.sending ? whole : null;
}

/** Draw pieces of the server; the focus stays on the spot where it was. */
export function redraw(host, html) {
  const { grid } = host;
  const focused = spotOf(document.activeElement.closest?.("#grid [tabindex]"));
  const stop = spotOf(grid.stop);
  const drawn = pieces(html).filter((piece) => !standsAlready(piece));
  const left = drawn.find((piece) => document.getElementById(piece.id)?.contains(document.activeElement));
  place(drawn);
  host.cards.show();
  if (!grid.stop.isConnected) stopAt(grid, stopOn(grid, stop) ?? host.first);
  if (document.activeElement !== document.body) return;
  if (focused) focusOn(grid, stopOn(grid, focused) ?? grid.stop, { preventScroll: true });
  else left?.querySelector("summary")?.focus({ preventScroll: true });
}

/** A list that says the same stays, with the focus in it; one that is open stays open. */
function standsAlready(piece) {
  const old = piece.id && document.getElementById(piece.id);
  if (!old) return false;
  const [was, will] = [old.querySelector("details"), piece.querySelector("details")];
  if (!was || !will) return old.isEqualNode(piece);
  const opens = will.open || was.open;
  will.open = was.open;
  if (old.isEqualNode(piece)) return true;
  will.open = opens;
  return false;
}

function hasSameRows(grid, html) {
  const rows = pieces(html).filter((piece) => piece.localName === "tr");
  const totals = rows.filter((row) => row.matches(".sub"));
  if (totals.length !== grid.querySelectorAll("tr.sub").length) return false;
  return rows.every((row) => {
    const old = document.getElementById(row.id);
    return old && (!row.matches(".sub") || peopleAbove(old) === Number(row.dataset.people));
  });
}

function peopleAbove(total) {
  let people = 0;
  for (let row = total.previousElementSibling; row && !row.matches(".group"); row = row.previousElementSibling) people += 1;
  return people;
}
