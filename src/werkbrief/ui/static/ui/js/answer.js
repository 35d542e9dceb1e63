// Send a deed and put the drawn answer in its place; the server draws, always.

import { say } from "./words.js";

const CUT_OFF = say(
  "Geen verbinding: er is niets opgeslagen. Wat is ingevuld blijft staan; probeer het zo opnieuw.",
);
const SIGNED_OUT = say(
  "De sessie is verlopen: er is niets opgeslagen. Log in een nieuw tabblad opnieuw in en probeer het daarna hier nog eens.",
);
const GONE = say("Dit werkbriefje is er niet meer. Laad de pagina opnieuw.");
const BROKEN = say(
  "Er ging iets mis aan onze kant; er is niets opgeslagen. Probeer het opnieuw of bel het bureau.",
);

/** Fetch drawn HTML: {ok, status, html}. Never throws; a refusal comes as HTML too. */
export async function ask(url, { fields, csrf } = {}) {
  const options = { headers: { "X-Requested-With": "fetch" }, credentials: "same-origin" };
  if (fields) {
    options.method = "POST";
    options.body = new URLSearchParams(fields);
    options.headers["X-CSRFToken"] = csrf;
  }
  try {
    const response = await fetch(url, options);
    const signedOut = response.redirected && new URL(response.url).pathname.startsWith("/inloggen/");
    if (signedOut || response.status === 401 || response.status === 403) return refused(SIGNED_OUT);
    if (response.status === 404) return refused(GONE);
    if (response.status >= 500 && response.status !== 503) return refused(BROKEN);
    return { ok: response.ok, status: response.status, html: await response.text() };
  } catch {
    return refused(CUT_OFF);
  }
}

/** Replace every drawn piece that has an id on this page; returns what now stands there. */
export function place(html) {
  const placed = [];
  for (const piece of Array.isArray(html) ? html : pieces(html)) {
    const old = piece.id && document.getElementById(piece.id);
    if (!old) continue;
    if (old.matches("[role=status], [role=alert]")) {
      // A live region must stay itself, or nothing is said.
      old.replaceChildren(...piece.childNodes);
      Object.assign(old.dataset, piece.dataset);
      placed.push(old);
    } else {
      keepTyped(old, piece);
      old.replaceWith(piece);
      placed.push(piece);
    }
  }
  return placed;
}

export function pieces(html) {
  const holder = document.createElement("template");
  holder.innerHTML = html;
  return [...holder.content.children].flatMap((piece) =>
    piece.localName === "template" ? [...piece.content.children] : [piece],
  );
}

/** What somebody is typing in a cell moves along to the cell that takes its place. */
function keepTyped(old, piece) {
  for (const input of old.querySelectorAll(".quick")) {
    const cell = piece.querySelector(`#${input.parentElement.id}`);
    if (cell) move(input, cell);
  }
}

function move(input, cell) {
  const { selectionStart, selectionEnd } = input;
  const hadFocus = document.activeElement === input;
  input.moving = true;
  cell.append(input);
  queueMicrotask(() => {
    input.moving = false;
    if (!hadFocus || !input.isConnected) return;
    input.focus({ preventScroll: true });
    input.setSelectionRange(selectionStart, selectionEnd);
  });
}

function refused(text) {
  const div = document.createElement("div");
  div.id = "refusal";
  div.textContent = text;
  div.dataset.field = "";
  return { ok: false, status: 0, html: div.outerHTML };
}
