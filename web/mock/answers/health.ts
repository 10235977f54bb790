import type { Health, Mark } from "../../src/api/types";
import { MINUTE } from "../../src/units/time";
import { STALE_HOST, type Cluster } from "../cluster/cluster";
import type { Thing } from "../cluster/thing";
import { happeningId } from "./happenings";

const WORST = ["port-conflict", "oom-killed", "restarting", "not-started", "unhealthy", "died", "throttled", "stale-agent"];
const CRITICAL = new Set(WORST.slice(0, WORST.indexOf("died")));

export type OwnMark = Omit<Mark, "node" | "path">;

/** What is wrong with single containers at a moment, by their id. */
export function ownMarks(cluster: Cluster, timeMs: number): Map<number, { marks: OwnMark[]; restarts: number }> {
  const found = new Map<number, { marks: OwnMark[]; restarts: number }>();
  if (timeMs < cluster.beginMs) return found;
  for (const s of cluster.sufferers) {
    const restarts = s.periodMs === null ? 0 : Math.floor((10 * MINUTE) / s.periodMs);
    const endMs = s.periodMs === null ? timeMs : Math.floor((timeMs - s.lifeMs) / s.periodMs) * s.periodMs + s.lifeMs;
    found.set(s.container.id, { restarts, marks: [{ ...s.trouble, count: Math.max(1, restarts), timeMs: endMs, happening: s.periodMs === null ? null : happeningId(s, endMs) }] });
  }
  return found;
}

/** What of these things lies on a host whose agent is silent, with the mark for it. */
export function silentMarks(things: readonly Thing[], timeMs: number): { thing: Thing; mark: OwnMark }[] {
  const thing = things.find((t) => t.labels["host.hostName"] === STALE_HOST);
  return thing
    ? [{ thing, mark: { kind: "stale-agent", count: 1, text: `the agent on ${STALE_HOST} was last heard 3 minutes ago`, timeMs: timeMs - 3 * MINUTE, happening: null, culprit: null } }]
    : [];
}

export function healthOf(marks: readonly Mark[], restarts: number): Health {
  const sorted = [...marks].sort((a, b) => WORST.indexOf(a.kind) - WORST.indexOf(b.kind)).slice(0, 10);
  return { level: sorted.length === 0 ? "ok" : sorted.some((m) => CRITICAL.has(m.kind)) ? "critical" : "warning", restarts, marks: sorted };
}
