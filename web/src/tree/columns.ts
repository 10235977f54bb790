import type { Metric, MetricColumn, Tree, Unit } from "../api/types";

/** Short headings where the metric's own name is too long for a column. */
const HEADINGS: Record<string, string> = {
  "cpu.cores.used.percent": "CPU",
  "cpu.used.percent": "CPU of limit",
  "cpu.cores.used": "Cores",
  "memory.used.percent": "Memory",
  "memory.bytes.used": "Memory used",
  "net.bytes.in": "Net in",
  "net.bytes.out": "Net out",
  "file.bytes.in": "File in",
  "file.bytes.out": "File out",
  "syscall.count": "Calls",
  "syscall.error.count": "Errors",
  "container.restart.count": "Restarts/s",
  "cpu.throttled.time": "Throttled",
  "net.connection.count.in": "Accepted",
  "net.connection.count.out": "Connected",
};

export const headingOf = (metric: string) => HEADINGS[metric] ?? metric;

/** What a column's heading says when one asks. */
export function describe(metric: string, catalogue: ReadonlyMap<string, Metric>, column: Tree["columns"][number] | undefined): string {
  const info = catalogue.get(metric);
  const how = column ? ` Over time: ${column.time}; over ${"containers or processes"}: ${column.group}.` : "";
  return `${metric}: ${info?.description ?? ""}${how}`;
}

export const toColumns = (metrics: readonly string[]): MetricColumn[] => metrics.map((metric) => ({ metric }));

export const unitOf = (columns: Tree["columns"], index: number): Unit => columns[index]?.unit ?? "number";
