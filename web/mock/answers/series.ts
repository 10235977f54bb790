import type { EntitiesAnswer, EntitiesRequest, Entity, SeriesAnswer, SeriesRequest } from "../../src/api/types";
import { DAY, HOUR, MINUTE, SECOND } from "../../src/units/time";
import type { Cluster } from "../cluster/cluster";
import { momentOf } from "../cluster/delivery";
import { valueOf } from "../cluster/metrics";
import type { Thing } from "../cluster/thing";
import { aggregate, fullColumns } from "./aggregate";
import { healthOf, ownMarks } from "./health";
import { scopeTest } from "./scope";

const suits = (spanMs: number) => (spanMs <= 2 * HOUR ? 10 * SECOND : spanMs <= 12 * HOUR ? MINUTE : spanMs <= 5 * DAY ? 10 * MINUTE : HOUR);

export function seriesOf(cluster: Cluster, request: SeriesRequest, nowMs: number): SeriesAnswer {
  const { atMs: fromMs } = momentOf(request.fromMs, nowMs);
  const { atMs: toMs, knownMs } = momentOf(request.toMs, nowMs);
  const stepMs = request.stepMs ?? suits(toMs - fromMs);
  const test = scopeTest(request.scope);
  const columns = fullColumns(request.metrics);
  const times: number[] = [];
  for (let t = Math.ceil(fromMs / stepMs) * stepMs; t <= toMs; t += stepMs) times.push(t);
  const split = (things: Thing[]) => things.filter((t) => t.kind === "container" && test(t.labels));
  const keyOf = (thing: Thing) => JSON.stringify(Object.fromEntries((request.segmentBy ?? []).map((l) => [l, thing.labels[l] ?? "n/a"])));
  const keys = [...new Set(split(cluster.at(nowMs)).map(keyOf))];
  const at = times.map((t) => split(cluster.at(t)));
  const series = columns.flatMap((c) => keys.map((key) => ({ metric: c.metric, labels: JSON.parse(key) as Record<string, string>, values: times.map((t, i) => (t > knownMs ? null : aggregate(at[i]!.filter((x) => keyOf(x) === key), c.metric, c.group, t))) })));
  return { fromMs, toMs, stepMs, times, series: series.slice(request.offset ?? 0, (request.offset ?? 0) + (request.limit ?? 1000)), total: series.length };
}

export function entitiesOf(cluster: Cluster, request: EntitiesRequest, nowMs: number): EntitiesAnswer {
  const { atMs, knownMs } = momentOf(request.atMs, nowMs);
  const columns = fullColumns(request.columns ?? []);
  const test = scopeTest(request.scope);
  const own = ownMarks(cluster, atMs);
  const all = cluster.at(atMs).filter((t) => t.kind === request.kind && test(t.labels)).map((t): Entity => ({
    id: t.id, parent: t.parent, kind: t.kind, labels: t.labels, beginMs: t.beginMs, endMs: t.endMs, values: columns.map((c) => valueOf(t, c.metric, knownMs)),
    health: healthOf((own.get(t.id)?.marks ?? []).map((m) => ({ ...m, node: "" })), own.get(t.id)?.restarts ?? 0),
  }));
  const by = request.sort?.column ?? 0;
  const key = (e: Entity) => (typeof by === "number" ? (e.values[by] ?? -1) : (e.labels[by] ?? ""));
  all.sort((a, b) => { const x = key(a), y = key(b); return typeof x === "number" && typeof y === "number" ? x - y : String(x).localeCompare(String(y), "en", { numeric: true }); });
  if (request.sort?.descending) all.reverse();
  const offset = request.offset ?? 0;
  return { atMs, total: all.length, entities: all.slice(offset, offset + (request.limit ?? 200)) };
}
