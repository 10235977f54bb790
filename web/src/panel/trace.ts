import { hasList, OPERATORS } from "../scope/grammar";
import { tokens, type Token } from "../scope/lexer";
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

/** One check of a scope. */
interface Check { label: string; operator: string; values: string[] }

const value = (text: string) => (/^[\w./:-]+$/.test(text) ? text : `"${text.replace(/["\\]/g, "\\$&")}"`);

const BY_OPERATOR: Record<string, (field: string, values: string[]) => string> = {
  is: (f, [v]) => (v === "n/a" ? `not ${f} exists` : `${f}=${value(v!)}`),
  "is not": (f, [v]) => (v === "n/a" ? `${f} exists` : `${f}!=${value(v!)}`),
  in: (f, vs) => `${f} in (${vs.map(value).join(", ")})`,
  "not in": (f, vs) => `not ${f} in (${vs.map(value).join(", ")})`,
  contains: (f, [v]) => `${f} contains ${value(v!)}`,
  "does not contain": (f, [v]) => `not ${f} contains ${value(v!)}`,
  "starts with": (f, [v]) => `${f} startswith ${value(v!)}`,
};

const LONGEST_FIRST = [...OPERATORS].sort((a, b) => b.length - a.length);

// A scope of the server's is well made; what is not a check is passed over.
function checksOf(all: readonly Token[]): Check[] {
  const checks: Check[] = [];
  for (let at = 0; at + 2 < all.length; ) {
    const label = all[at]!.value;
    const operator = LONGEST_FIRST.find((o) => o.split(" ").every((word, i) => all[at + 1 + i]?.value === word));
    if (!operator) return checks;
    at += 1 + operator.split(" ").length;
    const values: string[] = [];
    if (hasList(operator)) for (; at < all.length && all[at]!.value !== ")"; at++) if (all[at]!.kind !== "mark") values.push(all[at]!.value);
    if (!hasList(operator) && all[at]) values.push(all[at]!.value);
    at += 2;
    checks.push({ label, operator, values });
  }
  return checks;
}

const names = (check: Check | undefined) => check?.operator === "is" && check.values[0] !== "n/a";

/** A filter of the trace command that chooses what a node's scope chooses; empty for everything. An app needs no group, a container no missing names. */
export function traceFilter(scope: string): string {
  const last = new Map<string, Check>();
  for (const check of checksOf(tokens(scope))) if (FIELDS[check.label]) last.set(`${check.label} ${check.operator.includes("not") ? check.values.join() : ""}`, check);
  const all = [...last.values()];
  const hasApp = all.some((c) => c.label === "marathon.app.name" && names(c));
  const hasContainer = all.some((c) => c.label.startsWith("container.") && names(c));
  return all
    .filter((c) => !(hasApp && c.label === "marathon.group.name") && !(hasContainer && c.operator === "is" && c.values[0] === "n/a"))
    .map((c) => BY_OPERATOR[c.operator]!(FIELDS[c.label]!, c.values))
    .join(" and ");
}

/** The command line that shows what a node does, system call by system call. */
export function traceCommand(scope: string): string {
  const filter = traceFilter(scope);
  return filter ? `mesoscope trace -pm '${filter.replace(/'/g, `'\\''`)}'` : "mesoscope trace -pm";
}

/** The host to run it on, when the path names one. */
export const traceHost = (path: readonly Row[]) => path.find((r) => r.groupBy === "host.hostName")?.label ?? null;
