import type { IncomingMessage, ServerResponse } from "node:http";
import type { SeriesRequest, Tree, TreeRequest, Values } from "../src/api/types";
import { happeningsOf } from "./answers/happenings";
import { seriesOf } from "./answers/series";
import { treeOf } from "./answers/tree";
import type { Cluster } from "./cluster/cluster";

interface LiveQuestion { tree?: TreeRequest; series?: SeriesRequest[]; happenings?: { scope?: string } }

const shapeOf = (tree: Tree) => JSON.stringify(tree.nodes.map((n) => ({ ...n, values: null })));

/** Server-sent events once a second, until the other side goes. */
export function live(cluster: Cluster, question: unknown, request: IncomingMessage, response: ServerResponse): void {
  const { tree, series = [], happenings } = question as LiveQuestion;
  response.writeHead(200, { "Content-Type": "text/event-stream", "Cache-Control": "no-store" });
  const send = (event: string, data: unknown) => response.write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
  let shape = "";
  let before = Date.now();
  const tick = () => {
    const nowMs = Date.now();
    if (tree) {
      const now = treeOf(cluster, { ...tree, atMs: 0 }, nowMs);
      const next = shapeOf(now);
      // Nothing but numbers changed: numbers are enough.
      if (next === shape) send("values", { atMs: now.atMs, fromMs: now.fromMs, values: now.columns.map((_, c) => now.nodes.map((n) => n.values[c] ?? null)) } satisfies Values);
      else send("tree", now);
      shape = next;
    }
    series.forEach((one, index) => send("series", { index, answer: seriesOf(cluster, one, nowMs) }));
    if (happenings) for (const h of happeningsOf(cluster, happenings.scope, before, nowMs, 100).reverse()) send("happening", h);
    before = nowMs;
  };
  tick();
  const timer = setInterval(tick, 1000);
  request.on("close", () => clearInterval(timer));
}
