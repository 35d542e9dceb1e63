// <week-grid>: the sheet of the week. Hands the work to selection, moving, pointing, dialogs.

import { ask, place } from "./answer.js";
import { Cards } from "./cards.js";
import { Dialogs } from "./dialogs.js";
import { Fitting } from "./fitting.js";
import { Keys } from "./keys.js";
import { Many } from "./many.js";
import { focusOn, spotOf, stopAt, stopOn } from "./moving.js";
import { News } from "./news.js";
import { Pointing } from "./pointing.js";
import { Selection, seen } from "./selection.js";

const ADDRESS = { change: "wijzigingen", approve: "goedkeuringen", reject: "afkeuringen", remark: "opmerkingen", undo: "ongedaan", fill: "invullingen", liken: "gelijkstellingen" };
const MOMENT = 10_000;

class WeekGrid extends HTMLElement {
  connectedCallback() {
    this.grid = this.querySelector("#grid");
    this.addEventListener("click", (event) => this.button(event));
    this.dialogs = new Dialogs(this);
    this.keys = new Keys(this);
    addEventListener("beforeunload", (event) => this.isTyping && event.preventDefault());
    if (!this.grid) return;
    this.selection = new Selection(this);
    this.cards = new Cards(this);
    this.pointing = new Pointing(this);
    this.fitting = new Fitting(this);
    this.many = new Many(this);
    this.news = new News(this);
    stopAt(this.grid, this.first);
    this.dataset.ready = "";
  }

  get may() {
    const [change, judge] = [!!this.dataset.mayChange, !!this.dataset.mayJudge];
    return { change, approve: judge, reject: judge, remark: true, liken: change };
  }

  get first() {
    return this.grid.querySelector("tbody [data-v]") ?? this.grid.querySelector("tbody [tabindex]");
  }

  /** Something typed that is stored nowhere yet. */
  get isTyping() {
    return this.dialogs.isTyping || [...this.querySelectorAll(".quick")].some((input) => input.value.trim());
  }

  /** What a deed is about: the selection, else the entry in hand. */
  chosen(stop) {
    const entries = this.selection.entries;
    if (entries.length) return entries;
    return stop?.dataset.v ? [stop] : [];
  }

  open(stop) {
    const entries = this.chosen(stop);
    if (entries.length > 1 && this.may.change) this.dialogs.openBulk(entries);
    else if (stop?.dataset.v) this.dialogs.openEntry(stop);
    else if (entries.length) this.dialogs.openEntry(entries[0]);
  }

  /** Do it, or ask first what it needs: a reason, a remark. */
  deed(name, ids) {
    if (!ids.length || !this.may[name]) return;
    if (name === "reject") this.dialogs.ask("rejecting", ids);
    else if (name === "remark") this.dialogs.ask("remarking", ids);
    else if (name === "liken") this.many.liken(ids);
    else this.send(name, ids, {});
  }

  /** Send a deed; answers null, or the refusal that was drawn. Pressed twice is done once. */
  send(name, ids, fields) {
    const key = JSON.stringify([name, ids, fields]);
    if (this.sending?.key === key) return this.sending.promise;
    const before = this.sending?.promise;
    const promise = (async () => {
      await before;
      return this.post(name, ids, fields);
    })();
    const sending = { key, promise };
    this.sending = sending;
    promise.finally(() => this.sending === sending && (this.sending = null));
    return promise;
  }

  async post(name, ids, fields) {
    const answer = await this.ask(name, ids, fields);
    return this.settle({ ...answer, kept: name === "remark", id: ids[0] });
  }

  async ask(name, ids, fields) {
    this.setAttribute("aria-busy", "true");
    const entries = ids.map((id) => document.getElementById(id)).filter(Boolean);
    const url = new URL(`../${ADDRESS[name]}/?${this.dataset.query}`, new URL(this.dataset.base, location));
    const answer = await ask(url, { fields: { gezien: seen(entries), ...fields }, csrf: this.dataset.csrf });
    this.removeAttribute("aria-busy");
    return answer;
  }

  /** Put the answer in its place, and leave the hands where they were. */
  settle({ ok, html, kept, id }) {
    const selected = !ok || kept ? this.selection.entries.map((entry) => entry.id) : [];
    if (ok) this.selection.clear();
    if (ok) this.quiet("#refusal");
    if (ok) queueMicrotask(() => this.fitting.warn());
    const refusal = this.draw(html, id).find((piece) => piece.id === "refusal");
    for (const one of selected) this.reselect(one);
    this.selection.tell();
    clearTimeout(this.fading);
    this.fading = setTimeout(() => this.quiet("#outcome"), MOMENT);
    return ok ? null : (refusal ?? this.querySelector("#refusal"));
  }

  /** Draw pieces of the server; focus stays on the spot where it was, or goes to `id`. */
  draw(html, id) {
    const focused = spotOf(document.activeElement.closest?.("#grid [tabindex]"));
    const stop = spotOf(this.grid.stop);
    const placed = place(html);
    this.cards.renew(placed.filter((piece) => piece.localName === "tr"));
    if (!this.grid.stop.isConnected) stopAt(this.grid, stopOn(this.grid, stop) ?? this.first);
    if (focused && document.activeElement === document.body) this.back(stopOn(this.grid, focused)?.id);
    else if (id && document.activeElement === document.body) this.back(id);
    return placed;
  }

  /** Rows that a colleague changed: same place, same selection, same focus. */
  hear(html) {
    const selected = this.selection.entries.map((entry) => entry.id);
    const scrolled = scrollY;
    for (const input of this.querySelectorAll(".quick")) input.saw ??= seen([input.parentElement]);
    this.draw(html);
    for (const one of selected) this.reselect(one);
    this.selection.tell();
    scrollTo({ top: scrolled, behavior: "instant" });
    this.fitting.warn();
  }

  reselect(id) {
    const entry = document.getElementById(id);
    if (entry) this.selection.set(entry, true);
  }

  refuse(html) {
    place(html);
  }

  /** Return to where one was; a redrawn cell has the same id. */
  back(id) {
    const stop = (id && document.getElementById(id)) || this.grid?.stop;
    if (stop) focusOn(this.grid, stop, { preventScroll: true });
  }

  quiet(place) {
    const region = this.querySelector(place);
    const hadFocus = region.contains(document.activeElement);
    region.textContent = "";
    if (hadFocus) this.back();
  }

  button(event) {
    const button = event.target.closest("button");
    button?.closest("details")?.removeAttribute("open");
    if (!button?.dataset.deed) return;
    const { deed } = button.dataset;
    const card = button.closest("#grid [data-v]") ?? button.closest("#grid .card-actions")?.previousElementSibling;
    if (deed === "undo") this.undo();
    else if (deed === "dismiss") this.quiet("#refusal");
    else if (deed === "fitting") this.fitting.open();
    else if (deed === "paste") this.many.paste(this.grid.stop);
    else if (deed === "help") this.querySelector("#help").showModal();
    else if (deed === "clear") {
      this.clear();
      this.back();
    } else if (deed === "edit") card ? this.dialogs.openEntry(card) : this.open(this.selection.entries[0]);
    else this.deed(deed, (card ? [card] : this.selection.entries).map((entry) => entry.id));
  }

  clear() {
    this.selection.clear();
    this.selection.tell();
  }

  undo() {
    const button = this.querySelector('[data-deed="undo"]');
    if (button) this.send("undo", [], { daad: button.dataset.event });
  }
}

customElements.define("week-grid", WeekGrid);
