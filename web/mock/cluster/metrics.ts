import type { Aggregation, Metric, Unit } from "../../src/api/types";
import { hash, seedOf, wander } from "./noise";
import type { Thing } from "./thing";

const MiB = 1024 * 1024;
const row = (name: string, unit: Unit, kind: Metric["kind"], groupAggregation: Aggregation, scopes: Metric["scopes"], description: string): Metric => ({ name, unit, kind, timeAggregation: "average", groupAggregation, scopes, description });
const ALL: Metric["scopes"] = ["host", "container", "process"];

export const METRICS: Metric[] = [
  row("cpu.used.percent", "percent", "gauge", "average", ALL, "Processor time in hundredths of the limit."),
  row("cpu.cores.used", "cores", "gauge", "sum", ALL, "Processor time in cores."),
  row("cpu.cores.used.percent", "percent", "gauge", "sum", ALL, "Processor time in hundredths of one core."),
  row("cpu.cores.quota.limit", "cores", "gauge", "sum", ["container"], "Cores that the container may use."),
  row("cpu.throttled.time", "nanosecondsPerSecond", "rate", "sum", ["container"], "Time in which the container was held back by its limit."),
  row("memory.used.percent", "percent", "gauge", "average", ALL, "Memory in use in hundredths."),
  row("memory.bytes.used", "bytes", "gauge", "sum", ALL, "Memory in use."),
  row("memory.limit.bytes", "bytes", "gauge", "sum", ["container"], "Memory that the container may use."),
  row("memory.limit.used.percent", "percent", "gauge", "average", ["container"], "Memory in use in hundredths of the limit."),
  row("net.bytes.in", "bytesPerSecond", "rate", "sum", [...ALL, "connection"], "Bytes received."),
  row("net.bytes.out", "bytesPerSecond", "rate", "sum", [...ALL, "connection"], "Bytes sent."),
  row("net.bytes.total", "bytesPerSecond", "rate", "sum", [...ALL, "connection"], "Bytes received and sent."),
  row("net.error.count", "perSecond", "rate", "sum", ALL, "Calls on sockets that failed."),
  row("net.connection.count.in", "perSecond", "rate", "sum", ALL, "Connections accepted."),
  row("net.connection.count.out", "perSecond", "rate", "sum", ALL, "Connections begun."),
  row("file.bytes.in", "bytesPerSecond", "rate", "sum", ALL, "Bytes read from files."),
  row("file.bytes.out", "bytesPerSecond", "rate", "sum", ALL, "Bytes written to files."),
  row("file.bytes.total", "bytesPerSecond", "rate", "sum", ALL, "Bytes read from and written to files."),
  row("file.error.total.count", "perSecond", "rate", "sum", ALL, "Calls on files that failed."),
  row("syscall.count", "perSecond", "rate", "sum", ALL, "System calls."),
  row("syscall.error.count", "perSecond", "rate", "sum", ALL, "System calls that failed."),
  row("fd.count", "number", "gauge", "sum", ["process"], "Descriptors that are open."),
  row("uptime", "seconds", "gauge", "average", ALL, "Time since it began."),
  row("container.count", "number", "gauge", "sum", ["container"], "Containers that run."),
];

export const METRIC = new Map(METRICS.map((m) => [m.name, m]));

/** An ordinary container's value. */
const ORDINARY: Record<string, number> = {
  "cpu.cores.used.percent": 14, "memory.bytes.used": 180 * MiB, "net.bytes.in": 90_000, "net.bytes.out": 140_000, "file.bytes.in": 12_000, "file.bytes.out": 26_000, "file.error.total.count": 0.4,
  "syscall.count": 2600, "syscall.error.count": 11, "net.error.count": 1.4, "net.connection.count.in": 6, "net.connection.count.out": 4, "fd.count": 40,
};
const LIMIT = 512 * MiB;
const PROCESS_SHARE = 0.6;

type Formula = (thing: Thing, timeMs: number) => number | null;
const sumOf = (a: string, b: string): Formula => (thing, t) => (valueOf(thing, a, t) ?? 0) + (valueOf(thing, b, t) ?? 0);

const FORMULAS: Record<string, Formula> = {
  "cpu.cores.used": (thing, t) => (valueOf(thing, "cpu.cores.used.percent", t) ?? 0) / 100,
  "cpu.used.percent": (thing, t) => Math.min(100, (valueOf(thing, "cpu.cores.used.percent", t) ?? 0) / (thing.kind === "host" ? 4 : 1)),
  "cpu.cores.quota.limit": (thing) => (thing.kind === "container" ? Math.max(0.25, Math.ceil(thing.load) / 2) : null),
  "cpu.throttled.time": (thing, t) => (thing.labels["throttle"] ? 3.2e8 * wander(thing.seed + 5, t) : 0),
  "memory.limit.bytes": (thing) => (thing.kind === "container" ? LIMIT : null),
  "memory.limit.used.percent": (thing, t) => (thing.kind === "container" ? (100 * (valueOf(thing, "memory.bytes.used", t) ?? 0)) / LIMIT : null),
  "memory.used.percent": (thing, t) => (100 * (valueOf(thing, "memory.bytes.used", t) ?? 0)) / (thing.kind === "host" ? 16 * LIMIT : LIMIT),
  "net.bytes.total": sumOf("net.bytes.in", "net.bytes.out"),
  "file.bytes.total": sumOf("file.bytes.in", "file.bytes.out"),
  uptime: (thing, t) => (t - thing.beginMs) / 1000,
  "container.count": (thing) => (thing.kind === "container" ? 1 : null),
};

/** One second of one thing; null when it has no such number then. */
export function valueOf(thing: Thing, metric: string, timeMs: number): number | null {
  if (timeMs < thing.beginMs || (thing.endMs !== null && timeMs >= thing.endMs)) return null;
  const formula = FORMULAS[metric];
  if (formula) return formula(thing, timeMs);
  const ordinary = ORDINARY[metric];
  if (ordinary === undefined) return null;
  const seed = thing.seed + seedOf(metric);
  const size = thing.load * (0.4 + 1.2 * hash(seed, 9)) * (thing.kind === "process" ? PROCESS_SHARE : thing.kind === "host" ? 6 : 1);
  // A leak grows until its end, and begins again.
  if (metric === "memory.bytes.used" && thing.labels["leak"]) return Math.min(LIMIT, 60 * MiB + ((timeMs - thing.beginMs) / 1000) * 5.2 * MiB);
  const value = ordinary * size * wander(seed, timeMs);
  // A limit is a limit.
  return metric === "memory.bytes.used" && thing.kind !== "host" ? LIMIT * (1 - Math.exp(-value / LIMIT)) : value;
}
