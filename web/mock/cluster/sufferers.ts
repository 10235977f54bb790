import type { FailedCall } from "../../src/api/types";
import { SECOND } from "../../src/units/time";
import { app, type App } from "./apps";
import type { Sufferer, Thing } from "./thing";

type Add = (app: App, host: number, extra: Record<string, string>) => Thing;

const call = (timeMs: number, name: string, error: number, errorName: string, args: string, process: string, pid: number): FailedCall => ({ timeMs, call: name, error, errorName, arguments: args, process, pid });

/** The trouble of the invented cluster: a taken port with its culprit, a leak, a program that gives up, one that is held back, one that is ill. */
export function sufferers(add: Add, things: readonly Thing[]): Sufferer[] {
  const legacy = things.find((t) => t.kind === "container" && (t.labels["marathon.app.name"] === "/legacy/redis" || t.labels["container.image"] === "redis:7"))!;
  const host = Number(legacy.labels["host.hostName"]!.slice(5)) - 1;
  const cache = add(app("/shop/cache", null, "redis-server", 1, 0.3), host, {});
  const leak = add(app("/shop/reports", "shop/reports:8", "python3", 1, 1.1), 2, { leak: "yes" });
  const edge = add(app("/platform/edge/geo", "platform/geo:12", "geo", 1, 0.4), 4, {});
  const slow = add(app("/shop/pricing", "shop/pricing:3", "java", 1, 2.2), 1, { throttle: "yes" });
  const ill = add(app("/platform/session", "platform/session:6", "session", 1, 0.6), 3, {});
  return [
    {
      container: cache, periodMs: 24 * SECOND, lifeMs: 2 * SECOND, exitStatus: 1,
      trouble: { kind: "port-conflict", text: "bind 0.0.0.0:6379 EADDRINUSE, held by redis-server (task redis.legacy)", culprit: { text: "redis-server (task redis.legacy)", scope: `container.name is ${legacy.labels["container.name"]}`, labels: { ...legacy.labels, "proc.name": "redis-server", "proc.pid": "2471" } } },
      failedCalls: (t) => [call(t - 310, "openat", 2, "ENOENT", "fd=-2(ENOENT) dirfd=-100(AT_FDCWD) name=/etc/redis/redis.conf flags=1(O_RDONLY)", "redis-server", 4711), call(t - 40, "bind", 98, "EADDRINUSE", "res=-98(EADDRINUSE) addr=0.0.0.0:6379", "redis-server", 4711)],
    },
    { container: leak, periodMs: 90 * SECOND, lifeMs: 86 * SECOND, exitStatus: 137, trouble: { kind: "oom-killed", text: "python3 was killed because the container had used its 512 MiB", culprit: null }, failedCalls: () => [] },
    {
      container: edge, periodMs: 40 * SECOND, lifeMs: 31 * SECOND, exitStatus: 78, trouble: { kind: "restarting", text: "geo ends with status 78 about 30 s after it began", culprit: null },
      failedCalls: (t) => [call(t - 12, "openat", 13, "EACCES", "fd=-13(EACCES) dirfd=-100(AT_FDCWD) name=/data/geo.mmdb flags=1(O_RDONLY)", "geo", 5120)],
    },
    { container: slow, periodMs: null, lifeMs: 0, exitStatus: null, trouble: { kind: "throttled", text: "held back by its CPU limit for 32 % of the last minute", culprit: null }, failedCalls: () => [] },
    { container: ill, periodMs: null, lifeMs: 0, exitStatus: null, trouble: { kind: "unhealthy", text: "health check of Marathon fails: GET /health answers 503", culprit: null }, failedCalls: () => [] },
  ];
}
