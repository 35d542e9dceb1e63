// Send a deed and put the drawn answer in its place; the server draws, always.

const CUT_OFF =
  "Geen verbinding: er is niets opgeslagen. Wat is ingevuld blijft staan; probeer het zo opnieuw.";
const SIGNED_OUT =
  "De sessie is verlopen: er is niets opgeslagen. Log in een nieuw tabblad opnieuw in en probeer het daarna hier nog eens.";

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
    const signedOut = response.status === 401 || (response.redirected && response.url.includes("/inloggen/"));
    if (signedOut || response.status === 403) return refused(SIGNED_OUT);
    if (response.status >= 500 || response.status === 404) return refused(await sentence(response));
    return { ok: response.ok, status: response.status, html: await response.text() };
  } catch {
    return refused(CUT_OFF);
  }
}

async function sentence(response) {
  return response.status === 404
    ? "Dit werkbriefje is er niet meer. Laad de pagina opnieuw."
    : "Er ging iets mis aan onze kant; er is niets opgeslagen. Probeer het opnieuw of bel het bureau.";
}

function refused(text) {
  const div = document.createElement("div");
  div.id = "refusal";
  div.className = "outcome";
  div.setAttribute("role", "alert");
  div.textContent = text;
  return { ok: false, status: 0, html: div.outerHTML };
}

/** Replace every drawn piece that has an id on this page; returns the new elements. */
export function place(html) {
  const holder = document.createElement("template");
  holder.innerHTML = html;
  const pieces = [...holder.content.children].flatMap((piece) =>
    piece.localName === "template" ? [...piece.content.children] : [piece],
  );
  const placed = [];
  for (const piece of pieces) {
    const old = piece.id && document.getElementById(piece.id);
    if (!old) continue;
    old.replaceWith(piece);
    placed.push(piece);
  }
  return placed;
}
