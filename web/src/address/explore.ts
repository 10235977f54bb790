import type { Expansion } from "./expansion";
import { EXPANSION_NONE } from "./expansion";
import { MINUTE } from "../units/time";

/** All that Explore shows follows from this, and all of it is in the address. */
export interface ExploreState {
  /** Ordered label names. */
  groupBy: string[];
  scope: string;
  /** The moment that everything shows, milliseconds since 1970; null while live. */
  atMs: number | null;
  /** What charts show before the moment. */
  spanMs: number;
  /** Metrics of the columns, in order. */
  columns: string[];
  /** A metric, or the label. */
  sort: { column: string; descending: boolean };
  expansion: Expansion;
  /** Id of the node whose panel is open. */
  selected: string | null;
  tab: string;
}

export const DEFAULT_COLUMNS = ["cpu.cores.used.percent", "memory.used.percent", "net.bytes.in", "net.bytes.out", "file.bytes.in", "file.bytes.out", "syscall.error.count"];

export const DEFAULT_STATE: ExploreState = {
  groupBy: ["mesos.framework.name", "marathon.group.name", "marathon.app.name", "mesos.task.name", "container.name"],
  scope: "",
  atMs: null,
  spanMs: 15 * MINUTE,
  columns: DEFAULT_COLUMNS,
  sort: { column: "label", descending: false },
  expansion: EXPANSION_NONE,
  selected: null,
  tab: "overview",
};
