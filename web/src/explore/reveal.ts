import { withOpen, type Expansion } from "../address/expansion";
import type { Client } from "../api/client";
import type { Node, Tree, TreeRequest } from "../api/types";

/** A node and what must be unfolded for it to be in sight. */
export interface Found { id: string; ancestors: string[] }

const MOST = 2000;

function byParent(nodes: readonly Node[]): Map<string, Node[]> {
  const children = new Map<string, Node[]>();
  for (const node of nodes) if (node.depth > 0) children.set(node.parent ?? "", [...(children.get(node.parent ?? "") ?? []), node]);
  return children;
}

// The node that holds nearly everything of a scope: down from the root for as long as there is one child only.
function deepest(nodes: readonly Node[]): Found | null {
  const children = byParent(nodes);
  const ancestors: string[] = [];
  let at = nodes.find((n) => n.depth === 0);
  for (;;) {
    const below: readonly Node[] = children.get(at?.id ?? "") ?? [];
    if (below.length !== 1) break;
    if (at && at.depth > 0) ancestors.push(at.id);
    at = below[0];
  }
  return at && at.depth > 0 ? { id: at.id, ancestors } : null;
}

/** Finds the node of the grouping that holds what a scope chooses; null when this grouping has none. */
export async function findByScope(client: Client, request: TreeRequest, scope: string): Promise<Found | null> {
  const tree = await client.post<Tree>("api/v1/tree", { ...request, scope, columns: [], expanded: [], expandAll: true, limit: MOST });
  return deepest(tree.nodes);
}

/** Finds a node by its id and what lies above it. */
export async function findById(client: Client, request: TreeRequest, id: string): Promise<Found | null> {
  const one = await client.post<Tree>("api/v1/tree", { ...request, columns: [], expanded: [], expandAll: true, only: [id] });
  const node = one.nodes.find((n) => n.id === id);
  return node ? findByScope(client, request, node.scope) : null;
}

export const unfolded = (expansion: Expansion, found: Found): Expansion => withOpen(expansion, found.ancestors, true);
