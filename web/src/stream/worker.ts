// Loads trees away from the page's thread: thousands of nodes are parsed and compared here, and only what changed crosses over.
import { Client } from "../api/client";
import { asProblem, problemOf } from "../api/problem";
import type { Happening, SeriesAnswer, Tree, Values } from "../api/types";
import { REFRESH_MS } from "../time/settling";
import { TreeDecoder } from "../tree/decoder";
import type { TreePatch } from "../tree/patch";
import { backoffMs } from "./backoff";
import { readEvents, type ServerEvent } from "./events";
import type { FromWorker, LinkState, Watch } from "./messages";

const scope = self as unknown as DedicatedWorkerGlobalScope;
const decoder = new TreeDecoder();
let current: AbortController | null = null;
/** The question that the last tree answers. */
let answered = "";

const send = (message: FromWorker, transfer: Transferable[] = []) => scope.postMessage(message, transfer);
const sendTree = (number: number, patch: TreePatch) => send({ kind: "tree", number, patch }, [patch.values.buffer]);
const sendLink = (number: number, state: LinkState, retryAtMs: number | null = null) => send({ kind: "link", number, state, retryAtMs });

function sendProblem(number: number, error: unknown) {
  const { status, title, detail, position } = asProblem(error);
  send({ kind: "problem", number, status, title, detail, position });
}

const takers: Record<string, (watch: Watch, data: string) => void> = {
  tree: (watch, data) => sendTree(watch.number, decoder.decode(JSON.parse(data) as Tree)),
  values: (watch, data) => {
    const patch = decoder.decodeValues(JSON.parse(data) as Values);
    if (patch) sendTree(watch.number, patch);
  },
  series: (watch, data) => {
    const { index, answer } = JSON.parse(data) as { index: number; answer: SeriesAnswer };
    send({ kind: "series", number: watch.number, index, answer });
  },
  happening: (watch, data) => send({ kind: "happening", number: watch.number, happening: JSON.parse(data) as Happening }),
};

async function loadOnce(watch: Watch, signal: AbortSignal): Promise<boolean> {
  const client = new Client(watch.root);
  client.csrfToken = watch.csrfToken;
  try {
    const tree = await client.post<Tree>("api/v1/tree", watch.tree, signal);
    if (signal.aborted) return false;
    sendTree(watch.number, decoder.decode(tree));
    return true;
  } catch (error) {
    if (!signal.aborted) sendProblem(watch.number, error);
    return false;
  }
}

// Returns when the stream ended; throws when it could not be had.
async function stream(watch: Watch, signal: AbortSignal, opened: () => void): Promise<void> {
  const { tree, series, happenings } = watch;
  const response = await fetch(`${watch.root}api/v1/live`, {
    method: "POST", signal, credentials: "same-origin",
    headers: { Accept: "text/event-stream", "Content-Type": "application/json", "X-CSRF-Token": watch.csrfToken },
    body: JSON.stringify({ tree, ...(series.length > 0 && { series }), ...(happenings && { happenings }) }),
  });
  if (!response.ok || !response.body) throw await problemOf(response);
  await readEvents(response.body, (event: ServerEvent) => {
    if (signal.aborted) return;
    opened();
    takers[event.event]?.(watch, event.data);
  });
}

const sleep = (ms: number, signal: AbortSignal) =>
  new Promise<void>((done) => {
    const timer = setTimeout(done, ms);
    signal.addEventListener("abort", () => { clearTimeout(timer); done(); }, { once: true });
  });

async function follow(watch: Watch, signal: AbortSignal): Promise<void> {
  for (let failures = 0; !signal.aborted; ) {
    try {
      await stream(watch, signal, () => {
        failures = 0;
        sendLink(watch.number, "live");
      });
    } catch (error) {
      const problem = asProblem(error);
      // A question that makes no sense will not make more of it later.
      if (!signal.aborted && problem.status >= 400 && problem.status < 500 && problem.status !== 429) return sendProblem(watch.number, error);
    }
    if (signal.aborted) return;
    const wait = backoffMs(++failures);
    sendLink(watch.number, "lost", Date.now() + wait);
    await sleep(wait, signal);
  }
}

// Two who look at one moment must see the same in the end: the last question is asked when nothing of it can come any more.
async function standStill(watch: Watch, signal: AbortSignal): Promise<void> {
  for (let leftMs = watch.settlesInMs; leftMs > 0; leftMs -= REFRESH_MS) {
    await sleep(REFRESH_MS, signal);
    if (signal.aborted) return;
    if (await loadOnce(watch, signal)) sendLink(watch.number, "still");
  }
}

async function watchNow(watch: Watch): Promise<void> {
  current?.abort();
  const { signal } = (current = new AbortController());
  sendLink(watch.number, "loading");
  const question = JSON.stringify([watch.root, watch.tree]);
  // A row was chosen and nothing else: the stream goes on with the tree that is there.
  const isThere = watch.isLive && question === answered;
  if (!isThere) answered = "";
  const isLoaded = isThere || (await loadOnce(watch, signal));
  if (isLoaded && !signal.aborted) answered = question;
  if (signal.aborted) return;
  if (watch.isLive) return follow(watch, signal);
  if (isLoaded) sendLink(watch.number, "still");
  await standStill(watch, signal);
}

scope.onmessage = (event: MessageEvent<Watch | null>) => {
  if (event.data) void watchNow(event.data);
  else current?.abort();
};
