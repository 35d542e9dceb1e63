// <filter-form>: a choice filters at once; the focus is where it was when the page comes back.

const KEPT = "filter-focus";

class FilterForm extends HTMLElement {
  connectedCallback() {
    this.form = this.querySelector("form");
    // A name under which to keep the filter stands here too, and belongs to another form.
    this.addEventListener("change", (event) => event.target.form === this.form && this.submit(event.target.name));
    this.addEventListener("submit", (event) => this.neat(event));
    this.addEventListener("keydown", (event) => this.key(event));
    this.querySelector(".more")?.addEventListener("click", (event) => this.unfold(event.currentTarget));
    this.resume();
  }

  /** On a phone most filters stay folded away. */
  unfold(button) {
    const isOpen = this.form.toggleAttribute("data-open");
    button.setAttribute("aria-expanded", String(isOpen));
  }

  submit(name) {
    // Enter in the search box has said already where to go on.
    if (!sessionStorage.getItem(KEPT)) sessionStorage.setItem(KEPT, name);
    this.form.requestSubmit();
  }

  /** Empty fields stay out of the address, so that it can be mailed. */
  neat() {
    for (const field of this.form.elements) if (field.name && !field.value) field.disabled = true;
  }

  key(event) {
    if (event.target.form !== this.form) return;
    const isSearch = event.target.type === "search";
    if (event.key === "Enter") sessionStorage.setItem(KEPT, isSearch ? "#grid" : event.target.name);
    if (!isSearch || !["ArrowDown", "Escape"].includes(event.key)) return;
    const stop = document.querySelector('#grid [tabindex="0"]');
    if (!stop || (event.key === "Escape" && event.target.value)) return;
    event.preventDefault();
    stop.focus();
  }

  resume() {
    const name = sessionStorage.getItem(KEPT);
    sessionStorage.removeItem(KEPT);
    if (!name) return;
    const field = name === "#grid" ? document.querySelector("#grid [data-v]") : this.form.elements[name];
    (field ?? this.querySelector("[type=search]"))?.focus();
  }
}

customElements.define("filter-form", FilterForm);
