// Passkeys: the browser's own ceremony around a plain form that posts its outcome.

const bytes = (text) =>
  Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (sign) => sign.charCodeAt(0));

const text = (buffer) =>
  btoa(String.fromCharCode(...new Uint8Array(buffer)))
    .replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");

const known = (list = []) => list.map((each) => ({ ...each, id: bytes(each.id) }));

// A passkey that opens the door by itself lives in the device and asks for its owner.
const toCreate = ({ publicKey }) => ({
  publicKey: {
    ...publicKey,
    challenge: bytes(publicKey.challenge),
    user: { ...publicKey.user, id: bytes(publicKey.user.id) },
    excludeCredentials: known(publicKey.excludeCredentials),
    authenticatorSelection: {
      ...publicKey.authenticatorSelection,
      residentKey: "required", requireResidentKey: true, userVerification: "required",
    },
  },
});

const toGet = ({ publicKey }) => ({
  publicKey: {
    ...publicKey,
    challenge: bytes(publicKey.challenge),
    allowCredentials: known(publicKey.allowCredentials),
  },
});

const written = (found) => {
  const response = {};
  for (const name of ["clientDataJSON", "attestationObject", "authenticatorData", "signature", "userHandle"]) {
    if (found.response[name]) response[name] = text(found.response[name]);
  }
  return JSON.stringify({
    id: found.id, rawId: text(found.rawId), type: found.type, response,
    clientExtensionResults: found.getClientExtensionResults(),
  });
};

// Signing in asks for its options at the click: a page that lies open has none that are old.
const options = async (form) => {
  const here = document.getElementById("passkey-options");
  if (here && !form.dataset.ask) return JSON.parse(here.textContent);
  const answer = await fetch(form.action, { headers: { Accept: "application/json" } });
  if (!answer.ok) throw new Error(answer.statusText);
  return answer.json();
};

const ceremony = async (form) => {
  const found = await options(form);
  if (form.dataset.passkey === "create") return navigator.credentials.create(toCreate(found.creation_options));
  return navigator.credentials.get(toGet(found.request_options));
};

const tell = (form, sentence) => {
  const line = form.querySelector("[role=alert]");
  line.textContent = sentence;
  line.hidden = false;
};

for (const form of document.querySelectorAll("form[data-passkey]")) {
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    if (!window.PublicKeyCredential) return tell(form, form.dataset.unable);
    try {
      form.elements.credential.value = written(await ceremony(form));
      form.submit();
    } catch {
      tell(form, form.dataset.failed);
    }
  });
}
