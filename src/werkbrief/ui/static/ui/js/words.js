// What the scripts say, in the reader's language: the page brings the sentences and the marks of numbers.

const given = JSON.parse(document.getElementById("words")?.textContent ?? "{}");

/** A Dutch sentence as this reader knows it, with its %(parts)s filled in. */
export function say(sentence, parts = {}) {
  return (given.sentences?.[sentence] ?? sentence).replace(/%\((\w+)\)s/g, (_, name) => parts[name]);
}

/** Minutes as hours: "8:30" or, for who likes decimals, "8,50". */
export function hours(minutes) {
  const whole = String(Math.floor(minutes / 60)).replace(/\B(?=(\d{3})+$)/g, given.thousands ?? ".");
  const rest = given.inDecimals ? Math.round((minutes % 60) / 0.6) : minutes % 60;
  return `${whole}${given.inDecimals ? given.decimals : ":"}${String(rest).padStart(2, "0")}`;
}

/** The minutes of hours as they stand on screen, in either notation. */
export function minutesOf(text) {
  const digits = text.replace(/\D/g, "");
  const rest = Number(digits.slice(-2));
  return Number(digits.slice(0, -2)) * 60 + (text.includes(":") ? rest : Math.round(rest * 0.6));
}
