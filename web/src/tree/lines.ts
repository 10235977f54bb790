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
