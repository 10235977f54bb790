import { isOpen, type Expansion } from "../address/expansion";
import type { Row } from "./row";

/**
 * What to unfold next so that a first look shows where the trouble is: troubled nodes, the highest first, and all that is the only one
 * of its level; for as long as the rows fit into the budget. Empty when nothing more fits.
 */
export function unfoldNext(order: readonly Row[], expansion: Expansion, budget: number): string[] {
  let rows = order.length;
  const open: string[] = [];
  const only = order.filter((r) => r.depth === 1).length === 1;
  const folded = order.filter((r) => r.depth > 0 && r.childCount > 0 && !isOpen(expansion, r.id) && !r.isExpanded && (r.health.level !== "ok" || (only && r.depth === 1)));
  const rank = (r: Row) => r.depth * 2 + (r.health.level === "critical" ? 0 : 1);
  for (const row of folded.sort((a, b) => rank(a) - rank(b))) {
    if (rows + row.childCount > budget) continue;
    rows += row.childCount;
    open.push(row.id);
  }
  return open;
}
