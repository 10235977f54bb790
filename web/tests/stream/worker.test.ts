import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { settlesInMs } from "../../src/time/settling";
import type { FromWorker, Watch } from "../../src/stream/messages";
import { SECOND } from "../../src/units/time";
import { DirectClient, NOW } from "../session";

const sent: FromWorker[] = [];
const worker: { postMessage: (message: FromWorker) => void; onmessage: (event: { data: Watch | null }) => void } = { postMessage: (message) => void sent.push(message), onmessage: () => {} };
let client: DirectClient;
let isDown = false;

beforeEach(async () => {
  vi.useFakeTimers();
  sent.length = 0;
  isDown = false;
  client = new DirectClient();
  vi.stubGlobal("self", worker);
  vi.stubGlobal("fetch", async (url: string, { body }: { body: string }) => {
    if (isDown) throw new TypeError("no route");
    if (url.endsWith("/live")) return new Response(new ReadableStream());
    return new Response(JSON.stringify(await client.post(new URL(url).pathname.slice(1), JSON.parse(body))));
  });
  await import("../../src/stream/worker");
});

afterEach(() => {
  worker.onmessage({ data: null });
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const ask = (part: Pick<Watch, "number" | "isLive" | "settlesInMs"> & Partial<Watch>, atMs?: number) =>
  worker.onmessage({ data: { root: "http://test/", csrfToken: "", tree: { groupBy: ["marathon.app.name"], columns: [{ metric: "cpu.cores.used" }], ...(atMs && { atMs }) }, series: [], happenings: null, ...part } });
const watch = (number: number, atMs: number) => ask({ number, isLive: false, settlesInMs: settlesInMs(atMs, client.nowMs) }, atMs);

async function pass(ms: number) {
  client.nowMs += ms;
  await vi.advanceTimersByTimeAsync(ms);
}

const trees = () => sent.flatMap((m) => (m.kind === "tree" ? [[...m.patch.values]] : []));

test("a moment just now is asked for until agents cannot send of it any more", async () => {
  watch(1, NOW);
  await pass(0);
  for (let i = 0; i < 12; i++) await pass(5 * SECOND);
  expect(trees().length).toBe(7);
  watch(2, NOW);
  await pass(0);
  expect(trees()[0]).not.toEqual(trees().at(-1));
  expect(trees()[6]).toEqual(trees()[7]);
});

test("a moment of long ago is asked for once", async () => {
  watch(1, NOW - 40 * SECOND);
  for (let i = 0; i < 12; i++) await pass(5 * SECOND);
  expect(trees().length).toBe(1);
  expect(sent.at(-1)).toMatchObject({ kind: "link", state: "still" });
});

test("a server that is away for one of the questions leaves no complaint behind", async () => {
  watch(1, NOW);
  await pass(0);
  isDown = true;
  await pass(5 * SECOND);
  expect(sent.at(-1)).toMatchObject({ kind: "problem" });
  isDown = false;
  await pass(5 * SECOND);
  expect(sent.at(-1)).toMatchObject({ kind: "link", state: "still" });
});

test("another question ends the one before", async () => {
  watch(1, NOW);
  await pass(0);
  watch(2, NOW - 40 * SECOND);
  for (let i = 0; i < 12; i++) await pass(5 * SECOND);
  expect(sent.filter((m) => m.kind === "tree").map((m) => m.number)).toEqual([1, 2]);
});

test("a row that is chosen live does not load the tree once more", async () => {
  const live = { isLive: true, settlesInMs: 0 };
  ask({ number: 1, ...live });
  await pass(0);
  ask({ number: 2, ...live, series: [{ metrics: [{ metric: "cpu.cores.used" }], fromMs: -60_000, toMs: 0 }] });
  await pass(0);
  expect(trees().length).toBe(1);
  ask({ number: 3, ...live, tree: { groupBy: ["container.image"], columns: [] } });
  await pass(0);
  expect(trees().length).toBe(2);
});
