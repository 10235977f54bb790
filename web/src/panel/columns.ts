import type { Unit } from "../api/types";

/** A column of a list of entities: a label or a metric. */
export interface LabelColumn { label: string; title: string; className?: string }
export interface NumberColumn { metric: string; title: string; unit: Unit }
export interface ListSpec { kind: "host" | "container" | "process" | "connection"; labels: LabelColumn[]; numbers: NumberColumn[]; sortBy: number; noun: string }

export const PROCESSES: ListSpec = {
  kind: "process", noun: "process",
  labels: [{ label: "proc.name", title: "Process" }, { label: "proc.pid", title: "Pid", className: "narrow" }, { label: "proc.commandLine", title: "Command line", className: "wide mono" }, { label: "container.name", title: "Container" }, { label: "host.hostName", title: "Host" }],
  numbers: [{ metric: "cpu.cores.used.percent", title: "CPU", unit: "percent" }, { metric: "memory.bytes.used", title: "Memory", unit: "bytes" }, { metric: "net.bytes.total", title: "Net", unit: "bytesPerSecond" }, { metric: "file.bytes.total", title: "File", unit: "bytesPerSecond" }, { metric: "fd.count", title: "Open files", unit: "number" }, { metric: "syscall.error.count", title: "Errors", unit: "perSecond" }],
  sortBy: 0,
};

export const CONTAINERS: ListSpec = {
  kind: "container", noun: "container",
  labels: [{ label: "container.name", title: "Container" }, { label: "container.image", title: "Image" }, { label: "container.type", title: "Type", className: "narrow" }, { label: "mesos.task.state", title: "State" }, { label: "host.hostName", title: "Host" }],
  numbers: [{ metric: "cpu.cores.used.percent", title: "CPU", unit: "percent" }, { metric: "memory.bytes.used", title: "Memory", unit: "bytes" }, { metric: "memory.limit.used.percent", title: "Of limit", unit: "percent" }, { metric: "uptime", title: "Up", unit: "seconds" }],
  sortBy: 0,
};

export const CONNECTIONS: ListSpec = {
  kind: "connection", noun: "connection",
  labels: [{ label: "net.connection.direction", title: "Way", className: "narrow" }, { label: "net.server.port", title: "Port", className: "narrow" }, { label: "net.connection.l4proto", title: "Protocol", className: "narrow" }, { label: "net.client.ip", title: "Client", className: "mono" }, { label: "net.server.ip", title: "Server", className: "mono" }, { label: "proc.name", title: "Process" }, { label: "container.name", title: "Container" }, { label: "host.hostName", title: "Host" }],
  numbers: [{ metric: "net.bytes.in", title: "In", unit: "bytesPerSecond" }, { metric: "net.bytes.out", title: "Out", unit: "bytesPerSecond" }],
  sortBy: 1,
};
