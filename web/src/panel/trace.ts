import type { Row } from "../tree/row";

/** Fields of the trace command that hold what a label of the API holds. */
const FIELDS: Record<string, string> = {
  "mesos.framework.name": "mesos.framework.name",
  "marathon.group.name": "marathon.group.name",
  "marathon.app.name": "marathon.app.id",
  "mesos.task.name": "mesos.task.name",
  "mesos.task.id": "mesos.task.id",
  "container.name": "container.name",
  "container.id": "container.id",
  "container.image": "container.image",
  "container.type": "container.type",
  "proc.name": "proc.name",
};

const value = (text: string) => (/^[\w./:-]+$/.test(text) ? text : `"${text.replace(/["\\]/g, "\\$&")}"`);

function test(row: Row): string | null {
  const field = row.groupBy && FIELDS[row.groupBy];
  if (!field) return null;
  if (row.label === "n/a" && row.path === null) return `not ${field} exists`;
  if (row.groupBy !== "marathon.group.name") return `${field}=${value(row.path ?? row.label)}`;
  const path = row.path ?? row.label;
  return `(${field}=${value(path)} or ${field} startswith ${value(`${path}/`)})`;
}

/** A filter of the trace command that chooses what a node holds; empty for everything. Of nested groups only the innermost counts, and none beside an app. */
export function traceFilter(path: readonly Row[]): string {
  const last = new Map<string, Row>();
  for (const row of path) if (row.groupBy) last.set(row.groupBy, row);
  if (last.has("marathon.app.name") && last.get("marathon.app.name")!.label !== "n/a") last.delete("marathon.group.name");
  return [...last.values()].map(test).filter((t) => t !== null).join(" and ");
}

/** The command line that shows what a node does, system call by system call. */
export function traceCommand(path: readonly Row[]): string {
  const filter = traceFilter(path);
  return filter ? `mesoscope trace -pm '${filter.replace(/'/g, `'\\''`)}'` : "mesoscope trace -pm";
}

/** The host to run it on, when the path names one. */
export const traceHost = (path: readonly Row[]) => path.find((r) => r.groupBy === "host.hostName")?.label ?? null;
