import type { Node, Tree } from "../../src/api/types";

/** A node with what a test says of it. */
export function node(id: string, parent: string | null, depth: number, part: Partial<Node> = {}): Node {
  return {
    id, parent, depth, groupBy: depth === 0 ? null : "marathon.app.name", label: id, path: null, scope: "", childCount: 0, isExpanded: false, hostCount: 1, containerCount: 1, isAlive: true, values: [1], sparks: null,
    health: { level: "ok", restarts: 0, marks: [] }, ...part,
  };
}

export function tree(nodes: Node[], part: Partial<Tree> = {}): Tree {
  return { atMs: 1000, fromMs: 0, columns: [{ metric: "cpu.cores.used", unit: "cores", time: "average", group: "sum" }], nodes, totalNodes: nodes.length, isCut: false, agents: { total: 1, stale: 0 }, hasCluster: true, ...part };
}
