import type { Happening } from "../api/types";
import { clock } from "../units/time";
import { gravity } from "./gravity";

/** Happenings that lie too near to each other to be told apart. */
export interface Cluster { timeMs: number; count: number; gravity: ReturnType<typeof gravity>; text: string }

const MOST_LINES = 6;
const ORDER = ["critical", "warning", "info"];

/** Happenings of a span in so many equal pieces of it, oldest first; a piece without any is left out. */
export function clustersOf(happenings: readonly Happening[], fromMs: number, toMs: number, pieces: number): Cluster[] {
  const found = new Map<number, Happening[]>();
  for (const h of happenings) {
    if (h.timeMs < fromMs || h.timeMs >= toMs) continue;
    const piece = Math.floor(((h.timeMs - fromMs) / (toMs - fromMs)) * pieces);
    const list = found.get(piece);
    if (list) list.push(h);
    else found.set(piece, [h]);
  }
  return [...found].sort(([a], [b]) => a - b).map(([, list]) => {
    const worst = list.reduce((a, b) => (ORDER.indexOf(gravity(b)) < ORDER.indexOf(gravity(a)) ? b : a));
    const lines = list.slice(0, MOST_LINES).map((h) => `${clock(h.timeMs)} ${h.text}`);
    if (list.length > MOST_LINES) lines.push(`and ${list.length - MOST_LINES} more`);
    return { timeMs: worst.timeMs, count: list.length, gravity: gravity(worst), text: lines.join("\n") };
  });
}
