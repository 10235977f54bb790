import type { Happening } from "../../src/api/types";
import { MINUTE } from "../../src/units/time";
import type { Cluster } from "../cluster/cluster";
import type { Sufferer } from "../cluster/thing";
import { scopeTest } from "./scope";

export const happeningId = (s: Sufferer, timeMs: number) => `${s.trouble.kind}-${s.container.id}-${timeMs}`;

const KINDS: Partial<Record<Sufferer["trouble"]["kind"], string>> = { "port-conflict": "port.conflict", "oom-killed": "container.oom" };
const DEPLOYMENT_EVERY_MS = 23 * MINUTE;

function* ends(s: Sufferer, fromMs: number, toMs: number): Generator<Happening> {
  if (s.periodMs === null) return;
  for (let end = Math.ceil((fromMs - s.lifeMs) / s.periodMs) * s.periodMs + s.lifeMs; end < toMs; end += s.periodMs) {
    const base = { entity: s.container.id, labels: { ...s.container.labels, "exit.status": String(s.exitStatus) } };
    const kind = KINDS[s.trouble.kind];
    if (kind) yield { ...base, id: happeningId(s, end), timeMs: end - 30, kind, severity: 3, text: s.trouble.text, failedCalls: [], culprit: s.trouble.culprit };
    yield { ...base, id: `died-${s.container.id}-${end}`, timeMs: end, kind: "container.died", severity: 4, text: `${s.container.labels["container.name"]} ended with status ${s.exitStatus} after ${Math.round(s.lifeMs / 1000)} s`, failedCalls: s.failedCalls(end), culprit: null };
    yield { ...base, id: `start-${s.container.id}-${end}`, timeMs: end - s.lifeMs, kind: "container.started", severity: 6, text: `${s.container.labels["container.name"]} began`, failedCalls: [], culprit: null };
  }
}

function* deployments(cluster: Cluster, fromMs: number, toMs: number): Generator<Happening> {
  const web = cluster.things.find((t) => t.labels["marathon.app.name"] === "/shop/web");
  if (!web) return;
  const labels = { ...web.labels, "marathon.deployment.id": "5b1c0a7e" };
  for (let t = Math.ceil(fromMs / DEPLOYMENT_EVERY_MS) * DEPLOYMENT_EVERY_MS; t < toMs; t += DEPLOYMENT_EVERY_MS) {
    yield { id: `deployed-${t}`, timeMs: t, kind: "deployment.succeeded", severity: 5, text: "Marathon deployed /shop/web: 4 instances of version 2026-03-02", entity: null, labels, failedCalls: [], culprit: null };
  }
}

/** Happenings of a span, newest first. */
export function happeningsOf(cluster: Cluster, scope: string | undefined, fromMs: number, toMs: number, limit: number): Happening[] {
  const test = scopeTest(scope);
  // Nothing happened before the cluster was there.
  fromMs = Math.max(fromMs, cluster.beginMs);
  const all = [...cluster.sufferers.flatMap((s) => [...ends(s, fromMs, toMs)]), ...deployments(cluster, fromMs, toMs)];
  return all.filter((h) => test(h.labels)).sort((a, b) => b.timeMs - a.timeMs).slice(0, limit);
}
