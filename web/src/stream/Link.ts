import { Problem } from "../api/problem";
import type { Happening, SeriesAnswer } from "../api/types";
import type { TreeStore } from "../tree/store";
import type { FromWorker, LinkState, Watch } from "./messages";

export interface LinkStatus { state: LinkState; retryAtMs: number | null; problem: Problem | null }

/** The page's end of the worker: says what is watched, puts trees into the store, hands series and happenings to who wants them. */
export class Link {
  status: LinkStatus = { state: "loading", retryAtMs: null, problem: null };
  onSeries: (index: number, answer: SeriesAnswer) => void = () => {};
  onHappening: (happening: Happening) => void = () => {};
  onSignedOut: () => void = () => {};
  #number = 0;
  #last: Omit<Watch, "number"> | null = null;
  #listeners = new Set<() => void>();

  constructor(readonly worker: Pick<Worker, "postMessage" | "terminate" | "onmessage">, readonly store: TreeStore) {
    worker.onmessage = (event: MessageEvent<FromWorker>) => this.#take(event.data);
  }

  watch(watch: Omit<Watch, "number">): void {
    this.#last = watch;
    this.worker.postMessage({ ...watch, number: ++this.#number } satisfies Watch);
  }

  /** Asks the same again, at once. */
  retry(): void {
    if (this.#last) this.watch(this.#last);
  }

  /** Lets the stream go while nobody looks at the page; {@link retry} takes it up again. */
  pause(): void {
    this.worker.postMessage(null);
  }

  subscribe = (listener: () => void) => {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  };

  #take(message: FromWorker): void {
    // The worker's picture of the tree and the store's must be one: a tree counts even when the question has changed since.
    if (message.kind === "tree") this.store.apply(message.patch);
    if (message.number !== this.#number) return;
    if (message.kind === "series") this.onSeries(message.index, message.answer);
    else if (message.kind === "happening") this.onHappening(message.happening);
    else if (message.kind === "link") this.#setStatus({ state: message.state, retryAtMs: message.retryAtMs, problem: message.state === "lost" ? this.status.problem : null });
    else if (message.kind === "problem") {
      if (message.status === 401) this.onSignedOut();
      this.#setStatus({ ...this.status, problem: new Problem(message.status, message.title, message.detail, message.position) });
    }
  }

  #setStatus(status: LinkStatus): void {
    this.status = status;
    for (const listener of this.#listeners) listener();
  }
}
