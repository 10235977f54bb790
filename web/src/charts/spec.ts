import type { Unit } from "../api/types";

/** One line of a chart. `color` is the number of a series colour; a limit is dashed and not filled. */
export interface LineSpec { metric: string; name: string; color: 1 | 2 | 3; isLimit?: boolean }
export interface ChartSpec { title: string; unit: Unit; lines: LineSpec[] }

/** What the panel of a node shows, in order. */
export const PANEL_CHARTS: ChartSpec[] = [
  { title: "CPU", unit: "cores", lines: [{ metric: "cpu.cores.used", name: "used", color: 1 }, { metric: "cpu.cores.quota.limit", name: "limit", color: 3, isLimit: true }] },
  { title: "Memory", unit: "bytes", lines: [{ metric: "memory.bytes.used", name: "used", color: 1 }, { metric: "memory.limit.bytes", name: "limit", color: 3, isLimit: true }] },
  { title: "Network", unit: "bytesPerSecond", lines: [{ metric: "net.bytes.in", name: "in", color: 1 }, { metric: "net.bytes.out", name: "out", color: 2 }] },
  { title: "Files", unit: "bytesPerSecond", lines: [{ metric: "file.bytes.in", name: "read", color: 1 }, { metric: "file.bytes.out", name: "written", color: 2 }] },
  { title: "System calls", unit: "perSecond", lines: [{ metric: "syscall.count", name: "all", color: 1 }] },
  { title: "Failed calls", unit: "perSecond", lines: [{ metric: "syscall.error.count", name: "all", color: 3 }, { metric: "net.error.count", name: "net", color: 1 }, { metric: "file.error.total.count", name: "file", color: 2 }] },
  { title: "Connections", unit: "perSecond", lines: [{ metric: "net.connection.count.in", name: "accepted", color: 1 }, { metric: "net.connection.count.out", name: "begun", color: 2 }] },
  { title: "Held back by the CPU limit", unit: "nanosecondsPerSecond", lines: [{ metric: "cpu.throttled.time", name: "throttled", color: 3 }] },
];

/** Every metric of the charts, once. */
export const PANEL_METRICS = [...new Set(PANEL_CHARTS.flatMap((c) => c.lines.map((l) => l.metric)))];
