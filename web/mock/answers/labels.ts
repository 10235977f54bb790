import type { Agent, LabelName } from "../../src/api/accounts";
import { MINUTE } from "../../src/units/time";
import { STALE_HOST, type Cluster } from "../cluster/cluster";
import { scopeTest } from "./scope";

const values = (cluster: Cluster) => {
  const found = new Map<string, Set<string>>();
  for (const { labels } of cluster.things) for (const [name, value] of Object.entries(labels)) found.set(name, (found.get(name) ?? new Set()).add(value));
  return found;
};

export const labelNames = (cluster: Cluster): LabelName[] => [...values(cluster)].map(([name, set]) => ({ name, valueCount: set.size })).sort((a, b) => a.name.localeCompare(b.name));

export function labelValues(cluster: Cluster, name: string, scope: string | undefined, prefix: string, limit: number): string[] {
  const test = scopeTest(scope);
  return [...new Set(cluster.things.filter((t) => test(t.labels)).flatMap((t) => t.labels[name] ?? []))].filter((v) => v.toLowerCase().includes(prefix.toLowerCase())).sort().slice(0, limit);
}

export function agentsOf(cluster: Cluster, nowMs: number): Agent[] {
  return cluster.things.filter((t) => t.kind === "host").map((host, n): Agent => {
    const isStale = host.labels["host.hostName"] === STALE_HOST;
    return {
      agentId: host.labels["agent.id"]!, hostName: host.labels["host.hostName"]!, version: n === 4 ? "0.8.2" : "0.9.0", lastSeenMs: isStale ? nowMs - 3 * MINUTE : nowMs - 400 - n * 900, isStale, clockSkewMs: n === 2 ? 4200 : n * 3,
      spooledBatches: n === 2 ? 14 : 0, drops: n === 1 ? [{ cause: "connections table full", count: 18_230 }, { cause: "ring buffer full", count: 12 }] : [],
      missing: n === 5 ? ["system calls: this kernel has no BTF (CONFIG_DEBUG_INFO_BTF)", "accept queues: CAP_NET_ADMIN is missing"] : [],
      tags: { rack: `r${n % 3}`, zone: n < 4 ? "eu-1a" : "eu-1b" }, containerCount: cluster.things.filter((t) => t.kind === "container" && t.parent === host.id).length, cpuPercent: isStale ? null : 0.4 + n / 9, memoryBytes: isStale ? null : (58 + n) * 2 ** 20,
    };
  });
}
