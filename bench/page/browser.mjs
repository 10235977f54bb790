// Chromium by its own protocol over two pipes, for the measurements beside this file. No library between: those that drive browsers for tests
// have the browser keep the body of every answer, and then it is that which is measured.
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const CHROMIUM = "/usr/bin/chromium";
const PATIENCE_MS = 60_000;

/** Value of `--name`. */
export function option(name, otherwise) {
  const at = process.argv.indexOf(`--${name}`);
  const value = at < 0 ? otherwise : process.argv[at + 1];
  if (value === undefined) throw new Error(`--${name} is missing`);
  return value;
}

export const sleep = (ms) => new Promise((done) => setTimeout(done, ms));

/** A browser with one page. */
export class Browser {
  #folder = mkdtempSync(join(tmpdir(), "mesoscope-page-"));
  #process;
  #waiting = new Map();
  #next = 1;
  #session;
  #rest = "";

  static async start({ width = 1280, height = 800 } = {}) {
    const browser = new Browser();
    await browser.#begin(width, height);
    return browser;
  }

  /** Asks the whole browser. */
  ask(method, params = {}, sessionId = undefined) {
    const id = this.#next++;
    this.#process.stdio[3].write(`${JSON.stringify({ id, method, params, sessionId })}\0`);
    return new Promise((done, fail) => this.#waiting.set(id, { done, fail, method }));
  }

  /** Asks the page. */
  page = (method, params) => this.ask(method, params, this.#session);

  /** What an expression of the page gives, or the promise that it gives. */
  async run(expression) {
    const { result, exceptionDetails } = await this.page("Runtime.evaluate", { expression, awaitPromise: true, returnByValue: true });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value;
  }

  /** Waits until an expression of the page is true. */
  async until(expression) {
    for (const end = Date.now() + PATIENCE_MS; ; await sleep(50)) {
      if (await this.run(`!!(${expression})`)) return;
      if (Date.now() > end) throw new Error(`not within ${PATIENCE_MS / 1000} s: ${expression}; the page: ${await this.run("document.body.innerText.slice(0, 300)")}`);
    }
  }

  /** Loads the page anew, at what the address behind `#` says. */
  async open(hash) {
    // From elsewhere: from itself it would only be another hash.
    await this.page("Page.navigate", { url: "about:blank" });
    await this.page("Page.navigate", { url: option("address") + hash });
  }

  /** Opens `--address`, signs in as `--user` with `--password`, and shows what the address behind `#` says. */
  async signIn(hash = "#/explore") {
    await this.open("");
    await this.until("document.querySelector('input')");
    const words = JSON.stringify({ user: option("user", "admin"), password: option("password") });
    const me = await this.run(`fetch("api/v1/session", { method: "POST", headers: { "Content-Type": "application/json" }, body: ${JSON.stringify(words)} }).then((r) => r.json())`);
    if (!me.user || me.mustChangePassword) throw new Error(`cannot sign in: ${me.title ?? "the one-time password is still to be changed"}`);
    await this.open(hash);
    await this.until("document.querySelectorAll('.tree .row').length > 2");
  }

  /** Presses and lets go the mouse in the middle of what a selector finds. */
  async click(selector) {
    const at = await this.run(`(() => { const b = document.querySelector(${JSON.stringify(selector)}).getBoundingClientRect(); return { x: b.x + b.width / 2, y: b.y + b.height / 2 }; })()`);
    for (const type of ["mousePressed", "mouseReleased"]) await this.page("Input.dispatchMouseEvent", { type, ...at, button: "left", clickCount: 1 });
  }

  async end() {
    await this.ask("Browser.close").catch(() => {});
    await new Promise((done) => (this.#process.exitCode === null ? this.#process.once("exit", done) : done()));
    rmSync(this.#folder, { recursive: true, force: true });
  }

  async #begin(width, height) {
    const quiet = ["--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--disable-gpu", "--no-sandbox"];
    this.#process = spawn(CHROMIUM, ["--headless=new", "--remote-debugging-pipe", `--user-data-dir=${this.#folder}`, `--window-size=${width},${height}`, ...quiet, "about:blank"], { stdio: ["ignore", "ignore", "ignore", "pipe", "pipe"] });
    this.#process.once("exit", () => { for (const { fail, method } of this.#waiting.values()) fail(new Error(`the browser ended while asked ${method}`)); });
    this.#process.stdio[4].setEncoding("utf8").on("data", (text) => this.#take(text));
    const { targetInfos } = await this.ask("Target.getTargets");
    const { targetId } = targetInfos.find((t) => t.type === "page");
    ({ sessionId: this.#session } = await this.ask("Target.attachToTarget", { targetId, flatten: true }));
    await this.page("Emulation.setDeviceMetricsOverride", { width, height, deviceScaleFactor: 1, mobile: false });
    await this.page("Page.enable");
  }

  #take(text) {
    const messages = (this.#rest + text).split("\0");
    this.#rest = messages.pop();
    for (const message of messages) {
      const { id, result, error } = JSON.parse(message);
      const waiting = this.#waiting.get(id);
      if (!waiting) continue;
      this.#waiting.delete(id);
      if (error) waiting.fail(new Error(`${waiting.method}: ${error.message}`));
      else waiting.done(result);
    }
  }
}
