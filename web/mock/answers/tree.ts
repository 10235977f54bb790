import type { Mark, Node, Tree, TreeRequest } from "../../src/api/types";
import type { Cluster } from "../cluster/cluster";
import { HOSTS } from "../cluster/cluster";
import { momentOf } from "../cluster/delivery";
import type { Thing } from "../cluster/thing";
import { aggregate, fullColumns } from "./aggregate";
import { healthOf, silentMarks, ownMarks } from "./health";
import { place, rootDraft, type Draft } from "./levels";
import { scopeTest } from "./scope";

const MOST = 20_000;

const isAlive = (thing: Thing, t: number) => thing.beginMs <= t && (thing.endMs === null || thing.endMs > t);
const kindOf = (groupBy: readonly string[]): Thing["kind"] => (groupBy.includes("proc.name") ? "process" : groupBy.length === 1 && groupBy[0] === "host.hostName" ? "host" : "container");

/** The whole of `POST api/v1/tree`. */
export function treeOf(cluster: Cluster, request: TreeRequest, nowMs: number): Tree {
  const { atMs, knownMs } = momentOf(request.atMs, nowMs);
  const columns = fullColumns(request.columns);
  const test = scopeTest(request.scope);
  const root = rootDraft(request.scope ?? "");
  const kind = kindOf(request.groupBy);
  for (const thing of cluster.at(atMs)) if (thing.kind === kind && test(thing.labels)) place(root, request.groupBy, thing);

  const own = ownMarks(cluster, atMs);
  // A real server marks all that a silent agent measured; here only where hosts are looked at, or hardly anything would be well.
  const hasHosts = request.groupBy.includes("host.hostName");
  const values = (things: readonly Thing[], t: number) => columns.map((c) => aggregate(things, c.metric, c.group, t));
  const expanded = new Set(request.expanded ?? []);
  const only = request.only && new Set(request.only);
  const nodes: Node[] = [];
  let totalNodes = 0;

  const labelsTo = (draft: Draft): string[] => (draft.depth === 0 ? [] : [...labelsTo(draft.parent!), draft.label]);
  const deepestOf = (draft: Draft, thing: Thing): Draft => {
    for (const next of draft.children.values()) if (next.things.includes(thing)) return deepestOf(next, thing);
    return draft;
  };

  const nodeOf = (draft: Draft, isExpanded: boolean): Node => {
    const containers = new Set(draft.things.filter((t) => isAlive(t, atMs)).map((t) => (t.kind === "process" ? t.parent : t.id)));
    const suffering = draft.things.flatMap((t) => { const found = own.get(t.kind === "process" ? t.parent : t.id); return found && (t.kind !== "process" || t.load > 0.1) ? [{ thing: t, ...found }] : []; });
    const mark = (thing: Thing) => (m: Omit<Mark, "node" | "path">): Mark => { const deep = deepestOf(draft, thing); return { ...m, node: deep.id, path: labelsTo(deep) }; };
    const marks = [...suffering.flatMap((s) => s.marks.map(mark(s.thing))), ...(hasHosts ? silentMarks(draft.things, atMs).map((s) => mark(s.thing)(s.mark)) : [])];
    const points = request.sparkPoints ?? 0;
    const range = request.sparkRangeMs ?? 600_000;
    const times = Array.from({ length: points }, (_, i) => atMs - range + ((i + 1) * range) / points);
    const byTime = times.map((t) => (t > knownMs ? [] : values(draft.things, t)));
    return {
      id: draft.id, parent: draft.parent?.id ?? null, depth: draft.depth, groupBy: draft.groupBy, label: draft.label, path: draft.path, scope: draft.scope,
      childCount: draft.children.size, isExpanded, hostCount: new Set(draft.things.filter((t) => isAlive(t, atMs)).map((t) => t.labels["host.hostName"])).size, containerCount: kind === "host" ? 0 : containers.size,
      isAlive: draft.things.some((t) => isAlive(t, atMs)), values: values(draft.things, knownMs), sparks: points > 0 ? columns.map((_, c) => byTime.map((v) => v[c] ?? null)) : null,
      health: healthOf(marks, suffering.reduce((sum, s) => sum + s.restarts, 0)),
    };
  };

  const sortOf = request.sort ?? { column: "label" as const };
  const sorted = (drafts: Draft[]) => {
    const by = typeof sortOf.column === "number" ? sortOf.column : -1;
    const keys = new Map(drafts.map((d) => [d, by < 0 ? 0 : (aggregate(d.things, columns[by]!.metric, columns[by]!.group, knownMs) ?? -1)]));
    const order = drafts.sort((a, b) => (by < 0 ? a.label.localeCompare(b.label, "en", { numeric: true }) : keys.get(a)! - keys.get(b)!));
    return sortOf.descending ? order.reverse() : order;
  };

  const walk = (draft: Draft, isShown: boolean) => {
    totalNodes++;
    const isExpanded = draft.depth === 0 || request.expandAll === true || expanded.has(draft.id);
    if (isShown && (!only || only.has(draft.id)) && nodes.length < (request.limit ?? MOST)) nodes.push(nodeOf(draft, isExpanded && draft.children.size > 0));
    for (const next of isShown && isExpanded ? sorted([...draft.children.values()]) : draft.children.values()) walk(next, isShown && isExpanded);
  };
  walk(root, true);
  const { hasMesos, isEmpty } = cluster.options;
  return { atMs, fromMs: atMs - (request.rangeMs ?? 10_000), columns, nodes, totalNodes, isCut: !only && nodes.length >= (request.limit ?? MOST), agents: { total: isEmpty ? 0 : HOSTS, stale: isEmpty ? 0 : 1 }, hasCluster: hasMesos && !isEmpty };
}
