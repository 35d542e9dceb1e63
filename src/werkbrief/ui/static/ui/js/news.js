// What colleagues do appears by itself: asked every two seconds while somebody looks.

const SOON = 1800;
const LATER = 8000;
const AWAKE = 60_000;

export class News {
  constructor(host) {
    this.host = host;
    this.stand = "";
    this.since = host.dataset.at;
    this.touched = Date.now();
    for (const type of ["pointerdown", "keydown", "focus"]) addEventListener(type, () => this.wake(), { passive: true });
    document.addEventListener("visibilitychange", () => this.wake());
    this.plan(SOON);
  }

  /** Somebody is back at the screen: do not let them wait. */
  wake() {
    const slept = Date.now() - this.touched > AWAKE;
    this.touched = Date.now();
    if (slept) this.plan(0);
  }

  plan(wait) {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.look(), wait);
  }

  async look() {
    // In the middle of a deed the answer would be older than what it draws.
    if (document.visibilityState === "visible" && !this.host.sending) await this.ask();
    this.plan(Date.now() - this.touched < AWAKE ? SOON : LATER);
  }

  async ask() {
    const url = new URL(`${this.host.dataset.news}?${this.host.dataset.query}`, location);
    url.searchParams.set("stand", this.stand);
    url.searchParams.set("sinds", this.since);
    try {
      const response = await fetch(url, { headers: { "X-Requested-With": "fetch" }, redirect: "error" });
      const html = response.status === 200 ? await response.text() : "";
      if (!response.ok || this.host.sending) return;
      if (html && (await this.host.hear(html)) === false) return;
      this.stand = response.headers.get("X-Stand");
      this.since = response.headers.get("X-Moment");
    } catch {
      // No network: the next deed says so; looking goes on.
    }
  }
}
