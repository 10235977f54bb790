import { isOpen, type Expansion } from "../address/expansion";
import type { Row } from "./row";

/** Indexes of the rows in sight: what lies below a folded one is left out at once, before the server's next answer leaves it out too. */
export function linesOf(order: readonly Row[], expansion: Expansion): Int32Array {
  const lines = new Int32Array(order.length);
  const except = new Set(expansion.except);
  const fast = { all: expansion.all, except: [] };
  let count = 0;
  let hiddenBelow = Infinity;
  order.forEach((row, index) => {
    if (row.depth > hiddenBelow) return;
    lines[count++] = index;
    const open = row.depth === 0 || (except.has(row.id) ? !expansion.all : isOpen(fast, row.id));
    hiddenBelow = open ? Infinity : row.depth;
  });
  return lines.subarray(0, count);
}

/** A node and those above it, the root first. */
export function pathOf(row: Row | undefined, find: (id: string) => Row | undefined): Row[] {
  const path: Row[] = [];
  for (let at = row; at; at = at.parent === null ? undefined : find(at.parent)) path.unshift(at);
  return path;
}

/** The node of an id or, where that is gone or folded away, the nearest one above it; never the root in the place of another. An id begins with its parent's. */
export function nearest(id: string | null, find: (id: string) => Row | undefined): Row | undefined {
  for (let at = id ?? ""; at !== ""; at = at.slice(0, Math.max(0, at.lastIndexOf("/")))) {
    const row = find(at);
    if (row) return row.depth > 0 || row.id === id ? row : undefined;
  }
  return undefined;
}
